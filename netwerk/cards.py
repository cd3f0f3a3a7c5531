# SPDX-License-Identifier: EUPL-1.2
"""What cards of dossiers show besides their own columns: one small query for all cards of a page.

A prefetch would make a queryset for each dossier and load every column of what is tied to it; that costs more
than the card itself.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from . import cache_tags, kinds
from .models import Dossier, Theme, place_text


def newest_about(theme: Theme, most: int) -> dict[str, list[int]]:
    """Return by kind the keys of the first dossiers on the site about a theme; a kept page is told.

    They are kept until one of these lists changes: of a theme without news they are found by walking past the
    rows of all other themes. So many at most of each kind.
    """
    shelves = {kind.code: kind.shelf for kind in kinds.all_kinds() if kind.shelf is not None}
    tags = [cache_tags.listing(code) for code in shelves]
    cache_tags.note(*tags)

    def find() -> dict[str, list[int]]:
        return {code: list(shelf.about(theme)[:most]) for code, shelf in shelves.items()}

    return cache_tags.kept(f"newest:{theme.pk}:{most}", tags, find)


def give_themes(cards: Iterable[Any], themes: Iterable[Theme]) -> None:
    """Put on each card the themes of its dossier as `shown_themes`, in their order.

    Args:
        cards: dossiers of any kind, or what has the key of one as `pk`.
        themes: all themes, as the page has them already.
    """
    given = list(cards)
    tied = Dossier.themes.through.objects.filter(dossier__in=[card.pk for card in given])
    pairs = set(tied.values_list("dossier_id", "theme_id"))
    known = list(themes)
    for card in given:
        card.shown_themes = [theme for theme in known if (card.pk, theme.pk) in pairs]


def give_places(dossiers: Iterable[Dossier]) -> None:
    """Put on each dossier where it happens, in words, as `shown_place`."""
    given = list(dossiers)
    tied = Dossier.regions.through.objects.filter(dossier__in=[dossier.pk for dossier in given])
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    ordered = tied.order_by("region__position", "region__name")
    for key, *region in ordered.values_list("dossier_id", "region__province", "region__name"):
        found[key].append((region[0], region[1]))
    for dossier in given:
        dossier.shown_place = place_text(found[dossier.pk])  # type: ignore[attr-defined]
