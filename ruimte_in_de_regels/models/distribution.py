# SPDX-License-Identifier: EUPL-1.2
"""Where a case or its solution was spread."""

from django.conf import settings
from django.db import models

from .case import ObstacleCase


class SpreadBy(models.TextChoices):
    """Along which way it was spread."""

    MEETING = "meeting", "Bijeenkomst"
    NEWSLETTER = "newsletter", "Nieuwsbrief"
    MAIL = "mail", "Mail of brief"
    SITE = "site", "Site van een ander"
    TALK = "talk", "Gesprek"
    OTHER = "other", "Anders"


class Distribution(models.Model):
    """One time that a case was spread, inside or outside the network."""

    case = models.ForeignKey(ObstacleCase, models.CASCADE, related_name="distributions")
    day = models.DateField("Wanneer?")
    to_whom = models.CharField("Waar of aan wie?", max_length=200)
    how = models.CharField("Hoe?", max_length=10, choices=SpreadBy.choices)
    link = models.URLField("Link", max_length=500, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    created_at = models.DateTimeField(editable=False)

    class Meta:
        verbose_name = "verspreiding"
        verbose_name_plural = "verspreidingen"
        ordering = ("-day", "-id")

    def __str__(self) -> str:
        return f"{self.to_whom} ({self.case_id})"
