# SPDX-License-Identifier: EUPL-1.2
"""What a group agrees: its goal, when it will be satisfied, and how its people deal with each other."""

from django.db import models

from .project import LearningProject


class Goal(models.Model):
    """The goal as it was on a day. A new one does not wipe out the old."""

    project = models.ForeignKey(LearningProject, models.CASCADE, related_name="goals")
    text = models.TextField("Wat willen jullie bereiken?", max_length=500)
    reason = models.TextField("Waarom dit doel, of waarom een ander?", max_length=500, blank=True)
    set_at = models.DateTimeField()

    class Meta:
        verbose_name = "doel"
        verbose_name_plural = "doelen"
        ordering = ("-set_at", "-pk")

    def __str__(self) -> str:
        return self.text


class Judgement(models.TextChoices):
    """What a group says of a criterion in the end."""

    REACHED = "reached", "Bereikt"
    PARTLY = "partly", "Deels bereikt"
    NOT = "not", "Niet bereikt"
    OTHERWISE = "otherwise", "Anders dan verwacht"


class SuccessCriterion(models.Model):
    """A sign by which the group will know that it is good enough."""

    project = models.ForeignKey(LearningProject, models.CASCADE, related_name="criteria")
    text = models.CharField("Wanneer zijn jullie tevreden?", max_length=200)
    measure = models.CharField("Hoe merken jullie dat?", max_length=200, blank=True)
    agreed = models.BooleanField("We spraken dit samen af", default=False)
    judgement = models.CharField("oordeel", max_length=10, choices=Judgement.choices, blank=True)

    class Meta:
        verbose_name = "succescriterium"
        verbose_name_plural = "succescriteria"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.text


class GroundRule(models.Model):
    """One rule of how the group deals with each other."""

    project = models.ForeignKey(LearningProject, models.CASCADE, related_name="rules")
    text = models.CharField("spelregel", max_length=200)

    class Meta:
        verbose_name = "spelregel"
        verbose_name_plural = "spelregels"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.text
