# SPDX-License-Identifier: EUPL-1.2
"""What the site may ask of Koplopers beyond kinds. Filter and slice; never write."""

from netwerk import cache_tags

from .models import Initiative
from .querysets import InitiativeQuerySet

__all__ = ["listed_initiatives"]


def listed_initiatives() -> InitiativeQuerySet:
    """Return the initiatives on the site, newest first, with what a card shows; a kept page is told.

    Their themes and places come from `netwerk.cards`, for all cards of a page at once.

    For one theme: `listed_initiatives().about_themes(["gezond-werken"])`.
    """
    cache_tags.note(cache_tags.listing("initiatief"))
    return Initiative.objects.listed().for_cards()
