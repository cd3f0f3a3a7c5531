# SPDX-License-Identifier: EUPL-1.2
"""What this desk did, in figures for everybody: how much, with what outcome, and in how many days.

A sweep counts them and keeps them, so that reading them costs the same whatever there is to count. Small
numbers are left out (`small_numbers`). Demo data counts only where the whole installation is a demo.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count, Max, Min, QuerySet
from django.db.models.functions import TruncQuarter
from django.utils import timezone

from netwerk import cache_tags, demo
from netwerk.models import TimelineEntry

from .. import workflow
from ..models import (
    WITHIN_RULES,
    CaseOutcome,
    DeskTerms,
    Ministry,
    MinistryThread,
    ObstacleCase,
    ObstacleReport,
    OutcomeKind,
)
from .days import between
from .periods import Period, latest
from .small_numbers import Hidden, crossed, parts, told

TAG = cache_tags.listing("cijfers")
KEPT_FOR = 2 * 24 * 3600
"""Seconds; the sweep counts anew long before."""
QUARTERS, YEARS = 8, 4
"""How far back the figures go one by one; what is older is taken together."""
HEARD = tuple(f"melding.{move}" for move in ("ask", "accept", "merge", "refer", "answer"))
"""What a reporter takes as a first answer."""
_ROOM = frozenset({OutcomeKind.EXEMPTION, OutcomeKind.EXPERIMENT})
GROUPS: tuple[tuple[str, frozenset[OutcomeKind]], ...] = (
    ("Regel aangepast", frozenset({OutcomeKind.RULE_CHANGED})),
    ("Ontheffing of experiment", _ROOM),
    ("Opgelost binnen de regels", frozenset(WITHIN_RULES)),
    ("Geagendeerd elders", frozenset({OutcomeKind.AGENDA})),
    ("Geen ruimte, met uitleg", frozenset({OutcomeKind.NO_ROOM})),
    ("Geen antwoord", frozenset({OutcomeKind.NO_ANSWER})),
    ("Ingetrokken", frozenset({OutcomeKind.WITHDRAWN})),
)
"""A case with several outcomes counts once: by the first of these that it has."""
STEPS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("Eerste contact", "Van melding tot eerste antwoord", ("melding.sent", "melding.entered"), HEARD),
    ("Analyse", "Van begin tot einde van de analyse", ("casus.start_analysis",), ("casus.state_problem",)),
    (
        "Probleemstelling",
        "Van einde analyse tot goedgekeurde tekst",
        ("casus.state_problem",),
        ("casus.statement_approved",),
    ),
    ("Ministeries", "Van voorleggen tot wegen van antwoorden", ("casus.escalate",), ("casus.weigh",)),
    ("Uitkomst", "Van wegen tot vastgestelde uitkomst", ("casus.weigh",), ("casus.set_outcome",)),
)
"""A step, what it is, and the entries with which it begins and ends; the first time counts."""


@dataclass(frozen=True)
class Quarter:
    """How much came in and how much was decided in a quarter, or in all the time before."""

    label: str
    received: Hidden
    decided: Hidden


@dataclass(frozen=True)
class Outcome:
    """How many cases had this outcome, per year (`Figures.years`) and in all."""

    label: str
    per_year: tuple[Hidden, ...]
    total: Hidden


@dataclass(frozen=True)
class Step:
    """How long a step took: the median in working days, over so many dossiers. None when too few tell."""

    label: str
    meaning: str
    days: Hidden
    number: Hidden


@dataclass(frozen=True)
class Asked:
    """What a ministry was asked, and the median working days from question to answer."""

    ministry: str
    asked: Hidden
    answered: Hidden
    days: Hidden


@dataclass(frozen=True)
class Figures:
    """All figures of one moment. Every number that is not there was too small to tell."""

    counted_at: datetime
    least: int
    with_demo: bool
    received: Hidden
    open_cases: Hidden
    quarters: tuple[Quarter, ...]
    years: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    steps: tuple[Step, ...]
    ministries: tuple[Asked, ...]


def counts_demo() -> bool:
    """Tell whether demo data counts: only where every page already says that all is made up."""
    return bool(settings.DEMO_MODE) and demo.is_there()


def current(now: datetime) -> Figures:
    """Return the figures as they were last counted; counted now when nothing is kept."""
    cache_tags.note(TAG)
    found: Figures | None = cache.get(_key())
    return found if found is not None else keep_figures(now)


def keep_figures(now: datetime) -> Figures:
    """Count all, keep it, and let the pages that show it be made anew."""
    found = count(now, with_demo=counts_demo(), least=DeskTerms.current().shown_from)
    cache.set(_key(), found, KEPT_FOR)
    cache_tags.bump(TAG)
    return found


def _key() -> str:
    return f"ruimte-in-de-regels:figures:1:{counts_demo()}"


def count(now: datetime, *, with_demo: bool, least: int) -> Figures:
    """Return the figures up to now, in a fixed number of queries.

    Args:
        now: the moment; quarters and years are those of Dutch local time.
        with_demo: whether demo data counts.
        least: the smallest number, other than nought, that is told.
    """
    only: Mapping[str, bool] = {} if with_demo else {"is_demo": False}
    reports = ObstacleReport.objects.filter(**only, created_at__lte=now)
    cases = ObstacleCase.objects.filter(**only, merged_into__isnull=True, created_at__lte=now)
    groups, days = _group_of_case(cases), _decided_on(cases)
    decided = {pk: (group, days[pk]) for pk, group in groups.items() if pk in days}
    received = _per_quarter(reports)
    years, outcomes = _outcomes(decided.values(), now, least)
    return Figures(
        counted_at=now,
        least=least,
        with_demo=with_demo,
        received=told(sum(received.values()), least),
        open_cases=told(cases.exclude(state__in=workflow.CASE.sets["decided"]).count(), least),
        quarters=_quarters(received, Counter(Period.of(day) for _, day in decided.values()), now, least),
        years=years,
        outcomes=outcomes,
        steps=_steps(only, now, least),
        ministries=_ministries(only, now, least),
    )


# --- Quarters and outcomes -------------------------------------------------------------------------


def _per_quarter(reports: QuerySet[ObstacleReport]) -> Counter[Period]:
    start = TruncQuarter("created_at", tzinfo=timezone.get_default_timezone())
    rows = reports.order_by().values_list(start).annotate(Count("pk"))
    return Counter({Period.of(begin.date()): number for begin, number in rows})


def _quarters(
    received: Counter[Period], decided: Counter[Period], now: datetime, least: int
) -> tuple[Quarter, ...]:
    """Return the last quarters, oldest first, after one row of all that was before."""
    last = latest(QUARTERS, timezone.localdate(now))[::-1]
    columns = []
    for numbers in (received, decided):
        earlier = sum(number for quarter, number in numbers.items() if quarter < last[0])
        columns.append(parts([earlier, *(numbers[quarter] for quarter in last)], least))
    labels = ["Eerder", *(f"{period.year}, kwartaal {period.quarter}" for period in last)]
    return tuple(Quarter(*row) for row in zip(labels, *columns, strict=True))


def _group_of_case(cases: QuerySet[ObstacleCase]) -> dict[int, str]:
    """Return by case in which group its outcomes put it; a case that was not decided is left out."""
    decided = cases.filter(state__in=workflow.CASE.sets["decided"])
    kinds: defaultdict[int, set[str]] = defaultdict(set)
    for case, kind in CaseOutcome.objects.filter(case__in=decided).values_list("case_id", "kind"):
        kinds[case].add(kind)
    return {case: next(label for label, group in GROUPS if group & has) for case, has in kinds.items()}


def _decided_on(cases: QuerySet[ObstacleCase]) -> dict[int, date]:
    """Return by case the day on which its outcome was last decided."""
    entries = TimelineEntry.objects.filter(type="casus.set_outcome", dossier__in=cases.values("pk"))
    rows = entries.order_by().values_list("dossier_id").annotate(Max("at"))
    return {pk: timezone.localdate(at) for pk, at in rows}


def _outcomes(
    decided: Iterable[tuple[str, date]], now: datetime, least: int
) -> tuple[tuple[str, ...], tuple[Outcome, ...]]:
    """Return the years and the outcomes; years before the last few are taken together."""
    this = timezone.localdate(now).year
    first = this - YEARS + 1
    counted = Counter((label, max(day.year, first - 1)) for label, day in decided)
    years = range(first - 1, this + 1)
    table = [[counted[label, year] for year in years] for label, _ in GROUPS]
    totals = parts([sum(row) for row in table], least)
    found = zip(GROUPS, crossed(table, least), totals, strict=True)
    labels = (f"Voor {first}", *(str(year) for year in years[1:]))
    return labels, tuple(Outcome(label, tuple(row), total) for (label, _), row, total in found)


# --- Days ------------------------------------------------------------------------------------------


def _steps(only: Mapping[str, bool], now: datetime, least: int) -> tuple[Step, ...]:
    types = {kind for _, _, starts, ends in STEPS for kind in (*starts, *ends)}
    rows = TimelineEntry.objects.filter(type__in=types, at__lte=now)
    if only:
        rows = rows.filter(dossier__is_demo=False)
    first = rows.order_by("dossier_id").values_list("dossier_id", "type").annotate(Min("at"))
    moments: defaultdict[int, dict[str, datetime]] = defaultdict(dict)
    for dossier, kind, at in first.iterator():
        moments[dossier][kind] = at
    return tuple(_step(step, moments.values(), least) for step in STEPS)


def _step(
    step: tuple[str, str, tuple[str, ...], tuple[str, ...]],
    moments: Iterable[Mapping[str, datetime]],
    least: int,
) -> Step:
    label, meaning, starts, ends = step
    taken = []
    for one in moments:
        begun = [one[kind] for kind in starts if kind in one]
        done = [one[kind] for kind in ends if kind in one]
        if begun and done and min(begun) <= min(done):
            taken.append(between(min(begun), min(done)))
    return Step(label, meaning, _median(taken, least), told(len(taken), least))


Lain = tuple[str, datetime, datetime | None]
"""The state of a question, when it was sent and when it was settled."""


def _ministries(only: Mapping[str, bool], now: datetime, least: int) -> tuple[Asked, ...]:
    """Return what each ministry was asked; other tables are no ministries, and are left out."""
    rows = MinistryThread.objects.asked().filter(sent_at__lte=now)
    if only:
        rows = rows.filter(case__is_demo=False)
    threads: defaultdict[int, list[Lain]] = defaultdict(list)
    for ministry, state, sent, done in rows.values_list("ministry_id", "state", "sent_at", "settled_at"):
        if sent is not None:  # who was asked, was asked on a day
            threads[ministry].append((state, sent, done))
    return tuple(
        _asked(str(ministry), threads[ministry.pk], least)
        for ministry in Ministry.objects.ministries()
        if ministry.pk in threads
    )


def _asked(name: str, threads: list[Lain], least: int) -> Asked:
    days = [between(sent, done) for state, sent, done in threads if state == "answered" and done]
    answered, _rest = parts([len(days), len(threads) - len(days)], least)
    return Asked(name, told(len(threads), least), answered, _median(days, least))


def _median(days: list[int], least: int) -> Hidden:
    return round(median(days)) if len(days) >= least else None
