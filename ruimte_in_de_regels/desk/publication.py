# SPDX-License-Identifier: EUPL-1.2
"""The public text of a case: write, have it checked, publish, take it back."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.db.models import Model
from django.shortcuts import get_object_or_404

from netwerk.desk.case_screen import told
from netwerk.desk.forms import ReasonForm
from netwerk.desk.views import MoveScreen, Way
from netwerk.forms import PortalForm

from .. import conditions, redacting, small_groups
from ..actions import publications, reading
from ..models import SMALL_GROUP, TEXTS, Publication, TextReaction
from . import beside
from . import publication_forms as forms
from .base import CaseForm


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
        lambda text, _given, who: publications.show_reporter(text, **who),
        done="De melders kunnen meelezen en krijgen daarvan bericht.",
    ),
    "take_back": Way(
        lambda text, _given, who: publications.take_back(text, **who), done="Je kunt verder schrijven."
    ),
    "give_back": Way(
        lambda text, given, who: publications.give_back(text, given["reason"], **who),
        ReasonForm,
        "De tekst is weer van de schrijver. Die krijgt een mail.",
        "De schrijver leest bij de tekst waarom.",
    ),
    "approve": Way(
        lambda text, given, who: publications.approve(text, _ticked(given), **who),
        forms.ChecklistForm,
        "De openbare tekst is goedgekeurd.",
        "Lees de tekst alsof je de mensen kent. Kun jij iemand herkennen?",
    ),
    "revise": Way(
        lambda text, _given, who: publications.revise(text, **who), done="Je kunt de tekst aanpassen."
    ),
    "publish": Way(
        lambda text, given, who: publications.publish(text, given["audience"], **who),
        forms.AudienceForm,
        "De casus staat op de site.",
        "Lees de tekst nog één keer. Kies daarna wie hem kan lezen.",
    ),
    "hold": Way(
        lambda text, given, who: publications.hold(text, _dated(given), given["audience"], **who),
        forms.HoldForm,
        "De tekst komt op de gekozen dag vanzelf op de site.",
        "De melders en de ministeries van deze casus krijgen bericht van de datum.",
    ),
    "move_date": Way(
        lambda text, given, who: publications.move_date(text, _dated(given), **who),
        forms.DateForm,
        "De tekst komt op een andere dag op de site.",
        "De melders en de ministeries van deze casus krijgen bericht van de nieuwe datum.",
    ),
    "lift": Way(
        lambda text, given, who: publications.lift(text, given["reason"], **who),
        ReasonForm,
        "De tekst wacht niet meer. Je kunt hem nu publiceren.",
    ),
    "widen": Way(
        lambda text, _given, who: publications.widen(text, **who),
        done="Iedereen kan de casus nu lezen.",
    ),
    "retract": Way(
        lambda text, given, who: publications.retract(text, given["reason"], given["public_reason"], **who),
        forms.RetractForm,
        "De casus staat niet meer op de site.",
    ),
}


def _ticked(given: Mapping[str, Any]) -> list[str]:
    """Return the codes of what the second person looked at."""
    return [*given["checklist"], *([SMALL_GROUP] if given.get("weighed") else [])]


def _dated(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the table asks of a day."""
    return {"reason": given["reason"], "publish_on": given["publish_on"]}


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
        return {"publication": self.text, "told": told(self.text, TEXTS), **self._checked()}

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form of the move; the check also asks whether a small group was weighed."""
        if self.name == "approve":
            return forms.CheckForm(data, few=bool(self.hint))
        return super().make_form(data)

    @cached_property
    def hint(self) -> str:
        """Return what to widen when few organisations fit."""
        return small_groups.hint(self.case)

    def _not_yet(self) -> str:
        """Return why nobody can approve the text now, whatever they tick: it depends on reporters."""
        asked = (conditions.reporters_do_not_object, conditions.reporters_heard)
        verdicts = (ask(self.text) for ask in asked)
        return next((verdict.reason for verdict in verdicts if not verdict), "")

    def _checked(self) -> dict[str, Any]:
        """Return what the second person looks at besides the text."""
        if self.name != "approve":
            return {}
        before = self.text.approved_texts.select_related("checked_by").first()
        rules = list(self.text.redactions.select_related("author"))
        looker = redacting.Looker()
        return {
            "originals": beside.originals(self.case, looker, rules),
            "parts": beside.marked(looker, self.text, TEXTS, rules),
            "not_yet": self._not_yet(),
            "hint": self.hint,
            "rules": rules,
            "leaks": redacting.leaks(self.text),
            "approved_before": before,
            "changes": redacting.changes(before.texts, self.text) if before else [],
        }


class AnswerWish(CaseForm):
    """Write a reporter why a wish about the text is not met."""

    title = "Antwoord op een wens van de melder"
    intro = "De melder krijgt je antwoord als bericht, en kan daarna nog steeds nee zeggen."
    submit = "Verstuur het antwoord"
    done = "De melder heeft je antwoord."
    mails = True

    @cached_property
    def reaction(self) -> TextReaction:
        """Return the reaction that the address names, within its own case."""
        rows = TextReaction.objects.select_related("publication__case", "report")
        return get_object_or_404(rows, pk=self.kwargs["reaction"], publication__case=self.case)

    def make_form(self, data: Any = None) -> PortalForm:
        """Ask what to say; a reaction of another case is not there."""
        self.intro = f"{self.intro} De wens: \u201c{self.reaction.wish or 'geen uitleg'}\u201d"
        return forms.AnswerWishForm(data)

    def act(self, form: PortalForm) -> Any:
        """Send it."""
        return reading.answer_wish(self.reaction, form.cleaned_data["reply"], **self.who)
