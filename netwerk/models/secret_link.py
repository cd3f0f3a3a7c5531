# SPDX-License-Identifier: EUPL-1.2
"""Secret links: access to one thing for somebody without an account."""

import uuid
from datetime import datetime

from django.db import models

from .contact import Contact
from .dossier import Dossier


class SecretLink(models.Model):
    """Opens one scope of one dossier (or one part of it, or what its scope says) until it expires.

    The token is not stored: it is derived from the row and a key outside the database
    (`netwerk.links`), so that a copy of the database opens nothing and a mail can be sent again.
    `withdrawn_by` says that somebody closed it by hand: its holder gets no other until that is asked for.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    scope = models.CharField(max_length=40)
    code_hash = models.CharField(max_length=64, unique=True, null=True, blank=True, editable=False)
    dossier = models.ForeignKey(
        Dossier,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="secret_links",
        help_text="Leeg voor wat nog geen dossier is, of er meer dan een opent",
    )
    part = models.CharField(max_length=80, blank=True)
    contact = models.ForeignKey(Contact, models.SET_NULL, null=True, blank=True, related_name="secret_links")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField("ingetrokken door", max_length=150, blank=True, editable=False)
    opened = models.PositiveIntegerField(default=0)
    last_opened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "geheime link"
        verbose_name_plural = "geheime links"
        constraints = [
            models.UniqueConstraint(
                fields=["scope", "dossier", "part", "contact"],
                condition=models.Q(revoked_at__isnull=True, contact__isnull=False),
                name="netwerk_one_live_link_each",
            )
        ]

    def __str__(self) -> str:
        return f"{self.scope} {self.public_id}"

    def is_live(self, now: datetime) -> bool:
        """Tell whether the link still opens anything."""
        return self.revoked_at is None and self.expires_at > now
