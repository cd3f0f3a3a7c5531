# SPDX-License-Identifier: EUPL-1.2
"""The forms about who is asked: the question, what they said, and whom we know there."""

from typing import Any

from django import forms

from netwerk.desk.forms import NO_NAMES, line, text
from netwerk.forms import PortalForm
from netwerk.widgets import CheckCards, DateField3, ManyField

from ..models import (
    AnswerChannel,
    Ministry,
    MinistryAnswer,
    MinistryContact,
    MinistryThread,
    contradiction,
)
from .forms import DeskModelForm


class ThreadQuestionForm(DeskModelForm):
    """What is asked of a ministry, of whom, and why of them."""

    class Meta:
        model = MinistryThread
        fields = ("ministry", "contact", "reason", "question")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        active = MinistryContact.objects.filter(active=True).select_related("ministry", "contact")
        self.fields["contact"].queryset = active  # type: ignore[attr-defined]
        self.fields["contact"].empty_label = "Nog niemand"  # type: ignore[attr-defined]
        self.fields["question"].help_text = "Wie je vraagt, leest dit. " + NO_NAMES
        self.fields["reason"].help_text = "Wie je vraagt, leest dit ook. " + NO_NAMES
        if self.fields.get("ministry"):
            self.fields["ministry"].queryset = Ministry.objects.to_choose()  # type: ignore[attr-defined]
        if self.instance.pk:  # another ministry is another question
            del self.fields["ministry"]

    def clean(self) -> dict[str, Any]:
        """Refuse a contact of another ministry than the one that is asked."""
        values: dict[str, Any] = super().clean() or {}
        ministry: Ministry | None = values.get("ministry") or getattr(self.instance, "ministry", None)
        contact: MinistryContact | None = values.get("contact")
        if ministry and contact and contact.ministry_id != ministry.pk:
            self.add_error("contact", f"{contact.contact} werkt niet bij {ministry}. Kies een ander.")
        return values


class SendForm(PortalForm):
    """Which prepared questions go out."""

    threads = ManyField(
        MinistryThread.objects.none(), label="Welke vragen wil je versturen?", widget=CheckCards
    )

    def __init__(self, *args: Any, drafts: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["threads"]
        field.queryset = drafts  # type: ignore[attr-defined]
        field.label_from_instance = lambda thread: f"{thread.label}, aan {thread.contact or 'nog niemand'}"  # type: ignore[attr-defined]


class AskBackForm(PortalForm):
    """A question that somebody put to the team by another way."""

    question = text("Wat vragen zij?", 3000, NO_NAMES)


class AnswerBackForm(PortalForm):
    """The answer to a ministry's question."""

    answer = text("Wat antwoord je?", 3000, "Wie het vroeg, leest dit. " + NO_NAMES)


class ExtendForm(PortalForm):
    """More time for a ministry."""

    reason = text("Waarom vragen zij uitstel?", 1000, rows=3)
    new_date = DateField3(label="Tot wanneer?", help_text="Hooguit vier weken na de termijn.")


class AgainForm(PortalForm):
    """A second round with somebody who answered."""

    reason = text("Waarom is dit antwoord niet genoeg?", 1000, "Zij lezen dit. " + NO_NAMES)
    question = text("Wat vraag je nu?", 3000, NO_NAMES)
    until = DateField3(
        label="Voor welke dag vragen we antwoord?", help_text="Een week tot een half jaar na vandaag."
    )


class AnswerForm(DeskModelForm):
    """Somebody's answer, written down by the team."""

    channel = forms.ChoiceField(
        label="Hoe kwam het antwoord?",
        choices=[("", "Kies hoe je het hoorde"), *AnswerChannel.choices[1:]],
        help_text="Dit staat erbij, ook op de site.",
    )

    class Meta:
        model = MinistryAnswer
        exclude = ("thread", "updated_at")
        field_classes = {"commitment_date": DateField3}

    def clean(self) -> dict[str, Any]:
        """Refuse an answer that contradicts itself, as on the sheet."""
        values: dict[str, Any] = super().clean() or {}
        if wrong := contradiction(values.get("stance", ""), values.get("kind", "")):
            self.add_error("kind", wrong)
        return values


class MinistryContactForm(PortalForm):
    """A policy officer."""

    ministry = forms.ModelChoiceField(Ministry.objects.all(), label="Partij", empty_label="Kies een partij")
    name = line("Naam", 120)
    email = forms.EmailField(label="E-mailadres", max_length=254)
    phone = line("Telefoon", 30, required=False)
    job = line("Functie", 120, required=False)
    is_backup = forms.BooleanField(
        label="Vervanger", required=False, help_text="Springt in als de vaste persoon er niet is."
    )
    active = forms.BooleanField(
        label="Actief", required=False, help_text="Alleen een actieve contactpersoon kan vragen krijgen."
    )


class PartyForm(DeskModelForm):
    """A ministry or another table that can be asked."""

    class Meta:
        model = Ministry
        fields = ("kind", "abbreviation", "name")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["abbreviation"].help_text = "Zo staat de partij in lijsten en op de site, zoals NZa."
        self.fields["name"].help_text = "De hele naam van de organisatie. Geen naam van een persoon."
