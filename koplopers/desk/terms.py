# SPDX-License-Identifier: EUPL-1.2
"""The deadline of an initiative in the desk's lists."""

from datetime import datetime

from netwerk.desk.case_screen import PAUSED, Term, term

from .. import workflow
from ..models import Initiative


def initiative_term(initiative: Initiative, now: datetime) -> Term | None:
    """Return the deadline of an initiative; the clock stands still while the owner is to answer."""
    if initiative.due_at is None or initiative.state not in workflow.INITIATIVE.sets["open"]:
        return None
    if initiative.state in workflow.INITIATIVE.sets["paused"]:
        return PAUSED
    return term(initiative.due_at, now, initiative.submitted_at)
