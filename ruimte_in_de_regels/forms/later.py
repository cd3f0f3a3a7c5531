# SPDX-License-Identifier: EUPL-1.2
"""Coming back: to a report that is not finished, by its code, or to all of one's reports."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from netwerk import links
from netwerk.forms import PortalForm

from ..models import REPORT_PREFIX


class EmailForm(PortalForm):
    """Where to send a link; the address is used for that mail and not kept."""

    email = forms.EmailField(
        label="Je e-mailadres",
        help_text="We gebruiken het alleen om de link te sturen.",
        widget=forms.EmailInput({"autocomplete": "email"}),
    )


class AddressForm(EmailForm):
    """Where to send our mails from now on."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].help_text = "Hier mailen we je voortaan als er nieuws is."


class CodeForm(PortalForm):
    """The code of a receipt."""

    code = forms.CharField(
        label="Je code",
        help_text="Vier groepjes van vier, zoals op je bewijs. Streepjes hoeven niet.",
        max_length=40,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_code(self) -> str:
        """Tell a reference, which stands beside the code and opens nothing, from a code with a slip in it."""
        code: str = self.cleaned_data["code"]
        typed = "".join(char for char in code.upper() if char.isalnum())
        if typed.startswith(REPORT_PREFIX) and len(typed) < links.CODE_LENGTH:
            raise ValidationError("Dit is je kenmerk. Vul de code in: vier groepjes van vier tekens.")
        return code
