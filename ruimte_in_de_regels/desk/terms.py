# SPDX-License-Identifier: EUPL-1.2
"""The deadlines of the desk's lists: which one counts for a row, and when its clock began."""

from datetime import datetime, timedelta

from netwerk.desk.case_screen import PAUSED, Term, term

from .. import workflow
from ..models import DeskTerms, MinistryThread, ObstacleCase, ObstacleReport

DEFAULTS = DeskTerms()
_STAGES = {
    "context_analysis": "analysis",
    "reopened": "analysis",
    "signal": "analysis",
    "problem_statement": "statement",
}
"""Which term counts in which state, by its name in the settings; each is in weeks."""


def report_term(report: ObstacleReport, now: datetime) -> Term | None:
    """Return the deadline of a report; the clock stands still while the reporter is to answer."""
    if report.due_at is None or report.state not in workflow.REPORT.sets["open"]:
        return None
    if report.state in workflow.REPORT.sets["paused"]:
        return PAUSED
    return term(report.due_at, now, report.created_at)


def case_term(case: ObstacleCase, now: datetime, lengths: DeskTerms = DEFAULTS) -> Term | None:
    """Return the deadline of a case: that of its stage, whose clock began when the stage did.

    `lengths` are the terms as they are set; a list, which has no query to spare, goes by the defaults.
    """
    if case.due_at is None:
        return None
    stage = _STAGES.get(case.state)
    weeks = getattr(lengths, stage) if stage else 0
    return term(case.due_at, now, case.due_at - timedelta(weeks=weeks) if weeks else None)


def thread_term(thread: MinistryThread, now: datetime) -> Term | None:
    """Return the deadline of a ministry; the clock stands still while it waits for us."""
    if thread.due_at is None or thread.settled_at is not None:
        return None
    if thread.state == "question_back":
        return PAUSED
    return term(thread.due_at, now, thread.sent_at)
