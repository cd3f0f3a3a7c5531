# SPDX-License-Identifier: EUPL-1.2
"""The forms around the public text. They parse and validate; an action saves."""

from typing import Any

from django import forms

from netwerk.desk.forms import NO_NAMES, line, text
from netwerk.forms import PortalForm
from netwerk.models import Visibility
from netwerk.widgets import CheckCards, DateField3, RadioCards

from ..models import AUDIENCES, CHECKLIST, Distribution, Publication, Redaction
from .forms import READER_SEES_IT, DeskModelForm

_MINISTRIES_TOO = "De melders en ministeries horen de datum, niet de reden. " + NO_NAMES


class PublicationForm(DeskModelForm):
    """The public text."""

    class Meta:
        model = Publication
        fields = ("title", "situation", "obstacle", "problem", "outcome", "what_you_can_do")


class ChecklistForm(PortalForm):
    """What the second person looked at."""

    checklist = forms.MultipleChoiceField(
        label="Waar keek je naar?",
        choices=CHECKLIST,
        widget=CheckCards,
        help_text="Klopt iets niet? Ga terug naar de casus en kies \u2018Geef terug aan de schrijver\u2019.",
    )

    def clean_checklist(self) -> list[str]:
        """Ask for every point."""
        ticked: list[str] = self.cleaned_data["checklist"]
        if len(ticked) < len(CHECKLIST):
            raise forms.ValidationError("Loop eerst alle punten na. Zet bij elk punt een vinkje.")
        return ticked


class CheckForm(ChecklistForm):
    """The check; with a hint that few organisations fit also that this was weighed."""

    weighed = forms.BooleanField(label="Ik woog dat maar weinig organisaties erop lijken")

    def __init__(self, *args: Any, few: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not few:
            del self.fields["weighed"]


class RedactionForm(PortalForm):
    """What goes, what comes instead, and why."""

    found = line("Wat haal je weg?", 200, "Precies zoals het er staat. We vervangen het overal in de tekst.")
    instead = line(
        "Wat komt ervoor in de plaats?", 200, "Bijvoorbeeld: een medewerker, een school, een regio."
    )
    reason = forms.ChoiceField(
        label="Waarom?", choices=Redaction.Reason.choices, widget=RadioCards(columns=2)
    )


class AudienceForm(PortalForm):
    """For whom a text appears."""

    audience = forms.ChoiceField(
        label="Voor wie komt de tekst op de site?",
        choices=AUDIENCES,
        initial=Visibility.PUBLIC,
        widget=RadioCards(columns=2),
    )


class DateForm(PortalForm):
    """The day on which a text appears, and why then."""

    publish_on = DateField3(
        label="Op welke dag komt de tekst op de site?", help_text="Bijvoorbeeld 12 3 2027."
    )
    reason = text("Waarom op die dag?", 1000, _MINISTRIES_TOO, rows=3)


class HoldForm(AudienceForm, DateForm):
    """The day, why then, and for whom."""


class RetractForm(PortalForm):
    """Why a text goes: for the team, and in one sentence for who comes to look for it."""

    reason = text("Waarom haal je de tekst terug?", 1000, "Alleen het team leest dit. " + NO_NAMES, rows=4)
    public_reason = line(
        "Wat lezen bezoekers die de tekst zoeken?",
        300,
        "Eén zin, voor iedereen. Bijvoorbeeld: De regel is veranderd. Deze tekst klopt niet meer.",
    )


class DistributionForm(DeskModelForm):
    """Where a case was spread."""

    link = forms.URLField(label="Link", max_length=500, required=False, assume_scheme="https")

    class Meta:
        model = Distribution
        fields = ("day", "how", "to_whom", "link")
        field_classes = {"day": DateField3}


class AnswerWishForm(PortalForm):
    """What a reporter hears about a wish that is not met."""

    reply = text("Waarom passen we de tekst niet aan?", 2000, READER_SEES_IT, rows=5)
