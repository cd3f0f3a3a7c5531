# SPDX-License-Identifier: EUPL-1.2
"""The filters of the public list of cases: parsed from an address, and back into one."""

from dataclasses import replace

from django.db.models import Exists, OuterRef, QuerySet
from django.http import QueryDict
from django.urls import reverse

from netwerk import cache_tags
from netwerk.models import Regulation, Sector, Theme
from netwerk.register import ListFilter, Row, group

from ..facets import AGAIN, FOLLOWED, KNOWN, STANDS, asked_threads
from ..models import CaseOutcome, Ministry, ObstacleCase, OutcomeKind
from ..querysets import CaseQuerySet

MOST_RULES = 100
"""Rules that are offered as boxes, by name; others are found in the list of rules, and stay when chosen."""
_STANDS: list[Row] = [
    (KNOWN, "Uitkomst bekend", "circle-check", ""),
    (FOLLOWED, "We volgen het", "eye", ""),
    (AGAIN, "Opnieuw bekeken", "refresh", ""),
]


class CaseFilter(ListFilter):
    """What the reader chose, and everything that can be chosen."""

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self.themes = list(Theme.objects.all())
        themes = [(theme.slug, theme.name, theme.icon, theme.css_class) for theme in self.themes]
        sectors = [(sector.slug, sector.name, "", "") for sector in Sector.objects.all()]
        ministries = [(one.code, one.abbreviation, "", "") for one in Ministry.objects.all()]
        outcomes: list[Row] = [(value, str(label), "", "") for value, label in OutcomeKind.choices]
        rules = _rules(data)
        self.groups = [
            group(data, "thema", "Thema", themes, opened=True),
            group(data, "uitkomst", "Uitkomst", outcomes, opened=True),
            group(data, "ministerie", "Ministerie", ministries),
            replace(group(data, "regel", "Wet of regel", rules), more=_all_rules(rules)),
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


def _all_rules(offered: list[Row]) -> str:
    """Return where all rules can be searched, when there are more than the boxes; else nothing."""
    return reverse("ruimte_in_de_regels:regulation_list") if len(offered) >= MOST_RULES else ""


def _rules(data: QueryDict) -> list[Row]:
    """Return the rules that a case on the site is about: others are nobody's business."""
    # Asked per rule, this stops at its first case; joined, it reads every case there is.
    listed = ObstacleCase.objects.filter(regulations=OuterRef("pk"), listed_at__isnull=False)
    rules = Regulation.objects.filter(Exists(listed))
    tags = [cache_tags.listing("casus"), cache_tags.listing("regel")]
    first = cache_tags.kept("rules-of-cases", tags, lambda: _by_slug(rules[:MOST_RULES]))
    missing = [
        slug for slug in data.getlist("regel")[:MOST_RULES] if slug not in first and "\x00" not in slug
    ]
    offered = first | (_by_slug(rules.filter(slug__in=missing)) if missing else {})
    return [(slug, name, "", "") for slug, name in offered.items()]


def _by_slug(rules: QuerySet[Regulation]) -> dict[str, str]:
    return {rule.slug: str(rule) for rule in rules}
