# SPDX-License-Identifier: EUPL-1.2
"""How long reporters waited for the first answer."""

from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from django.core.cache import cache
from django.db.models import Min, Q

from ..models import DeskTerms, ObstacleReport
from .counts import HEARD
from .days import between

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
    waited = [between(sent, heard) for sent, heard in rows]
    return (round(median(waited)), len(waited)) if waited else (0, 0)
