# SPDX-License-Identifier: EUPL-1.2
"""What a reporter can send from the status page."""

from django import forms

from netwerk.forms import PortalForm


class ReplyForm(PortalForm):
    """An answer to the team's question."""

    reply = forms.CharField(
        label="Je antwoord",
        help_text="Geen namen of gegevens van anderen.",
        max_length=3000,
        widget=forms.Textarea({"rows": 5}),
    )


class WithdrawForm(PortalForm):
    """Taking a report back."""

    reason = forms.CharField(
        label="Waarom trek je de melding in?",
        help_text="Je hoeft niets in te vullen. Het helpt ons wel.",
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
    )
