# SPDX-License-Identifier: EUPL-1.2
"""The queue of initiatives."""

from collections.abc import Sequence
from typing import ClassVar

from django.db.models import QuerySet
from django.urls import reverse

from netwerk.desk.case_screen import Term
from netwerk.desk.filters import DossierFilterSet
from netwerk.desk.listing import QueueView
from netwerk.desk.table import STATE, DeskColumn, person_column, term_column

from .. import workflow
from ..access import HANDLE
from ..kinds import INITIATIVE
from ..models import Initiative
from .terms import initiative_term


class InitiativeFilterSet(DossierFilterSet):
    """Filters of the initiatives."""

    workflow = workflow.INITIATIVE
    permission = HANDLE


class InitiativeQueue(QueueView):
    """The initiatives, what is due first on top."""

    permission: ClassVar[str] = HANDLE
    page_title = "Initiatieven"
    caption = "Initiatieven, met de eerste termijn bovenaan"
    no_rows = "Geen initiatieven gevonden"
    kind = INITIATIVE
    workflow = workflow.INITIATIVE
    filterset_class = InitiativeFilterSet
    counted = (("submitted", "nieuw", "mail"), ("more_info", "wacht op eigenaar", "message-question"))

    def rows(self) -> QuerySet[Initiative]:
        """Return the initiatives that the reader may see."""
        return Initiative.objects.visible_to(self.actor).select_related("assignee", "organisation")

    def row_term(self, row: Initiative) -> Term | None:
        """Return the deadline of an initiative."""
        return initiative_term(row, self.now)

    def columns_for(self) -> Sequence[DeskColumn]:
        """Return the product's own columns."""
        return [
            DeskColumn("Organisatie", lambda row: row.initiator),
            STATE,
            person_column(),
            term_column(),
        ]

    def header_links(self) -> list[tuple[str, str, str]]:
        """Return the way to write down what the team saw."""
        return [("Noteer een initiatief", reverse("kop_desk:scout"), "plus")]
