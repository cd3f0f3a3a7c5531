# SPDX-License-Identifier: EUPL-1.2
"""A case in three lines, for who reads many: the letter of each quarter."""

from django.conf import settings
from django.db import models

from .case import ObstacleCase

LINES = ("problem", "question", "answer")
"""The three lines, in the order of the letter."""
LENGTH = 240


class CaseSummary(models.Model):
    """Problem, question and answer of one case on the site, each in one line of plain Dutch."""

    case = models.OneToOneField(ObstacleCase, models.CASCADE, related_name="three_lines")
    problem = models.CharField("Wat is het probleem?", max_length=LENGTH)
    question = models.CharField("Wat vroegen we?", max_length=LENGTH)
    answer = models.CharField("Wat is het antwoord?", max_length=LENGTH)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    updated_at = models.DateTimeField(editable=False)

    class Meta:
        verbose_name = "casus in drie regels"
        verbose_name_plural = "casussen in drie regels"

    def __str__(self) -> str:
        return f"drie regels over {self.case_id}"
