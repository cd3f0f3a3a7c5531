# SPDX-License-Identifier: EUPL-1.2
"""How many initiatives each choice of the register holds (`netwerk.register`)."""

from collections import Counter
from typing import Any

from django.db.models import Count

from netwerk import cache_tags, register
from netwerk.models import Dossier
from netwerk.register import Facets, Tie

from .models import GOALS, Initiative
from .querysets import ALUMNI, EXAMPLE, KOPLOPER, InitiativeQuerySet

KEPT = "koplopers:facets"
_OWN = ("phase", "recognised_at", "retired_at", *(name for name, _word, _label in GOALS))


def _ties() -> list[Tie]:
    return [
        Tie("thema", Dossier.themes.through.objects.all(), "theme__slug"),
        Tie("sector", Dossier.sectors.through.objects.all(), "sector__slug"),
        Tie("provincie", Dossier.regions.through.objects.all(), "region__province"),
    ]


def facets_of(rows: InitiativeQuerySet, *, narrowed: bool) -> Facets:
    """Return the numbers for rows that are not sliced, in at most two queries; none when they were kept."""
    if narrowed:
        return _counted(rows)
    return register.of_whole(KEPT, cache_tags.listing("initiatief"), lambda: _counted(rows))


def _counted(rows: InitiativeQuerySet) -> Facets:
    held = register.held(rows, *_OWN)
    if held is None:
        return Facets(known=False)
    return Facets(_own(held) + register.tied(_ties(), [row[0] for row in held]))


def keep_facets() -> int:
    """Count the whole register and keep the numbers. Returns how many there are."""
    listed = Initiative.objects.listed()
    numbers = register.tied(_ties(), listed.order_by().values("pk"))
    for value, number in listed.order_by().values_list("phase").annotate(Count("pk")):
        numbers["fase", value] = number
    for name, word, _label in GOALS:
        numbers["doel", word] = listed.filter(**{name: True}).count()
    for shelf in (KOPLOPER, EXAMPLE, ALUMNI):
        numbers["erkenning", shelf] = listed.on_shelves([shelf]).count()
    return register.keep(KEPT, numbers)


def _own(held: list[tuple[Any, ...]]) -> Counter[tuple[str, str]]:
    numbers: Counter[tuple[str, str]] = Counter()
    for _key, phase, recognised, retired, *goals in held:
        numbers["fase", phase] += 1
        numbers.update(("doel", word) for (_n, word, _l), serves in zip(GOALS, goals, strict=True) if serves)
        if retired is not None:
            numbers["erkenning", ALUMNI] += 1
        numbers["erkenning", KOPLOPER] += recognised is not None and retired is None
        numbers["erkenning", EXAMPLE] += recognised is None
    return numbers
