# SPDX-License-Identifier: EUPL-1.2
"""The list of learning projects."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from django.db.models import QuerySet

from netwerk.desk.case_screen import PAUSED, Term, term
from netwerk.desk.filters import DossierFilterSet
from netwerk.desk.listing import QueueView
from netwerk.desk.table import STATE, DeskColumn, person_column, term_column

from .. import workflow
from ..access import HANDLE
from ..kinds import PROJECT
from ..models import LearningProject


def project_term(project: LearningProject, now: datetime) -> Term | None:
    """Return how much time is left until the planned end; the clock stands still in a pause."""
    if project.due_at is None or project.state not in workflow.PROJECT.sets["open"]:
        return None
    if project.state in workflow.PROJECT.sets["paused"]:
        return PAUSED
    return term(project.due_at, now)


class ProjectFilterSet(DossierFilterSet):
    """Filters of the projects."""

    workflow = workflow.PROJECT
    permission = HANDLE


class ProjectQueue(QueueView):
    """The learning projects, what ends first on top."""

    permission: ClassVar[str] = HANDLE
    page_title = "Leertrajecten"
    caption = "Leertrajecten, met het eerste geplande einde bovenaan"
    no_rows = "Geen leertrajecten gevonden"
    kind = PROJECT
    workflow = workflow.PROJECT
    filterset_class = ProjectFilterSet
    counted = (("running", "lopen", "progress"), ("paused", "gepauzeerd", "player-pause"))

    def rows(self) -> QuerySet[LearningProject]:
        """Return the projects that the reader may see."""
        return LearningProject.objects.visible_to(self.actor).select_related("assignee", "organisation")

    def row_term(self, row: LearningProject) -> Term | None:
        """Return the time left of a project."""
        return project_term(row, self.now)

    def columns_for(self) -> Sequence[DeskColumn]:
        """Return the product's own columns."""
        return [
            DeskColumn("Organisatie", lambda row: row.carrier),
            STATE,
            person_column("Kijkt mee"),
            term_column("Gepland einde"),
        ]
