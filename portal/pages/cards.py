# SPDX-License-Identifier: EUPL-1.2
"""What lists of several pages share: which items, and of which theme. A fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from django.utils.text import Truncator
from wagtail.models import Page

from actieleren import public as learning
from koplopers import public as register
from netwerk import cache_tags
from netwerk.cards import give_places, give_themes
from netwerk.models import Theme
from portal.pages.addresses import address_of
from ruimte_in_de_regels import public as desk

SUMMARY_WORDS = 28


_OF_PAGE = ("path", "url_path", "live")


@cache
def _themes() -> Any:
    """Return the themes with their pages, of which only the place in the tree. Copy it before asking."""
    own = (field.name for field in Theme._meta.concrete_fields)
    joined = Theme.objects.select_related("theme_page")
    return joined.only(*own, "theme_page__theme", *(f"theme_page__{name}" for name in _OF_PAGE))


class ThemeMap:
    """The themes with their pages, in one query; says of any page below which theme it stands."""

    def __init__(self, themes: Iterable[Theme] | None = None) -> None:
        # Any: the type checker does not know the way back from a theme to its page.
        cache_tags.note(cache_tags.listing("themepage"))
        self.all: list[Any] = list(_themes().all() if themes is None else themes)

    @cached_property
    def shown(self) -> list[Any]:
        """The themes whose page is public."""
        return [theme for theme in self.all if hasattr(theme, "theme_page") and theme.theme_page.live]

    @cached_property
    def by_pk(self) -> dict[int, Theme]:
        """The themes by their key."""
        return {theme.pk: theme for theme in self.all}

    def links(self) -> list[dict[str, Any]]:
        """Return every theme with the address of its page, or without one while there is no page."""
        public = {theme.pk for theme in self.shown}
        return [
            {"theme": theme, "href": address_of(theme.theme_page) if theme.pk in public else ""}
            for theme in self.all
        ]

    def of(self, page: Page) -> Theme | None:
        """Return the theme below which a page stands; the tree says so, no copy can disagree."""
        return next((theme for theme in self.shown if page.path.startswith(theme.theme_page.path)), None)

    def dress(self, pages: Iterable[Any]) -> list[Any]:
        """Return the pages with their theme as `shown_theme`, for a tag on a card."""
        dressed = list(pages)
        for page in dressed:
            page.shown_theme = self.of(page)
        return dressed


def listed(kind: Any) -> Any:
    """Return the published pages of a kind in their order, with what a card or a row shows and no more."""
    cache_tags.note(cache_tags.listing(kind._meta.model_name))
    return _published(kind).all()


@cache
def _published(kind: Any) -> Any:
    return kind.objects.live().order_by(*kind.list_order).only("title", "path", "url_path", *kind.on_card)


def latest(
    kind: Any, most: int, below: Page | None = None, without: Page | None = None, **condition: Any
) -> Any:
    """Return the first few published pages of a kind: below a page, without one, or on a condition."""
    found = listed(kind).filter(**condition)
    if below is not None:
        found = found.descendant_of(below)
    if without is not None:
        found = found.exclude(pk=without.pk)
    return found[:most]


def case_cards(most: int) -> list[desk.CaseCard]:
    """Return the newest published cases, each with the beginning of its problem."""
    cards = desk.case_cards(most)
    for card in cards:
        card.summary = Truncator(card.summary).words(SUMMARY_WORDS)
    return cards


def initiatives(most: int) -> list[Any]:
    """Return the newest initiatives on the site, with their places."""
    found = list(register.listed_initiatives()[:most])
    give_places(found)
    return found


def projects(most: int) -> list[Any]:
    """Return the newest learning projects on the site."""
    return list(learning.listed_projects()[:most])


@dataclass(frozen=True)
class Learned:
    """The newest projects and lessons, with their themes."""

    projects: list[Any]
    lessons: list[Any]


def learned(most_projects: int, most_lessons: int) -> Learned:
    """Return the newest projects and the newest lessons of failure, in four queries for both."""
    found = projects(most_projects)
    lessons = list(learning.public_lessons().filter(outcome="did_not")[:most_lessons])
    give_themes([*found, *(lesson.project for lesson in lessons)], Theme.objects.all())
    return Learned(found, lessons)
