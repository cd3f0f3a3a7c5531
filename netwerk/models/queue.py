# SPDX-License-Identifier: EUPL-1.2
"""What belongs to work queues: filters that somebody kept, and who took a list out of the portal."""

from django.conf import settings
from django.db import models


class SavedFilter(models.Model):
    """A filter of a queue under a name, for its maker or for the whole team."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_filters")
    kind = models.CharField("lijst", max_length=30)
    name = models.CharField("naam", max_length=40)
    query = models.CharField("filter", max_length=500)
    shared = models.BooleanField("voor het hele team", default=False)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = "bewaard filter"
        verbose_name_plural = "bewaarde filters"
        ordering = ("name", "id")
        constraints = [
            models.UniqueConstraint(fields=["owner", "kind", "name"], name="netwerk_filter_name_once")
        ]

    def __str__(self) -> str:
        return self.name


class Look(models.Model):
    """Somebody of the team looked at a dossier as another reader sees it; it changed nothing there."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    user_label = models.CharField("wie", max_length=150)
    dossier = models.ForeignKey("netwerk.Dossier", models.CASCADE, related_name="looks")
    reader = models.CharField("zoals wie", max_length=40)
    at = models.DateTimeField("wanneer")

    class Meta:
        verbose_name = "blik als een ander"
        verbose_name_plural = "blikken als een ander"
        ordering = ("-at", "-id")
        indexes = [models.Index(fields=["-at", "-id"], name="netwerk_look_newest")]

    def __str__(self) -> str:
        return f"{self.user_label} als {self.reader}"


class Export(models.Model):
    """Somebody took a list out of the portal: who, when, which list, how many rows."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    user_label = models.CharField("wie", max_length=150)
    kind = models.CharField("lijst", max_length=30)
    form = models.CharField("bestand", max_length=4)
    query = models.CharField("filter", max_length=500, blank=True)
    rows = models.PositiveIntegerField("rijen")
    at = models.DateTimeField("wanneer")

    class Meta:
        verbose_name = "export"
        verbose_name_plural = "exports"
        ordering = ("-at", "-id")
        indexes = [models.Index(fields=["-at", "-id"], name="netwerk_export_newest")]

    def __str__(self) -> str:
        return f"{self.user_label}: {self.kind}"
