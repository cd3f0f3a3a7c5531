# SPDX-License-Identifier: EUPL-1.2
"""The small forms with which a group writes its project. Most questions are worded in the models."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from netwerk.forms import PortalForm, PortalModelForm
from netwerk.models import Region, Sector, Theme, User, Visibility
from netwerk.widgets import CheckCards, DateField3, ManyField, RadioCards

from ..conditions import long_enough
from ..models import (
    EXAMINED,
    READERS,
    Goal,
    LearningProject,
    Lesson,
    Level,
    ParticipantRole,
    Stakeholder,
    SuccessCriterion,
)

NO_NAMES = "Schrijf geen namen van mensen op."
RULES = (
    "Alles mag gezegd worden: feiten, ervaringen en belangen.",
    "Wat iemand ziet, is voor die persoon waar. We luisteren nieuwsgierig.",
    "We gebruiken wat er al bekend is, en kijken of het past.",
    "We werken voor het gezamenlijke belang.",
    "We beloven alleen wat we kunnen waarmaken.",
    "Wie veel praat, luistert eerst.",
    "We stellen vragen voordat we antwoorden geven.",
    "Wat je persoonlijk deelt, blijft in de groep.",
    "Een mislukte proef is een opbrengst.",
    "We leggen afspraken vast en komen erop terug.",
)
"""Ten ground rules to choose from; the tool with the same name explains them."""


def area(rows: int = 4) -> forms.Textarea:
    """Return a box for a text of several lines."""
    return forms.Textarea({"rows": rows})


def no_blank(field: forms.Field) -> None:
    """Take the empty choice away: no card means nothing chosen."""
    field.choices = [pair for pair in field.choices if pair[0]]  # type: ignore[attr-defined]


def not_later(day: date) -> date:
    """Refuse a day that has not come yet."""
    if day > timezone.localdate():
        raise ValidationError("Kies een dag die al is geweest, of vandaag.")
    return day


class PlacedForm(PortalModelForm):
    """A form with theme, sector and region; the names are those that the actions know."""

    themes = forms.ModelMultipleChoiceField(
        Theme.objects.all(),
        label="Bij welk thema past het?",
        to_field_name="slug",
        widget=CheckCards(columns=2),
        help_text="Je mag er meer kiezen.",
    )
    sectors = ManyField(
        Sector.objects.all(), label="In welke sector?", required=False, widget=CheckCards(columns=2)
    )
    region = forms.ModelChoiceField(
        Region.objects.none(),
        label="In welke regio?",
        required=False,
        empty_label="Kies een regio",
        to_field_name="slug",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["region"].queryset = Region.objects.valid_on(timezone.localdate())  # type: ignore[attr-defined]
        if self.instance.pk:
            region = self.instance.regions.first()
            self.initial.setdefault("themes", [theme.slug for theme in self.instance.themes.all()])
            self.initial.setdefault("sectors", [sector.pk for sector in self.instance.sectors.all()])
            self.initial.setdefault("region", region.slug if region else None)

    def values(self) -> dict[str, Any]:
        """Return what was filled in, with the region as the dossier keeps it."""
        values = dict(self.cleaned_data)
        region = values.pop("region")
        return {**values, "regions": [region] if region else []}


class StartForm(PlacedForm):
    """What a project begins with."""

    title = forms.CharField(
        label="Hoe heet jullie traject?",
        help_text="Een vraag werkt goed. Bijvoorbeeld: wat houdt ons tegen om meer te werken?",
        max_length=160,
    )

    class Meta:
        model = LearningProject
        fields = ("title", "organisation_name", "problem")
        widgets = {"problem": area()}
        help_texts = {"problem": f"In een paar zinnen. Samen maken jullie het later scherper. {NO_NAMES}"}

    field_order = ("title", "problem", "organisation_name", "themes", "sectors", "region")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["problem"].required = True


class ProblemForm(PortalModelForm):
    """The problem, and when it was agreed."""

    examined = forms.MultipleChoiceField(
        label="Waar kijken jullie naar?", choices=EXAMINED, required=False, widget=CheckCards(columns=2)
    )
    agreed_on = DateField3(
        label="Wanneer kozen jullie dit samen?",
        required=False,
        help_text="Nog niet gekozen? Laat dit dan leeg.",
    )

    class Meta:
        model = LearningProject
        fields = ("problem", "urgency", "for_whom", "known", "examined", "agreed_on", "agreed_by")
        widgets = {"problem": area(), "urgency": area(3), "for_whom": area(3), "known": area()}
        help_texts = {
            "problem": NO_NAMES,
            "known": "Denk aan onderzoek, eigen ervaring en wat anderen al deden.",
            "agreed_by": "Een groep, geen namen. Bijvoorbeeld: alle deelnemers.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["problem"].required = True

    def clean_agreed_on(self) -> date | None:
        """What was agreed has happened."""
        day: date | None = self.cleaned_data["agreed_on"]
        return not_later(day) if day else None


class GoalForm(PortalModelForm):
    """The goal of now."""

    class Meta:
        model = Goal
        fields = ("text", "reason")
        widgets = {"text": area(3), "reason": area(3)}
        help_texts = {"text": "Kies iets dat kan lukken. Het mag later nog veranderen."}


class PlanForm(PortalForm):
    """Begin and end."""

    starts_on = DateField3(label="Wanneer begint het?")
    ends_on = DateField3(label="Wanneer eindigt het?", help_text="Minstens drie maanden na het begin.")

    def clean(self) -> dict[str, Any]:
        """A plan takes at least three months."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        starts, ends = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts and ends and not (enough := long_enough(starts, ends)):
            self.add_error("ends_on", enough.reason)
        return cleaned


class RulesForm(PortalForm):
    """The ground rules: some of ten, and own ones."""

    chosen = forms.MultipleChoiceField(
        label="Welke spelregels kiezen jullie?",
        choices=[(rule, rule) for rule in RULES],
        required=False,
        widget=CheckCards(),
    )
    own = forms.CharField(
        label="Eigen spelregels", help_text="Zet elke spelregel op een eigen regel.", max_length=1000,
        required=False, widget=area(3),
    )  # fmt: skip
    agreed_on = DateField3(label="Wanneer spraken jullie dit af?")

    def clean_agreed_on(self) -> date:
        """What was agreed has happened."""
        return not_later(self.cleaned_data["agreed_on"])

    def clean_own(self) -> list[str]:
        """Each line is a rule."""
        lines = [line.strip() for line in self.cleaned_data["own"].splitlines() if line.strip()]
        if any(len(line) > 200 for line in lines):
            raise ValidationError("Maak elke spelregel hoogstens 200 tekens lang.")
        return lines

    def clean(self) -> dict[str, Any]:
        """There is at least one."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not cleaned.get("chosen") and not cleaned.get("own"):
            self.add_error("chosen", "Kies minstens één spelregel, of schrijf er zelf een.")
        return cleaned


class StakeholderForm(PortalModelForm):
    """Somebody who is needed, or may notice it."""

    class Meta:
        model = Stakeholder
        fields = ("who", "level", "needed", "affected", "joins", "contribution", "gains", "losses")
        help_texts = {"who": "Een groep of rol, geen namen. Bijvoorbeeld: nachtdienst."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = [("", "Maak een keuze"), *Level.choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any] | None:
        """Whoever stands on the list is needed, or notices it."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not cleaned.get("needed") and not cleaned.get("affected"):
            self.add_error("needed", "Kies: nodig voor de verandering, of merkt er misschien iets van.")
        return cleaned


class CriterionForm(PortalModelForm):
    """A sign that it is good enough."""

    class Meta:
        model = SuccessCriterion
        fields = ("text", "measure", "agreed")
        help_texts = {
            "text": "Bijvoorbeeld: we werken anders dan eerst. Er liggen twee plannen die kunnen. "
            "Het probleem is minder urgent. De hele organisatie werkt zo. "
            "De mensen om wie het gaat, zijn er blij mee."
        }


class ParticipantForm(PortalForm):
    """Somebody with an account who joins."""

    user = forms.EmailField(label="E-mailadres", help_text="Van het account waarmee diegene inlogt.")
    role = forms.ChoiceField(
        label="Wat doet diegene?",
        choices=ParticipantRole.choices,
        initial=ParticipantRole.PARTICIPANT,
        widget=RadioCards(columns=2),
    )

    def clean_user(self) -> User:
        """Find the account."""
        found = User.objects.filter(email__iexact=self.cleaned_data["user"], is_active=True).first()
        if found is None:
            raise ValidationError("Er is geen account met dit adres. Vraag diegene om er een te maken.")
        return found


class CardForm(PlacedForm):
    """The card: what others may read of a project."""

    shown = forms.BooleanField(
        label="Laat de kaart zien op de site",
        required=False,
        help_text="Iedereen ziet dan de titel, deze tekst, het thema, de regio en hoe ver jullie zijn.",
    )

    class Meta:
        model = LearningProject
        fields = ("summary", "organisation_name")
        widgets = {"summary": area(3)}
        help_texts = {"summary": f"In twee of drie zinnen. {NO_NAMES}"}

    field_order = ("summary", "organisation_name", "themes", "sectors", "region", "shown")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["summary"].required = True
        self.initial.setdefault("shown", self.instance.listed_at is not None)


class LessonForm(PortalModelForm):
    """A lesson. What failed is asked in the same words as what worked."""

    class Meta:
        model = Lesson
        fields = ("title", "outcome", "happened", "context", "advice", "visibility")
        widgets = {
            "happened": area(),
            "context": area(3),
            "advice": area(3),
            "outcome": RadioCards(columns=3),
            "visibility": RadioCards(columns=3),
        }
        help_texts = {
            "happened": f"Ook wat mislukte, is een opbrengst. {NO_NAMES}",
            "visibility": "Nooit meer mensen dan die jullie traject kunnen zien.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        no_blank(self.fields["outcome"])
        no_blank(self.fields["visibility"])
        if self.instance.pk is None:
            self.initial["visibility"] = Visibility.TEAM


SHARED_WITH = [(level, label) for level, label in READERS.items() if level != Visibility.TEAM]
"""Who can read a closing story."""
