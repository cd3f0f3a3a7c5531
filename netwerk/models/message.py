# SPDX-License-Identifier: EUPL-1.2
"""Messages inside a dossier. Their text never goes into a mail."""

from django.db import models

from .dossier import Dossier


class Message(models.Model):
    """Something said between the team and the other side of a dossier or of one of its parts."""

    class Side(models.TextChoices):
        """Who says it."""

        TEAM = "team", "Netwerkteam"
        OTHER = "other", "Andere kant"

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="messages")
    part = models.CharField(max_length=80, blank=True)
    side = models.CharField(max_length=5, choices=Side.choices)
    author_label = models.CharField(max_length=150)
    text = models.TextField("bericht", max_length=5000)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = "bericht in een dossier"
        verbose_name_plural = "berichten in dossiers"
        ordering = ("created_at", "id")

    def __str__(self) -> str:
        return f"{self.author_label} ({self.dossier_id})"
