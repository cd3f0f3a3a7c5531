# SPDX-License-Identifier: EUPL-1.2
"""Merge a case with another one, split it, and put it on paper."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from netwerk import pdf
from netwerk.desk import export
from netwerk.desk.case_screen import told
from netwerk.forms import PortalForm
from netwerk.models import Export

from ..actions import cases, gather
from ..kinds import CASE
from ..models import ObstacleCase
from . import forms
from .base import CaseForm, CaseScreen


class MergeCase(CaseForm):
    """Let this case go up in another one."""

    title = "Voeg samen met een andere casus"
    intro = "De meldingen gaan mee. Deze casus sluit. Elke melder krijgt bericht."
    submit = "Voeg samen"
    done = "De casussen zijn samen. Je kijkt nu naar de casus die verdergaat."
    mails = True
    # The action locks both cases in order; locking this one first could make two colleagues wait.
    guarded = False

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the choice of cases that still take reports."""
        others = (
            ObstacleCase.objects.visible_to(self.actor)
            .taking_reports()
            .exclude(pk=self.case.pk)
            .order_by("-pk")
        )
        return forms.MergeForm(data, cases=others)

    def act(self, form: PortalForm) -> Any:
        """Merge."""
        return gather.merge_cases(self.case, form.cleaned_data["case"], **self.who)

    def next_url(self) -> str:
        """Return the case that goes on."""
        self.case.refresh_from_db()
        return reverse("rir_desk:case", args=[self.case.merged_into_id])


class SplitCase(CaseForm):
    """Open a case of its own for some of the reports."""

    title = "Splits de casus"
    intro = "Kies de meldingen die over iets anders gaan. Elke melder daarvan krijgt bericht."
    submit = "Splits"
    done = "De nieuwe casus is open. Jij bent de behandelaar."
    mails = True
    made: ObstacleCase | None = None

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the choice of reports, and what the new case begins with."""
        return forms.SplitForm(data, reports=self.case.reports.order_by("pk"))

    def act(self, form: PortalForm) -> Any:
        """Split."""
        values = form.cleaned_data
        new = cases.NewCase(values["title"], self.case.origin, values["summary"])
        self.made = gather.split_case(self.case, values["reports"], new, **self.who)

    def next_url(self) -> str:
        """Return the new case."""
        return reverse("rir_desk:case", args=[self.made.pk]) if self.made else self.back_url()


ANALYSIS = (
    "events", "renewal", "involved", "rule_name", "rule_kind", "rule_link", "rule_owner", "rule_purpose",
    "rule_text", "believed", "obstacle_kind", "domain", "scale", "frequency", "people", "tried",
    "counter_example", "similar", "urgency", "impact", "directions", "stretch", "confidence",
    "open_questions",
)  # fmt: skip
STATEMENT = ("sentence", "question", "needs", "owners", "desired_room", "route", "routes", "for_reporter")


class CasePaper(CaseScreen):
    """The case on paper, for a meeting or a ministry; without who reported, and without notes."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Write down who takes it, and return it."""
        case = self.case
        taken = Export(kind=CASE, form="pdf", query=case.reference, rows=1)
        export.remember(taken, **self.who)
        analysis, statement = case.analyses.first(), case.statements.first()
        context = {
            "case": case,
            "now": self.now,
            "actor": self.actor,
            "statement": statement,
            "statement_told": told(statement, STATEMENT) if statement else [],
            "analysis": analysis,
            "analysis_told": told(analysis, ANALYSIS) if analysis else [],
            "threads": case.threads.asked().select_related("ministry", "answer"),
            "regulations": case.regulations.all(),
            "outcomes": case.outcomes.select_related("ministry"),
            "promises": case.promises.select_related("ministry"),
            "reports": case.reports.count(),
            "distributions": case.distributions.all(),
        }
        return pdf.respond(request, "ruimte_in_de_regels/paper_case.html", context, case.reference)
