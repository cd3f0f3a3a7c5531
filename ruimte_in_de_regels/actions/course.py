# SPDX-License-Identifier: EUPL-1.2
"""The steps of a case that its reporters are to know of: on the own page, and by mail."""

from datetime import datetime

from netwerk.access import Actor
from netwerk.perform import Act, perform

from .. import access, workflow
from ..models import ObstacleCase

PROBLEM_STATED, ASKED = "melding.problem_stated", "melding.asked_others"


def tell_step(case: ObstacleCase, entry: str, *, by: Actor, now: datetime) -> None:
    """Let whoever is still to hear the outcome know of a step. Call it inside the transaction of the step.

    Args:
        case: the case, locked.
        entry: what the step is called on the timeline of a report.
        by: who made the step.
        now: the moment.
    """
    for report in case.reports.filter(state__in=workflow.REPORT.sets["in_case"]).order_by("pk"):
        perform(report, Act(entry, access.handles_reports), by=by, now=now)
