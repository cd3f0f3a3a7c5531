# SPDX-License-Identifier: EUPL-1.2
"""Queries with business names. Models use them with `as_manager()`."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from django.db.models import Q

from netwerk.querysets import DossierQuerySet

from . import access

if TYPE_CHECKING:
    from netwerk.access import Actor


KOPLOPER, EXAMPLE, ALUMNI = "koploper", "goed-voorbeeld", "oud-koploper"
"""The shelves of the register, as words in an address."""

_ON_CARD = ("title", "slug", "summary", "state", "phase", "organisation_name", "organisation__name")
_SHELVES = {
    KOPLOPER: Q(recognised_at__isnull=False, retired_at__isnull=True),
    EXAMPLE: Q(recognised_at__isnull=True),
    ALUMNI: Q(retired_at__isnull=False),
}


class InitiativeQuerySet(DossierQuerySet):
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
        """Return what a card shows and no more; its themes and place come from `netwerk.cards`."""
        return self.select_related("organisation").only(*_ON_CARD)

    def for_page(self) -> Self:
        """Return what the page of one shows, in a fixed number of queries."""
        ties = ("themes", "regions", "sectors", "partners__organisation")
        return self.select_related("organisation").prefetch_related(*ties)

    def on_shelves(self, shelves: Iterable[str]) -> Self:
        """Keep Koplopers, good examples, or former Koplopers."""
        wanted = Q(pk__in=())
        for shelf in shelves:
            wanted |= _SHELVES[shelf]
        return self.filter(wanted)

    def serving(self, goals: Iterable[str]) -> Self:
        """Keep what serves one of these goals; each is the name of its field."""
        wanted = Q(pk__in=())
        for goal in goals:
            wanted |= Q(**{goal: True})
        return self.filter(wanted)
