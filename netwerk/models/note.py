# SPDX-License-Identifier: EUPL-1.2
"""Notes at a dossier, for colleagues or for oneself. What the other side reads is a `Message`."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from .dossier import Dossier


def own_notes_go(collector: Any, field: Any, notes: Any, using: str) -> None:
    """With an account go the notes that only its holder could read; those for the team stay."""
    models.CASCADE(collector, field, notes.filter(layer=Note.Layer.OWN), using)
    models.SET_NULL(collector, field, notes.exclude(layer=Note.Layer.OWN), using)


class Note(models.Model):
    """Something that a colleague wrote down; its text stands nowhere else, also not on the timeline."""

    class Layer(models.TextChoices):
        """Who reads it."""

        TEAM = "team", "Het team"
        OWN = "own", "Alleen ik"

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="notes")
    layer = models.CharField("wie leest dit?", max_length=4, choices=Layer.choices, default=Layer.TEAM)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, own_notes_go, null=True, related_name="+")
    author_label = models.CharField(max_length=150)
    text = models.TextField("notitie", max_length=5000)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = "notitie"
        verbose_name_plural = "notities"
        ordering = ("-created_at", "-id")

    def __str__(self) -> str:
        return f"notitie van {self.author_label} ({self.dossier_id})"

    @classmethod
    def readable_by(cls, user_id: int) -> Q:
        """Return the notes that somebody of the team may read: the team's, and the own ones."""
        return Q(layer=cls.Layer.TEAM) | Q(layer=cls.Layer.OWN, author=user_id)
