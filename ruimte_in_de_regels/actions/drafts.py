# SPDX-License-Identifier: EUPL-1.2
"""Reports in the making: what is typed is kept per screen, until it is sent or a week has passed."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from netwerk import links, uploads
from netwerk.models import Attachment, SecretLink
from netwerk.notifications import Letter, as_mail

from .. import access
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


def keep_typed(draft: ReportDraft, screen: int, answers: dict[str, Any], now: datetime) -> None:
    """Keep what was typed on a screen that is not finished; no other screen opens by it."""
    draft.answers = {**draft.answers, str(screen): answers}
    draft.updated_at = now
    draft.save(update_fields=["answers", "updated_at"])


def keep_similar(draft: ReportDraft, choice: Mapping[str, Any], now: datetime) -> None:
    """Keep whether it is the same as a known case (`same`, its number as text) and what `differs`."""
    draft.answers = {**draft.answers, "similar": {name: choice.get(name, "") for name in ("same", "differs")}}
    draft.updated_at = now
    draft.save(update_fields=["answers", "updated_at"])


def mail_resume_link(draft: ReportDraft, email: str, now: datetime) -> SecretLink:
    """Mail a link by which the report can be finished later; the address itself is kept nowhere."""
    link = links.new_link(access.DRAFT_SCOPE, None, contact=None, part=str(draft.pk), now=now)
    ReportDraft.objects.filter(pk=draft.pk).update(updated_at=now)
    letter = Letter(
        subject="Ga later verder met je melding",
        lines=(
            "Je bent begonnen met een melding bij Ruimte in de Regels. We hebben je antwoorden bewaard.",
            "Met de knop ga je verder waar je stopte. De link is alleen voor jou.",
        ),
        button_label="Ga verder met je melding",
        button_url=links.url_for(link),
        what_next=f"De link werkt {LIFETIME.days} dagen. Daarna verwijderen we wat je schreef.",
        reason="Je krijgt deze mail omdat iemand dit adres invulde bij een melding.",
    )
    as_mail(letter, email).send()
    return link


def draft_of(link: SecretLink, now: datetime) -> ReportDraft | None:
    """Return the draft that a resume link opens, unless it is gone."""
    return find_draft(link.part, now)


def remove_file(draft: ReportDraft, public_id: uuid.UUID) -> bool:
    """Remove one file from a draft. Returns False when it was not there."""
    found = list(Attachment.objects.filter(staged_for=draft.pk, public_id=public_id))
    uploads.discard(found)
    return bool(found)


def remove(drafts: Sequence[ReportDraft], _now: datetime) -> None:
    """Delete drafts, with their files."""
    keys = [draft.pk for draft in drafts]
    with transaction.atomic():
        uploads.discard(list(Attachment.objects.filter(staged_for__in=keys)))
        ReportDraft.objects.filter(pk__in=keys).delete()
