# SPDX-License-Identifier: EUPL-1.2
"""The screens of the report form. Labels come from the model, so that a question has one wording."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone

from netwerk import uploads
from netwerk.access import Actor
from netwerk.forms import PortalForm, PortalModelForm
from netwerk.hints.second_look import SecondLook
from netwerk.models import Region, Sector, Theme
from netwerk.uploads import CleanFile
from netwerk.widgets import CheckCards, MultiFileField, RadioCards

from .. import access
from ..actions.reports import VISITOR
from ..models import Domain, EmployerMayKnow, ObstacleReport, PublishConsent, ReportChannel


class ObstacleScreen(SecondLook, PortalModelForm):
    """Screen 1: what got in the way."""

    look_at = ("story", "goal", "effect")

    class Meta:
        model = ObstacleReport
        fields = ("story", "goal", "effect", "domain")
        widgets = {
            "goal": forms.Textarea({"rows": 3}),
            "effect": forms.Textarea({"rows": 3}),
        }
        help_texts = {
            "goal": "Wat wilde je veranderen of proberen, en voor wie?",
            "effect": "Denk aan cliënten, collega's en jezelf.",
        }

    story = forms.CharField(
        label="Waar loop je tegenaan?",
        help_text="Bijvoorbeeld: wat gebeurde er, en wie zei dat het niet mag?",
        min_length=20,
        max_length=3000,
        widget=forms.Textarea({"rows": 6}),
    )
    domain = forms.ChoiceField(
        label="Waar gaat het knelpunt over?",
        help_text="Twijfel je? Kies wat er het dichtst bij komt.",
        choices=Domain.choices,
        widget=RadioCards(columns=2),
    )


class RuleScreen(SecondLook, PortalModelForm):
    """Screen 2: the rule. Nothing here is required: who is stuck need not know the law."""

    look_at = ("rule_text", "rule_source", "tried", "idea")
    good_files: Sequence[CleanFile] = ()
    """What was sent along and is right, also when something else on the screen is not."""

    documents = MultiFileField(
        label="Bestanden",
        required=False,
        max_count=settings.ATTACHMENT_MAX_COUNT,
        allow_empty_file=True,  # refused below by name, without taking the others along
        help_text=(
            f"Hooguit {settings.ATTACHMENT_MAX_COUNT} bestanden van 10 MB: {uploads.ALLOWED_TEXT}. "
            "Zonder namen van anderen."
        ),
    )

    people = forms.IntegerField(
        label="Hoeveel mensen raakt het ongeveer?",
        help_text="Een schatting is goed genoeg.",
        required=False,
        min_value=0,
        max_value=1_000_000,
    )

    class Meta:
        model = ObstacleReport
        fields = (
            "rule_kind", "rule_text", "rule_source", "tried", "idea", "frequency", "people",
            "others_know", "initiative",
        )  # fmt: skip
        widgets = {
            "tried": forms.Textarea({"rows": 3}),
            "idea": forms.Textarea({"rows": 3}),
            "frequency": RadioCards(columns=2),
            "others_know": RadioCards(columns=3),
        }
        help_texts = {
            "rule_kind": "Weet je het niet? Sla dit over.",
            "rule_text": "Een eigen omschrijving is genoeg.",
            "rule_source": "Bijvoorbeeld een brief, een website of een gesprek. Zonder namen.",
            "tried": "Bijvoorbeeld: met wie sprak je erover, en wat kwam eruit?",
            "idea": "Een half idee helpt ook.",
            "frequency": "Een schatting is goed genoeg.",
            "others_know": "Collega's, of mensen bij een andere organisatie.",
            "initiative": "Schrijf de naam op, als je die weet.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("frequency", "others_know"):
            field = self.fields[name]
            field.choices = [pair for pair in field.choices if pair[0]]  # type: ignore[attr-defined]

    def clean_documents(self) -> list[CleanFile]:
        """Check each file by its content; every wrong one is named, the others are kept."""
        self.good_files, wrong = uploads.sorted_out(self.cleaned_data["documents"])
        if wrong:
            raise ValidationError(wrong)
        return self.good_files


class AboutYouScreen(PortalModelForm):
    """Screen 3: about you. Only the three choices about safety are required, and they start safe."""

    sector = forms.ModelChoiceField(
        Sector.objects.all(),
        label="In welke sector?",
        required=False,
        empty_label="Kies een sector",
        help_text="Kies waar het knelpunt speelt.",
    )
    region = forms.ModelChoiceField(
        Region.objects.none(),
        label="In welke regio?",
        required=False,
        empty_label="Weet ik niet",
        help_text="Kies ‘Landelijk’ als het overal speelt.",
    )
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.all(),
        label="Bij welk thema past het?",
        required=False,
        # Not by number: one too large for the database would break the page.
        to_field_name="slug",
        widget=CheckCards(columns=2),
        help_text="Je mag er meer kiezen. Weet je het niet? Sla dit over.",
    )
    organisation_name = forms.CharField(
        label="Waar werk of leer je?",
        required=False,
        max_length=150,
        help_text="We bewaren dit apart van je melding, net als je naam.",
    )
    name = forms.CharField(
        label="Je naam",
        required=False,
        max_length=120,
        help_text="Zonder naam kan het ook.",
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label="Je e-mailadres",
        required=False,
        help_text=(
            "Dan mailen we je als er nieuws is. In de mail staat niet wat je hebt gemeld. "
            "Kan iemand op je werk meelezen? Geef dan een ander adres."
        ),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    phone = forms.CharField(
        label="Je telefoonnummer",
        required=False,
        help_text="Alleen als we je mogen bellen.",
        max_length=30,
        widget=forms.TextInput({"autocomplete": "tel"}),
    )
    employer_may_know = forms.ChoiceField(
        label="Mag je werkgever weten dat jij dit meldt?",
        help_text="Zonder jouw ja zeggen we het niet.",
        choices=EmployerMayKnow.choices,
        initial=EmployerMayKnow.NO,
        widget=RadioCards(columns=3),
    )
    publish_consent = forms.ChoiceField(
        label="Mogen we het zonder namen op de site zetten?",
        help_text="We laten je altijd eerst weten wat we willen plaatsen.",
        choices=PublishConsent.choices,
        initial=PublishConsent.LATER,
        widget=RadioCards(columns=3),
    )
    ministry_may_contact = forms.TypedChoiceField(
        label="Mag een ministerie contact met je opnemen?",
        help_text="Zonder jouw ja krijgt een ministerie je naam niet.",
        choices=[("False", "Nee"), ("True", "Ja")],
        coerce=lambda value: value == "True",
        initial="False",
        widget=RadioCards(columns=2),
    )

    channel = forms.ChoiceField(
        label="Voor wie meld je?",
        help_text="Meld je voor een ander? Vul dan de gegevens van die ander in, als dat mag.",
        choices=[
            (ReportChannel.WEB, "Voor mezelf"),
            (ReportChannel.PHONE, "Voor iemand die belde"),
            (ReportChannel.VISIT, "Voor iemand die ik sprak"),
            (ReportChannel.MAIL, "Voor iemand die mailde"),
        ],
        initial=ReportChannel.WEB,
        widget=RadioCards(columns=2),
    )
    source = forms.CharField(
        label="Hoe kwam het bij jou?",
        help_text="Bijvoorbeeld: op een regiodag. Zonder namen.",
        required=False,
        max_length=200,
    )

    class Meta:
        model = ObstacleReport
        fields = ("reporter_role", "employer_may_know", "publish_consent", "ministry_may_contact")
        help_texts = {"reporter_role": "Dan begrijpen we beter waar je tegenaan loopt."}

    field_order = (
        "channel", "source",
        "sector", "region", "themes", "reporter_role", "organisation_name", "name", "email", "phone",
        "employer_may_know", "publish_consent", "ministry_may_contact",
    )  # fmt: skip

    def __init__(self, *args: Any, by: Actor = VISITOR, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not access.reports_for_others(by):
            del self.fields["channel"], self.fields["source"]
        regions = Region.objects.valid_on(timezone.localdate())
        self.fields["region"].queryset = regions  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any] | None:
        """A ministry can only make contact with somebody who can be reached."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        reachable = cleaned.get("email") or cleaned.get("phone") or "email" in self.errors
        if cleaned.get("ministry_may_contact") and not reachable:
            self.add_error(
                "email", "Vul een e-mailadres of telefoonnummer in. Anders kan niemand je bereiken."
            )
        return cleaned


class SendScreen(PortalForm):
    """Screen 4: agree, and send."""

    privacy = forms.BooleanField(
        label="Ik weet hoe jullie met mijn gegevens omgaan",
        help_text="Lees het in de privacyverklaring op deze pagina.",
        error_messages={"required": "Zet een vinkje, zodat we weten dat je de privacyverklaring kent."},
    )
    website = forms.CharField(label="Laat dit veld leeg", required=False)

    def clean_website(self) -> str:
        """A field that people do not see; what fills it in is no person."""
        if self.cleaned_data["website"]:
            raise ValidationError("Laat het laatste veld leeg.")
        return ""


SCREENS: dict[int, type[PortalModelForm]] = {1: ObstacleScreen, 2: RuleScreen, 3: AboutYouScreen}
EXAMPLES = (
    "Stage in de vakantie",
    "Taken anders verdelen",
    "Werken bij twee organisaties",
    "Opschrijven wat niemand leest",
)
"""What people report, to see whether yours fits: patterns, nobody's own words."""
NAMES = {1: "het knelpunt", 2: "de regel", 3: "over jou", 4: "controleren en versturen"}
LAST = max(NAMES)
"""The screen with the summary."""
