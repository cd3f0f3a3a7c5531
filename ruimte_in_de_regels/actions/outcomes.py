# SPDX-License-Identifier: EUPL-1.2
"""What came of a case: outcomes with their reasoning, and the end of what is allowed for a time."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from netwerk.access import Actor
from netwerk.perform import Act, Done, NotNow, perform

from .. import access, workflow
from ..models import CaseOutcome, ObstacleCase


def write_outcome(case: ObstacleCase, values: Mapping[str, Any], *, by: Actor, now: datetime) -> CaseOutcome:
    """Write down an outcome with its reasoning; the coordinator sets it afterwards.

    Raises:
        NotNow: the answers are not being weighed.
    """
    outcome = CaseOutcome(case=case, author=by.user, created_at=now, **values)

    def write(fresh: ObstacleCase) -> None:
        require_weighing(fresh)
        outcome.save(force_insert=True)

    data = {"outcome": outcome.get_kind_display()}
    perform(case, Act("casus.outcome_written", access.handles_cases, then=write, data=data), by=by, now=now)
    return outcome


def remove_outcome(outcome: CaseOutcome, *, by: Actor, now: datetime) -> None:
    """Take back an outcome that was not set yet."""

    def remove(fresh: ObstacleCase) -> None:
        require_weighing(fresh)
        outcome.delete()

    data = {"outcome": outcome.get_kind_display()}
    act = Act("casus.outcome_removed", access.handles_cases, then=remove, data=data)
    perform(outcome.case, act, by=by, now=now)


def require_weighing(case: ObstacleCase) -> None:
    """Raise NotNow when the answers of a case are not being weighed."""
    if case.state != "weighing_answers":
        raise NotNow("Een uitkomst schrijf je op als je de antwoorden weegt.")


def extend(outcome: CaseOutcome, until: date, reason: str, *, by: Actor, now: datetime) -> Done:
    """Let an experiment or exemption last longer, with the reason; its end is announced anew.

    Raises:
        NotNow: it has no end, was not set, or would not last longer.
    """

    def prolong(fresh: ObstacleCase) -> None:
        current = CaseOutcome.objects.get(pk=outcome.pk)
        if current.last_day is None or fresh.state not in workflow.CASE.sets["decided"]:
            raise NotNow("Alleen wat is vastgesteld en een einde heeft, kan langer duren.")
        if until <= current.last_day:
            raise NotNow("Kies een dag na het einde dat nu geldt.")
        CaseOutcome.objects.filter(pk=outcome.pk).update(extended_to=until, end_told_at=None)

    data = {"outcome": outcome.get_kind_display(), "until": until, "reason": reason}
    act = Act("casus.outcome_extended", access.decides_cases, then=prolong, data=data)
    return perform(outcome.case, act, by=by, now=now)


def tell_end(outcome: CaseOutcome, *, by: Actor, now: datetime) -> Done:
    """Say that an experiment ends soon, so that it is evaluated in time; once for each end.

    Raises:
        NotNow: it was said before.
    """

    def keep(_fresh: ObstacleCase) -> None:
        if not CaseOutcome.objects.filter(pk=outcome.pk, end_told_at__isnull=True).update(end_told_at=now):
            raise NotNow("Dit is al aangekondigd.")

    data = {"outcome": outcome.get_kind_display(), "until": outcome.last_day}
    act = Act("casus.outcome_ends", access.portal, then=keep, data=data)
    return perform(outcome.case, act, by=by, now=now)
