# SPDX-License-Identifier: EUPL-1.2
"""How widely and heavily an obstacle hits others, as the public may read it: in bands, from a minimum on."""

from dataclasses import dataclass
from statistics import median_low

from .models import AlsoUs, DeskTerms, Hours, ObstacleCase, People


@dataclass(frozen=True)
class Weight:
    """How often it was said, and the bands in the middle; a band is empty while too few tell of it."""

    count: int
    hours: str
    people: str


def counted(case: ObstacleCase) -> int:
    """Return how often somebody said that it plays there too: on the page of the case, or in a report."""
    return case.also_us.count() + case.also_hit.exclude(state="withdrawn").count()


def shown(case: ObstacleCase) -> Weight | None:
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
