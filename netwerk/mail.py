# SPDX-License-Identifier: EUPL-1.2
"""The mail backend of the project: every mail, also of a library, goes into the outbox first."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

from .deliveries import kick
from .models import Delivery


class OutboxEmailBackend(BaseEmailBackend):
    """Stores a row per mail, in the transaction of the caller. The worker sends it, with retries.

    The body is erased once sent. Attachments are refused: no library of ours sends any.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Put the mails in the outbox. Returns how many. Raises ValueError for one with attachments."""
        now = timezone.now()
        for message in email_messages:
            if message.attachments:
                raise ValueError("mail with attachments cannot go through the outbox")
            Delivery.objects.create(
                notice="mail",
                channel=Delivery.Channel.MAIL,
                raw=_stored(message),
                next_attempt_at=now,
                created_at=now,
            )
        transaction.on_commit(kick)
        return len(email_messages)


def _stored(message: EmailMessage) -> dict[str, object]:
    html = next(
        (str(content) for content, kind in getattr(message, "alternatives", ()) if kind == "text/html"), ""
    )
    return {
        "subject": " ".join(str(message.subject).split()),
        "body": str(message.body),
        "html": html,
        "from": message.from_email,
        "to": message.recipients(),
    }
