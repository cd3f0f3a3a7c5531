# SPDX-License-Identifier: EUPL-1.2
"""The two screens on which an initiative is written. They parse and validate; an action saves.

A draft may be half: then only the name is asked for. The wording of the questions stands in the model.
"""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from netwerk.forms import PortalForm, PortalModelForm
from netwerk.models import Organisation, Region, Sector, Theme
from netwerk.widgets import CheckCards, DateField3, RadioCards

from ..models import GOALS, Initiative

_AREA = forms.Textarea({"rows": 4})


class InitiativeScreen(PortalModelForm):
    """One screen. `asked` names what is needed to submit; a draft may leave it empty."""

    asked: tuple[str, ...] = ()

    def __init__(self, *args: Any, draft: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.draft = draft
        for name in self.asked:
            self.fields[name].required = not draft

    def values(self) -> dict[str, Any]:
        """Return what was filled in, by the names that the action knows."""
        return dict(self.cleaned_data)


class StoryScreen(InitiativeScreen):
    """Screen 1: what it is."""

    asked = ("summary", "problem", "approach", "phase", "themes")

    title = forms.CharField(
        label="Hoe heet het initiatief?",
        help_text="Een korte naam die vertelt wat jullie doen.",
        max_length=160,
    )
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.all(),
        label="Bij welk thema past het?",
        # Not by number: one too large for the database would break the page.
        to_field_name="slug",
        widget=CheckCards(columns=2),
        help_text="Je mag er meer kiezen.",
    )

    class Meta:
        model = Initiative
        fields = ("title", "summary", "problem", "approach", "for_whom", "by_whom", "phase")
        widgets = {
            "summary": forms.Textarea({"rows": 3}),
            "problem": _AREA,
            "approach": _AREA,
            "for_whom": _AREA,
            "by_whom": _AREA,
            "phase": RadioCards(
                columns=2,
                hints={
                    "idee": "Je hoeft nog niets te hebben gedaan.",
                    "gestopt": "Ook daar leren anderen van.",
                },
            ),
        }
        help_texts = {
            "summary": "In twee of drie zinnen. Dit staat bovenaan de pagina.",
            "problem": "Wat ging er niet goed? Schrijf geen namen van mensen op.",
            "approach": "Vertel het zoals je het aan een collega vertelt.",
            "for_whom": "Niet alles past bij iedereen. Dat mag je gewoon zeggen.",
            "by_whom": "Teams en organisaties, geen namen van mensen.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial.setdefault("themes", [theme.slug for theme in self.instance.themes.all()])
        _drop_blank(self.fields["phase"])


class YieldScreen(InitiativeScreen):
    """Screen 2: where it is, what it yields, and what another needs."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="Welke organisatie begon hiermee?",
        required=False,
        empty_label="Staat er niet bij",
    )
    sectors = forms.ModelMultipleChoiceField(
        Sector.objects.all(),
        label="In welke sector?",
        required=False,
        to_field_name="slug",
        widget=CheckCards(columns=2),
        help_text="Je mag er meer kiezen.",
    )
    region = forms.ModelChoiceField(
        Region.objects.none(),
        label="In welke regio?",
        required=False,
        empty_label="Kies een regio",
        help_text="Kies ‘Landelijk’ als het overal speelt.",
    )
    started_on = DateField3(label="Wanneer begonnen jullie?", required=False)
    goals = forms.MultipleChoiceField(
        label="Waar helpt het bij?",
        choices=[(field, label) for field, _word, label in GOALS],
        required=False,
        widget=CheckCards(columns=3),
    )

    class Meta:
        model = Initiative
        fields = (
            "organisation", "organisation_name", "started_on", "results", "evidence", "what_did_not_work",
            "transfer",
        )  # fmt: skip
        widgets = {
            "results": _AREA,
            "what_did_not_work": _AREA,
            "transfer": _AREA,
            "evidence": RadioCards(columns=3),
        }
        help_texts = {
            "organisation_name": "Alleen als je organisatie hierboven niet staat.",
            "results": "Noem een getal als je dat hebt, met de periode erbij.",
            "what_did_not_work": "Juist hier leren anderen van.",
            "transfer": "Denk aan mensen, tijd, kosten en afspraken.",
        }

    field_order = (
        "organisation", "organisation_name", "sectors", "region", "started_on", "goals", "results",
        "evidence", "what_did_not_work", "transfer",
    )  # fmt: skip

    def __init__(self, *args: Any, organisations: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations  # type: ignore[attr-defined]
        self.fields["region"].queryset = Region.objects.valid_on(timezone.localdate())  # type: ignore[attr-defined]
        _drop_blank(self.fields["evidence"])
        if not organisations.exists():
            del self.fields["organisation"]
            self.fields["organisation_name"].help_text = ""
            self.fields["organisation_name"].required = not self.draft
        if self.instance.pk:
            self._recall()

    def _recall(self) -> None:
        """Show what is kept in other shapes than the form asks for."""
        region = self.instance.regions.first()
        self.initial.setdefault("sectors", [sector.slug for sector in self.instance.sectors.all()])
        self.initial.setdefault("region", region.pk if region else None)
        self.initial.setdefault("goals", [name for name, _, _ in GOALS if getattr(self.instance, name)])

    def clean(self) -> dict[str, Any] | None:
        """An initiative has an organisation, from the list or by its name."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        named = cleaned.get("organisation") or cleaned.get("organisation_name")
        if not self.draft and not named and not self.errors.get("organisation_name"):
            self.add_error("organisation_name", "Vul in welke organisatie hiermee begon.")
        return cleaned

    def values(self) -> dict[str, Any]:
        """Return what was filled in, with goals and region as the dossier keeps them."""
        values = dict(self.cleaned_data)
        goals, region = values.pop("goals"), values.pop("region")
        values |= {field: field in goals for field, _word, _label in GOALS}
        return {**values, "regions": [region] if region else []}


def _drop_blank(field: forms.Field) -> None:
    """Take the empty choice away: no card means nothing chosen."""
    field.choices = [pair for pair in field.choices if pair[0]]  # type: ignore[attr-defined]


class ReplyForm(PortalForm):
    """An answer to the team's question."""

    reply = forms.CharField(
        label="Je antwoord",
        help_text="Geen namen of gegevens van anderen.",
        max_length=3000,
        widget=forms.Textarea({"rows": 5}),
    )


class WithdrawForm(PortalForm):
    """Taking an initiative back."""

    reason = forms.CharField(
        label="Waarom trek je het in?",
        help_text="Je hoeft niets in te vullen. Het helpt ons wel.",
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
    )
