# SPDX-License-Identifier: EUPL-1.2
"""Reports in the making: what is typed is kept per screen, until it is sent or a week has passed."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from netwerk import uploads
from netwerk.models import Attachment

from ..models import ReportDraft

LIFETIME = timedelta(days=7)


def start_draft(now: datetime) -> ReportDraft:
    """Begin a report."""
    return ReportDraft.objects.create(updated_at=now)


def find_draft(key: str | None, now: datetime) -> ReportDraft | None:
    """Return the draft with this key, unless there is none or it is too old."""
    try:
        wanted = uuid.UUID(key or "")
    except ValueError:
        return None
    return ReportDraft.objects.filter(pk=wanted, updated_at__gt=now - LIFETIME).first()


def keep_answers(draft: ReportDraft, screen: int, answers: dict[str, Any], now: datetime) -> None:
    """Keep the answers of one screen as they were typed, and open the next screen."""
    draft.answers = {**draft.answers, str(screen): answers}
    draft.reached = max(draft.reached, screen + 1)
    draft.updated_at = now
    draft.save(update_fields=["answers", "reached", "updated_at"])


def remove_file(draft: ReportDraft, public_id: uuid.UUID) -> bool:
    """Remove one file from a draft. Returns False when it was not there."""
    found = list(Attachment.objects.filter(staged_for=draft.pk, public_id=public_id))
    uploads.discard(found)
    return bool(found)


def remove_stale(now: datetime) -> int:
    """Delete drafts that were left for a week, with their files. Returns how many."""
    stale = ReportDraft.objects.filter(updated_at__lt=now - LIFETIME)
    keys = list(stale.values_list("pk", flat=True))
    with transaction.atomic():
        uploads.discard(list(Attachment.objects.filter(staged_for__in=keys)))
        stale.delete()
    return len(keys)
