# SPDX-License-Identifier: EUPL-1.2
"""What a reporter can send from the status page."""

from django import forms

from netwerk.enclosing import EnclosingForm
from netwerk.forms import PortalForm, PortalModelForm
from netwerk.hints.second_look import SecondLook
from netwerk.widgets import RadioCards

from ..models import EmployerMayKnow, ObstacleReport, PublishConsent, Recognises, WorksNow


class MessageForm(SecondLook, EnclosingForm):
    """An answer to the team's question, or something to add, with files."""

    look_at = ("text",)
    field_order = ("text", "documents", "drop")

    text = forms.CharField(
        label="Je bericht",
        help_text="Geen namen of gegevens van anderen.",
        max_length=3000,
        widget=forms.Textarea({"rows": 5}),
    )


class ChoicesForm(PortalModelForm):
    """Who may know, each by itself."""

    employer_may_know = forms.ChoiceField(
        label="Mag je werkgever weten dat jij dit meldt?",
        choices=EmployerMayKnow.choices,
        widget=RadioCards(columns=3),
    )
    publish_consent = forms.ChoiceField(
        label="Mogen we het zonder namen op de site zetten?",
        choices=PublishConsent.choices,
        widget=RadioCards(columns=3),
    )
    ministry_may_contact = forms.TypedChoiceField(
        label="Mag een ministerie contact met je opnemen?",
        choices=[("False", "Nee"), ("True", "Ja")],
        coerce=lambda value: value == "True",
        widget=RadioCards(columns=2),
    )

    class Meta:
        model = ObstacleReport
        fields = ("employer_may_know", "publish_consent", "ministry_may_contact")


class ReopenForm(PortalForm):
    """Asking to look again."""

    reason = forms.CharField(
        label="Waarom moeten we er opnieuw naar kijken?",
        help_text="Bijvoorbeeld: wat is er veranderd, of wat klopt er niet?",
        max_length=2000,
        widget=forms.Textarea({"rows": 5}),
    )


class RecogniseForm(PortalForm):
    """Whether the reporter recognises the problem statement."""

    recognises = forms.ChoiceField(
        label="Herken je dit?", choices=Recognises.choices, widget=RadioCards(columns=3)
    )
    explanation = forms.CharField(
        label="Wat klopt er niet?",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
    )


class OutcomeForm(PortalForm):
    """Whether the reporter can go on with the outcome."""

    goes_on = forms.ChoiceField(
        label="Kun je hiermee verder?", choices=Recognises.choices, widget=RadioCards(columns=3)
    )
    explanation = forms.CharField(
        label="Waarom wel of niet?",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
    )


class WorksForm(PortalForm):
    """Whether it works now."""

    works = forms.ChoiceField(
        label="Werkt het nu bij jou?", choices=WorksNow.choices, widget=RadioCards(columns=3)
    )
    text = forms.CharField(
        label="Wil je er iets bij vertellen?",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
    )


class WithdrawForm(PortalForm):
    """Taking a report back."""

    reason = forms.CharField(
        label="Waarom trek je de melding in?",
        help_text="Je hoeft niets in te vullen. Het helpt ons wel.",
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
    )
