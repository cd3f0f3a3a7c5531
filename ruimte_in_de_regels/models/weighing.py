# SPDX-License-Identifier: EUPL-1.2
"""Weighing answers: where they differ, what is asked of several parties at once, who gets no outcome."""

from django.conf import settings
from django.db import models

from ..querysets import JointReplyQuerySet
from .case import ObstacleCase
from .ministry import Ministry
from .thread import MinistryThread


class Aspect(models.TextChoices):
    """On what answers can differ."""

    STANCE = "stance", "Of er ruimte is"
    READING = "reading", "Wat de regel zegt"
    PURPOSE = "purpose", "Wat de regel beschermt"
    COMPETENCE = "competence", "Wie erover gaat"
    DATE = "date", "Wanneer het geregeld is"
    OTHER = "other", "Iets anders"


class Difference(models.Model):
    """A point on which the answers in a case do not agree, as the team sees it."""

    case = models.ForeignKey(ObstacleCase, models.PROTECT, related_name="differences")
    aspect = models.CharField("Waarover verschillen ze?", max_length=12, choices=Aspect.choices)
    note = models.TextField("Wat is het verschil?", max_length=1000)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = "verschil tussen antwoorden"
        verbose_name_plural = "verschillen tussen antwoorden"
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.get_aspect_display()} in {self.case_id}"


class SetAside(models.Model):
    """Why a party that was asked gets no outcome of its own; without it, its case cannot close."""

    case = models.ForeignKey(ObstacleCase, models.PROTECT, related_name="set_aside")
    ministry = models.ForeignKey(Ministry, models.PROTECT, related_name="+", verbose_name="Welke partij?")
    reason = models.TextField("Waarom komt er geen uitkomst?", max_length=1000)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = "partij zonder uitkomst"
        verbose_name_plural = "partijen zonder uitkomst"
        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=["case", "ministry"], name="rir_set_aside_once")]

    def __str__(self) -> str:
        return f"{self.ministry} in {self.case_id}"


class JointQuestion(models.Model):
    """One question to several parties of a case: they read each other's replies, and nothing else."""

    case = models.ForeignKey(ObstacleCase, models.PROTECT, related_name="joint_questions")
    question = models.TextField("Wat vragen we samen?", max_length=3000)
    due_on = models.DateField("Antwoord voor")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField()

    class Meta:
        verbose_name = "gezamenlijke vraag"
        verbose_name_plural = "gezamenlijke vragen"
        ordering = ("id",)

    def __str__(self) -> str:
        return f"gezamenlijke vraag in {self.case_id}"


class JointReply(models.Model):
    """The place of one party in a joint question: empty until it replies."""

    joint = models.ForeignKey(JointQuestion, models.PROTECT, related_name="replies")
    thread = models.ForeignKey(MinistryThread, models.PROTECT, related_name="joint_replies")
    text = models.TextField("Jullie antwoord", max_length=3000, blank=True)
    replied_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField("herinnerd op", null=True, blank=True, editable=False)
    pressed_at = models.DateTimeField("op de dag zelf herinnerd op", null=True, blank=True, editable=False)
    backup_asked_at = models.DateTimeField("vervanger gevraagd op", null=True, blank=True, editable=False)
    raised_at = models.DateTimeField("naar de coördinator op", null=True, blank=True, editable=False)

    objects = JointReplyQuerySet.as_manager()

    class Meta:
        verbose_name = "antwoord op een gezamenlijke vraag"
        verbose_name_plural = "antwoorden op gezamenlijke vragen"
        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=["joint", "thread"], name="rir_joint_reply_once")]

    def __str__(self) -> str:
        return f"antwoord van {self.thread_id} op {self.joint_id}"
