# SPDX-License-Identifier: EUPL-1.2
"""How this desk works: its terms, and the rules that give a new report its handler."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from netwerk.desk.views import DeskView, FormScreen
from netwerk.forms import PortalForm

from .. import access
from ..actions import intake, settings
from ..models import DeskTerms, IntakeRule, ObstacleReport
from . import forms
from .base import HANDLE_REPORT

DECIDE = "ruimte_in_de_regels.decide_case"


class Terms(FormScreen):
    """The terms, which the coordinator sets."""

    permission: ClassVar[str] = DECIDE
    title = "Termijnen"
    intro = "Een nieuwe termijn geldt vanaf de volgende stap. Een datum die al is gegeven, blijft staan."
    submit = "Bewaar de termijnen"
    done = "De termijnen zijn bewaard."
    back_label = "Meldingen"

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form over the terms as they are."""
        return forms.TermsForm(data, instance=DeskTerms.current())  # type: ignore[return-value]

    def act(self, form: PortalForm) -> Any:
        """Set them."""
        settings.change_terms(form.cleaned_data, by=self.actor)

    def back_url(self) -> str:
        """Return the reports."""
        return reverse("rir_desk:reports")

    def next_url(self) -> str:
        """Stay here."""
        return reverse("rir_desk:terms")


class Rules(DeskView):
    """The rules in order, and a place to try them on a report that exists or is typed."""

    permission: ClassVar[str] = HANDLE_REPORT

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the rules; with a report in the address, which one counts for it, and why others do not."""
        asked = any(name in request.GET for name in forms.TryForm.base_fields)
        form = forms.TryForm(request.GET if asked else None)
        rules = list(
            IntakeRule.objects.with_handlers().select_related(
                "theme", "sector", "region", "regulation", "handler"
            )
        )
        judgements = None
        if form.is_bound and form.is_valid() and (facts := self._facts(form)) is not None:
            judgements = intake.judge(facts, [rule for rule in rules if rule.active])
        context = {
            "title": "Verdeelregels",
            "rules": rules,
            "form": form,
            "judgements": judgements,
            "routed": bool(judgements) and any(one.counts for one in judgements or ()),
            "may_change": bool(access.decides_cases(self.actor)),
        }
        return self.show("ruimte_in_de_regels/desk/rules.html", context)

    def _facts(self, form: forms.TryForm) -> intake.Facts | None:
        """Return what the rules look at; None, with an error at its field, for a reference nobody has."""
        reference = form.cleaned_data["reference"]
        if not reference:
            return intake.facts_of_answers(form.cleaned_data)
        visible = ObstacleReport.objects.visible_to(self.actor)
        report = visible.filter(reference__iexact=reference).first()
        if report is None:
            form.add_error(
                "reference", "We vinden geen melding met dit kenmerk. Het ziet eruit als RR-2026-0012."
            )
            return None
        return intake.facts_of_report(report)


class RuleForm(FormScreen):
    """Add a rule, or change one."""

    permission: ClassVar[str] = DECIDE
    submit = "Bewaar de regel"
    done = "De regel is bewaard."
    back_label = "Verdeelregels"
    intro = "Alles wat je invult, moet kloppen. De eerste regel die past, telt."

    @property
    def title(self) -> str:  # type: ignore[override]
        """Whether it is a new one."""
        return "Wijzig de verdeelregel" if "pk" in self.kwargs else "Nieuwe verdeelregel"

    def _rule(self) -> IntakeRule | None:
        return get_object_or_404(IntakeRule, pk=self.kwargs["pk"]) if "pk" in self.kwargs else None

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form over the rule as it is."""
        return forms.IntakeRuleForm(data, instance=self._rule(), permission=HANDLE_REPORT)  # type: ignore[return-value]

    def act(self, form: PortalForm) -> Any:
        """Keep it."""
        intake.keep_rule(self._rule(), form.cleaned_data, by=self.actor)

    def back_url(self) -> str:
        """Return the list."""
        return reverse("rir_desk:rules")


class DropRule(RuleForm):
    """Throw a rule away."""

    http_method_names = ["post"]
    done = "De regel is weg."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return a form without fields: the button says it all."""
        return PortalForm(data)

    def act(self, form: PortalForm) -> Any:
        """Throw it away."""
        intake.drop_rule(get_object_or_404(IntakeRule, pk=self.kwargs["pk"]), by=self.actor)
