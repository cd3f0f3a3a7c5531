# SPDX-License-Identifier: EUPL-1.2
"""What a group does and learns: cycles, and lessons for others."""

from django.db import models
from django.db.models import Q

from netwerk.models import Visibility
from netwerk.workflow import State

from ..querysets import LessonQuerySet
from ..workflow import CYCLE
from .project import LearningProject


class Decision(models.TextChoices):
    """What a group does with what it saw."""

    GO_ON = "go_on", "Doorgaan"
    ADAPT = "adapt", "Aanpassen"
    WIDEN = "widen", "Uitbreiden"
    STOP = "stop", "Stoppen"


class Cycle(models.Model):
    """One round: expect, try out, look back, improve. The expectation stays as it was written."""

    project = models.ForeignKey(LearningProject, models.CASCADE, related_name="cycles")
    number = models.PositiveSmallIntegerField("ronde")
    state = models.CharField("status", max_length=10, choices=CYCLE.choices(), default=CYCLE.initial)
    title = models.CharField("Hoe noemen jullie deze ronde?", max_length=120)
    plan = models.TextField("Wat gaan jullie uitproberen?", max_length=1000)
    expectation = models.TextField("Wat verwachten jullie?", max_length=1000)
    tried = models.TextField("Wat hebben jullie echt gedaan?", max_length=1500, blank=True)
    happened = models.TextField("Wat gebeurde er?", max_length=1500, blank=True)
    for_whom = models.TextField("Voor wie werkte het, en voor wie niet?", max_length=1000, blank=True)
    surprises = models.TextField("Wat hadden jullie niet verwacht?", max_length=1000, blank=True)
    decision = models.CharField("Wat besluiten jullie?", max_length=10, choices=Decision.choices, blank=True)
    change = models.TextField("Wat doen jullie nu anders?", max_length=1000, blank=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "ronde"
        verbose_name_plural = "rondes"
        ordering = ("-number",)
        constraints = [
            models.UniqueConstraint(fields=["project", "number"], name="act_cycle_number_once"),
            models.UniqueConstraint(
                fields=["project"], condition=~Q(state="closed"), name="act_one_open_cycle"
            ),
            models.CheckConstraint(
                condition=~Q(state="closed") | (~Q(happened="") & ~Q(decision="")),
                name="act_cycle_closed_after_reflection",
            ),
        ]

    def __str__(self) -> str:
        return f"Ronde {self.number}: {self.title}"

    @property
    def state_info(self) -> State:
        """The state's row in the table: label, tone and icon."""
        return CYCLE.state(self.state)


class LessonOutcome(models.TextChoices):
    """How it went. All three are told with the same care."""

    WORKED = "worked", "Dit werkte"
    DID_NOT = "did_not", "Dit werkte niet"
    DEPENDS = "depends", "Het hangt ervan af"


_LOOKS = {
    "worked": State("worked", "Dit werkte", "success", "thumb-up"),
    "did_not": State("did_not", "Dit werkte niet", "warning", "thumb-down"),
    "depends": State("depends", "Het hangt ervan af", "info", "scale"),
}
READERS = {
    Visibility.TEAM: "Alleen onze groep",
    Visibility.NETWORK: "Iedereen met een account",
    Visibility.PUBLIC: "Iedereen",
}
"""Who reads a lesson or a story, in words. What the team's level is elsewhere, is the group's here."""


class Lesson(models.Model):
    """What others may take from it, never read by more people than its project allows."""

    project = models.ForeignKey(LearningProject, models.CASCADE, related_name="lessons")
    cycle = models.ForeignKey(Cycle, models.SET_NULL, null=True, blank=True, related_name="lessons")
    outcome = models.CharField("Hoe ging het?", max_length=10, choices=LessonOutcome.choices)
    title = models.CharField("Waar gaat de les over?", max_length=120)
    happened = models.TextField("Wat deden jullie, en wat kwam eruit?", max_length=1500)
    context = models.TextField("Voor wie geldt het, en voor wie niet?", max_length=800, blank=True)
    advice = models.TextField("Wat raden jullie anderen aan?", max_length=500)
    visibility = models.CharField(
        "Wie mag dit lezen?", max_length=10, choices=list(READERS.items()), default=Visibility.TEAM
    )
    created_at = models.DateTimeField()

    objects = LessonQuerySet.as_manager()

    class Meta:
        verbose_name = "les"
        verbose_name_plural = "lessen"
        ordering = ("-created_at", "-pk")
        indexes = [models.Index(fields=["visibility", "-created_at", "-id"], name="act_lesson_newest")]

    def __str__(self) -> str:
        return self.title

    @property
    def state_info(self) -> State:
        """How it went, as a label."""
        return _LOOKS[self.outcome]
