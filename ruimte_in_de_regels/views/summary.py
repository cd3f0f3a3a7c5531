# SPDX-License-Identifier: EUPL-1.2
"""The answers of the report form in words, to check before sending."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models import Model, QuerySet

from netwerk.dates import date_text
from netwerk.models import Attachment

_TITLES = {1: "Het knelpunt", 2: "De regel", 3: "Over jou"}


def in_words(field: forms.Field, value: Any) -> str:
    """Return one cleaned answer as it should be read; nothing when it was left empty."""
    if value is None or value == "":
        return ""
    if isinstance(value, QuerySet):
        return ", ".join(str(item) for item in value)
    if isinstance(value, date):
        return date_text(value)
    if isinstance(value, Model):
        return str(value)
    for code, label in getattr(field, "choices", None) or ():
        if str(code) == str(value):
            return str(label)
    return str(value)


def summary_groups(
    filled: dict[int, Any], files: Iterable[Attachment], url: Callable[[int], str]
) -> list[dict[str, Any]]:
    """Return the groups for the summary component: a group a screen, a row a question.

    Args:
        filled: the checked form of each screen.
        files: what will be sent along.
        url: gives the address of a screen, to change an answer.
    """
    groups = []
    for number, form in filled.items():
        rows = [
            {
                "question": field.label,
                "answer": in_words(field, form.cleaned_data.get(name)),
                "change_url": f"{url(number)}#id_{name}",
            }
            for name, field in form.fields.items()
            if name != "documents"
        ]
        if number == 2:
            names = "\n".join(attachment.name for attachment in files)
            rows.append({"question": "Bestanden", "answer": names, "change_url": f"{url(2)}#id_documents"})
        groups.append({"title": _TITLES[number], "rows": rows})
    return groups
