# SPDX-License-Identifier: EUPL-1.2
"""How many initiatives each choice of the register holds.

Up to a thousand rows are counted as they are. For the whole register beyond that, the sweep keeps the
numbers (`tasks.count_register`); a narrowed one that large shows none: a wrong number is worse.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.core.cache import cache
from django.db.models import Count, QuerySet

from netwerk.models import Dossier

from .models import GOALS, Initiative
from .querysets import ALUMNI, EXAMPLE, KOPLOPER, InitiativeQuerySet

COUNTED = 1_000
KEPT = "koplopers:facets"
KEPT_FOR = 2 * 3600
"""Seconds; the sweep writes them anew long before."""
_TIES = (
    ("thema", Dossier.themes.through, "theme__slug"),
    ("sector", Dossier.sectors.through, "sector__slug"),
    ("provincie", Dossier.regions.through, "region__province"),
)


@dataclass(frozen=True)
class Facets:
    """The numbers by (filter, value); `known` is False when there are too many to count."""

    numbers: Counter[tuple[str, str]] = field(default_factory=Counter)
    known: bool = True

    def of(self, name: str, value: str) -> int | None:
        """Return the number of one choice; None when it is not known."""
        return self.numbers[name, value] if self.known else None


def facets_of(rows: InitiativeQuerySet, *, narrowed: bool) -> Facets:
    """Return the numbers for rows that are not sliced, in at most four queries."""
    own = ("pk", "phase", "recognised_at", "retired_at", *(name for name, _word, _label in GOALS))
    held = list(rows.order_by().values_list(*own)[: COUNTED + 1])
    if len(held) <= COUNTED:
        numbers = _own(held)
        keys = [row[0] for row in held]
        for name, through, value in _TIES:
            numbers.update(_tied(name, through.objects.filter(dossier_id__in=keys), value))
        return Facets(numbers)
    kept = None if narrowed else cache.get(KEPT)
    return Facets(Counter(kept)) if kept is not None else Facets(known=False)


def keep_facets() -> int:
    """Count the whole register and keep the numbers. Returns how many there are."""
    listed = Initiative.objects.listed()
    numbers: Counter[tuple[str, str]] = Counter()
    for name, through, value in _TIES:
        numbers.update(_tied(name, through.objects.filter(dossier__in=listed.order_by().values("pk")), value))
    for value, number in listed.order_by().values_list("phase").annotate(Count("pk")):
        numbers["fase", value] = number
    for name, word, _label in GOALS:
        numbers["doel", word] = listed.filter(**{name: True}).count()
    for shelf in (KOPLOPER, EXAMPLE, ALUMNI):
        numbers["erkenning", shelf] = listed.on_shelves([shelf]).count()
    cache.set(KEPT, dict(numbers), KEPT_FOR)
    return len(numbers)


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


def _tied(name: str, ties: "QuerySet[Any]", value: str) -> dict[tuple[str, str], int]:
    """Return how many dossiers are tied to each value; one in two regions of a province counts once."""
    found = ties.values_list(value).annotate(Count("dossier_id", distinct=True))
    return {(name, word): number for word, number in found}
