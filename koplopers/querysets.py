# SPDX-License-Identifier: EUPL-1.2
"""Queries with business names. Models use them with `as_manager()`."""

from typing import TYPE_CHECKING, Self

from django.db import models

from . import access

if TYPE_CHECKING:
    from netwerk.access import Actor


class InitiativeQuerySet(models.QuerySet):
    """Initiatives."""

    def visible_to(self, actor: "Actor") -> Self:
        """Return the initiatives that this actor may see."""
        return self.filter(access.initiatives_q(actor))

    def brought_by(self, actor: "Actor") -> Self:
        """Return the initiatives that this actor owns or put forward, the latest news first."""
        return self.filter(access.own_q(actor)).order_by("-last_news_at", "-pk")

    def listed(self) -> Self:
        """Return what stands on the site, newest first. Asks the initiatives' own table alone."""
        return self.filter(listed_at__isnull=False).order_by("-listed_at", "-pk")

    def for_cards(self) -> Self:
        """Return what a card shows, in a fixed number of queries."""
        return self.select_related("organisation").prefetch_related("themes", "regions")
