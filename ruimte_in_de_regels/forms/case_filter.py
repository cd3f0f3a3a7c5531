# SPDX-License-Identifier: EUPL-1.2
"""The filters of the public list of cases: parsed from an address, and back into one."""

from dataclasses import replace

from django.db.models import Exists, OuterRef
from django.http import QueryDict
from django.urls import reverse

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
    asked = data.getlist("regel")[:MOST_RULES]
    offered = {rule.slug: rule for rule in rules[:MOST_RULES]}
    if missing := [slug for slug in asked if slug not in offered and "\x00" not in slug]:
        offered |= {rule.slug: rule for rule in rules.filter(slug__in=missing)}
    return [(slug, str(rule), "", "") for slug, rule in offered.items()]
