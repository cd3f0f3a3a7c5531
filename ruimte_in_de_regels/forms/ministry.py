# SPDX-License-Identifier: EUPL-1.2
"""What those who are asked can fill in on their sheet."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone

from netwerk import uploads
from netwerk.dates import date_text
from netwerk.forms import PortalForm, PortalModelForm
from netwerk.uploads import CleanFile
from netwerk.widgets import DateField3, MultiFileField, RadioCards

from ..models import (
    NOT_OURS,
    PROMISING,
    AnswerKind,
    Ministry,
    MinistryAnswer,
    MinistryThread,
    Promise,
    PromiseNews,
    PromiseSaid,
    Stance,
    contradiction,
)

OTHER = "other"
PASSED = "Deze dag is al voorbij. Is het al geregeld? Laat de datum dan leeg, en leg het uit."


class AnswerForm(PortalModelForm):
    """The answer itself."""

    finished = True
    """Whether it is to be sent; what is still being written may contradict itself."""

    stance = forms.ChoiceField(
        label="Volgen jullie het voorstel?",
        help_text="Dit antwoord komt op de site.",
        choices=[*Stance.choices, (NOT_OURS, "Gaat hier niet over")],
        widget=RadioCards(
            hints={
                Stance.FOLLOWS: "De gevraagde ruimte komt er, of was er al.",
                Stance.FOLLOWS_PARTLY: "Een deel kan wel, een deel niet.",
                Stance.EXPLAINS: "Met de reden, en wat de regel beschermt.",
                NOT_OURS: "Je vertelt wie er wel over gaat. De rest hoef je niet in te vullen.",
            }
        ),
    )
    kind = forms.ChoiceField(
        label="Wat voor antwoord is het?",
        choices=[("", "Kies een antwoord"), *AnswerKind.choices],
    )
    commitment_date = DateField3(
        label="Wanneer is het geregeld?", help_text="Bijvoorbeeld: 27 9 2026", required=False
    )
    documents = MultiFileField(
        label="Bestanden",
        required=False,
        max_count=settings.ATTACHMENT_MAX_COUNT,
        help_text=f"Alleen jullie en het netwerkteam zien deze. {uploads.ALLOWED_TEXT}, hooguit 10 MB.",
    )

    class Meta:
        model = MinistryAnswer
        fields = (
            "stance", "kind", "reasoning", "rule_purpose", "commitment_date", "sources", "public_text",
            "follow_up",
        )  # fmt: skip
        widgets = {
            "reasoning": forms.Textarea({"rows": 6}),
            "rule_purpose": forms.Textarea({"rows": 3}),
            "sources": forms.Textarea({"rows": 2}),
            "public_text": forms.Textarea({"rows": 4}),
        }
        help_texts = {
            "reasoning": "Schrijf voor iemand die in de zorg werkt.",
            "sources": "Links naar de regel of de uitleg.",
            "public_text": "Laat je dit leeg? Dan plaatsen we alleen of jullie het voorstel volgen.",
        }

    def clean_documents(self) -> list[CleanFile]:
        """Check each file by its content; every wrong one is named."""
        return uploads.clean_all(self.cleaned_data["documents"])

    def clean(self) -> dict[str, Any]:
        """Refuse an answer that contradicts itself."""
        values: dict[str, Any] = super().clean() or {}
        wrong = contradiction(values.get("stance", ""), values.get("kind", ""))
        if wrong and self.finished:
            self.add_error("kind", wrong)
        day = values.get("commitment_date")
        if self.finished and values.get("kind") in PROMISING and day and day < timezone.localdate():
            self.add_error("commitment_date", PASSED)
        return values


class DraftAnswerForm(AnswerForm):
    """The same, while it is still being written: nothing is required."""

    finished = False

    def full_clean(self) -> None:
        """Ask for nothing yet; the page marks all the same what the answer is going to need."""
        needed = [field for field in self.fields.values() if field.required]
        for field in needed:
            field.required = False
        super().full_clean()
        for field in needed:
            field.required = True

    def clean_stance(self) -> str:
        """Keep no stance of who does not own the rule: that is no answer."""
        stance: str = self.cleaned_data["stance"]
        return "" if stance == NOT_OURS else stance


class QuestionForm(PortalForm):
    """A question back to the network."""

    question = forms.CharField(label="Wat wil je weten?", max_length=2000, widget=forms.Textarea({"rows": 5}))


class JointReplyForm(PortalForm):
    """A reply to a question that others got too."""

    text = forms.CharField(
        label="Jullie antwoord",
        help_text="De andere partijen die deze vraag kregen, lezen dit ook.",
        max_length=3000,
        widget=forms.Textarea({"rows": 8}),
    )


class ExtensionForm(PortalForm):
    """A request for more time."""

    new_date = DateField3(label="Tot wanneer?", help_text="Bijvoorbeeld: 27 9 2026")
    reason = forms.CharField(
        label="Waarom is er meer tijd nodig?", max_length=500, widget=forms.Textarea({"rows": 3})
    )


class PromiseNewsForm(PortalModelForm):
    """How a promise stands: what came of it, a later day, or why it will not come."""

    said = forms.ChoiceField(
        label="Hoe staat het ermee?",
        choices=PromiseSaid.choices,
        widget=RadioCards(
            hints={
                PromiseSaid.KEPT: "Vertel wat er is geregeld, en waar je dat kunt lezen.",
                PromiseSaid.LATER: "Kies een nieuwe datum, en vertel waarom.",
                PromiseSaid.DROPPED: "Vertel waarom het er niet komt.",
            }
        ),
    )
    new_date = DateField3(
        label="Wanneer dan wel?",
        help_text="Alleen als het later komt. Bijvoorbeeld: 27 9 2027",
        required=False,
    )

    class Meta:
        model = PromiseNews
        fields = ("said", "new_date", "text")
        widgets = {"text": forms.Textarea({"rows": 5})}
        help_texts = {"text": "Dit kan op de site komen. Schrijf gewone woorden en geen namen."}

    def __init__(self, *args: Any, promise: Promise, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.after = max(promise.due_on, today)

    def clean(self) -> dict[str, Any]:
        """Ask for the new day when it comes later, and only then."""
        values: dict[str, Any] = super().clean() or {}
        if values.get("said") == PromiseSaid.LATER and "new_date" not in self.errors:
            day = values.get("new_date")
            if day is None:
                self.add_error("new_date", "Kies een nieuwe datum.")
            elif day <= self.after:
                self.add_error("new_date", f"Kies een datum na {date_text(self.after)}.")
        return values


class PassOnForm(PortalForm):
    """Naming who owns the rule instead: a known party, or a new name; `next_owner` holds which."""

    party = forms.ChoiceField(label="Wie gaat er wel over?")
    name = forms.CharField(
        label="Staat die er niet bij? Schrijf de naam op",
        help_text="Een organisatie, zoals een gemeente of een toezichthouder. Geen naam van een persoon.",
        max_length=120,
        required=False,
    )
    why = forms.CharField(
        label="Waarom gaan zij erover?",
        help_text="Zij lezen dit ook.",
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        required=False,
    )

    def __init__(self, *args: Any, thread: MinistryThread, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own = thread.ministry
        others = Ministry.objects.to_choose().exclude(pk=self.own.pk)
        self.known = {str(party.pk): party for party in others}
        named = [(pk, party.in_full) for pk, party in self.known.items()]
        self.fields["party"].choices = [("", "Maak een keuze"), *named, (OTHER, "Staat er niet bij")]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for the name of a party that is not in the list: “not ours” names who does own it."""
        values: dict[str, Any] = super().clean() or {}
        name = (values.get("name") or "").strip()
        if values.get("party") == OTHER and not name and "name" not in self.errors:
            self.add_error("name", "Schrijf op wie er wel over gaat.")
        if name.lower() in (self.own.abbreviation.lower(), self.own.name.lower()):
            self.add_error("name", "Dit zijn jullie zelf. Noem een ander.")
        values["next_owner"] = self.known.get(values.get("party", "")) or name
        return values


class ForwardForm(PortalForm):
    """A colleague who takes the question over, or helps."""

    name = forms.CharField(label="Naam van je collega", max_length=120)
    email = forms.EmailField(
        label="E-mailadres", help_text="Een adres van jullie eigen organisatie.", max_length=254
    )
    job = forms.CharField(label="Functie", max_length=120, required=False)
