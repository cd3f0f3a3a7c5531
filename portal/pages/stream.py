# SPDX-License-Identifier: EUPL-1.2
"""What is going on in a theme: items of all kinds mixed, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from netwerk.models import Theme
from netwerk.workflow import State
from portal.pages.addresses import address_of
from portal.pages.cards import case_cards, initiatives, projects

CASES, INITIATIVES, PROJECTS = 6, 6, 6
LONG_AGO = datetime(2018, 12, 3, tzinfo=UTC)


@dataclass(frozen=True)
class Kind:
    """One kind of item, as the reader knows it."""

    code: str
    label: str
    plural: str
    icon: str


FRONTRUNNER = Kind("koplopers", "Koploper", "Koplopers", "award")
# On the same shelf, but only what is recognised may carry the name.
INITIATIVE = Kind("koplopers", "Initiatief", "Koplopers", "bulb")
CASE = Kind("regels", "Ruimte in de Regels", "Regels", "scale")
PROJECT = Kind("leertrajecten", "Leertraject", "Leertrajecten", "refresh")
ARTICLE = Kind("artikelen", "Artikel", "Artikelen", "article")


@dataclass(frozen=True)
class Item:
    """One row of the stream."""

    kind: Kind
    title: str
    url: str
    text: str
    when: datetime
    state_info: State | None = None


def theme_stream(theme: Theme, articles: Iterable[Any], chosen: str) -> dict[str, Any]:
    """Return the rows to show, and the kinds to choose from when there is more than one.

    All kinds are always fetched, also when one is chosen: only then it is known which choices lead
    somewhere, and the number of queries stays the same.
    """
    items = [*_initiatives(theme), *_cases(theme), *_projects(theme), *_articles(articles)]
    present = {item.kind.code for item in items}
    kinds = [kind for kind in (FRONTRUNNER, CASE, PROJECT, ARTICLE) if kind.code in present]
    current = next((kind for kind in kinds if kind.code == chosen), None)
    rows = [item for item in items if current is None or current.code == item.kind.code]
    rows.sort(key=lambda item: item.when, reverse=True)
    return {"rows": rows, "kinds": kinds if len(kinds) > 1 else [], "current": current}


def _initiatives(theme: Theme) -> list[Item]:
    return [
        Item(
            FRONTRUNNER if found.recognised else INITIATIVE,
            found.title,
            found.get_absolute_url(),
            found.summary,
            found.listed_at,
        )
        for found in initiatives(INITIATIVES, theme)
    ]


def _cases(theme: Theme) -> list[Item]:
    return [
        Item(CASE, card.title, card.url, card.summary, card.day, card.state_info)
        for card in case_cards(CASES, theme)
    ]


def _projects(theme: Theme) -> list[Item]:
    return [
        Item(PROJECT, found.title, found.get_absolute_url(), found.summary, found.listed_at, found.shelf)
        for found in projects(PROJECTS, theme)
    ]


def _articles(pages: Iterable[Any]) -> list[Item]:
    return [
        Item(ARTICLE, page.title, address_of(page), page.lead, page.first_published_at or LONG_AGO)
        for page in pages
    ]
