# SPDX-License-Identifier: EUPL-1.2
"""The filters of the register: parsed from an address, and back into one. What is unknown is left out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from django.http import QueryDict
from django.utils import timezone

from netwerk.models import Province, Region, Sector, Theme

from ..facets import Facets
from ..models import GOALS, Phase
from ..querysets import ALUMNI, EXAMPLE, KOPLOPER, InitiativeQuerySet

MAX_WORDS = 200
WORDS, PLACE = "q", "regio"
_PROVINCE = "provincie-"
_SHELVES = (
    (KOPLOPER, "Koploper", "award"),
    (EXAMPLE, "Goed voorbeeld", "thumb-up"),
    (ALUMNI, "Oud-Koploper", "history"),
)


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


class RegisterFilter:
    """What the reader chose, and everything that can be chosen."""

    def __init__(self, data: QueryDict) -> None:
        self.words = " ".join(data.get(WORDS, "").replace("\x00", "").split())[:MAX_WORDS]
        themes = [(theme.slug, theme.name, theme.icon, theme.css_class) for theme in Theme.objects.all()]
        sectors = [(sector.slug, sector.name, "", "") for sector in Sector.objects.all()]
        shelves = [(value, label, icon, "") for value, label, icon in _SHELVES]
        phases = [(value, label, "", "") for value, label in Phase.choices]
        goals = [(word, label, "", "") for _field, word, label in GOALS]
        self.groups = [
            _group(data, "thema", "Thema", themes, opened=True),
            _group(data, "erkenning", "Erkenning", shelves, opened=True),
            _group(data, "sector", "Sector", sectors),
            _group(data, "fase", "Fase", phases),
            _group(data, "doel", "Doel", goals),
        ]
        self.regions = list(Region.objects.valid_on(timezone.localdate()).order_by("province", "name"))
        self.place = self._known_place(data.get(PLACE, ""))

    def _known_place(self, asked: str) -> str:
        return asked if asked in dict(self._places()) else ""

    def _places(self) -> Iterable[tuple[str, str]]:
        for value, label in Province.choices:
            yield f"{_PROVINCE}{value}", label
        for region in self.regions:
            yield region.slug, region.name

    @property
    def places(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The choices of places: (province, its choices), the whole province first."""
        found = []
        for code, regions in groupby(self.regions, key=lambda region: region.province):
            label = Province(code).label if code else "Overal"
            whole = [(f"{_PROVINCE}{code}", f"Heel {label}")] if code else []
            found.append((label, [*whole, *((region.slug, region.name) for region in regions)]))
        return found

    def _chosen(self, name: str) -> list[str]:
        return next(group.chosen for group in self.groups if group.name == name)

    def narrow(self, rows: InitiativeQuerySet) -> InitiativeQuerySet:
        """Return the rows that fit the boxes and the place; the words are the search's business."""
        if themes := self._chosen("thema"):
            rows = rows.about_themes(themes)
        if sectors := self._chosen("sector"):
            rows = rows.in_sectors(sectors)
        if shelves := self._chosen("erkenning"):
            rows = rows.on_shelves(shelves)
        if phases := self._chosen("fase"):
            rows = rows.filter(phase__in=phases)
        if goals := self._chosen("doel"):
            rows = rows.serving(field for field, word, _label in GOALS if word in goals)
        if self.place.startswith(_PROVINCE):
            return rows.in_place(province=self.place.removeprefix(_PROVINCE))
        return rows.in_place(region=self.place) if self.place else rows

    def count(self, facets: Facets) -> None:
        """Put the numbers beside the choices."""
        self.groups = [
            replace(group, choices=[
                replace(choice, number=facets.of(group.name, choice.value)) for choice in group.choices
            ])
            for group in self.groups
        ]  # fmt: skip

    def in_province(self, code: str) -> str:
        """Return the address of the same choices, in this province."""
        elsewhere = [pair for pair in self.pairs if pair[0] != PLACE]
        return f"?{_query([*elsewhere, (PLACE, f'{_PROVINCE}{code}', '')])}"

    @property
    def pairs(self) -> list[tuple[str, str, str]]:
        """Everything that was chosen: (parameter, value, words)."""
        found = [(WORDS, self.words, f"Zoekwoord: {self.words}")] if self.words else []
        for group in self.groups:
            found += [(group.name, choice.value, choice.label) for choice in group.choices if choice.chosen]
        if self.place:
            found.append((PLACE, self.place, dict(self._places())[self.place]))
        return found

    @property
    def query(self) -> str:
        """The choices as the parameters of an address."""
        return _query(self.pairs)

    @property
    def chips(self) -> list[Chip]:
        """One chip for each choice, with the address without it."""
        pairs = self.pairs
        return [Chip(pair[2], f"?{_query(other for other in pairs if other != pair)}") for pair in pairs]


def _group(
    data: QueryDict, name: str, label: str, rows: Iterable[tuple[str, str, str, str]], *, opened: bool = False
) -> Group:
    chosen = set(data.getlist(name))
    choices = [Choice(value, words, value in chosen, icon, css) for value, words, icon, css in rows]
    return Group(name, label, choices, opened)


def _query(pairs: Iterable[tuple[str, str, str]]) -> str:
    query = QueryDict(mutable=True)
    for name, value, _words in pairs:
        query.appendlist(name, value)
    return query.urlencode()
