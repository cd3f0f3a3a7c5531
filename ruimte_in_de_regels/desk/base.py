# SPDX-License-Identifier: EUPL-1.2
"""How the screens find what an address names. What is not there for the reader is a 404."""

from functools import cached_property
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse

from netwerk.desk.views import DeskView, FormScreen

from ..models import MinistryThread, ObstacleCase, ObstacleReport

HANDLE_REPORT = "ruimte_in_de_regels.handle_report"
HANDLE_CASE = "ruimte_in_de_regels.handle_case"
VIEW_IDENTITY = "ruimte_in_de_regels.view_identity"


class ReportScreen(DeskView):
    """A screen about one report."""

    permission: ClassVar[str] = HANDLE_REPORT

    @cached_property
    def report(self) -> ObstacleReport:
        """Return the report that the address names."""
        rows = ObstacleReport.objects.visible_to(self.actor).select_related("assignee", "case", "also_hits")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def back_url(self) -> str:
        """Return the address of the report's screen."""
        return reverse("rir_desk:report", args=[self.report.pk])


class ReportForm(ReportScreen, FormScreen):
    """A form about one report."""

    back_label = "Naar de melding"

    def dossier(self) -> ObstacleReport:
        """Return the report, whose version counts."""
        return self.report


class CaseScreen(DeskView):
    """A screen about one case."""

    permission: ClassVar[str] = HANDLE_CASE

    def cases(self) -> QuerySet[ObstacleCase]:
        """Return the cases to choose from."""
        return ObstacleCase.objects.visible_to(self.actor).select_related("assignee", "merged_into")

    @cached_property
    def case(self) -> ObstacleCase:
        """Return the case that the address names."""
        return get_object_or_404(self.cases(), pk=self.kwargs["pk"])

    def back_url(self) -> str:
        """Return the address of the case's screen."""
        return reverse("rir_desk:case", args=[self.case.pk])


class CaseForm(CaseScreen, FormScreen):
    """A form about one case."""

    back_label = "Naar de casus"

    def dossier(self) -> ObstacleCase:
        """Return the case, whose version counts."""
        return self.case


class ThreadForm(CaseForm):
    """A form about one question to a ministry; its case stands in the address too."""

    @cached_property
    def thread(self) -> MinistryThread:
        """Return the question that the address names, within its own case."""
        rows = MinistryThread.objects.select_related(
            "ministry", "contact__contact", "contact__ministry", "case"
        )
        return get_object_or_404(rows, pk=self.kwargs["thread"], case_id=self.case.pk)

    def about(self) -> dict[str, Any]:
        """Return what stands above the form."""
        return {"thread": self.thread}
