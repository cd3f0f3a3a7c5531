# SPDX-License-Identifier: EUPL-1.2
"""What somebody fills in who has the same obstacle."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from netwerk.forms import PortalForm
from netwerk.models import Region, Sector
from netwerk.widgets import RadioCards

from ..models import Hours, People


class AlsoUsForm(PortalForm):
    """Two questions: how heavy is it, and where does it play. An address is not needed."""

    hours = forms.TypedChoiceField(
        label="Hoeveel tijd kost dit jullie per maand?",
        choices=Hours.choices,
        coerce=int,
        widget=RadioCards(columns=2),
    )
    people = forms.TypedChoiceField(
        label="Hoeveel mensen hebben er last van?",
        choices=People.choices,
        coerce=int,
        widget=RadioCards(columns=2),
    )
    organisation_name = forms.CharField(
        label="Bij welke organisatie speelt het?",
        help_text="Alleen ons team leest dit.",
        required=False,
        max_length=150,
    )
    sector = forms.ModelChoiceField(Sector.objects.all(), label="In welke sector?", required=False)
    region = forms.ModelChoiceField(Region.objects.none(), label="In welke regio?", required=False)
    email = forms.EmailField(
        label="Wil je horen wat eruit komt?",
        help_text="Vul dan je e-mailadres in. Je krijgt eerst een mail om het te bevestigen.",
        required=False,
        max_length=254,
    )
    key = forms.UUIDField(required=False, initial=uuid.uuid4, widget=forms.HiddenInput)
    website = forms.CharField(label="Laat dit veld leeg", required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        regions = Region.objects.valid_on(timezone.localdate())
        self.fields["region"].queryset = regions  # type: ignore[attr-defined]

    def clean_key(self) -> uuid.UUID:
        """A form that lost its key is a new one."""
        return self.cleaned_data["key"] or uuid.uuid4()

    def clean_website(self) -> str:
        """A field that people do not see; what fills it in is no person."""
        if self.cleaned_data["website"]:
            raise ValidationError("Laat het laatste veld leeg.")
        return ""
