# SPDX-License-Identifier: EUPL-1.2
"""The deadlines of the desk's lists: which one counts for a row, and when its clock began."""

from datetime import datetime, timedelta

from netwerk.desk.case_screen import PAUSED, Term, term

from .. import terms, workflow
from ..models import MinistryThread, ObstacleCase, ObstacleReport

_STAGES = {
    "context_analysis": timedelta(weeks=terms.ANALYSIS_WEEKS),
    "reopened": timedelta(weeks=terms.ANALYSIS_WEEKS),
    "signal": timedelta(weeks=terms.ANALYSIS_WEEKS),
    "problem_statement": timedelta(weeks=terms.STATEMENT_WEEKS),
}


def report_term(report: ObstacleReport, now: datetime) -> Term | None:
    """Return the deadline of a report; the clock stands still while the reporter is to answer."""
    if report.due_at is None or report.state not in workflow.REPORT.sets["open"]:
        return None
    if report.state in workflow.REPORT.sets["paused"]:
        return PAUSED
    return term(report.due_at, now, report.created_at)


def case_term(case: ObstacleCase, now: datetime) -> Term | None:
    """Return the deadline of a case: that of its stage, whose clock began when the stage did."""
    if case.due_at is None:
        return None
    length = _STAGES.get(case.state)
    return term(case.due_at, now, case.due_at - length if length else None)


def thread_term(thread: MinistryThread, now: datetime) -> Term | None:
    """Return the deadline of a ministry; the clock stands still while it waits for us."""
    if thread.due_at is None or thread.settled_at is not None:
        return None
    if thread.state == "question_back":
        return PAUSED
    return term(thread.due_at, now, thread.sent_at)
