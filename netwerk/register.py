# SPDX-License-Identifier: EUPL-1.2
"""What public lists with boxes to tick share: the choices, their way into an address and back, the numbers.

Up to a thousand rows are counted as they are; the numbers of a whole list are kept until it changes. Beyond
that a sweep keeps them, and a narrowed list that large shows none: a wrong number is worse.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.core.cache import cache
from django.db.models import Count, QuerySet, Value
from django.http import QueryDict

from . import cache_tags

COUNTED = 1_000
KEPT_FOR = 2 * 3600
"""Seconds; the sweep writes the kept numbers anew long before."""
MAX_WORDS = 200
WORDS = "q"


# --- The choices -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Choice:
    """One box to tick."""

    value: str
    label: str
    chosen: bool
    icon: str = ""
    css: str = ""
    number: int | None = None
    """How many there are with it, among what is shown now; None when they were not counted."""


@dataclass(frozen=True)
class Group:
    """Boxes that belong together; any one of them will do."""

    name: str
    label: str
    choices: list[Choice]
    opened: bool = False
    more: str = ""
    """Where the others are found, when there are more than these boxes."""

    @property
    def open(self) -> bool:
        """Whether it stands open: from the start, or because something in it is chosen."""
        return self.opened or any(choice.chosen for choice in self.choices)

    @property
    def chosen(self) -> list[str]:
        """The values that were ticked."""
        return [choice.value for choice in self.choices if choice.chosen]


@dataclass(frozen=True)
class Chip:
    """One choice that was made, and the address without it."""

    label: str
    url: str


Row = tuple[str, str, str, str]
"""A value, its words, its icon and its style."""


def group(data: QueryDict, name: str, label: str, rows: Iterable[Row], *, opened: bool = False) -> Group:
    """Return the boxes of one parameter; what the address asks for and nobody offers is left out."""
    chosen = set(data.getlist(name))
    choices = [Choice(value, words, value in chosen, icon, css) for value, words, icon, css in rows]
    return Group(name, label, choices, opened)


def as_query(pairs: Iterable[tuple[str, str, str]]) -> str:
    """Return choices (parameter, value, words) as the parameters of an address."""
    query = QueryDict(mutable=True)
    for name, value, _words in pairs:
        query.appendlist(name, value)
    return query.urlencode()


class ListFilter:
    """What the reader chose, and everything that can be chosen. A list says which groups it has."""

    groups: list[Group]

    def __init__(self, data: QueryDict) -> None:
        self.words = " ".join(data.get(WORDS, "").replace("\x00", "").split())[:MAX_WORDS]
        self.groups = []

    def chosen(self, name: str) -> list[str]:
        """Return the values that were ticked in a group."""
        return next(one.chosen for one in self.groups if one.name == name)

    def count(self, facets: "Facets") -> None:
        """Put the numbers beside the choices."""
        self.groups = [
            replace(one, choices=[
                replace(choice, number=facets.of(one.name, choice.value)) for choice in one.choices
            ])
            for one in self.groups
        ]  # fmt: skip

    @property
    def pairs(self) -> list[tuple[str, str, str]]:
        """Everything that was chosen: (parameter, value, words)."""
        found = [(WORDS, self.words, f"Zoekwoord: {self.words}")] if self.words else []
        for one in self.groups:
            found += [(one.name, choice.value, choice.label) for choice in one.choices if choice.chosen]
        return found

    @property
    def query(self) -> str:
        """The choices as the parameters of an address."""
        return as_query(self.pairs)

    @property
    def chips(self) -> list[Chip]:
        """One chip for each choice, with the address without it."""
        pairs = self.pairs
        return [Chip(pair[2], f"?{as_query(other for other in pairs if other != pair)}") for pair in pairs]


# --- The numbers -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Facets:
    """The numbers by (filter, value); `known` is False when there are too many to count."""

    numbers: Counter[tuple[str, str]] = field(default_factory=Counter)
    known: bool = True

    def of(self, name: str, value: str) -> int | None:
        """Return the number of one choice; None when it is not known."""
        return self.numbers[name, value] if self.known else None


@dataclass(frozen=True)
class Tie:
    """Rows that say which dossiers have which value of a filter."""

    name: str
    rows: "QuerySet[Any]"
    value: str
    """Name of the field with the value, as it stands in an address."""
    dossier: str = "dossier_id"
    """Name of the field with the dossier's key."""


def held(rows: "QuerySet[Any]", *fields: str) -> list[tuple[Any, ...]] | None:
    """Return the key and these fields of the rows of a list; None when there are too many to count."""
    found = list(rows.order_by().values_list("pk", *fields)[: COUNTED + 1])
    return found if len(found) <= COUNTED else None


def tied(ties: Iterable[Tie], keys: Any) -> Counter[tuple[str, str]]:
    """Return how many of these dossiers have each value, all filters in one query.

    One that has a value twice, as in two regions of a province, counts once.
    """
    asked = [
        tie.rows.filter(**{f"{tie.dossier}__in": keys})
        .order_by()
        .values_list(Value(tie.name), tie.value)
        .annotate(Count(tie.dossier, distinct=True))
        for tie in ties
    ]
    found = asked[0].union(*asked[1:], all=True)
    return Counter({(name, value): number for name, value, number in found})


def of_whole(key: str, tag: str, count: Callable[[], Facets]) -> Facets:
    """Return the numbers of a whole list: counted again once it changed, or as the sweep kept them.

    Args:
        key: under which they are kept.
        tag: of the list, bumped by every change of it (`netwerk.cache_tags`).
        count: counts them; unknown when there are too many.
    """

    def numbers() -> dict[tuple[str, str], int] | None:
        facets = count()
        return dict(facets.numbers) if facets.known else None

    found = cache_tags.kept(key, [tag], numbers)
    if found is None:
        found = cache.get(key)
    return Facets(known=False) if found is None else Facets(Counter(found))


def keep(key: str, numbers: Mapping[tuple[str, str], int]) -> int:
    """Keep the numbers of a whole list, for when there are too many rows to count. Returns how many."""
    cache.set(key, dict(numbers), KEPT_FOR)
    return len(numbers)
