# SPDX-License-Identifier: EUPL-1.2
"""The forms of the desk. They parse and validate; an action saves."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from netwerk.desk.forms import NO_NAMES, line, text
from netwerk.forms import PortalForm
from netwerk.models import Organisation, User
from netwerk.widgets import DateField3, RadioCards

from ..models import PartnerRole

OWNER_SEES_IT = "De eigenaar leest dit. Schrijf gewone woorden en geen namen."


class ScoutForm(PortalForm):
    """What is known of an initiative that somebody saw."""

    title = line("Hoe heet het initiatief?", 160)
    summary = text("Wat zag je, en waar?", 300, NO_NAMES, rows=4, required=False)


class OwnerForm(PortalForm):
    """Whose initiative it is: somebody with an account."""

    owner = forms.EmailField(
        label="E-mailadres van de eigenaar", help_text="Van het account waarmee de eigenaar inlogt."
    )

    def clean_owner(self) -> User:
        """Find the account."""
        found = User.objects.filter(email__iexact=self.cleaned_data["owner"], is_active=True).first()
        if found is None:
            raise ValidationError("Er is geen account met dit adres. Vraag de eigenaar om er een te maken.")
        return found


class QuestionForm(PortalForm):
    """A question to the owner."""

    question = text("Wat wil je de eigenaar vragen?", 2000, OWNER_SEES_IT)


class ReplyForm(PortalForm):
    """The owner's answer, written down by the team."""

    reply = text("Wat antwoordde de eigenaar?", 3000, "Bijvoorbeeld aan de telefoon. " + NO_NAMES)


class RecogniseForm(PortalForm):
    """Who made it a Koploper, and when."""

    appointed_by = line("Wie benoemde het?", 150, "Een organisatie, geen naam van een persoon.")
    appointed_on = DateField3(label="Op welke dag?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["appointed_by"].initial = "Ministerie van VWS"

    def clean_appointed_on(self) -> date:
        """An appointment that is recorded has happened."""
        day: date = self.cleaned_data["appointed_on"]
        if day > timezone.localdate():
            raise ValidationError("Kies een dag die al is geweest.")
        return day


class DeclineForm(PortalForm):
    """Why it is not nominated, and what would help."""

    reason = text("Waarom dragen we het niet voor?", 1500, OWNER_SEES_IT)
    what_helps = text("Wat zou helpen om het later wel te doen?", 1500, OWNER_SEES_IT)


class WithdrawForm(PortalForm):
    """Taking an initiative back for its owner."""

    reason = text("Wat is de reden?", 1000, OWNER_SEES_IT, required=False)


class PartnerForm(PortalForm):
    """An organisation that takes part."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.all(),
        label="Welke organisatie?",
        empty_label="Kies een organisatie",
        help_text="Staat hij er niet bij? Voeg hem eerst toe bij Lijsten.",
    )
    role = forms.ChoiceField(
        label="Wat doet die organisatie?", choices=PartnerRole.choices, widget=RadioCards(columns=2)
    )
