# SPDX-License-Identifier: EUPL-1.2
"""Rules of law tied to a report or a case by the team, and who gets what nobody has because of it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from netwerk.access import Actor, require
from netwerk.models import Regulation
from netwerk.perform import Act, perform

from .. import access
from ..models import ObstacleCase, ObstacleReport
from . import intake
from .regulations import bring_along, choose_regulations, touched

HANDLE_CASE = "ruimte_in_de_regels.handle_case"


def tie_to_case(case: ObstacleCase, chosen: Iterable[Regulation], *, by: Actor, now: datetime) -> None:
    """Say which rules a case is about. A case without a handler goes to whom the intake rules name.

    Raises:
        NotPermitted: only the team works on cases.
    """
    before = set(case.regulations.values_list("pk", flat=True))
    with transaction.atomic():
        wanted = {regulation.pk for regulation in choose_regulations(case, chosen, by=by, now=now)}
        if wanted - before and case.assignee_id is None:
            _route_case(case, by, now)


def bring_to_case(case: ObstacleCase, coming: Iterable[Regulation], *, by: Actor, now: datetime) -> None:
    """Tie a case to the rules of what comes into it. Without a handler it gets one, as above.

    Raises:
        NotPermitted: only the team works on cases.
    """
    with transaction.atomic():
        new = bring_along(case, coming, by=by, now=now)
        if new and not ObstacleCase.objects.filter(pk=case.pk, assignee__isnull=False).exists():
            _route_case(case, by, now)


def tie_to_report(report: ObstacleReport, chosen: Iterable[Regulation], *, by: Actor, now: datetime) -> None:
    """Say which rules a report is about, before there is a case. Without a handler it gets one, as above.

    Raises:
        NotPermitted: only the team works on reports.
    """
    wanted = list(chosen)
    before, after = set(report.regulations.values_list("pk", flat=True)), {rule.pk for rule in wanted}
    if before == after:
        require(access.handles_reports(by))
        return

    def tie(fresh: ObstacleReport) -> None:
        fresh.regulations.set(wanted)
        touched(before | after)

    data = {"rules": "; ".join(map(str, wanted)) or "geen"}
    with transaction.atomic():
        act = Act("melding.regulations_chosen", access.handles_reports, then=tie, data=data)
        done = perform(report, act, by=by, now=now)
        if after - before:
            route_report(done.subject, by=by, now=now)


OPEN = ("received", "in_intake")


def route_report(report: ObstacleReport, *, by: Actor, now: datetime) -> None:
    """Give a report that waits without a handler to whom the intake rules name, if they name anybody."""
    if report.assignee_id is not None or report.state not in OPEN:
        return
    rule = intake.first_fit(intake.facts_of_report(report))
    if rule is None:
        return

    def hand(fresh: ObstacleReport) -> None:
        fresh.assignee = rule.handler

    data = {"assignee": str(rule.handler), "rule": rule.name}
    perform(report, Act("melding.routed", access.handles_reports, then=hand, data=data), by=by, now=now)


def _route_case(case: ObstacleCase, by: Actor, now: datetime) -> None:
    rule = intake.first_fit(intake.facts_of_case(case))
    if rule is None or not rule.handler.has_perm(HANDLE_CASE):
        return

    def hand(fresh: ObstacleCase) -> None:
        fresh.assignee = rule.handler

    data = {"assignee": str(rule.handler), "rule": rule.name}
    perform(case, Act("casus.routed", access.handles_cases, then=hand, data=data), by=by, now=now)
