# SPDX-License-Identifier: EUPL-1.2
"""What is going on in a theme: items of all kinds mixed, newest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from netwerk import kinds
from netwerk.cards import newest_about
from netwerk.kinds import Shown
from netwerk.models import Theme
from portal.pages.addresses import address_of

EACH = 6
"""The newest so many of each kind."""
LONG_AGO = datetime(2018, 12, 3, tzinfo=UTC)


@dataclass(frozen=True)
class Choice:
    """One kind of item, as the reader knows it."""

    code: str
    label: str
    plural: str
    icon: str


ARTICLES = Choice("artikelen", "Artikel", "Artikelen", "article")


@dataclass(frozen=True)
class Item:
    """One row of the stream."""

    choice: Choice
    shown: Shown


def theme_stream(theme: Theme, articles: Iterable[Any], chosen: str) -> dict[str, Any]:
    """Return the rows to show, and the kinds to choose from when there is more than one.

    All kinds are always fetched, also when one is chosen: only then it is known which choices lead
    somewhere, and the number of queries stays the same.
    """
    items = [*_of_kinds(theme), *_articles(articles)]
    present = list(dict.fromkeys(item.choice for item in items))
    current = next((choice for choice in present if choice.code == chosen), None)
    rows = [item for item in items if current in (None, item.choice)]
    rows.sort(key=lambda item: item.shown.when or LONG_AGO, reverse=True)
    return {"rows": rows, "kinds": present if len(present) > 1 else [], "current": current}


def _of_kinds(theme: Theme) -> Iterator[Item]:
    newest = newest_about(theme, EACH)
    for kind in kinds.all_kinds():
        if kind.shelf is not None:
            choice = Choice(kind.shelf.code, kind.shelf.label, kind.shelf.plural, kind.icon)
            yield from (Item(choice, shown) for shown in kind.shelf.shown(newest[kind.code]))


def _articles(pages: Iterable[Any]) -> Iterator[Item]:
    for page in pages:
        shown = Shown(page.title, address_of(page), page.lead, page.first_published_at)
        yield Item(ARTICLES, shown)
