# SPDX-License-Identifier: EUPL-1.2
"""What a ministry itself says of its promise, until the team looked at it."""

from django.db import models

from ..querysets import PromiseNewsQuerySet
from .promise import Promise


class PromiseSaid(models.TextChoices):
    """How it stands, in the ministry's own words."""

    KEPT = "kept", "Het is geregeld"
    LATER = "later", "Het komt later"
    DROPPED = "dropped", "Het komt er niet"


class PromiseNews(models.Model):
    """One time that a ministry said how its promise stands; nothing changes before the team takes it over."""

    promise = models.ForeignKey(Promise, models.CASCADE, related_name="news", editable=False)
    said = models.CharField("Hoe staat het ermee?", max_length=7, choices=PromiseSaid.choices)
    text = models.TextField("Vertel er iets over", max_length=1000)
    new_date = models.DateField("Wanneer dan wel?", null=True, blank=True)
    said_at = models.DateTimeField("gezegd op", editable=False)
    handled_at = models.DateTimeField("bekeken op", null=True, editable=False)
    not_taken = models.TextField("waarom niet overgenomen", max_length=500, blank=True, editable=False)

    objects = PromiseNewsQuerySet.as_manager()

    class Meta:
        verbose_name = "bericht over een toezegging"
        verbose_name_plural = "berichten over toezeggingen"
        ordering = ("-said_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["promise"],
                condition=models.Q(handled_at__isnull=True),
                name="rir_one_news_of_a_promise_waits",
            )
        ]

    def __str__(self) -> str:
        return f"bericht over toezegging {self.promise_id}"

    @property
    def move(self) -> str:
        """The move of the promise by which the team takes this over."""
        return {PromiseSaid.KEPT: "keep", PromiseSaid.LATER: "move_date"}.get(PromiseSaid(self.said), "drop")

    @property
    def as_given(self) -> dict[str, object]:
        """What the form of that move begins with."""
        asked = {"keep": "result"}.get(self.move, "reason")
        return {asked: self.text, "new_date": self.new_date}
