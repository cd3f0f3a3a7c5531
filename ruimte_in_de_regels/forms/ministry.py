# SPDX-License-Identifier: EUPL-1.2
"""What a ministry can fill in on its sheet."""

from django import forms

from netwerk.forms import PortalForm, PortalModelForm
from netwerk.widgets import DateField3, RadioCards

from ..models import AnswerKind, MinistryAnswer, Stance


class AnswerForm(PortalModelForm):
    """The answer itself."""

    stance = forms.ChoiceField(
        label="Volgt het ministerie het voorstel?",
        help_text="Dit antwoord komt op de site.",
        choices=Stance.choices,
        widget=RadioCards(
            hints={
                Stance.FOLLOWS: "Het ministerie geeft de gevraagde ruimte, of die was er al.",
                Stance.FOLLOWS_PARTLY: "Een deel kan wel, een deel niet.",
                Stance.EXPLAINS: "Met de reden, en wat de regel beschermt.",
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


class DraftAnswerForm(AnswerForm):
    """The same, while it is still being written: nothing is required."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = False


class QuestionForm(PortalForm):
    """A question back to the network."""

    question = forms.CharField(label="Wat wil je weten?", max_length=2000, widget=forms.Textarea({"rows": 5}))


class ExtensionForm(PortalForm):
    """A request for more time."""

    new_date = DateField3(label="Tot wanneer?", help_text="Bijvoorbeeld: 27 9 2026")
    reason = forms.CharField(
        label="Waarom is er meer tijd nodig?", max_length=500, widget=forms.Textarea({"rows": 3})
    )


class PassOnForm(PortalForm):
    """Naming who owns the rule instead."""

    next_owner = forms.CharField(
        label="Wie gaat er wel over?",
        help_text="Bijvoorbeeld: een ander ministerie, een gemeente of een toezichthouder.",
        max_length=200,
    )
