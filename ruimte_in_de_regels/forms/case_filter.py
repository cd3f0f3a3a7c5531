# SPDX-License-Identifier: EUPL-1.2
"""The filters of the public list of cases: parsed from an address, and back into one."""

from django.db.models import Exists, OuterRef
from django.http import QueryDict

from netwerk.models import Regulation, Sector, Theme
from netwerk.register import ListFilter, Row, group

from ..facets import AGAIN, FOLLOWED, KNOWN, STANDS, asked_threads
from ..models import CaseOutcome, Ministry, ObstacleCase, OutcomeKind
from ..querysets import CaseQuerySet

MOST_RULES = 200
"""Rules that are offered as boxes, by name."""
_STANDS: list[Row] = [
    (KNOWN, "Uitkomst bekend", "circle-check", ""),
    (FOLLOWED, "We volgen het", "eye", ""),
    (AGAIN, "Opnieuw bekeken", "refresh", ""),
]


class CaseFilter(ListFilter):
    """What the reader chose, and everything that can be chosen."""

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        themes = [(theme.slug, theme.name, theme.icon, theme.css_class) for theme in Theme.objects.all()]
        sectors = [(sector.slug, sector.name, "", "") for sector in Sector.objects.all()]
        ministries = [(one.code, one.abbreviation, "", "") for one in Ministry.objects.all()]
        outcomes: list[Row] = [(value, str(label), "", "") for value, label in OutcomeKind.choices]
        self.groups = [
            group(data, "thema", "Thema", themes, opened=True),
            group(data, "uitkomst", "Uitkomst", outcomes, opened=True),
            group(data, "ministerie", "Ministerie", ministries),
            group(data, "regel", "Wet of regel", _rules(data)),
            group(data, "stand", "Stand", _STANDS),
            group(data, "sector", "Sector", sectors),
        ]

    def narrow(self, rows: CaseQuerySet) -> CaseQuerySet:
        """Return the rows that fit the boxes; the words are the search's business."""
        if themes := self.chosen("thema"):
            rows = rows.about_themes(themes)
        if sectors := self.chosen("sector"):
            rows = rows.in_sectors(sectors)
        if rules := self.chosen("regel"):
            rows = rows.about_regulations(rules)
        if ministries := self.chosen("ministerie"):
            asked = asked_threads().filter(ministry__code__in=ministries)
            rows = rows.filter(pk__in=asked.values("case_id"))
        if outcomes := self.chosen("uitkomst"):
            rows = rows.filter(pk__in=CaseOutcome.objects.filter(kind__in=outcomes).values("case_id"))
        if stands := self.chosen("stand"):
            rows = rows.filter(state__in=frozenset().union(*(STANDS[stand] for stand in stands)))
        return rows


def _rules(data: QueryDict) -> list[Row]:
    """Return the rules that a case on the site is about: others are nobody's business."""
    # Asked per rule, this stops at its first case; joined, it reads every case there is.
    listed = ObstacleCase.objects.filter(regulations=OuterRef("pk"), listed_at__isnull=False)
    rules = Regulation.objects.filter(Exists(listed))
    return [(rule.slug, str(rule), "", "") for rule in rules[:MOST_RULES]]
