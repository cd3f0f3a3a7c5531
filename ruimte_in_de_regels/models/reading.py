# SPDX-License-Identifier: EUPL-1.2
"""What a reporter says of the public text before it appears."""

from django.db import models

from .publication import Publication
from .report import ObstacleReport


class Reads(models.TextChoices):
    """Whether the text may appear as it is."""

    YES = "yes", "Ja, zo mag het"
    CHANGE = "change", "Ik wil iets anders"
    NO = "no", "Nee, liever niet"


class TextReaction(models.Model):
    """A reporter's reaction to one version of the public text; a later one takes its place."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="reactions")
    report = models.ForeignKey(ObstacleReport, models.CASCADE, related_name="text_reactions")
    version = models.PositiveIntegerField("versie van de tekst")
    answer = models.CharField("Mag de tekst zo op de site?", max_length=6, choices=Reads.choices)
    wish = models.TextField("Wat wil je anders?", max_length=2000, blank=True)
    reply = models.TextField("Wat zeg je tegen de melder?", max_length=2000, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = "reactie op de openbare tekst"
        verbose_name_plural = "reacties op de openbare tekst"
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["publication", "report"], name="rir_one_text_reaction_each"),
        ]

    def __str__(self) -> str:
        return f"{self.get_answer_display()} ({self.report_id})"

    @property
    def is_open(self) -> bool:
        """Whether a wish waits for an answer of the team."""
        return self.answer == Reads.CHANGE and not self.reply
