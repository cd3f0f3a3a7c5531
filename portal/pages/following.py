# SPDX-License-Identifier: EUPL-1.2
"""What follows from publishing a page: the search finds it, and kept pages that showed it are made anew."""

from typing import Any

from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.models import Page

from netwerk import cache_tags, search
from netwerk.kinds import Entry
from netwerk.search import Source

from .models import ArticlePage, QuestionPage, ThemePage, ToolPage
from .models.base import PortalPage
from .models.home import HomePage
from .models.index import KindIndexPage

KINDS = {ArticlePage: "artikel", ToolPage: "gereedschap", QuestionPage: "vraag", ThemePage: "thema"}
UNLISTED = (HomePage, KindIndexPage)
"""Pages that only show others: what they show is found by itself."""


def entry_of(page: PortalPage) -> Entry:
    """Return what can be found of a page: its title, its introduction and its text."""
    body = page._meta.get_field("body") if any(f.name == "body" for f in page._meta.get_fields()) else None
    text = " ".join(body.get_searchable_content(page.body)) if body is not None else ""
    theme = page.theme if isinstance(page, ThemePage) else page.theme_above
    summary = getattr(page, "short_answer", "") or getattr(page, "lead", "")
    return Entry(
        title=page.title,
        url=page.get_url() or "",
        summary=summary,
        body=strip_tags(text),
        themes=[theme.slug] if theme else [],
    )


def index_page(page: Page) -> None:
    """Make the index true for one page; one that is not published goes out of it."""
    specific = page.specific
    if not isinstance(specific, PortalPage):
        return
    source = Source(
        next((kind for model, kind in KINDS.items() if isinstance(specific, model)), "pagina"),
        specific.first_published_at or timezone.now(),
        page_id=specific.pk,
        sectors=[sector.slug for sector in specific.sectors.all()] if hasattr(specific, "sectors") else (),
    )
    findable = specific.live and not isinstance(specific, UNLISTED)
    search.store(source, [entry_of(specific)] if findable else [])


def index_tree(page: Page) -> None:
    """Make the index true for a page and all below it: their addresses may have changed."""
    for below in page.get_descendants(inclusive=True).specific():
        index_page(below)


def on_change(instance: Page, **_signal: Any) -> None:
    """Wagtail published or unpublished a page."""
    index_page(instance)
    cache_tags.bump_on_commit(cache_tags.page(instance.pk), cache_tags.listing(instance._meta.model_name))


def on_theme(**_signal: Any) -> None:
    """Somebody changed a theme or its ambassador."""
    cache_tags.bump_on_commit(cache_tags.listing("themepage"))


def on_move(instance: Page, **_signal: Any) -> None:
    """Wagtail moved a page or changed its address."""
    index_tree(instance)
    cache_tags.bump_on_commit(cache_tags.TREE)
