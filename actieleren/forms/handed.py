# SPDX-License-Identifier: EUPL-1.2
"""What a note from another dossier brings along to a new project: words to begin with, and agreed dates."""

from typing import Any

from django.utils.dateparse import parse_date

from netwerk.handover import Handover

PROJECT = "leertraject"
_WORDS = ("title", "problem")
_DATES = ("starts_on", "ends_on")


def begin_with(note: Handover | None) -> dict[str, Any]:
    """Return what the form begins with; whoever starts may change every word of it."""
    if note is None:
        return {}
    filled: dict[str, Any] = {name: note.values[name] for name in _WORDS if note.values.get(name)}
    if themes := note.values.get("themes"):
        filled["themes"] = themes.split()
    return filled


def agreed_in(note: Handover | None) -> dict[str, Any]:
    """Return what comes along as it is: the dates between which there is room, and the note itself."""
    if note is None:
        return {}
    dates = {name: parse_date(note.values.get(name, "")) for name in _DATES}
    return {**{name: day for name, day in dates.items() if day}, "handover": note}
