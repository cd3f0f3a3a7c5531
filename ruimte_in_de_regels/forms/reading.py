# SPDX-License-Identifier: EUPL-1.2
"""What a reporter says of the public text."""

from typing import Any

from django import forms

from netwerk.forms import PortalForm
from netwerk.widgets import RadioCards

from ..models import Reads


class ReadAlongForm(PortalForm):
    """Whether the text may appear as it is."""

    answer = forms.ChoiceField(
        label="Mag de tekst zo op de site?",
        choices=Reads.choices,
        widget=RadioCards(
            hints={
                Reads.YES: "We zetten hem op de site, zonder namen.",
                Reads.CHANGE: "Vertel hieronder wat. We passen het aan, of leggen uit waarom niet.",
                Reads.NO: "Dan komt hij niet op de site. Je hoeft niet te zeggen waarom.",
            }
        ),
    )
    wish = forms.CharField(
        label="Wat wil je anders?",
        help_text="Alleen als je iets anders wilt. Bijvoorbeeld: dit woord wijst naar ons team.",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask what is to be different of who wants something else: without it nobody can change the text."""
        values: dict[str, Any] = super().clean() or {}
        if values.get("answer") == Reads.CHANGE and not values.get("wish") and "wish" not in self.errors:
            self.add_error("wish", "Vertel wat je anders wilt.")
        return values
