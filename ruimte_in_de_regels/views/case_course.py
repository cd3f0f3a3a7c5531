# SPDX-License-Identifier: EUPL-1.2
"""The course of a published case: what was done, where it stands now, and what everybody waits for.

It begins when the network began to look. The day of a report is left out: who knows that somebody reported
something on that day, may know who it was.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from netwerk.models import TimelineEntry

from .. import workflow
from ..figures import days
from ..models import MinistryThread, ObstacleCase, Promise

_OF_THE_NETWORK = {
    "casus.start_analysis": "We begonnen met uitzoeken",
    "casus.analysis_completed": "De contextanalyse was klaar",
    "casus.statement_approved": "De probleemstelling stond vast",
    "casus.set_outcome": "De uitkomst stond vast",
    "casus.reopen": "We keken er opnieuw naar",
}
_ENTRIES = TimelineEntry.objects.filter(type__in=[*_OF_THE_NETWORK, *days.MOVES]).order_by("at", "id")
"""What is asked of the log, of any case: put together once."""


@dataclass(frozen=True)
class Step:
    """One step as the time line shows it."""

    when: date | str
    title: str
    text: str = ""
    phase: str = ""
    promise: bool = False


@dataclass(frozen=True)
class Log:
    """What the log says of a case that everybody may know."""

    steps: tuple[Step, ...]
    """What the network did, each thing once: the last time."""
    moves: dict[str, list[tuple[str, date]]]
    """Moves of each question, by its part."""


def read(case: ObstacleCase) -> Log:
    """Return what the log says, in one query."""
    last: dict[str, date] = {}
    moves: defaultdict[str, list[tuple[str, date]]] = defaultdict(list)
    rows: Iterable[tuple[str, str, datetime]] = _ENTRIES.filter(dossier=case.pk).values_list(
        "type", "part", "at"
    )
    for kind, part, at in rows:
        if kind in _OF_THE_NETWORK:
            last[kind] = timezone.localdate(at)
        else:
            moves[part].append((days.MOVES[kind], timezone.localdate(at)))
    return Log(tuple(Step(day, _OF_THE_NETWORK[kind]) for kind, day in last.items()), moves)


def course(
    case: ObstacleCase, log: Log, threads: list[MinistryThread], promises: list[Promise]
) -> list[Step]:
    """Return the steps of a case: what was done, oldest first, how it stands, and what is still to come."""
    passed = [thread for thread in threads if thread.state == "not_competent"]
    others = [thread for thread in threads if thread.state != "not_competent"]
    # On one day, who passes on comes before the one who is then asked.
    done = [*log.steps, *_answered(passed), *_asked(threads), *_answered(others), *_promised(promises)]
    now = Step("Nu", case.state_info.label, case.state_info.plain, "now")
    to_come = [*_awaited(threads), *_due(promises)]
    return [
        *sorted(done, key=lambda step: str(step.when)),
        now,
        *sorted(to_come, key=lambda step: str(step.when)),
    ]


def _asked(threads: list[MinistryThread]) -> Iterator[Step]:
    """Yield each day on which questions went out, with everybody who got one."""
    by_day: defaultdict[date, list[str]] = defaultdict(list)
    for thread in threads:
        if thread.sent_at is not None:
            by_day[timezone.localdate(thread.sent_at)].append(thread.label)
    for day, names in by_day.items():
        yield Step(day, f"We vroegen {_together(names)}")


def _together(names: list[str]) -> str:
    return " en ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _answered(threads: list[MinistryThread]) -> Iterator[Step]:
    for thread in threads:
        if thread.settled_at is not None and thread.state in ("answered", "not_competent"):
            stand = thread.public_state.label
            yield Step(
                timezone.localdate(thread.settled_at), f"{thread.label}: {stand[0].lower()}{stand[1:]}"
            )
        elif thread.state == "expired" and thread.due_at is not None:
            yield Step(thread.due_at + timedelta(days=1), f"{thread.label}: nog geen antwoord, te laat")


def _promised(promises: list[Promise]) -> Iterator[Step]:
    for promise in promises:
        if promise.state == "late":
            yield Step(promise.due_on + timedelta(days=1), f"Toezegging van {promise.ministry} is te laat")
        if promise.settled_at is not None:
            title = f"Toezegging van {promise.ministry}: {promise.state_info.label.lower()}"
            yield Step(timezone.localdate(promise.settled_at), title)


def _awaited(threads: list[MinistryThread]) -> Iterator[Step]:
    waiting = workflow.THREAD.sets["with_ministry"]
    for thread in threads:
        if thread.state in waiting and thread.due_at is not None:
            yield Step(thread.due_at, f"Antwoord van {thread.label}", phase="next", promise=True)


def _due(promises: list[Promise]) -> Iterator[Step]:
    for promise in promises:
        if promise.state == "open":
            title = f"Toezegging van {promise.ministry}"
            yield Step(promise.due_on, title, promise.text, phase="next", promise=True)
