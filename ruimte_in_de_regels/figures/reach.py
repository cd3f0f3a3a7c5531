# SPDX-License-Identifier: EUPL-1.2
"""How widely and heavily an obstacle hits others, as the public may read it: from a minimum on."""

from dataclasses import dataclass
from statistics import median_low

from django.db.models import Q
from django.db.models.functions import Lower, Trim

from ..models import AlsoUs, DeskTerms, Hours, ObstacleCase, ObstacleReport, People, ReporterIdentity


@dataclass(frozen=True)
class Weight:
    """How often it was said, and the bands in the middle; a band is empty while too few tell of it."""

    count: int
    hours: str
    people: str


def counted(case: ObstacleCase) -> int:
    """Return how often somebody said that it plays there too: on the page of the case, or in a report."""
    return case.also_us.count() + case.also_hit.exclude(state="withdrawn").count()


def weight(case: ObstacleCase) -> Weight | None:
    """Return what the public may know; None below the safe minimum."""
    least = DeskTerms.current().shown_from
    number = counted(case)
    if number < least:
        return None
    rows = list(AlsoUs.objects.filter(case=case).values_list("hours", "people"))
    if len(rows) < least:
        return Weight(number, "", "")
    hours, people = (median_low(band) for band in zip(*rows, strict=True))
    return Weight(number, str(Hours(hours).label).lower(), str(People(people).label).lower())


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
