# SPDX-License-Identifier: EUPL-1.2
"""What the portal does by itself when a learning project is kept long enough."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from netwerk.access import Actor
from netwerk.perform import Done, Move, perform

from ..models import LearningProject

LAPSED = "Verkenning die verviel"
_WRITTEN = (
    "organisation_name",
    "summary",
    "problem",
    "urgency",
    "for_whom",
    "known",
    "examined",
    "agreed_by",
)


def lapse(project: LearningProject, *, by: Actor, now: datetime) -> Done:
    """Let a project go that never got beyond exploring: only its group read it, so nothing of it stays.

    Raises:
        NotPermitted: somebody else than the portal.
        NotNow: it got further, or its card is on the site.
    """

    def erase(fresh: LearningProject) -> None:
        empty = LearningProject()
        for name in (*_WRITTEN, "check_answers"):
            setattr(fresh, name, getattr(empty, name))
        fresh.title, fresh.organisation, fresh.due_at = LAPSED, None, None
        fresh.ending, fresh.ended_on = "stopped", timezone.localdate(now)
        for parts in (fresh.participants, fresh.stakeholders, fresh.criteria, fresh.goals, fresh.rules):
            parts.all().delete()

    return perform(project, Move("lapse", then=erase), by=by, now=now)


def forget_people(projects: Sequence[LearningProject], _now: datetime) -> None:
    """Erase what the group wrote about people, of projects that are over. What it learned stays."""
    for project in projects:
        project.stakeholders.all().delete()
    keys = [project.pk for project in projects]
    LearningProject.objects.filter(pk__in=keys).update(agreed_by="")
