# SPDX-License-Identifier: EUPL-1.2
"""Cases that turn out to be one, and a case that turns out to be two. Every reporter hears of it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from netwerk.access import Actor
from netwerk.models import Connection, Dossier, Regulation, Task
from netwerk.perform import Act, Done, Move, NotNow, perform

from .. import access, workflow
from ..models import ObstacleCase, ObstacleReport
from . import also, routing
from .cases import NewCase, open_case


def merge_cases(case: ObstacleCase, into: ObstacleCase, *, by: Actor, now: datetime) -> Done:
    """Let a case go up in another one: its reports, rules in law and open tasks go along, and who
    said that it plays there too; the case itself closes.

    Raises:
        NotNow: a ministry is still to answer, or the other case takes no reports (any more).
    """

    def close(fresh: ObstacleCase) -> None:
        fresh.merged_into, fresh.due_at = into, None

    with transaction.atomic():
        _lock(case, into)
        _require_taking(into, other=case)
        told = {"into": into.reference}
        done = perform(case, Move("merge_into", data=told, then=close), by=by, now=now)
        _tie(case, into, now)
        also.move_along(case, into, now)
        Task.objects.filter(dossier_id=case.pk, done_at__isnull=True).update(dossier_id=into.pk)
        act = Act("casus.merged_in", access.handles_cases, data={"other": case.reference})
        perform(into, act, by=by, now=now)
        routing.bring_to_case(into, case.regulations.all(), by=by, now=now)
        _move(case.reports.order_by("pk"), into, by=by, now=now)
    return done


def split_case(
    case: ObstacleCase, reports: Iterable[ObstacleReport], new: NewCase, *, by: Actor, now: datetime
) -> ObstacleCase:
    """Open a case of its own for some of the reports; at least one stays where it was.

    Raises:
        NotNow: nothing was chosen, nothing would stay, or the case is decided.
    """
    chosen = list(reports)

    def check(fresh: ObstacleCase) -> None:
        if fresh.state not in workflow.CASE.sets["takes_reports"]:
            raise NotNow("De uitkomst van deze casus is al bepaald. Splitsen kan niet meer.")
        staying = fresh.reports.exclude(pk__in=[report.pk for report in chosen])
        if not chosen or not staying.exists():
            raise NotNow("Kies een deel van de meldingen. Minstens één blijft bij deze casus.")

    with transaction.atomic():
        _lock(case)
        made = open_case(new, by=by, now=now)
        made.themes.set(case.themes.all())
        made.sectors.set(case.sectors.all())
        made.regions.set(case.regions.all())
        data = {"other": made.reference, "reports": ", ".join(report.reference for report in chosen)}
        perform(case, Act("casus.split", access.handles_cases, then=check, data=data), by=by, now=now)
        _tie(made, case, now)
        _move(
            case.reports.filter(pk__in=[report.pk for report in chosen]).order_by("pk"), made, by=by, now=now
        )
    return made


def _lock(*cases: ObstacleCase) -> None:
    """Lock cases in the order of their numbers, so that two colleagues never wait for each other."""
    list(Dossier.objects.select_for_update().filter(pk__in=[case.pk for case in cases]).order_by("pk"))


def _require_taking(into: ObstacleCase, other: ObstacleCase) -> None:
    current = ObstacleCase.objects.get(pk=into.pk)
    if current.pk == other.pk:
        raise NotNow("Dat is deze casus zelf. Kies een andere.")
    if current.state not in workflow.CASE.sets["takes_reports"]:
        raise NotNow("De gekozen casus neemt geen meldingen meer aan.")


def _tie(one: ObstacleCase, other: ObstacleCase, now: datetime) -> None:
    Connection.objects.get_or_create(
        from_dossier_id=one.pk, to_dossier_id=other.pk, relation="related", defaults={"created_at": now}
    )


def _move(reports: Iterable[ObstacleReport], to: ObstacleCase, *, by: Actor, now: datetime) -> None:
    """Bring reports to another case, with their rules; whoever is still to hear the outcome is told."""

    def place(fresh: ObstacleReport) -> None:
        fresh.case = to

    moving = list(reports)
    for report in moving:
        waiting = report.state in workflow.REPORT.sets["open"]
        entry = "melding.moved" if waiting else "melding.moved_quietly"
        perform(report, Act(entry, access.handles_reports, then=place), by=by, now=now)
    coming = Regulation.objects.filter(dossiers__in=[report.pk for report in moving]).distinct()
    routing.bring_to_case(to, coming, by=by, now=now)
