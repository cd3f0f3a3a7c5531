# SPDX-License-Identifier: EUPL-1.2
"""The redaction screen: the original beside the public text, what may give somebody away, and the rules."""

from functools import cached_property
from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from netwerk.forms import PortalForm
from netwerk.hints import recognisable

from .. import redacting, workflow
from ..actions import redactions
from ..models import TEXTS, Publication, Redaction
from . import beside
from .base import CaseForm
from .publication_forms import RedactionForm

NOWHERE = (
    "Dit staat nergens in de openbare tekst. Er is dus niets vervangen. Keek je het goed na? "
    "De regel blijft bij de tekst staan: komt het er later in, dan zie je het."
)


class Redact(CaseForm):
    """Take something out of the public text, by a rule that is kept."""

    template_name = "ruimte_in_de_regels/desk/redact.html"
    title = "Haal weg wat herkenbaar is"
    intro = (
        "Links staat wat we weten, rechts wat iedereen leest. Gemarkeerd is wat herkenbaar kan zijn, "
        "en wat al is weggehaald."
    )
    submit = "Vervang overal in de tekst"
    done = "Het is vervangen. De regel blijft bij de tekst staan."

    @cached_property
    def text(self) -> Publication:
        """Return the public text of the case."""
        return get_object_or_404(Publication.objects.select_related("case"), case=self.case)

    @cached_property
    def looker(self) -> redacting.Looker:
        """Return what looks, with what the portal knows."""
        return redacting.Looker()

    @cached_property
    def suggestions(self) -> list[redacting.Suggestion]:
        """Return what may give somebody away in the public text."""
        return self.looker.suggestions(self.text)

    @cached_property
    def rules(self) -> list[Redaction]:
        """Return what was taken out, with reason and author."""
        return list(self.text.redactions.select_related("author"))

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form with the chosen suggestion; chosen by number, for no words belong in an address."""
        chosen = self.request.GET.get("voorstel", "")
        number = int(chosen) - 1 if chosen.isdecimal() and len(chosen) < 4 else -1
        initial = {}
        if 0 <= number < len(self.suggestions):
            one = self.suggestions[number]
            initial = {"found": one.found, "reason": one.reason}
        return RedactionForm(data, initial=initial)

    def more(self, form: PortalForm) -> dict[str, Any]:
        """Return both sides with their marks, the suggestions and the rules."""
        return {
            "originals": beside.originals(self.case, self.looker, self.rules),
            "parts": beside.marked(self.looker, self.text, TEXTS, self.rules),
            "suggestions": self.suggestions,
            "rules": self.rules,
            "leaks": redacting.leaks(self.text),
            "may_write": self.text.state in workflow.PUBLICATION.sets["editable"],
        }

    def act(self, form: PortalForm) -> Any:
        """Keep the rule and apply it; say so when its words stand nowhere: it may be a slip of the pen."""
        words = recognisable.whole_words(form.cleaned_data["found"])
        if not words.search("\n".join(self.text.texts().values())):
            self.done = NOWHERE
        return redactions.redact(self.text, form.cleaned_data, **self.who)

    def next_url(self) -> str:
        """Stay here: there may be more."""
        return reverse("rir_desk:redact", args=[self.case.pk])


class ApplyRules(Redact):
    """Apply the rules again."""

    http_method_names = ["post"]
    done = "De regels zijn opnieuw toegepast."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return a form without fields: the button says it all."""
        return PortalForm(data)

    def act(self, form: PortalForm) -> Any:
        """Apply them."""
        return redactions.apply_rules(self.text, **self.who)


class DropRedaction(ApplyRules):
    """Throw a rule away."""

    done = "De regel is weg. Wat al vervangen was, blijft zo."

    def act(self, form: PortalForm) -> Any:
        """Throw it away; a rule of another text is not there."""
        rule = get_object_or_404(self.text.redactions.select_related("publication"), pk=self.kwargs["rule"])
        return redactions.drop_rule(rule, **self.who)
