# SPDX-License-Identifier: EUPL-1.2
"""The filters of the list: parsed from an address, and back into one. What is unknown is left out."""

from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict
from django.utils import timezone

from netwerk.models import Province, Region, Theme

from ..querysets import COMPLETED, GOING, STOPPED, LearningProjectQuerySet

_PROVINCE = "provincie-"
_SHELVES = ((GOING, "Loopt nog"), (COMPLETED, "Afgerond"), (STOPPED, "Gestopt, en geleerd"))


@dataclass(frozen=True)
class Chosen:
    """One drop-down: its name, its words, its choices, and what was chosen."""

    name: str
    label: str
    empty: str
    choices: list[tuple[str, str]]
    value: str


class ProjectFilter:
    """What somebody wants to see, from the parameters of an address."""

    def __init__(self, data: QueryDict) -> None:
        self._data = data

    @cached_property
    def themes(self) -> list[Theme]:
        """All themes, in their order."""
        return list(Theme.objects.all())

    @cached_property
    def selects(self) -> list[Chosen]:
        """The drop-downs."""
        themes = [(theme.slug, theme.name) for theme in self.themes]
        regions = [(region.slug, region.name) for region in Region.objects.valid_on(timezone.localdate())]
        provinces = [(f"{_PROVINCE}{code}", f"Heel {label}") for code, label in Province.choices]
        return [
            self._select("thema", "Thema", "Alle thema’s", themes),
            self._select("regio", "Provincie of regio", "Heel Nederland", [*provinces, *regions]),
            self._select("fase", "Hoe ver", "Alles", list(_SHELVES)),
        ]

    def _select(self, name: str, label: str, empty: str, choices: list[tuple[str, str]]) -> Chosen:
        value = self._data.get(name, "")
        return Chosen(name, label, empty, choices, value if value in dict(choices) else "")

    @property
    def chosen(self) -> dict[str, str]:
        """What was chosen, by parameter."""
        return {select.name: select.value for select in self.selects if select.value}

    @property
    def query(self) -> str:
        """The choices as the parameters of an address."""
        query = QueryDict(mutable=True)
        query.update(self.chosen)
        return query.urlencode()

    def narrow(self, rows: LearningProjectQuerySet) -> LearningProjectQuerySet:
        """Return the rows that fit."""
        chosen = self.chosen
        if theme := chosen.get("thema"):
            rows = rows.about_themes([theme])
        if shelf := chosen.get("fase"):
            rows = rows.on_shelves([shelf])
        place = chosen.get("regio", "")
        if place.startswith(_PROVINCE):
            return rows.in_place(province=place.removeprefix(_PROVINCE))
        return rows.in_place(region=place) if place else rows
