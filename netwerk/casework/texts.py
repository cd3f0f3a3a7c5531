# SPDX-License-Identifier: EUPL-1.2
"""Standard texts: which ones fit a dossier as it stands, and how one is filled in."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet

from netwerk.access import Actor, require
from netwerk.models import Dossier, StandardText

from .rules import works_anywhere

REFERENCE = "[kenmerk]"
"""Stands in a text for the reference of the dossier it is sent about."""


def fitting(dossier: Dossier) -> QuerySet[StandardText]:
    """Return the texts for this kind that are for its state or any, and for one of its themes or any."""
    state = Q(state="") | Q(state=dossier.state)
    theme = Q(theme__isnull=True) | Q(theme__in=dossier.themes.values("pk"))
    return StandardText.objects.filter(state, theme, kind=dossier.kind, active=True)


def filled(text: str, dossier: Dossier) -> str:
    """Return a text as it goes out about a dossier."""
    return text.replace(REFERENCE, dossier.reference)


def keep_text(text: StandardText | None, values: Mapping[str, Any], *, by: Actor) -> StandardText:
    """Add a standard text, or change one. What was sent before stays as it was sent.

    Raises:
        NotPermitted: only a team keeps texts.
    """
    require(works_anywhere(by))
    text = text or StandardText()
    for name, value in values.items():
        setattr(text, name, value)
    text.save()
    return text
