# SPDX-License-Identifier: EUPL-1.2
"""What the public reads of each party that was asked: its answer, to whom it pointed, or its silence."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils import timezone

from netwerk.workflow import State

from ..figures import days
from ..models import MinistryThread


@dataclass(frozen=True)
class PublicAnswer:
    """One party on the public page of a case: never more than it allowed."""

    short: str
    name: str
    state: State
    text: str
    protects: str = ""
    dates: list[dict[str, object]] = field(default_factory=list)


def public_answer(thread: MinistryThread, moves: Iterable[tuple[str, date]] = ()) -> PublicAnswer:
    """Return what everybody may read of one question.

    Args:
        thread: the question.
        moves: its moves with their days; they tell how long it lay with the party, once that is over.
    """
    party = thread.ministry
    name = f"{party.name}, ronde {thread.round}" if thread.round > 1 else party.name
    answered = thread.state == "answered"
    return PublicAnswer(
        short=party.abbreviation,
        name=name,
        state=thread.public_state,
        text=_text(thread),
        protects=thread.answer.rule_purpose if answered and thread.answer.public_text else "",
        dates=[{"term": term, "day": day} for term, day in (*_dates(thread), *_lasted(thread, moves))],
    )


def _text(thread: MinistryThread) -> str:
    if thread.state == "answered":
        how = thread.answer.on_behalf
        heard = f"Dit hoorden we {how}, opgeschreven door het netwerk." if how else ""
        return "\n\n".join(part for part in (thread.answer.public_text, heard) if part)
    if thread.state == "not_competent":
        return f"Wie er wel over gaat: {thread.next_owner}."
    if thread.state == "expired":
        return "Er is nog geen antwoord. Een antwoord is nog steeds welkom."
    return "Zodra er antwoord is, staat het hier."


def _dates(thread: MinistryThread) -> list[tuple[str, date]]:
    """Return when it was asked, reminded and answered, or since when the answer is late."""
    found = [("Gevraagd op", timezone.localdate(thread.sent_at))] if thread.sent_at else []
    if thread.settled_at and thread.state == "answered":
        return [*found, ("Beantwoord op", timezone.localdate(thread.settled_at))]
    if thread.settled_at and thread.state == "not_competent":
        return [*found, ("Doorverwezen op", timezone.localdate(thread.settled_at))]
    found += [("Herinnerd op", day) for day in sorted({timezone.localdate(at) for at in thread.reminders})]
    if thread.due_at and thread.state == "expired":
        return [*found, ("Te laat sinds", thread.due_at + timedelta(days=1))]
    return [*found, ("Antwoord verwacht", thread.due_at)] if thread.due_at else found


def _lasted(thread: MinistryThread, moves: Iterable[tuple[str, date]]) -> list[tuple[str, str]]:
    """Return how long a settled question lay with the party, as the team counts it; waiting for us is not."""
    if thread.settled_at is None:
        return []
    settled = timezone.localdate(thread.settled_at)
    number = days.days_with(days.turns(thread.label, moves), settled).get(thread.label)
    if number is None:
        return []
    longer = ", 1 keer verlengd" if thread.extended_to else ""
    return [("Duurde", f"{number} werkdag{'' if number == 1 else 'en'}{longer}")]
