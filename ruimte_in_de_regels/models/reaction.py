# SPDX-License-Identifier: EUPL-1.2
"""What a reporter says of what we wrote: is this it, or not?"""

from django.db import models

from .case import ProblemStatement
from .report import ObstacleReport


class Recognises(models.TextChoices):
    """Whether a reporter recognises it, or can go on with it."""

    YES = "yes", "Ja"
    PARTLY = "partly", "Deels"
    NO = "no", "Nee"


class Reaction(models.Model):
    """A reporter's reaction to one version of a problem statement, or (without one) to the outcome."""

    report = models.ForeignKey(ObstacleReport, models.CASCADE, related_name="reactions")
    statement = models.ForeignKey(
        ProblemStatement, models.PROTECT, null=True, blank=True, related_name="reactions"
    )
    recognises = models.CharField("Herken je dit?", max_length=6, choices=Recognises.choices)
    explanation = models.TextField("Wat klopt er niet?", max_length=2000, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = "reactie van een melder"
        verbose_name_plural = "reacties van melders"
        ordering = ("-created_at", "-id")
        constraints = [
            models.UniqueConstraint(fields=["report", "statement"], name="rir_one_reaction_each"),
            models.UniqueConstraint(
                fields=["report"],
                condition=models.Q(statement__isnull=True),
                name="rir_one_reaction_to_the_outcome",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_recognises_display()} ({self.report_id})"
