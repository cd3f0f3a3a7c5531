# SPDX-License-Identifier: EUPL-1.2
"""Tasks at a dossier."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from .dossier import Dossier


class TaskGroup(models.TextChoices):
    """Who can be asked without naming a person; each is a role."""

    TEAM = "team", "Het netwerkteam"
    COORDINATOR = "coordinator", "De coördinator"


class Task(models.Model):
    """Something that must be done: by a person, or by whoever of a group comes first."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="tasks")
    title = models.CharField("wat moet er gebeuren?", max_length=200)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="tasks"
    )
    group = models.CharField("groep", max_length=15, choices=TaskGroup.choices, blank=True)
    due_at = models.DateField("klaar op", null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    done_at = models.DateTimeField("gedaan op", null=True, blank=True)

    class Meta:
        verbose_name = "taak"
        verbose_name_plural = "taken"
        ordering = ("due_at", "id")
        constraints = [
            models.CheckConstraint(
                condition=Q(assignee__isnull=True) | Q(group=""), name="netwerk_task_person_or_group"
            )
        ]
        indexes = [
            models.Index(
                fields=["assignee", "due_at", "id"],
                condition=Q(done_at__isnull=True),
                name="netwerk_task_open",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def whose(self) -> str:
        """Who is to do it, in words. A task whose person left is the team's."""
        return str(self.assignee) if self.assignee else str(TaskGroup(self.group or TaskGroup.TEAM).label)
