# SPDX-License-Identifier: EUPL-1.2
"""The numbers on top of a queue: each stops counting at a thousand, and all together are one query."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from netwerk.workflow import Workflow

from .filters import late_q, waiting_q, week_q
from .paging import capped
from .together import counting_of


@dataclass(frozen=True)
class Counter:
    """One number on top of a queue."""

    number: int
    label: str
    icon: str
    tone: str = ""

    @property
    def text(self) -> str:
        """The number in words."""
        return capped(self.number)


class Counts:
    """How many dossiers are open, late, due this week, without somebody or mine, and in some states."""

    def __init__(self, among: Q, workflow: Workflow, reader_id: int, states: Iterable[str] = ()) -> None:
        today = timezone.localdate()
        is_open = Q(state__in=workflow.sets["open"])
        wanted = {
            "open": is_open,
            "late": late_q(workflow, today),
            "week": week_q(workflow, today),
            "waiting": waiting_q(workflow),
            "nobody": is_open & Q(assignee__isnull=True),
            "mine": is_open & Q(assignee=reader_id),
            # As a set, like what waits: where the two are one, it is counted once.
            **{f"in_{code}": Q(state__in=frozenset({code})) for code in states},
        }
        self._numbers = counting_of(among, tuple(wanted.items())).fetch()

    def __getitem__(self, name: str) -> int:
        """Return one number: open, late, week, waiting, nobody or mine."""
        return self._numbers[name]

    def of(self, state: str) -> int:
        """Return how many are in a state that was asked for."""
        return self[f"in_{state}"]

    def common(self) -> list[Counter]:
        """Return the counters that every queue has."""
        late, week = self["late"], self["week"]
        return [
            Counter(late, "te laat", "clock-exclamation", "danger" if late else ""),
            Counter(week, "deze week", "hourglass-high", "warning" if week else ""),
            Counter(self["nobody"], "zonder behandelaar", "user-question"),
        ]
