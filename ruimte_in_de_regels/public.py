# SPDX-License-Identifier: EUPL-1.2
"""What the site may ask of this desk beyond kinds. Filter and slice; never write."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from django.core.cache import cache
from django.db.models import Exists, Min, OuterRef, Q, QuerySet
from django.db.models.functions import Lower, Trim
from django.utils import timezone

from netwerk import cache_tags
from netwerk.calendar import working_days_between
from netwerk.models import Regulation

from . import figures
from .figures import HEARD, Figures
from .models import (
    AlsoUs,
    DeskTerms,
    ObstacleCase,
    ObstacleReport,
    Promise,
    Publication,
    ReporterIdentity,
)
from .querysets import PromiseQuerySet, PublicationQuerySet

__all__ = [
    "Figures",
    "FirstAnswer",
    "Promise",
    "PublicationQuerySet",
    "current_figures",
    "first_answer",
    "published_cases",
    "reports_hit",
    "shown_promises",
    "shown_regulations",
]

MEASURED_DAYS = 365


@dataclass(frozen=True)
class FirstAnswer:
    """How long reporters waited for the first answer: the median in working days, over so many reports."""

    days: int
    reports: int


def first_answer(today: date) -> FirstAnswer | None:
    """Return how long the first answer took in the past year; None when too few reports tell.

    Reckoned once an hour, over real reports only: demo data is no experience.
    """
    key = f"first-answer:{today}"
    found: tuple[int, int] | None = cache.get(key)
    if found is None:
        found = _measure(today)
        cache.set(key, found, 3600)
    days, reports = found
    return FirstAnswer(days, reports) if reports >= DeskTerms.current().shown_from else None


def _measure(today: date) -> tuple[int, int]:
    since = today - timedelta(days=MEASURED_DAYS)
    rows = (
        ObstacleReport.objects.filter(is_demo=False, created_at__date__gte=since)
        .annotate(heard=Min("timeline__at", filter=Q(timeline__type__in=HEARD)))
        .filter(heard__isnull=False)
        .values_list("created_at", "heard")
    )
    waited = [
        working_days_between(timezone.localdate(sent), timezone.localdate(heard)) for sent, heard in rows
    ]
    return (round(median(waited)), len(waited)) if waited else (0, 0)


def published_cases() -> PublicationQuerySet:
    """Return the public texts of published cases, newest first, with what a card shows."""
    cache_tags.note(cache_tags.listing("casus"))
    return Publication.objects.published().for_pages()


def shown_regulations() -> QuerySet[Regulation]:
    """Return the rules about which a case is on the site, by name; of others nobody may know that we look."""
    listed = ObstacleCase.objects.filter(regulations=OuterRef("pk"), listed_at__isnull=False)
    return Regulation.objects.filter(Exists(listed))


def reports_hit(cases: list[int]) -> int | None:
    """Return how many reports these cases came from; None below the safe minimum."""
    found = ObstacleReport.objects.filter(Q(case__in=cases) | Q(also_hits__in=cases))
    number = found.exclude(state="withdrawn").count()
    return number if number >= DeskTerms.current().shown_from else None


def organisations_hit(cases: list[int]) -> int | None:
    """Return how many organisations said that these cases hit them; None below the safe minimum.

    By the name they gave, in whatever letters; who gave none is counted as a report alone.
    """
    reported = ReporterIdentity.objects.filter(
        Q(report__case__in=cases) | Q(report__also_hits__in=cases)
    ).exclude(report__state="withdrawn")
    name = Lower(Trim("organisation_name"))
    said = AlsoUs.objects.filter(case__in=cases).order_by()
    named = reported.values_list(name).union(said.values_list(name))
    number = len({name for (name,) in named} - {""})
    return number if number >= DeskTerms.current().shown_from else None


def shown_promises() -> PromiseQuerySet:
    """Return the promises of cases on the site with what a row shows; what is due last comes first."""
    rows = Promise.objects.shown().select_related("ministry", "case__publication")
    return rows.order_by("-due_on", "-pk")


def current_figures(now: datetime) -> Figures:
    """Return what this desk did, in numbers that point to nobody; see `figures.Figures`."""
    return figures.current(now)
