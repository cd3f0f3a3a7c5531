# SPDX-License-Identifier: EUPL-1.2
"""Coming back: to a report that is not finished, by its code, or to all of one's reports."""

from django import forms

from netwerk.forms import PortalForm


class EmailForm(PortalForm):
    """Where to send a link; the address is used for that mail and not kept."""

    email = forms.EmailField(
        label="Je e-mailadres",
        help_text="We gebruiken het alleen om de link te sturen.",
        widget=forms.EmailInput({"autocomplete": "email"}),
    )


class CodeForm(PortalForm):
    """The code of a receipt."""

    code = forms.CharField(
        label="Je code",
        help_text="Vier groepjes van vier, zoals op je bewijs. Streepjes hoeven niet.",
        max_length=40,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )
