# SPDX-License-Identifier: EUPL-1.2
"""How far a case reaches: who has it too, and where it was spread."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from netwerk.forms import PortalForm

from ..actions import distribution, questions
from .base import CaseForm, CaseScreen
from .publication_forms import DistributionForm


class AlsoRows(CaseScreen):
    """Everybody who has it too: exact rows, for the team alone; an address is not shown."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the rows, and the reports that say the same."""
        context = {
            "title": "Dit speelt ook bij anderen",
            "case": self.case,
            "rows": list(self.case.also_us.select_related("sector", "region")),
            "reports": list(self.case.also_hit.exclude(state="withdrawn").order_by("pk")),
            "back_url": self.back_url(),
            "back_label": "Naar de casus",
        }
        return self.show("ruimte_in_de_regels/desk/also_rows.html", context)


class Spread(CaseForm):
    """Where the case was spread, and one more."""

    template_name = "ruimte_in_de_regels/desk/spread.html"
    title = "Verspreiding"
    intro = "Schrijf op waar deze casus of de oplossing is gedeeld. Zo weten we wie het al kent."
    submit = "Schrijf erbij"
    done = "De verspreiding staat erbij."
    guarded = False

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form."""
        return DistributionForm(data)  # type: ignore[return-value]

    def more(self, form: PortalForm) -> dict[str, Any]:
        """Return what was written down before."""
        return {"spread": list(self.case.distributions.select_related("author"))}

    def act(self, form: PortalForm) -> Any:
        """Write it down."""
        return distribution.spread(self.case, form.cleaned_data, **self.who)

    def next_url(self) -> str:
        """Stay here."""
        return reverse("rir_desk:spread", args=[self.case.pk])


class DraftQuestion(CaseForm):
    """Make a draft of a frequent question, in one click."""

    http_method_names = ["post"]
    title = "Maak er een veelgestelde vraag van"
    submit = "Maak een conceptvraag"
    done = "De conceptvraag staat klaar bij het thema. De ambassadeur maakt hem af."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return a form without fields: the button says it all."""
        return PortalForm(data)

    def act(self, form: PortalForm) -> Any:
        """Make it."""
        return questions.draft_question(self.case, **self.who)
