# SPDX-License-Identifier: EUPL-1.2
"""What every case screen shows: where it stands, which moves are open, and what happened.

Nothing here decides: the moves come from the state table, the sentences from the timeline.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Model

from netwerk import timeline
from netwerk.access import Actor
from netwerk.calendar import term_used, working_days_between
from netwerk.dates import local_date
from netwerk.models import Dossier, TimelineEntry
from netwerk.perform import Stale
from netwerk.processes import options, process_for
from netwerk.workflow import State, Transition

LOG_LENGTH = 20
_SOON = 5  # working days
_NEARLY_OVER = 0.75
VERY_LATE_DAYS = 10
"""Working days after its term from which on something is very late."""


@dataclass(frozen=True)
class Step:
    """One stop on the track, as `components/track.html` draws it."""

    label: str
    phase: str


def track(stops: Sequence[tuple[str, frozenset[str]]], state: str, done: bool = False) -> list[Step]:
    """Return the stops with how far the subject is.

    Args:
        stops: label and the states that belong to it, in order.
        state: the state now; a state in no stop leaves every stop open.
        done: everything is behind us.
    """
    here = next((number for number, (_, states) in enumerate(stops) if state in states), -1)
    steps = []
    for number, (label, _states) in enumerate(stops):
        passed = done or number < here
        phase = "done" if passed else "now" if number == here else ""
        steps.append(Step(label, phase))
    return steps


@dataclass(frozen=True)
class Button:
    """A move that can be made now: a button that posts, or a link to its form."""

    label: str
    url: str
    posts: bool
    weight: str = ""
    """`main` for the way forward, `quiet` for what goes back or stops, nothing for the rest."""


@dataclass(frozen=True)
class Later:
    """A move that the actor may make, but not yet."""

    label: str
    reason: str


@dataclass(frozen=True)
class Moves:
    """Everything for the action bar."""

    buttons: list[Button]
    later: list[Later]
    others: list[Later]
    """What somebody else may do now, with why not this reader; only when nothing is left for this reader."""


def moves(
    subject: Model, actor: Actor, address: Callable[[Transition], str], own_form: frozenset[str] = frozenset()
) -> Moves:
    """Return the moves of a subject for its action bar.

    Args:
        subject: a dossier or a part.
        actor: who looks.
        address: where a move is made; an empty address leaves the move out.
        own_form: moves whose conditions are met by filling in their form, so that the form may be
            opened while the condition still says no.
    """
    buttons: list[Button] = []
    later: list[Later] = []
    for option in options(subject, actor):
        url = address(option.move)
        if not url:
            continue
        if not option.verdict and option.move.name not in own_form:
            later.append(Later(option.move.label, option.verdict.reason))
            continue
        posts = not option.move.requires and not option.move.needs_form
        weight = "quiet" if "reason" in option.move.requires else "main"
        if weight == "main" and any(button.weight == "main" for button in buttons):
            weight = ""
        buttons.append(Button(option.move.label, url, posts, weight))
    return Moves(buttons, later, [] if buttons or later else _of_others(subject, actor, address))


def _of_others(subject: Model, actor: Actor, address: Callable[[Transition], str]) -> list[Later]:
    """Return the moves that the state allows and the rule keeps for others: the reader knows who is next."""
    process = process_for(subject)
    found = []
    for move in process.workflow.moves_from(subject.state):  # type: ignore[attr-defined]
        verdict = process.allows(move, actor, subject)
        if not verdict and address(move):
            found.append(Later(move.label, verdict.reason))
    return found


_AUDIENCES = {
    timeline.REPORTER: State("reporter", "Melder leest dit", "info", "user"),
    timeline.OWNER: State("owner", "Eigenaar leest dit", "info", "user"),
    timeline.MINISTRY: State("ministry", "Ministerie leest dit", "info", "building-community"),
    timeline.PARTICIPANT: State("participant", "Groep leest dit", "info", "users"),
    timeline.PUBLIC: State("public", "Openbaar", "success", "eye"),
}


@dataclass(frozen=True)
class Line:
    """One line of the log: what happened, when, and who outside the team reads it too."""

    at: datetime
    sentence: str
    icon: str
    readers: list[State]


def log(dossier: Dossier, everything: bool = False, audience: str = "") -> list[Line]:
    """Return what happened to a dossier, newest first; the last part unless everything is asked.

    With an audience, only what that audience reads too.
    """
    entries = TimelineEntry.objects.filter(dossier_id=dossier.pk)
    if audience:
        entries = entries.filter(type__in=timeline.codes_for(audience))
    return [_line(entry) for entry in (entries if everything else entries[:LOG_LENGTH])]


LOG_FILTERS = {
    "melder": (timeline.REPORTER, "Leest de melder"),
    "eigenaar": (timeline.OWNER, "Leest de eigenaar"),
    "ministerie": (timeline.MINISTRY, "Leest een ministerie"),
    "openbaar": (timeline.PUBLIC, "Openbaar"),
}


def logbook(dossier: Dossier, asked: Mapping[str, str], filters: Sequence[str]) -> dict[str, Any]:
    """Return the log as a screen shows it: lines, the ways to filter it, and the way to all of it.

    Args:
        dossier: whose log it is.
        asked: the address: `wie` filters, `logboek=alles` shows everything.
        filters: names of `LOG_FILTERS` that make sense for this kind.
    """
    chosen = asked.get("wie", "") if asked.get("wie") in filters else ""
    everything = asked.get("logboek") == "alles"
    audience = LOG_FILTERS[chosen][0] if chosen else ""
    lines = log(dossier, everything, audience)
    rest = f"&wie={chosen}" if chosen else ""
    complete = everything or len(lines) < LOG_LENGTH
    return {
        "lines": lines,
        "all_url": "" if complete else f"?logboek=alles{rest}#logboek",
        "log_filters": [("", "Alles", not chosen), *((n, LOG_FILTERS[n][1], n == chosen) for n in filters)],
    }


def _line(entry: TimelineEntry) -> Line:
    try:
        kind = timeline.entry_type(entry.type)
    except KeyError:  # written by an app that is gone
        return Line(entry.at, timeline.sentence(entry), "point", [])
    readers = [_AUDIENCES[name] for name in sorted(kind.audiences & _AUDIENCES.keys())]
    return Line(entry.at, timeline.sentence(entry), kind.icon, readers)


def happened_since(dossier: Dossier, seen: int) -> list[Line]:
    """Return what happened after a version: each change writes one entry and adds one to the version."""
    newer = Dossier.objects.values_list("version", flat=True).get(pk=dossier.pk) - seen
    if newer <= 0:
        return []
    return [
        _line(entry) for entry in TimelineEntry.objects.filter(dossier_id=dossier.pk).order_by("-id")[:newer]
    ]


@contextmanager
def unchanged(dossier: Dossier, seen: int) -> Iterator[None]:
    """Run an action only when the dossier is still the version that its actor looked at.

    The row stays locked, so nobody comes in between; the action locks the same row first.

    Raises:
        Stale: somebody else changed it.
    """
    with transaction.atomic():
        current = Dossier.objects.select_for_update().values_list("version", flat=True).get(pk=dossier.pk)
        if current != seen:
            raise Stale("Iemand anders heeft dit net gewijzigd. Kijk eerst wat er veranderd is.")
        yield


@dataclass(frozen=True)
class Term:
    """How a deadline looks in a list: words, tone, icon and the mark of its row."""

    label: str
    tone: str
    icon: str
    row: str = ""

    @property
    def is_late(self) -> bool:
        """Whether it has passed."""
        return self.row in ("is-late", "is-very-late")


PAUSED = Term("Klok staat stil", "neutral", "player-pause")


def term(due: date, now: date | datetime, start: date | datetime | None = None) -> Term:
    """Return how much time is left until `due`, asked at `now`.

    It is close from five working days on, and when three quarters of the working days since `start`
    have passed.
    """
    today = local_date(now)
    if due < today:
        if working_days_between(due, today) > VERY_LATE_DAYS:
            return Term("Veel te laat", "danger", "urgent", "is-very-late")
        return Term("Te laat", "danger", "clock-exclamation", "is-late")
    days = working_days_between(today, due)
    used = term_used(local_date(start), due, today) if start is not None else 0.0
    close = days <= _SOON or used >= _NEARLY_OVER
    label = _time_left(days, (due - today).days // 7, due == today)
    if close:
        return Term(label, "warning", "hourglass-high", "is-due")
    return Term(label, "neutral", "calendar")


def _time_left(days: int, weeks: int, is_today: bool) -> str:
    if is_today:
        return "Vandaag"
    if weeks >= 3:
        return f"Over {weeks} weken"
    return "Nog 1 werkdag" if days == 1 else f"Nog {days} werkdagen"


def told(document: Any, names: Sequence[str], blank: str = "") -> list[dict[str, str]]:
    """Return the questions of a model with their answers, for `components/spec.html`.

    Args:
        document: any model instance; its fields' verbose names are the questions.
        names: the fields, in order.
        blank: what stands at an empty one; without it, empty ones are left out.
    """
    lines = []
    for name in names:
        text = _answer(document, name) or blank
        if text:
            lines.append({"term": str(document._meta.get_field(name).verbose_name), "text": text})
    return lines


def left_empty(document: Any, names: Sequence[str]) -> list[str]:
    """Return the questions of a model that have no answer; the fields in order."""
    return [str(document._meta.get_field(name).verbose_name) for name in names if not _answer(document, name)]


def _answer(document: Any, name: str) -> str:
    display = getattr(document, f"get_{name}_display", None)
    value = display() if display is not None else getattr(document, name)
    if isinstance(value, bool):
        return "Ja" if value else "Nee"
    return "" if value is None else str(value)
