# SPDX-License-Identifier: EUPL-1.2
"""What a reporter says of the public text."""

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
        help_text="Bijvoorbeeld: dit woord wijst naar ons team.",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
    )
