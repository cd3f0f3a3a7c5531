# SPDX-License-Identifier: EUPL-1.2
"""How long personal data stays: the periods as they are set, what went, and what must not go."""

from django.db import models
from django.db.models import Q

from .dossier import Dossier


class RetentionPeriod(models.Model):
    """The length that somebody set for one rule, in the unit of that rule (`netwerk.retention`)."""

    rule = models.CharField("regel", max_length=40, unique=True)
    length = models.PositiveSmallIntegerField("termijn")
    set_by_label = models.CharField("gezet door", max_length=150)
    set_at = models.DateTimeField("gezet op")

    class Meta:
        verbose_name = "bewaartermijn"
        verbose_name_plural = "bewaartermijnen"
        permissions = [("set_retention", "Mag bewaartermijnen zien en wijzigen")]

    def __str__(self) -> str:
        return f"{self.rule}: {self.length}"


class RetentionRun(models.Model):
    """One line of the register: what one run of one rule did. It holds no personal data."""

    rule = models.CharField("regel", max_length=40)
    period = models.CharField("termijn", max_length=30)
    went = models.PositiveIntegerField("verwijderd")
    held = models.PositiveIntegerField("vastgehouden")
    failed = models.PositiveIntegerField("mislukt", default=0)
    at = models.DateTimeField("wanneer")

    class Meta:
        verbose_name = "regel van het verwijderregister"
        verbose_name_plural = "verwijderregister"
        ordering = ("-at", "-id")
        indexes = [models.Index(fields=["-at", "-id"], name="netwerk_retention_run")]

    def __str__(self) -> str:
        return f"{self.rule}: {self.went}"


class LegalHold(models.Model):
    """Nothing of this dossier goes as long as its hold is not lifted."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="holds")
    reason = models.TextField("reden", max_length=1000)
    placed_by = models.CharField("vastgehouden door", max_length=150)
    placed_at = models.DateTimeField("vastgehouden op")
    lifted_by = models.CharField("opgeheven door", max_length=150, blank=True)
    lifted_at = models.DateTimeField("opgeheven op", null=True, blank=True)

    class Meta:
        verbose_name = "vasthouding"
        verbose_name_plural = "vasthoudingen"
        ordering = ("-placed_at", "-id")
        permissions = [("hold_dossier", "Mag gegevens van een dossier vasthouden")]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(lifted_at__isnull=True), name="netwerk_one_hold_a_dossier"
            )
        ]

    def __str__(self) -> str:
        return f"vasthouding van {self.dossier_id}"
