# SPDX-License-Identifier: EUPL-1.2
"""Where an initiative stands, in plain words for who brought it: pure, from what was already loaded."""

from dataclasses import dataclass
from datetime import date

from netwerk.desk.case_screen import Step, track

from ..models import Initiative

_STOPS = (
    ("Concept", frozenset({"prospect", "draft"})),
    ("Ingestuurd", frozenset({"submitted", "consent_pending"})),
    ("Bekeken", frozenset({"in_review", "more_info", "declined"})),
    ("Op de site", frozenset({"good_example", "nominated"})),
    ("Koploper", frozenset({"recognised", "alumni"})),
)
_NEXT = {
    "draft": "Vul alles in wat nog mist. Stuur je initiatief daarna in.",
    "submitted": "Een adviseur neemt contact met je op.",
    "consent_pending": "Stem in, of trek het in. Zonder jouw instemming doen we niets.",
    "in_review": "Je hoort of we het op de site zetten.",
    "more_info": "Beantwoord onze vraag. Daarna gaan we verder.",
    "good_example": "Klopt er iets niet meer? Laat het ons weten.",
    "nominated": "We wachten op de benoeming. Daarna hoor je van ons.",
    "recognised": "Klopt er iets niet meer? Laat het ons weten.",
    "declined": "Lees bij de berichten wat zou helpen. Je kunt het opnieuw proberen.",
    "alumni": "De pagina blijft staan, met de datum erbij.",
    "archived": "Je hoeft niets meer te doen.",
}


@dataclass(frozen=True)
class Progress:
    """The block on top of the own page."""

    track: list[Step]
    now: str
    next: str
    next_day: date | None = None


def progress(initiative: Initiative, mine: bool) -> Progress:
    """Tell where an initiative stands, what comes next, and when at the latest.

    Args:
        initiative: the initiative.
        mine: whether the reader owns it; who only put it forward has nothing to do.
    """
    state = initiative.state
    steps = track(_STOPS, state) if state != "archived" else []
    if not mine:
        return Progress(
            steps, f"Status: {initiative.state_info.label.lower()}.", "De eigenaar beslist hierover."
        )
    day = initiative.due_at if state in ("submitted", "in_review") else None
    return Progress(steps, initiative.state_info.plain, _NEXT.get(state, ""), day)
