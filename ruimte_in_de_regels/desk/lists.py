# SPDX-License-Identifier: EUPL-1.2
"""The two queues: reports and cases."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from django.db.models import Count, Prefetch, Q, QuerySet, Value
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from netwerk.desk.case_screen import Term
from netwerk.desk.filters import DossierFilterSet
from netwerk.desk.listing import ROW, Numbers, QueueView
from netwerk.desk.table import ARRIVED, STATE, DeskColumn, minis, person_column, term_column

from .. import workflow
from ..kinds import CASE, REPORT
from ..models import CaseOrigin, MinistryThread, ObstacleCase, ObstacleReport
from .base import HANDLE_CASE, HANDLE_REPORT
from .terms import case_term, report_term, thread_term

_REPORTS = "meldingen"


class ReportFilterSet(DossierFilterSet):
    """Filters of the reports."""

    workflow = workflow.REPORT
    permission = HANDLE_REPORT


class CaseFilterSet(DossierFilterSet):
    """Filters of the cases."""

    workflow = workflow.CASE
    permission = HANDLE_CASE


class ReportQueue(QueueView):
    """The reports, what is due first on top."""

    permission: ClassVar[str] = HANDLE_REPORT
    page_title = "Meldingen"
    caption = "Meldingen, met de eerste termijn bovenaan"
    no_rows = "Geen meldingen gevonden"
    kind = REPORT
    workflow = workflow.REPORT
    filterset_class = ReportFilterSet
    counted = (("received", "nieuw", "mail"), ("waiting_reporter", "wacht op melder", "message-question"))

    def rows(self) -> QuerySet[ObstacleReport]:
        """Return the reports that the reader may see."""
        return ObstacleReport.objects.visible_to(self.actor).select_related("assignee").only(*ROW)

    def row_term(self, row: ObstacleReport) -> Term | None:
        """Return the deadline of a report."""
        return report_term(row, self.now)

    def columns_for(self) -> Sequence[DeskColumn]:
        """Return the product's own columns."""
        return [STATE, person_column(), term_column(), ARRIVED]

    def header_links(self) -> list[tuple[str, str, str]]:
        """Return the way to write down a report of somebody who called or came by."""
        return [("Meld voor een ander", reverse("ruimte_in_de_regels:report_start"), "plus")]


class CaseQueue(QueueView):
    """The cases, what is due first on top."""

    permission: ClassVar[str] = HANDLE_CASE
    page_title = "Casussen"
    caption = "Casussen, met de eerste termijn bovenaan"
    no_rows = "Geen casussen gevonden"
    kind = CASE
    workflow = workflow.CASE
    filterset_class = CaseFilterSet
    counted: ClassVar[Numbers] = (
        ("escalated", "bij een ministerie", "building-community"),
        ("outcome_set", "terug te koppelen", "message-2"),
    )

    def rows(self) -> QuerySet[ObstacleCase]:
        """Return the cases that the reader may see, each with its questions to ministries."""
        asked = MinistryThread.objects.exclude(state="withdrawn").select_related("ministry")
        return (
            ObstacleCase.objects.visible_to(self.actor)
            .select_related("assignee")
            .only(*ROW, "origin", "source")
            .prefetch_related(Prefetch("threads", asked, to_attr="shown_threads"))
        )

    def facts(self, ids: list[int]) -> list[QuerySet]:
        """Add the number of reports, counted for the rows of this page alone."""
        reports = ObstacleReport.objects.filter(case__in=ids).order_by().values("case_id")
        numbers = reports.annotate(what=Value(_REPORTS), number=Count("pk"))
        return [*super().facts(ids), numbers.values_list("what", "case_id", "number")]

    def row_term(self, row: ObstacleCase) -> Term | None:
        """Return the deadline of a case."""
        return case_term(row, self.now)

    def columns_for(self) -> Sequence[DeskColumn]:
        """Return the product's own columns."""
        return [
            STATE,
            term_column(),
            DeskColumn("Ministeries", lambda row: _ministries(row, self.now)),
            DeskColumn("Meldingen", lambda row: sum(row.facts[_REPORTS]), css="num"),
            person_column(),
        ]

    def header_links(self) -> list[tuple[str, str, str]]:
        """Return the way to a case without a report."""
        return [
            ("Nieuwe casus", reverse("rir_desk:case_new"), "plus"),
            ("Nieuw signaal", reverse("rir_desk:signal_new"), "flag"),
        ]


OWN_SIGNALS = Q(
    state="signal",
    pk__in=ObstacleCase.objects.filter(state="signal").exclude(origin=CaseOrigin.REPORTED).values("pk"),
)
"""One object, so that the queue puts the same question every time."""


class SignalQueue(CaseQueue):
    """What the network found itself, or was told by a partner: signals that nobody started on yet."""

    page_title = "Signalen"
    caption = "Signalen, met de eerste termijn bovenaan"
    no_rows = "Geen signalen gevonden"
    counted = ()

    def among(self) -> Q:
        """Return the signals without a reporter."""
        return super().among() & OWN_SIGNALS

    def columns_for(self) -> Sequence[DeskColumn]:
        """Return the columns, with where it came from."""
        found = DeskColumn("Bron", lambda row: row.source or row.get_origin_display())
        return [found, term_column(), person_column()]

    def header_links(self) -> list[tuple[str, str, str]]:
        """Return the way to write down a signal."""
        return [("Nieuw signaal", reverse("rir_desk:signal_new"), "plus")]


def _ministries(case: ObstacleCase, now: datetime) -> SafeString:
    """Return a label per ministry; one that is late says so, whatever its state."""
    threads: list[MinistryThread] = case.shown_threads  # type: ignore[attr-defined]
    if not threads:
        return format_html('<span class="muted">{}</span>', "Geen")
    labels = []
    for thread in threads:
        term, state = thread_term(thread, now), thread.state_info
        late = term is not None and term.is_late
        tone, icon = ("danger", "clock-exclamation") if late else (state.tone, state.icon)
        labels.append((str(thread.ministry), tone, icon, "te laat" if late else state.label))
    return minis(labels)
