# SPDX-License-Identifier: EUPL-1.2
"""To whom a new report goes by itself: an ordered list of rules, of which the first that fits counts."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from netwerk.access import Actor, require
from netwerk.models import Regulation
from netwerk.stems import stem, words

from .. import access
from ..models import IntakeRule, ObstacleCase, ObstacleReport

_NUMBER = re.compile(r"\d+")
_GENERIC = frozenset({"wet", "regeling", "besluit", "regel"})
"""Words in the names of rules by which no rule is known."""


@dataclass(frozen=True)
class Facts:
    """What a rule looks at."""

    domain: str = ""
    themes: frozenset[int] = frozenset()
    sectors: frozenset[int] = frozenset()
    regions: frozenset[int] = frozenset()
    text: str = ""
    rule_text: str = ""
    """Where the reporter was asked for the rule."""
    regulations: frozenset[int] = frozenset()
    """The rules in law that the team tied."""
    cases: tuple[int, ...] = ()
    """The case that it is in, or that its reporter says to have too: what that is about, this is about."""


@dataclass(frozen=True)
class Judgement:
    """One rule against one report: it fits, or the one thing that does not."""

    rule: IntakeRule
    fits: bool
    why_not: str = ""
    counts: bool = False
    """It is the first that fits."""


def facts_of_answers(answers: Mapping[str, Any]) -> Facts:
    """Return the facts of a report that is being sent."""
    return Facts(
        domain=str(answers.get("domain") or ""),
        themes=frozenset(theme.pk for theme in answers.get("themes") or ()),
        sectors=_one(answers.get("sector")),
        regions=_one(answers.get("region")),
        text=f"{answers.get('rule_text') or ''} {answers.get('story') or ''}",
        rule_text=str(answers.get("rule_text") or ""),
        cases=tuple(_one(answers.get("also_hits"))),
    )


def facts_of_report(report: ObstacleReport) -> Facts:
    """Return the facts of a report that is there."""
    return Facts(
        domain=report.domain,
        themes=frozenset(report.themes.values_list("pk", flat=True)),
        sectors=frozenset(report.sectors.values_list("pk", flat=True)),
        regions=frozenset(report.regions.values_list("pk", flat=True)),
        text=f"{report.rule_text} {report.story}",
        rule_text=report.rule_text,
        regulations=frozenset(report.regulations.values_list("pk", flat=True)),
        cases=tuple(key for key in (report.case_id, report.also_hits_id) if key),
    )


def facts_of_case(case: ObstacleCase) -> Facts:
    """Return the facts of a case; nobody filled in a domain for it."""
    return Facts(
        themes=frozenset(case.themes.values_list("pk", flat=True)),
        sectors=frozenset(case.sectors.values_list("pk", flat=True)),
        regions=frozenset(case.regions.values_list("pk", flat=True)),
        text=f"{case.title} {case.summary}",
        cases=(case.pk,),
    )


def _one(thing: Any) -> frozenset[int]:
    return frozenset([thing.pk]) if thing else frozenset()


def judge(facts: Facts, rules: Iterable[IntakeRule]) -> list[Judgement]:
    """Hold every rule against a report, in order; the rules come from `with_handlers`."""
    rules = list(rules)
    if facts.cases and any(rule.regulation_id for rule in rules):
        ties = ObstacleCase.regulations.through.objects.filter(dossier__in=facts.cases)
        tied = facts.regulations.union(ties.values_list("regulation", flat=True))
        facts = replace(facts, regulations=tied)
    judgements: list[Judgement] = []
    decided = False
    for rule in rules:
        why_not = _why_not(rule, facts)
        first = not why_not and not decided
        decided = decided or first
        judgements.append(Judgement(rule, not why_not, why_not, first))
    return judgements


def _why_not(rule: IntakeRule, facts: Facts) -> str:
    """Return what does not fit, or nothing."""
    parts = (
        ("het domein", rule.domain, rule.domain == facts.domain),
        ("het thema", rule.theme_id, rule.theme_id in facts.themes),
        ("de sector", rule.sector_id, rule.sector_id in facts.sectors),
        ("de regio", rule.region_id, rule.region_id in facts.regions),
        ("de wet of regel", rule.regulation_id, _is_about(facts, rule.regulation)),
        ("de woorden", rule.words, _holds(facts.text, rule.words)),
        ("de behandelaar (kan geen meldingen behandelen)", True, getattr(rule, "able", True)),
    )
    return next((name for name, asked, fits in parts if asked and not fits), "")


def _is_about(facts: Facts, regulation: Regulation | None) -> bool:
    """Whether the team tied this rule, or the reporter named it where the rule was asked.

    Naming is holding every word of its name, but for those that half of all rules have, and the numbers of
    its article. What stands in the story alone does not count: there a rule is hardly ever meant.
    """
    if regulation is None or regulation.pk in facts.regulations:
        return regulation is not None
    asked = words(regulation.name)
    said = " ".join(word for word in asked if word not in _GENERIC) or " ".join(asked)
    numbers = set(_NUMBER.findall(regulation.article))
    return _holds(facts.rule_text, said) and numbers <= set(_NUMBER.findall(facts.rule_text))


def _holds(text: str, wanted: str) -> bool:
    """Whether all these words occur, in whatever form."""
    present = {stem(word) for word in words(text)}
    return {stem(word) for word in words(wanted)} <= present


def first_fit(facts: Facts) -> IntakeRule | None:
    """Return the rule that gives a report its handler; None when none fits."""
    rules = IntakeRule.objects.filter(active=True).with_handlers()
    return next((one.rule for one in judge(facts, rules) if one.counts), None)


def keep_rule(rule: IntakeRule | None, values: Mapping[str, Any], *, by: Actor) -> IntakeRule:
    """Add a rule, or change one. Reports that came in before keep their handler.

    Raises:
        NotPermitted: only the coordinator decides how work is shared out.
    """
    require(access.decides_cases(by))
    rule = rule or IntakeRule()
    for name, value in values.items():
        setattr(rule, name, value)
    rule.save()
    return rule


def drop_rule(rule: IntakeRule, *, by: Actor) -> None:
    """Throw a rule away.

    Raises:
        NotPermitted: as `keep_rule`.
    """
    require(access.decides_cases(by))
    rule.delete()
