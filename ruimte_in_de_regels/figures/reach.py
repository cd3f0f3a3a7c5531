# SPDX-License-Identifier: EUPL-1.2
"""How widely and heavily an obstacle hits others, as the public may read it: from a minimum on."""

from dataclasses import dataclass
from statistics import median_low
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Lower, Trim

from ..models import AlsoUs, DeskTerms, Hours, ObstacleCase, ObstacleReport, People, ReporterIdentity
from ..querysets import PublicationQuerySet

_LEAST = DeskTerms().shown_from
"""The safe minimum as long as nobody changed the terms."""


@dataclass(frozen=True)
class Weight:
    """How often it was said, and the bands in the middle; a band is empty while too few tell of it."""

    count: int
    hours: str
    people: str


def counted(case: ObstacleCase) -> int:
    """Return how often somebody said that it plays there too: on the page of the case, or in a report."""
    return case.also_us.count() + case.also_hit.exclude(state="withdrawn").count()


def with_weight(texts: PublicationQuerySet) -> PublicationQuerySet:
    """Return public texts with all that `weight` asks for when nothing is shown: in their own query."""
    said = AlsoUs.objects.filter(case=OuterRef("case")).order_by()
    reported = ObstacleReport.objects.filter(also_hits=OuterRef("case")).exclude(state="withdrawn")
    return texts.annotate(
        also_said=_number_of(said, "case"),
        also_reported=_number_of(reported, "also_hits"),
        shown_from=Subquery(DeskTerms.objects.filter(pk=1).values("shown_from")),
    )


def _number_of(rows: QuerySet[Any], by: str) -> Subquery:
    return Subquery(rows.values(by).annotate(number=Count("pk")).values("number"))


def weight(text: Any) -> Weight | None:
    """Return what the public may know; None below the safe minimum.

    Args:
        text: the public text, from `with_weight`.
    """
    case, least = text.case, text.shown_from or _LEAST
    number = (text.also_said or 0) + (text.also_reported or 0)
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
