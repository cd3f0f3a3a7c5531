# SPDX-License-Identifier: EUPL-1.2
"""What cards of dossiers show besides their own columns: one small query for all cards of a page.

A prefetch would make a queryset for each dossier and load every column of what is tied to it; that costs more
than the card itself.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from . import cache_tags
from .models import Dossier, Theme, about, place_text


def newest_about(theme: Theme, kind: str, rows: "QuerySet[Any]", most: int, key: str = "pk") -> list[int]:
    """Return the keys of the first dossiers of a list that are about a theme; a kept page is told.

    They are kept until the list changes: of a theme without news they are found by walking past the rows of
    all other themes. Args:
        theme: the theme.
        kind: what kind of dossiers these are.
        rows: the list, in its order.
        most: how many at most.
        key: name of the field that holds the dossier's key.
    """
    tag = cache_tags.listing(kind)
    cache_tags.note(tag)

    def find() -> list[int]:
        return list(rows.filter(about(theme, key)).values_list(key, flat=True)[:most])

    return cache_tags.kept(f"newest:{kind}:{theme.pk}:{most}", [tag], find)


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
