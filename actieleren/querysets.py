# SPDX-License-Identifier: EUPL-1.2
"""Queries with business names. Models use them with `as_manager()`."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from netwerk.querysets import DossierQuerySet

from . import access

if TYPE_CHECKING:
    from netwerk.access import Actor


GOING, COMPLETED, STOPPED = "bezig", "afgerond", "gestopt"
"""How far a project is, as words in an address."""

_ON_CARD = ("title", "slug", "summary", "ending", "organisation_name", "organisation__name")
_SHELVES = {
    GOING: Q(ending=""),
    COMPLETED: Q(ending="completed"),
    STOPPED: Q(ending="stopped"),
}


class LearningProjectQuerySet(DossierQuerySet):
    """Learning projects."""

    def visible_to(self, actor: "Actor") -> Self:
        """Return the projects that this actor may know of."""
        return self.filter(access.projects_q(actor))

    def joined_by(self, actor: "Actor") -> Self:
        """Return the projects in which this actor takes part, the latest news first."""
        return self.filter(access.own_q(actor)).order_by("-last_news_at", "-pk")

    def open_to(self, actor: "Actor") -> Self:
        """Return the projects of which this actor may read the card or the story, as anybody could."""
        return self.filter(access.open_to_q(actor))

    def listed(self) -> Self:
        """Return what stands on the site, newest first. Asks the projects' own table alone."""
        return self.filter(listed_at__isnull=False).order_by("-listed_at", "-pk")

    def for_cards(self) -> Self:
        """Return what a card shows and no more; its themes come from `netwerk.cards`."""
        return self.select_related("organisation").only(*_ON_CARD)

    def for_page(self) -> Self:
        """Return what the page of one shows, in a fixed number of queries."""
        return self.select_related("organisation").prefetch_related("themes", "regions")

    def on_shelves(self, shelves: Iterable[str]) -> Self:
        """Keep what is going on, what was completed, or what was stopped."""
        wanted = Q(pk__in=())
        for shelf in shelves:
            wanted |= _SHELVES[shelf]
        return self.filter(wanted)


class LessonQuerySet(models.QuerySet):
    """Lessons."""

    def readable_by(self, actor: "Actor") -> Self:
        """Return the lessons that this actor may read, newest first."""
        return self.filter(access.lessons_q(actor)).order_by("-created_at", "-pk")
