# SPDX-License-Identifier: EUPL-1.2
"""What the site may ask of this desk beyond kinds. Filter and slice; never write."""

from netwerk import cache_tags

from .models import Publication
from .querysets import PublicationQuerySet

__all__ = ["published_cases"]


def published_cases() -> PublicationQuerySet:
    """Return the public texts of published cases, newest first, with what a card shows."""
    cache_tags.note(cache_tags.listing("casus"))
    return (
        Publication.objects.published()
        .select_related("case")
        .prefetch_related("case__outcomes", "case__themes")
    )
