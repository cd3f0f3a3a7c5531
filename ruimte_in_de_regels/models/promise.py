# SPDX-License-Identifier: EUPL-1.2
"""What a ministry promised in a case: by when, who keeps an eye on it, and what came of it."""

from django.conf import settings
from django.db import models

from netwerk.workflow import State

from ..querysets import PromiseQuerySet
from ..workflow import PROMISE
from .answer import AnswerKind, MinistryAnswer
from .case import ObstacleCase
from .ministry import Ministry

PROMISING = frozenset({AnswerKind.CHANGE, AnswerKind.STUDY, AnswerKind.EXEMPTION, AnswerKind.EXPERIMENT})
"""Answers that promise something, when they name a date."""


class Promise(models.Model):
    """One promise. It is public as long as its case is; its words are written for everybody."""

    case = models.ForeignKey(ObstacleCase, models.PROTECT, related_name="promises", editable=False)
    ministry = models.ForeignKey(
        Ministry, models.PROTECT, related_name="promises", verbose_name="Wie beloofde het?"
    )
    answer = models.OneToOneField(
        MinistryAnswer, models.PROTECT, null=True, related_name="promise", editable=False
    )
    state = models.CharField("status", max_length=10, default="open", editable=False)
    text = models.TextField("Wat is er beloofd, in gewone woorden?", max_length=600)
    due_on = models.DateField("Wanneer is het geregeld?")
    first_due_on = models.DateField("eerst beloofd voor", editable=False)
    made_on = models.DateField("beloofd op", editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Wie houdt het in de gaten?",
    )
    asked_on = models.DateField(null=True, editable=False, help_text="When we last asked how it stands")
    settled_at = models.DateTimeField("klaar op", null=True, editable=False)
    result = models.TextField("wat ervan kwam", max_length=1000, blank=True, editable=False)

    objects = PromiseQuerySet.as_manager()

    class Meta:
        verbose_name = "toezegging"
        verbose_name_plural = "toezeggingen"
        ordering = ("due_on", "id")
        indexes = [
            models.Index(fields=["state", "due_on", "id"], name="rir_promise_state"),
            models.Index(fields=["-due_on", "-id"], name="rir_promise_due"),
        ]

    def __str__(self) -> str:
        return f"toezegging {self.pk} van {self.ministry}"

    @property
    def state_info(self) -> State:
        """The state's row in the table: label, tone and icon."""
        return PROMISE.state(self.state)
