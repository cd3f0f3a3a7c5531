# SPDX-License-Identifier: EUPL-1.2
"""Forms and fields that every desk uses. They parse and validate; an action saves."""

from typing import Any

from django import forms

from netwerk.forms import PortalForm
from netwerk.models import User

from .people import people_with

NO_NAMES = "Schrijf geen namen van mensen op."


def text(label: str, length: int, hint: str = "", rows: int = 5, required: bool = True) -> forms.CharField:
    """Return a field for a text of several lines."""
    area = forms.Textarea({"rows": rows})
    return forms.CharField(label=label, max_length=length, help_text=hint, widget=area, required=required)


def line(label: str, length: int, hint: str = "", required: bool = True) -> forms.CharField:
    """Return a field for one line."""
    return forms.CharField(label=label, max_length=length, help_text=hint, required=required)


class ReasonForm(PortalForm):
    """Why a move is made."""

    reason = text("Wat is de reden?", 1000, NO_NAMES, rows=4)


class AssignForm(PortalForm):
    """Who is to work on it."""

    to = forms.ModelChoiceField(User.objects.none(), label="Geef aan", empty_label="Kies een collega")

    def __init__(self, *args: Any, permission: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = people_with(permission)  # type: ignore[attr-defined]
