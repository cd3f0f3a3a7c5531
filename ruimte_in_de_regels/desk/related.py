# SPDX-License-Identifier: EUPL-1.2
"""What stands beside a case or a report because it looks like it: each with the reason that says most."""

from dataclasses import dataclass

from django.db.models import Case, IntegerField, Q, Value, When

from netwerk.access import Actor
from netwerk.models import Dossier
from netwerk.similar import Text, similar
from netwerk.workflow import State

from .. import workflow
from ..kinds import CASE
from ..models import ContextAnalysis, MinistryThread, ObstacleCase, ObstacleReport

SHOWN = 6
_CHOSEN, _WORDS = "De melder koos deze casus", "Woorden die overeenkomen"
_REASONS = {1: "Zelfde regel", 2: "Zelfde organisatie", 3: "Zelfde thema"}


@dataclass(frozen=True)
class Alike:
    """One other case, why it is shown, and what a ministry answered there."""

    case: ObstacleCase
    reason: str
    answers: tuple[str, ...]

    @property
    def state_info(self) -> State:
        """Where that case stands."""
        return self.case.state_info

    @property
    def takes_reports(self) -> bool:
        """Whether a report can still join that case."""
        return self.case.state in workflow.CASE.sets["takes_reports"]


def related_to(case: ObstacleCase, actor: Actor) -> list[Alike]:
    """Return other cases: the same rule, organisation or theme, and those that share words."""
    by_fact = {pk: _REASONS[closeness] for pk, closeness in _by_fact(case, actor)}
    by_words = _by_words(Text(f"{case.title} {case.summary}", kinds=(CASE,), without=case.pk), actor)
    # A shared theme alone says little: shared words say more.
    stronger = {pk: reason for pk, reason in by_fact.items() if reason != _REASONS[3]}
    reasons: dict[int, str] = {**by_fact, **by_words, **stronger}
    reasons.pop(case.pk, None)
    return _closest(reasons, actor)


def related_to_report(report: ObstacleReport, actor: Actor) -> list[Alike]:
    """Return cases that a report may belong to: what the reporter chose, the same rule, shared words."""
    reasons = _by_words(Text(f"{report.title} {report.story} {report.goal}", kinds=(CASE,)), actor)
    same_rule = Q(regulations__in=report.regulations.values("pk"))
    if report.rule_text:
        same_rule |= Q(reports__rule_text__iexact=report.rule_text)
    for pk in ObstacleCase.objects.visible_to(actor).filter(same_rule).values_list("pk", flat=True)[:SHOWN]:
        reasons[pk] = _REASONS[1]
    if report.also_hits_id is not None:
        reasons[report.also_hits_id] = _CHOSEN
    reasons.pop(report.case_id or 0, None)
    return _closest(reasons, actor)


def _by_words(text: Text, actor: Actor) -> dict[int, str]:
    hits = similar(text, actor, SHOWN)
    return {hit.dossier_id: _WORDS for hit in hits if hit.dossier_id is not None}


def _closest(reasons: dict[int, str], actor: Actor) -> list[Alike]:
    """Return the cases that look most like it, with their reason and what was answered there."""
    order = [_CHOSEN, _REASONS[1], _REASONS[2], _WORDS, _REASONS[3]]
    chosen = sorted(reasons, key=lambda pk: (order.index(reasons[pk]), -pk))[:SHOWN]
    found = {other.pk: other for other in ObstacleCase.objects.visible_to(actor).filter(pk__in=chosen)}
    answers = _answers(chosen)
    return [Alike(found[pk], reasons[pk], tuple(answers.get(pk, ()))) for pk in chosen if pk in found]


def _by_fact(case: ObstacleCase, actor: Actor) -> list[tuple[int, int]]:
    """Return the numbers of cases that share a fact, with how close they are, the closest first."""
    own_reports = ObstacleReport.objects.filter(case=case.pk).exclude(rule_text="")
    own_analyses = ContextAnalysis.objects.filter(case=case.pk).exclude(rule_name="")
    same_rule = Q(
        pk__in=ObstacleReport.objects.filter(rule_text__in=own_reports.values("rule_text")).values("case")
    ) | Q(
        pk__in=ContextAnalysis.objects.filter(rule_name__in=own_analyses.values("rule_name")).values("case")
    )
    same_rule |= Q(
        pk__in=Dossier.regulations.through.objects.filter(
            regulation__in=case.regulations.values("pk")
        ).values("dossier")
    )
    closeness = [When(same_rule, then=Value(1))]
    facts = same_rule | Q(themes__in=case.themes.values("pk"))
    if case.organisation_id is not None:
        facts |= Q(organisation=case.organisation_id)
        closeness.append(When(organisation=case.organisation_id, then=Value(2)))
    rows = ObstacleCase.objects.visible_to(actor).filter(facts).exclude(pk=case.pk).distinct()
    near = Case(*closeness, default=Value(3), output_field=IntegerField())
    near_first = rows.annotate(closeness=near).order_by("closeness", "-last_news_at")
    return list(near_first.values_list("pk", "closeness")[:SHOWN])


def _answers(ids: list[int]) -> dict[int, list[str]]:
    """Return what ministries answered in these cases, in a few words each."""
    answers: dict[int, list[str]] = {}
    rows = MinistryThread.objects.filter(case__in=ids, state="answered", answer__isnull=False).select_related(
        "ministry", "answer"
    )
    for thread in rows:
        told = f"{thread.ministry}: {thread.answer.get_kind_display().lower()}"
        answers.setdefault(thread.case_id, []).append(told)
    return answers
