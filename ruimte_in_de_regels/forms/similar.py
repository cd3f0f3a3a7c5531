# SPDX-License-Identifier: EUPL-1.2
"""Between screens 1 and 2: is it the same as something that is known already?"""

from collections.abc import Sequence
from typing import Any

from django import forms

from netwerk.forms import PortalForm
from netwerk.hints.second_look import SecondLook
from netwerk.widgets import RadioCards


class SimilarForm(SecondLook, PortalForm):
    """Mine is the same as a known case, or it differs, and how."""

    look_at = ("differs",)

    same = forms.ChoiceField(
        label="Is een van deze casussen hetzelfde als jouw knelpunt?",
        required=False,
        widget=RadioCards(),
    )
    differs = forms.CharField(
        label="Wat is er anders bij jou?",
        help_text="Daarmee zien we sneller wat we nog moeten uitzoeken.",
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, cases: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if cases:
            choices = [(str(key), f"Ja, hetzelfde als: {title}") for key, title in cases]
            self.fields["same"].choices = [*choices, ("", "Nee, bij mij is het anders")]  # type: ignore[attr-defined]
        else:
            del self.fields["same"]
