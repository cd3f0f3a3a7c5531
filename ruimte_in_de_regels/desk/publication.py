# SPDX-License-Identifier: EUPL-1.2
"""The public text of a case: write, have it checked, publish, take it back."""

from functools import cached_property
from typing import Any

from django.db.models import Model
from django.shortcuts import get_object_or_404

from netwerk.desk.case_screen import told
from netwerk.desk.forms import ReasonForm
from netwerk.desk.views import MoveScreen, Way
from netwerk.forms import PortalForm

from ..actions import publications
from ..models import CHECKLIST, Publication
from . import forms
from .base import CaseForm

TEXTS = ("title", "situation", "obstacle", "problem", "outcome", "what_you_can_do")


class WritePublication(CaseForm):
    """Write the public text. Nothing of the case goes along by itself."""

    template_name = "ruimte_in_de_regels/desk/publication_form.html"
    title = "Openbare tekst"
    intro = "Iedereen kan dit lezen. Schrijf zo dat niemand een persoon, organisatie of plek herkent."
    submit = "Bewaar de tekst"
    done = "De openbare tekst is bewaard. Een collega controleert hem."

    def stored(self) -> Publication:
        """Return the text as it is stored now, or a new one."""
        return Publication.objects.filter(case=self.case).first() or Publication(case=self.case)

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form over the text as it is."""
        return forms.PublicationForm(data, instance=self.stored())  # type: ignore[return-value]

    def more(self, form: PortalForm) -> dict[str, Any]:
        """Return what the other one wrote in the fields where it differs."""
        stored = self.stored()
        names = [name for name in TEXTS if form.is_bound and getattr(stored, name) != form[name].value()]
        return {"differs": told(stored, tuple(names)) if stored.pk and form.is_bound else []}

    def act(self, form: PortalForm) -> Any:
        """Save the text."""
        return publications.save_text(self.case, form.cleaned_data, **self.who)


WAYS = {
    "show_reporter": Way(
        lambda text, _given, who: publications.show_reporter(text, **who), done="De melders kunnen meelezen."
    ),
    "take_back": Way(
        lambda text, _given, who: publications.take_back(text, **who), done="Je kunt verder schrijven."
    ),
    "approve": Way(
        lambda text, given, who: publications.approve(text, given["checklist"], **who),
        forms.ChecklistForm,
        "De openbare tekst is goedgekeurd.",
        "Lees de tekst alsof je de mensen kent. Kun jij iemand herkennen?",
    ),
    "revise": Way(
        lambda text, _given, who: publications.revise(text, **who), done="Je kunt de tekst aanpassen."
    ),
    "publish": Way(
        lambda text, _given, who: publications.publish(text, **who), done="De casus staat op de site."
    ),
    "retract": Way(
        lambda text, given, who: publications.retract(text, given["reason"], **who),
        ReasonForm,
        "De casus staat niet meer op de site.",
    ),
}


class PublicationMove(CaseForm, MoveScreen):
    """Any move of the public text; each form shows the text itself."""

    template_name = "ruimte_in_de_regels/desk/publication_move.html"
    ways = WAYS

    @cached_property
    def text(self) -> Publication:
        """Return the public text of the case."""
        return get_object_or_404(Publication.objects.select_related("case"), case=self.case)

    def find(self) -> Model:
        """Return the text."""
        return self.text

    def more(self, form: PortalForm) -> dict[str, Any]:
        """Return the text, and the points of the check."""
        return {"publication": self.text, "told": told(self.text, TEXTS), "checklist": CHECKLIST}
