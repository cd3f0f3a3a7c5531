# SPDX-License-Identifier: EUPL-1.2
"""Files that belong to a dossier."""

import uuid

from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import Q

from .dossier import Dossier


def private_storage() -> Storage:
    """Return the storage that no web address reaches."""
    return storages["private"]


def generated_name(instance: "Attachment", filename: str) -> str:
    """Return the stored name: random, because a name somebody typed must not decide a path."""
    return f"bijlagen/{instance.public_id.hex[:2]}/{instance.public_id.hex}"


class Attachment(models.Model):
    """A checked file. Before a report is sent it belongs to a draft (`staged_for`), then to a dossier."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dossier = models.ForeignKey(Dossier, models.CASCADE, null=True, blank=True, related_name="attachments")
    staged_for = models.UUIDField(null=True, blank=True, db_index=True)
    part = models.CharField(max_length=80, blank=True)
    file = models.FileField("bestand", storage=private_storage, upload_to=generated_name, max_length=120)
    name = models.CharField("naam", max_length=150)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField("grootte in bytes")
    audience = models.CharField(max_length=20, default="team", help_text="team, reporter or ministry")
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = "bijlage"
        verbose_name_plural = "bijlagen"
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                condition=Q(dossier__isnull=False) | Q(staged_for__isnull=False),
                name="netwerk_attachment_has_owner",
            )
        ]

    def __str__(self) -> str:
        return self.name
