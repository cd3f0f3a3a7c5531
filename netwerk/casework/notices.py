# SPDX-License-Identifier: EUPL-1.2
"""Who hears of casework, at whatever desk. Loaded when the app is ready."""

from collections.abc import Iterable

from django.conf import settings

from netwerk.kinds import url_of
from netwerk.models import Delivery, TimelineEntry, User
from netwerk.notifications import Letter, Notice, Recipient, register


def _task_holder(entry: TimelineEntry) -> Iterable[Recipient]:
    """The person whom a task is for; a group looks in its list."""
    user = User.objects.filter(pk=entry.data.get("user"), is_active=True).first()
    return [Recipient(user=user)] if user is not None else []


def _task_letter(entry: TimelineEntry, _delivery: Delivery) -> Letter:
    return Letter(
        subject=f"Er staat een taak voor je klaar: {entry.dossier.reference}",
        lines=("Een collega zette een taak voor je klaar.",),
        button_label="Bekijk het dossier",
        button_url=settings.BASE_URL + url_of(entry.dossier),
        what_next="Is de taak gedaan? Vink haar dan af. Ze verdwijnt uit je lijst.",
        reason="Je krijgt dit bericht omdat je in het netwerkteam werkt.",
    )


register(
    Notice("task-opened", "dossier.task_opened", _task_holder, _task_letter),
    Notice("task-handed", "dossier.task_handed", _task_holder, _task_letter),
)
