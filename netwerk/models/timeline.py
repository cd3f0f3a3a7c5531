# SPDX-License-Identifier: EUPL-1.2
"""The timeline: what happened to a dossier, appended and never edited."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from .dossier import Dossier


class TimelineEntry(models.Model):
    """One thing that happened. The database itself refuses changes (migration 0003).

    `actor_label` keeps the name as it was, so that the row survives the user who made it.
    """

    class ActorKind(models.TextChoices):
        """In what capacity somebody acted."""

        USER = "user", "Account"
        LINK = "link", "Persoonlijke link"
        VISITOR = "visitor", "Bezoeker"
        SYSTEM = "system", "Portaal"

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="timeline")
    type = models.CharField(max_length=60)
    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=10, choices=ActorKind.choices)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="timeline_entries"
    )
    actor_label = models.CharField(max_length=150)
    part = models.CharField(max_length=80, blank=True, help_text="app.model:id of the part it is about")
    data = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    watched = models.BooleanField(
        default=False, db_default=False, help_text="Stands in the log of who looked at what"
    )

    class Meta:
        verbose_name = "gebeurtenis"
        verbose_name_plural = "gebeurtenissen"
        ordering = ("-at", "-id")
        indexes = [
            models.Index(fields=["dossier", "-at", "-id"], name="netwerk_timeline_dossier"),
            models.Index(
                fields=["-at", "-id"], condition=models.Q(watched=True), name="netwerk_timeline_watched"
            ),
            models.Index(
                fields=["actor", "-at", "-id"],
                condition=models.Q(watched=True),
                name="netwerk_timeline_watched_by",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.type} ({self.dossier_id})"


class TimelinePersonal(models.Model):
    """Personal data of an entry, kept apart so that it can be forgotten while the entry stays."""

    entry = models.OneToOneField(TimelineEntry, models.PROTECT, related_name="personal")
    data = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    forgotten_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "persoonlijk deel van een gebeurtenis"
        verbose_name_plural = "persoonlijke delen van gebeurtenissen"

    def __str__(self) -> str:
        return f"persoonlijk deel van {self.entry_id}"
