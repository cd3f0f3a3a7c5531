# SPDX-License-Identifier: EUPL-1.2
"""The two queues: reports and cases."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from django.db.models import Count, Prefetch, QuerySet, Value
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from netwerk.desk.case_screen import Term
from netwerk.desk.counts import Counter, Counts
from netwerk.desk.filters import DossierFilterSet
from netwerk.desk.listing import QueueView
from netwerk.desk.table import (
    DeskColumn,
    day_cell,
    minis,
    person_cell,
    state_cell,
    term_cell,
    title_cell,
)

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

    def rows(self) -> QuerySet[ObstacleReport]:
        """Return the reports that the reader may see."""
        return ObstacleReport.objects.visible_to(self.actor).select_related("assignee")

    def row_term(self, row: ObstacleReport) -> Term | None:
        """Return the deadline of a report."""
        return report_term(row, self.now)

    def columns_for(self) -> Sequence[DeskColumn]:
        """Return the columns."""
        return [
            DeskColumn("Kenmerk", lambda row: row.reference, sort_key="kenmerk", css="nowrap"),
            DeskColumn("Titel", _report_title, css="heading"),
            DeskColumn("Status", state_cell),
            DeskColumn("Behandelaar", person_cell),
            DeskColumn(
                "Termijn",
                lambda row: term_cell(self.row_term(row), row.due_at),
                sort_key="termijn",
                css="due",
            ),
            DeskColumn("Binnen sinds", lambda row: day_cell(row.created_at), sort_key="binnen"),
        ]

    def counters(self, counts: Counts) -> list[Counter]:
        """Return what is new, and what waits for a reporter."""
        return [
            Counter(counts.of("received"), "nieuw", "mail"),
            Counter(counts.of("waiting_reporter"), "wacht op melder", "message-question"),
        ]


def _report_title(report: ObstacleReport) -> SafeString:
    return title_cell(report, reverse("rir_desk:report", args=[report.pk]))


class CaseQueue(QueueView):
    """The cases, what is due first on top."""

    permission: ClassVar[str] = HANDLE_CASE
    page_title = "Casussen"
    caption = "Casussen, met de eerste termijn bovenaan"
    no_rows = "Geen casussen gevonden"
    kind = CASE
    workflow = workflow.CASE
    filterset_class = CaseFilterSet

    def rows(self) -> QuerySet[ObstacleCase]:
        """Return the cases that the reader may see, each with its questions to ministries."""
        asked = MinistryThread.objects.exclude(state="withdrawn").select_related("ministry")
        return (
            ObstacleCase.objects.visible_to(self.actor)
            .select_related("assignee")
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
        """Return the columns."""
        return [
            DeskColumn("Kenmerk", lambda row: row.reference, sort_key="kenmerk", css="nowrap"),
            DeskColumn("Titel", _case_title, css="heading"),
            DeskColumn("Status", state_cell),
            DeskColumn(
                "Termijn",
                lambda row: term_cell(self.row_term(row), row.due_at),
                sort_key="termijn",
                css="due",
            ),
            DeskColumn("Ministeries", lambda row: _ministries(row, self.now)),
            DeskColumn("Meldingen", lambda row: sum(row.facts[_REPORTS]), css="num"),
            DeskColumn("Behandelaar", person_cell),
        ]

    def counters(self, counts: Counts) -> list[Counter]:
        """Return what lies with ministries, and what is decided but not told."""
        return [
            Counter(counts.of("escalated"), "bij een ministerie", "building-community"),
            Counter(counts.of("outcome_set"), "terug te koppelen", "message-2"),
        ]

    def header_links(self) -> list[tuple[str, str, str]]:
        """Return the way to a case without a report."""
        return [
            ("Nieuwe casus", reverse("rir_desk:case_new"), "plus"),
            ("Nieuw signaal", reverse("rir_desk:signal_new"), "flag"),
        ]


class SignalQueue(CaseQueue):
    """What the network found itself, or was told by a partner: signals that nobody started on yet."""

    page_title = "Signalen"
    caption = "Signalen, met de eerste termijn bovenaan"
    no_rows = "Geen signalen gevonden"

    def get_base_queryset(self) -> QuerySet:
        """Return the signals without a reporter."""
        found = ObstacleCase.objects.filter(state="signal").exclude(origin=CaseOrigin.REPORTED)
        return super().get_base_queryset().filter(state="signal", pk__in=found.values("pk"))

    def columns_for(self) -> Sequence[DeskColumn]:
        """Return the columns, with where it came from."""
        found = DeskColumn("Bron", lambda row: row.source or row.get_origin_display())
        kept = {"Kenmerk", "Titel", "Termijn", "Behandelaar"}
        columns = [column for column in super().columns_for() if column.label in kept]
        return [*columns[:2], found, *columns[2:]]

    def counters(self, counts: Counts) -> list[Counter]:
        """Return no more than what every queue has."""
        return []

    def header_links(self) -> list[tuple[str, str, str]]:
        """Return the way to write down a signal."""
        return [("Nieuw signaal", reverse("rir_desk:signal_new"), "plus")]


def _case_title(case: ObstacleCase) -> SafeString:
    return title_cell(case, reverse("rir_desk:case", args=[case.pk]))


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
