# SPDX-License-Identifier: EUPL-1.2
"""The clock of a dossier: it stands still while the other side is to answer."""

from datetime import date, datetime

from django.utils import timezone

from netwerk.calendar import after_waiting
from netwerk.models import Dossier


def due_after_waiting(dossier: Dossier, asked: str, now: datetime) -> date | None:
    """Return the term with the working days of waiting given back.

    Args:
        dossier: the dossier with its term, or without one.
        asked: the type of the timeline entry that stopped the clock; the latest one counts.
        now: when the answer came.
    """
    entry = dossier.timeline.filter(type=asked).first()
    if entry is None or dossier.due_at is None:
        return dossier.due_at
    return after_waiting(dossier.due_at, timezone.localdate(entry.at), timezone.localdate(now))
