# SPDX-License-Identifier: EUPL-1.2
"""The letter of a quarter to one ministry: what it was asked, answered, promised and kept.

It counts every question to that ministry, for it knows them all. It tells only of cases on the site, in
three lines that the team wrote: never who reported, nor anything of the case itself.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from ..models import CaseSummary, Ministry, MinistryThread, ObstacleCase, Promise
from .counts import counts_demo
from .periods import Period, latest
from .standing import Standing, standings

BACK = 8
"""Quarters that can be chosen."""


def periods(today: date) -> list[Period]:
    """Return the quarters of which a letter can be made, this one first."""
    return latest(BACK, today)


@dataclass(frozen=True)
class Letter:
    """What a letter tells. Numbers are those at `until`: the end of the quarter, or now while it runs."""

    ministry: Ministry
    period: Period
    until: datetime
    counts: tuple[tuple[str, int], ...]
    examples: tuple[CaseSummary, ...]
    promises: tuple[Standing, ...]
    """As they stood at `until`, whatever became of them since."""
    unwritten: tuple[ObstacleCase, ...]
    """Cases on the site that belong in it, of which nobody wrote the three lines yet."""

    @property
    def name(self) -> str:
        """Name of the file."""
        return f"kwartaalbrief-{self.ministry.code}-{self.period.code}"


def letter(ministry: Ministry, period: Period, now: datetime) -> Letter:
    """Return the letter to a ministry about a quarter, in a fixed number of queries."""
    until = min(period.end, now)
    only = {} if counts_demo() else {"case__is_demo": False}
    threads = MinistryThread.objects.asked().filter(ministry=ministry, sent_at__lt=until, **only)
    made = Promise.objects.filter(ministry=ministry, made_on__lte=_day(until), **only)
    promises = standings(made.select_related("case"), until, _day(until))
    told = threads.filter(_open_at(until) | Q(settled_at__gte=period.start))
    cases = ObstacleCase.objects.listed().filter(pk__in=told.values("case"))
    written = cases.filter(publication__state="published", three_lines__isnull=False)
    shown = [one for one in promises if one.promise.case.listed_at is not None and _of_quarter(one, period)]
    return Letter(
        ministry=ministry,
        period=period,
        until=until,
        counts=(*_asked(threads, period, until), *_promised(promises, period)),
        examples=tuple(CaseSummary.objects.filter(case__in=written).select_related("case__publication")),
        promises=tuple(sorted(shown, key=lambda one: (one.due_on, one.promise.pk))),
        unwritten=tuple(cases.filter(three_lines__isnull=True)),
    )


def _day(moment: datetime) -> date:
    """Return the last day before a moment, or the day itself while it runs."""
    return timezone.localdate(moment - timedelta(microseconds=1))


def _open_at(until: datetime) -> Q:
    return Q(settled_at__isnull=True) | Q(settled_at__gte=until)


def _of_quarter(one: Standing, period: Period) -> bool:
    """Tell whether a promise was made or settled in the quarter, or ran at its end."""
    return one.settled_at is None or one.settled_at >= period.start or _made_in(one, period)


def _made_in(one: Standing, period: Period) -> bool:
    return one.promise.made_on >= timezone.localdate(period.start)


def _asked(threads: QuerySet, period: Period, until: datetime) -> tuple[tuple[str, int], ...]:
    waiting = threads.filter(_open_at(until))
    return (
        ("Vragen gesteld in dit kwartaal", threads.filter(sent_at__gte=period.start).count()),
        (
            "Vragen beantwoord in dit kwartaal",
            threads.filter(state="answered", settled_at__gte=period.start, settled_at__lt=until).count(),
        ),
        ("Vragen die nog open staan", waiting.count()),
        ("Waarvan te laat", waiting.filter(due_at__lt=_day(until)).count()),
    )


def _promised(promises: list[Standing], period: Period) -> tuple[tuple[str, int], ...]:
    kept = [one for one in promises if one.state == "kept" and _settled_in(one, period)]
    return (
        ("Toezeggingen gedaan in dit kwartaal", sum(_made_in(one, period) for one in promises)),
        ("Toezeggingen nagekomen in dit kwartaal", len(kept)),
        ("Toezeggingen die te laat zijn", sum(one.state == "late" for one in promises)),
    )


def _settled_in(one: Standing, period: Period) -> bool:
    return one.settled_at is not None and one.settled_at >= period.start
