# SPDX-License-Identifier: EUPL-1.2
"""The filters of the register: parsed from an address, and back into one. What is unknown is left out."""

from collections.abc import Iterable
from itertools import groupby

from django.http import QueryDict
from django.utils import timezone

from netwerk.models import Province, Region, Sector, Theme
from netwerk.register import ListFilter, as_query, group

from ..models import GOALS, Phase
from ..querysets import ALUMNI, EXAMPLE, KOPLOPER, InitiativeQuerySet

PLACE = "regio"
_PROVINCE = "provincie-"
_SHELVES = (
    (KOPLOPER, "Koploper", "award"),
    (EXAMPLE, "Goed voorbeeld", "thumb-up"),
    (ALUMNI, "Oud-Koploper", "history"),
)


class RegisterFilter(ListFilter):
    """What the reader chose, and everything that can be chosen."""

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self.themes = list(Theme.objects.all())
        themes = [(theme.slug, theme.name, theme.icon, theme.css_class) for theme in self.themes]
        sectors = [(sector.slug, sector.name, "", "") for sector in Sector.objects.all()]
        shelves = [(value, label, icon, "") for value, label, icon in _SHELVES]
        phases = [(value, label, "", "") for value, label in Phase.choices]
        goals = [(word, label, "", "") for _field, word, label in GOALS]
        self.groups = [
            group(data, "thema", "Thema", themes, opened=True),
            group(data, "erkenning", "Erkenning", shelves, opened=True),
            group(data, "sector", "Sector", sectors),
            group(data, "fase", "Fase", phases),
            group(data, "doel", "Doel", goals),
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

    def narrow(self, rows: InitiativeQuerySet) -> InitiativeQuerySet:
        """Return the rows that fit the boxes and the place; the words are the search's business."""
        if themes := self.chosen("thema"):
            rows = rows.about_themes(themes)
        if sectors := self.chosen("sector"):
            rows = rows.in_sectors(sectors)
        if shelves := self.chosen("erkenning"):
            rows = rows.on_shelves(shelves)
        if phases := self.chosen("fase"):
            rows = rows.filter(phase__in=phases)
        if goals := self.chosen("doel"):
            rows = rows.serving(field for field, word, _label in GOALS if word in goals)
        if self.place.startswith(_PROVINCE):
            return rows.in_place(province=self.place.removeprefix(_PROVINCE))
        return rows.in_place(region=self.place) if self.place else rows

    def in_province(self, code: str) -> str:
        """Return the address of the same choices, in this province."""
        elsewhere = [pair for pair in self.pairs if pair[0] != PLACE]
        return f"?{as_query([*elsewhere, (PLACE, f'{_PROVINCE}{code}', '')])}"

    @property
    def pairs(self) -> list[tuple[str, str, str]]:
        """Everything that was chosen, the place last."""
        place = [(PLACE, self.place, dict(self._places())[self.place])] if self.place else []
        return [*super().pairs, *place]
