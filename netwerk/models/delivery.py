# SPDX-License-Identifier: EUPL-1.2
"""The outbox: what must be told, to whom, and how that went."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from .contact import Contact
from .timeline import TimelineEntry


class OutboxEvent(models.Model):
    """A timeline entry that people must hear of; written in the transaction of the change itself."""

    entry = models.OneToOneField(TimelineEntry, models.PROTECT, related_name="outbox_event")
    expanded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "te melden gebeurtenis"
        verbose_name_plural = "te melden gebeurtenissen"
        indexes = [
            models.Index(fields=["id"], condition=Q(expanded_at__isnull=True), name="netwerk_outbox_waiting")
        ]

    def __str__(self) -> str:
        return f"melden: {self.entry_id}"


class Delivery(models.Model):
    """One message to one recipient in one channel, with its fate."""

    class Channel(models.TextChoices):
        """Ways to reach somebody."""

        MAIL = "mail", "E-mail"
        INBOX = "inbox", "Berichten in het portaal"

    class State(models.TextChoices):
        """How far the message is."""

        PENDING = "pending", "Wacht"
        SENDING = "sending", "Wordt verstuurd"
        SENT = "sent", "Verstuurd"
        DEAD = "dead", "Niet gelukt"
        SKIPPED = "skipped", "Niet nodig"

    event = models.ForeignKey(OutboxEvent, models.PROTECT, null=True, blank=True, related_name="deliveries")
    notice = models.CharField(max_length=60, help_text="Name of the notice, or 'mail' for library mail")
    channel = models.CharField("kanaal", max_length=10, choices=Channel.choices)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="deliveries"
    )
    contact = models.ForeignKey(Contact, models.SET_NULL, null=True, blank=True, related_name="deliveries")
    part = models.CharField(max_length=80, blank=True)
    state = models.CharField("status", max_length=10, choices=State.choices, default=State.PENDING)
    attempts = models.PositiveSmallIntegerField("pogingen", default=0)
    next_attempt_at = models.DateTimeField("volgende poging")
    leased_until = models.DateTimeField(null=True, blank=True)
    lease = models.UUIDField(null=True, blank=True)
    message_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Only for mail that a library made; erased once sent. Our own notices are rendered when sent.
    raw = models.JSONField(null=True, blank=True)
    error = models.CharField("laatste fout", max_length=200, blank=True)
    created_at = models.DateTimeField("gemaakt op")
    sent_at = models.DateTimeField("verstuurd op", null=True, blank=True)
    read_at = models.DateTimeField("gelezen op", null=True, blank=True)

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        permissions = [("resend_delivery", "Mag berichten opnieuw versturen")]
        indexes = [
            models.Index(
                fields=["next_attempt_at", "id"],
                condition=Q(state__in=["pending", "sending"]),
                name="netwerk_delivery_due",
            ),
            models.Index(fields=["state", "-created_at", "-id"], name="netwerk_delivery_state"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "notice", "channel", "user"],
                condition=Q(user__isnull=False),
                name="netwerk_delivery_user_once",
            ),
            models.UniqueConstraint(
                fields=["event", "notice", "channel", "contact"],
                condition=Q(contact__isnull=False),
                name="netwerk_delivery_contact_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.notice} ({self.get_state_display()})"
