# SPDX-License-Identifier: EUPL-1.2
"""The outbox at work: expand an entry to deliveries, lease, send, retry, give up visibly.

A broker may lose every task: the rows stay, and the sweep finds them. A worker may be killed at any
moment: its lease runs out and another takes over. Only a kill between sending and marking can send
twice; the Message-ID is then the same.
"""

import logging
import smtplib
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import TypeVar

from celery import current_app
from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection, transaction
from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from . import notifications
from .models import Delivery, OutboxEvent

logger = logging.getLogger(__name__)

BATCH = 50
RETRY_AFTER = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 720, 1440))
"""Gaps between attempts. After the last one the delivery is dead, and shown to the team."""

_State = Delivery.State
Row = TypeVar("Row", bound=Model)


def kick(task: str = "netwerk.tasks.deliver_outbox") -> None:
    """Wake a worker after a commit. Losing a kick is harmless: the sweep comes by."""
    if not settings.REDIS_URL:
        return
    try:
        current_app.send_task(task, retry=False)
    except Exception as error:  # the broker's client raises many kinds; none may undo a saved change
        logger.warning("Kick lost (%s); the sweep will do it", type(error).__name__)


def deliver_due(now: Callable[[], datetime] = timezone.now) -> int:
    """Expand and send everything that is due. Returns how many messages were handled."""
    handled = 0
    while expand_batch(now()):
        pass
    with _transport() as mailer:
        while batch := lease_batch(now()):
            for delivery in batch:
                send(delivery, mailer, now())
                handled += 1
    return handled


def expand_batch(now: datetime) -> int:
    """Turn waiting events into deliveries, each recipient once. Returns how many events were done."""
    with transaction.atomic():
        events = list(
            _for_worker(OutboxEvent.objects.filter(expanded_at__isnull=True))
            .select_related("entry__dossier")
            .order_by("id")[:BATCH]
        )
        for event in events:
            Delivery.objects.bulk_create(list(_deliveries(event, now)), ignore_conflicts=True)
            event.expanded_at = now
            event.save(update_fields=["expanded_at"])
    return len(events)


def _deliveries(event: OutboxEvent, now: datetime) -> Iterator[Delivery]:
    for notice in notifications.notices_for(event.entry.type):
        for recipient in notice.recipients(event.entry):
            if recipient.user is not None and recipient.user.pk == event.entry.actor_id:
                continue  # nobody needs a message about what they did themselves
            for channel in notice.channels:
                if channel == notifications.INBOX and recipient.user is None:
                    continue
                yield Delivery(
                    event=event,
                    notice=notice.code,
                    channel=channel,
                    user=recipient.user,
                    contact=recipient.contact,
                    part=recipient.part,
                    next_attempt_at=now,
                    created_at=now,
                )


def lease_batch(now: datetime) -> list[Delivery]:
    """Take a few due deliveries for this worker alone, also those of a worker that died."""
    due = Q(state=_State.PENDING, next_attempt_at__lte=now) | Q(state=_State.SENDING, leased_until__lte=now)
    lease = uuid.uuid4()
    with transaction.atomic():
        taken = list(
            _for_worker(Delivery.objects.filter(due))
            .order_by("next_attempt_at", "id")
            .values_list("pk", flat=True)[:BATCH]
        )
        if not taken:
            return []
        Delivery.objects.filter(pk__in=taken).update(
            state=_State.SENDING,
            lease=lease,
            leased_until=now + timedelta(seconds=settings.OUTBOX_LEASE_SECONDS),
        )
    return list(
        Delivery.objects.filter(lease=lease, state=_State.SENDING)
        .select_related("event__entry__dossier", "user", "contact")
        .order_by("next_attempt_at", "id")
    )


def send(delivery: Delivery, mailer: BaseEmailBackend, now: datetime) -> None:
    """Send one leased delivery and write down its fate. A failure never stops the next one."""
    if delivery.leased_until is None or delivery.leased_until <= now:
        return  # the lease ran out while earlier ones took long; whoever has it now sends it
    delivery.attempts += 1
    try:
        state = _hand_over(delivery, mailer)
    except Exception as error:  # a template, an address or a server may fail in any way
        _postpone(delivery, error, now)
    else:
        _mark(delivery, state, now)


def _hand_over(delivery: Delivery, mailer: BaseEmailBackend) -> str:
    """Give the message to its channel. Returns the state that follows."""
    if delivery.channel == Delivery.Channel.INBOX:
        return _State.SENT
    message = _message(delivery)
    if message is None:
        return _State.SKIPPED
    mailer.open()
    if not mailer.send_messages([message]):
        raise smtplib.SMTPException("the mail server took nothing")
    return _State.SENT


def _message(delivery: Delivery) -> EmailMultiAlternatives | None:
    message_id = f"<{delivery.message_id}@{settings.DEFAULT_FROM_EMAIL.rsplit('@', 1)[-1].strip('>')}>"
    if delivery.raw is not None:
        return _library_mail(delivery.raw, message_id)
    letter = notifications.letter_for(delivery)
    address = notifications.address_of(delivery)
    if letter is None or not address:
        return None
    return notifications.as_mail(letter, address, message_id)


def _library_mail(raw: dict[str, list[str] | str], message_id: str) -> EmailMultiAlternatives:
    mail = EmailMultiAlternatives(
        subject=str(raw["subject"]),
        body=str(raw["body"]),
        from_email=str(raw["from"]),
        to=list(raw["to"]),
        headers={"Message-ID": message_id},
    )
    if raw.get("html"):
        mail.attach_alternative(str(raw["html"]), "text/html")
    return mail


def _mark(delivery: Delivery, state: str, now: datetime) -> None:
    """Write success down, only while the lease is still ours."""
    Delivery.objects.filter(pk=delivery.pk, lease=delivery.lease).update(
        state=state,
        attempts=delivery.attempts,
        sent_at=now if state == _State.SENT else None,
        leased_until=None,
        error="",
        raw=None,
    )


def _postpone(delivery: Delivery, error: Exception, now: datetime) -> None:
    """Plan the next attempt, or give up. Only the kind of error is kept: its text may hold an address."""
    logger.warning("Delivery %s failed: %s", delivery.pk, type(error).__name__)
    tries = delivery.attempts
    dead = tries > len(RETRY_AFTER)
    Delivery.objects.filter(pk=delivery.pk, lease=delivery.lease).update(
        state=_State.DEAD if dead else _State.PENDING,
        attempts=tries,
        next_attempt_at=now if dead else now + RETRY_AFTER[tries - 1],
        leased_until=None,
        error=type(error).__name__[:200],
    )


def resend(delivery: Delivery, now: datetime) -> bool:
    """Give a dead delivery a fresh start. Returns False when it was not dead (any more)."""
    revived = Delivery.objects.filter(pk=delivery.pk, state=_State.DEAD).update(
        state=_State.PENDING, attempts=0, next_attempt_at=now, error=""
    )
    if revived:
        transaction.on_commit(kick)
    return bool(revived)


def _for_worker(rows: QuerySet[Row]) -> QuerySet[Row]:
    """Lock rows so that workers do not wait for each other; SQLite has one writer at a time anyway."""
    if connection.features.has_select_for_update_skip_locked:
        return rows.select_for_update(skip_locked=True, of=("self",))
    return rows


class _transport:
    """The mail connection, opened at the first message and closed at the end."""

    def __enter__(self) -> BaseEmailBackend:
        self.mailer: BaseEmailBackend = get_connection(settings.DELIVERY_EMAIL_BACKEND)
        return self.mailer

    def __exit__(self, *_error: object) -> None:
        self.mailer.close()
