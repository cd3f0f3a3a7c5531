# SPDX-License-Identifier: EUPL-1.2
"""How long a question lay with whom, in working days: arithmetic over the moments of its moves."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from netwerk.calendar import working_days_between
from netwerk.models import TimelineEntry
from netwerk.timeline import part_key

from ..models import MinistryThread

OURS = "Netwerkteam"
MOVES = {
    f"ministerievraag.{move}": move
    for move in ("send", "ask_back", "answer_back", "answer", "pass_on", "withdraw")
}
"""What moves a question from one to another, by the type of its entry in the log."""


def between(start: datetime, end: datetime) -> int:
    """Return the working days between the Dutch days of two moments."""
    return working_days_between(timezone.localdate(start), timezone.localdate(end))


@dataclass(frozen=True)
class Turn:
    """A stretch in which a question lay with somebody; without an end it lies there still."""

    party: str
    start: date
    end: date | None = None


def turns(party: str, steps: Iterable[tuple[str, date]], handed_at: date | None = None) -> list[Turn]:
    """Return with whom a question lay, from its moves in order.

    It lies with the party from sending until it answers, passes on or is released; with the network while
    the party waits for an answer of ours, and from passing on until the next one is asked.

    Args:
        party: who was asked.
        steps: names of moves with their days, oldest first; a move that changes nothing here is ignored.
        handed_at: the day on which the next owner was asked, after `pass_on`; None when not (yet).
    """
    found: list[Turn] = []
    holder, since = "", date.min
    for move, day in steps:
        after = {"send": party, "answer_back": party, "ask_back": OURS, "pass_on": OURS}.get(move, "")
        if move not in MOVES.values():
            continue
        if holder:
            found.append(Turn(holder, since, day))
        holder, since = after, day
    if holder:
        found.append(Turn(holder, since, handed_at if holder == OURS else None))
    return found


def days_with(lain: Iterable[Turn], today: date) -> dict[str, int]:
    """Return per party how many working days it had the question; what lies there still counts to today."""
    total: defaultdict[str, int] = defaultdict(int)
    for turn in lain:
        total[turn.party] += max(0, working_days_between(turn.start, turn.end or today))
    return {party: days for party, days in total.items() if days or party != OURS}


@dataclass(frozen=True)
class Course:
    """How a case went from party to party."""

    hand_overs: int
    days: Mapping[str, int]
    """Working days per party, in the order in which they were asked."""


def course(case_id: int, threads: Iterable[MinistryThread], today: date) -> Course:
    """Return the hand-overs of a case, and the working days that its questions lay with each party."""
    asked = [thread for thread in threads if thread.sent_at is not None]
    steps: defaultdict[str, list[tuple[str, date]]] = defaultdict(list)
    entries = TimelineEntry.objects.filter(dossier_id=case_id, type__in=MOVES).exclude(part="")
    moments: Iterable[tuple[str, str, datetime]] = entries.order_by("at", "id").values_list(
        "part", "type", "at"
    )
    for part, kind, at in moments:
        steps[part].append((MOVES[kind], timezone.localdate(at)))
    sent = {thread.pk: timezone.localdate(thread.sent_at) for thread in asked}
    lain = [
        turn
        for thread in asked
        for turn in turns(str(thread.ministry), steps[part_key(thread)], sent.get(thread.next_thread_id or 0))
    ]
    return Course(sum(thread.state == "not_competent" for thread in asked), days_with(lain, today))
