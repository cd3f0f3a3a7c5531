# SPDX-License-Identifier: EUPL-1.2
"""The very mails that an action sets off, before it happens.

The action is done in a transaction that is undone: what is shown is what would go, and nothing goes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from netwerk import notifications
from netwerk.access import Actor
from netwerk.models import Delivery, OutboxEvent
from netwerk.notifications import Notice, Recipient


@dataclass(frozen=True)
class Preview:
    """One mail as it would go out. `to` is a role when the address is nobody's business."""

    to: str
    subject: str
    body: str


def rehearse(act: Callable[[], Any], *, by: Actor, now: datetime) -> list[Preview]:
    """Do something, look at its mails, and undo it.

    Raises:
        Refused, NotPermitted: doing it would be refused as well.
    """
    with transaction.atomic():
        last = OutboxEvent.objects.aggregate(last=Max("pk"))["last"] or 0
        act()
        # Others may work meanwhile: only what this actor set off just now.
        own = OutboxEvent.objects.filter(pk__gt=last, entry__at=now, entry__actor=by.user)
        previews = [
            mail for event in own.select_related("entry__dossier").order_by("pk") for mail in _mails(event)
        ]
        transaction.set_rollback(True)
    return previews


def _mails(event: OutboxEvent) -> Iterator[Preview]:
    for notice in notifications.notices_for(event.entry.type):
        if notifications.MAIL not in notice.channels:
            continue
        for recipient in notice.recipients(event.entry):
            if recipient.user is None or recipient.user.pk != event.entry.actor_id:
                yield from _mail(event, notice, recipient)


def _mail(event: OutboxEvent, notice: Notice, recipient: Recipient) -> Iterator[Preview]:
    delivery = Delivery(user=recipient.user, contact=recipient.contact, part=recipient.part)
    letter = notice.written(event.entry, delivery)
    address = notifications.address_of(delivery)
    if letter is None or not address:
        return
    mail = notifications.as_mail(letter, address, "<voorbeeld@portaal>")
    body = str(mail.body)
    if recipient.user is None:  # the button is a secret: it opens the page for whoever has it
        body = body.replace(letter.button_url, f"{settings.BASE_URL}/l/(persoonlijke link)/")
    yield Preview(recipient.label or address, str(mail.subject), body)
