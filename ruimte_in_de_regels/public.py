# SPDX-License-Identifier: EUPL-1.2
"""What the site may ask of this desk beyond kinds. Filter and slice; never write."""

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from netwerk import cache_tags
from netwerk.models import Regulation

from .cards import CaseCard, newest_cards
from .figures import counts
from .figures.counts import Figures
from .models import ObstacleCase, Promise, Publication
from .querysets import PromiseQuerySet, PublicationQuerySet

__all__ = [
    "CaseCard",
    "Figures",
    "Promise",
    "PublicationQuerySet",
    "case_cards",
    "current_figures",
    "published_cases",
    "shown_promises",
    "shown_regulations",
]


def published_cases() -> PublicationQuerySet:
    """Return the public texts of published cases, newest first; a kept page is told."""
    cache_tags.note(cache_tags.listing("casus"))
    return Publication.objects.published().select_related("case")


def case_cards(most: int) -> list[CaseCard]:
    """Return the newest published cases as cards; their themes come from `netwerk.cards`."""
    cache_tags.note(cache_tags.listing("casus"))
    return newest_cards(most)


def shown_regulations() -> QuerySet[Regulation]:
    """Return the rules about which a case is on the site, by name; of others nobody may know that we look."""
    listed = ObstacleCase.objects.filter(regulations=OuterRef("pk"), listed_at__isnull=False)
    return Regulation.objects.filter(Exists(listed))


def shown_promises() -> PromiseQuerySet:
    """Return the promises of cases on the site with what a row shows; what is due last comes first."""
    rows = Promise.objects.shown().select_related("ministry", "case__publication")
    return rows.order_by("-due_on", "-pk")


def current_figures(now: datetime) -> Figures:
    """Return what this desk did, in numbers that point to nobody; see `Figures`."""
    return counts.current(now)
