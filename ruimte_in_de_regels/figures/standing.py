# SPDX-License-Identifier: EUPL-1.2
"""How promises stood at a moment that is past, read off the timeline: a row only knows how it is now."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from netwerk.models import TimelineEntry
from netwerk.timeline import part_key
from netwerk.workflow import State

from ..models import Promise
from ..workflow import PROMISE

_MOVES = [f"toezegging.{move.name}" for move in PROMISE.transitions]


@dataclass(frozen=True)
class Standing:
    """One promise as it stood."""

    promise: Promise
    state: str
    due_on: date
    settled_at: datetime | None

    @property
    def text(self) -> str:
        """What was promised, in the words of now."""
        return self.promise.text

    @property
    def state_info(self) -> State:
        """The state's row in the table: label, tone and icon."""
        return PROMISE.state(self.state)


def standings(promises: QuerySet[Promise], until: datetime, day: date) -> list[Standing]:
    """Return how these promises stood just before a moment, in two queries.

    Args:
        promises: those that were made by then.
        until: the moment.
        day: the last day before it: what was due earlier and not settled, was late.
    """
    rows = list(promises)
    entries = TimelineEntry.objects.filter(type__in=_MOVES, dossier__in={row.case_id for row in rows})
    moves: defaultdict[str, list[TimelineEntry]] = defaultdict(list)
    for entry in entries.order_by("at", "pk"):
        moves[entry.part].append(entry)
    return [_standing(row, moves[part_key(row)], until, day) for row in rows]


def _standing(promise: Promise, moves: list[TimelineEntry], until: datetime, day: date) -> Standing:
    before = [move for move in moves if move.at < until]
    dates = [move.data["new_date"] for move in before if move.data.get("new_date")]
    due_on = date.fromisoformat(dates[-1]) if dates else promise.first_due_on
    state, settled_at = "open", None
    if before and before[-1].data["to"] in PROMISE.sets["settled"]:
        state, settled_at = before[-1].data["to"], before[-1].at
    elif not moves and promise.settled_at is not None and promise.settled_at < until:
        state, settled_at = promise.state, promise.settled_at
    if settled_at is None and due_on < day:
        state = "late"
    return Standing(promise, state, due_on, settled_at)
