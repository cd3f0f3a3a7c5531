# SPDX-License-Identifier: EUPL-1.2
"""What the daily look at the portal found."""

from django.db import models


class HealthReport(models.Model):
    """One day's findings; the day is unique, so that the mail goes once."""

    day = models.DateField("dag", unique=True)
    lines = models.JSONField("bevindingen", default=list)
    created_at = models.DateTimeField("gemaakt op")

    class Meta:
        verbose_name = "dagelijkse controle"
        verbose_name_plural = "dagelijkse controles"
        ordering = ("-day",)

    def __str__(self) -> str:
        return f"controle van {self.day}"
