# SPDX-License-Identifier: EUPL-1.2
"""What the lists of one kind have in common: below a theme its own, at the top everything."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from netwerk.desk.paging import CappedPaginator
from portal.pages.cards import ThemeMap

from .base import TOP_DEPTH, FixedPage

PAGE_SIZE = 24
EVERYTHING = {"thema": "Alle thema’s", "onderwerp": "Alle onderwerpen"}
# Wagtail gives every page type a template of its own name unless the type itself says otherwise.
INDEX_TEMPLATE = "pages/index_page.html"


@dataclass(frozen=True)
class Choice:
    """One value of a filter, as a link."""

    parameter: str
    value: str
    label: str
    condition: dict[str, str]
    """What it asks of the items."""


class KindIndexPage(FixedPage):
    """A list of one kind of page. It only lists; the text is in the items."""

    lead = models.TextField("inleiding", max_length=400, blank=True)

    list_template: ClassVar[str]
    empty_text: ClassVar[str]
    parent_page_types: ClassVar[list[str]] = ["pages.HomePage", "pages.ThemePage"]
    content_panels = [*Page.content_panels, FieldPanel("lead")]

    class Meta:
        abstract = True

    def kind_items(self) -> Any:
        """Return every published item of this kind, in order."""
        raise NotImplementedError

    def choices(self) -> list[Choice]:
        """Return what else the reader can choose from, besides the themes."""
        return []

    @property
    def is_whole_network(self) -> bool:
        """Tell whether this list holds the items of all themes."""
        return bool(self.depth == TOP_DEPTH)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The page, one part of the list, and the filters with what is chosen."""
        context = super().get_context(request, *args, **kwargs)
        themes = ThemeMap() if self.is_whole_network else ThemeMap([context["theme"]])
        items = self.kind_items()
        choices: list[Choice] = []
        if self.is_whole_network:
            choices = [*self.choices(), *_theme_choices(themes)]
        else:
            items = items.descendant_of(self)
        chosen = [choice for choice in choices if request.GET.get(choice.parameter) == choice.value]
        for choice in chosen:
            items = items.filter(**choice.condition)
        page = CappedPaginator(items, PAGE_SIZE).fetch(request.GET.get("pagina", ""))
        page.object_list = themes.dress(page.object_list)
        shown = {
            "listed": page,
            "filters": _filters(choices, chosen),
            "query": "".join(f"{choice.parameter}={choice.value}&" for choice in chosen),
            "is_filtered": bool(chosen),
        }
        return {**context, **shown}


def _theme_choices(themes: ThemeMap) -> list[Choice]:
    return [
        Choice("thema", theme.slug, theme.name, {"path__startswith": theme.theme_page.path})
        for theme in themes.shown
    ]


def _filters(choices: list[Choice], chosen: list[Choice]) -> list[dict[str, Any]]:
    """Return the filters as groups of links; each link keeps what is chosen in the other groups."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for choice in choices:
        kept = {other.parameter: other.value for other in chosen if other.parameter != choice.parameter}
        rest = "&".join(f"{name}={value}" for name, value in kept.items())
        own = f"{choice.parameter}={choice.value}"
        links = groups.setdefault(choice.parameter, [])
        if not links:
            is_all = choice.parameter not in {other.parameter for other in chosen}
            links.append({"label": EVERYTHING[choice.parameter], "query": rest, "current": is_all})
        links.append(
            {"label": choice.label, "query": "&".join(filter(None, (rest, own))), "current": choice in chosen}
        )
    return [{"name": parameter, "links": links} for parameter, links in groups.items()]
