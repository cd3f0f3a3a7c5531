# SPDX-License-Identifier: EUPL-1.2
"""The queue of initiatives."""

from collections.abc import Sequence
from typing import ClassVar

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.safestring import SafeString

from netwerk.desk.case_screen import Term
from netwerk.desk.counts import Counter, Counts
from netwerk.desk.filters import DossierFilterSet
from netwerk.desk.listing import QueueView
from netwerk.desk.table import DeskColumn, person_cell, state_cell, term_cell, title_cell

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

    def rows(self) -> QuerySet[Initiative]:
        """Return the initiatives that the reader may see."""
        return Initiative.objects.visible_to(self.actor).select_related("assignee", "organisation")

    def row_term(self, row: Initiative) -> Term | None:
        """Return the deadline of an initiative."""
        return initiative_term(row, self.now)

    def columns_for(self) -> Sequence[DeskColumn]:
        """Return the columns."""
        return [
            DeskColumn("Kenmerk", lambda row: row.reference, sort_key="kenmerk", css="nowrap"),
            DeskColumn("Titel", _title, css="heading"),
            DeskColumn("Organisatie", lambda row: row.initiator),
            DeskColumn("Status", state_cell),
            DeskColumn("Behandelaar", person_cell),
            DeskColumn(
                "Termijn",
                lambda row: term_cell(self.row_term(row), row.due_at),
                sort_key="termijn",
                css="due",
            ),
        ]

    def counters(self, counts: Counts) -> list[Counter]:
        """Return what is new, and what waits for an owner."""
        return [
            Counter(counts.of("submitted"), "nieuw", "mail"),
            Counter(counts.of("more_info"), "wacht op eigenaar", "message-question"),
        ]

    def header_links(self) -> list[tuple[str, str, str]]:
        """Return the way to write down what the team saw."""
        return [("Noteer een initiatief", reverse("kop_desk:scout"), "plus")]


def _title(initiative: Initiative) -> SafeString:
    return title_cell(initiative, reverse("kop_desk:initiative", args=[initiative.pk]))
