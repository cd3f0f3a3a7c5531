# SPDX-License-Identifier: EUPL-1.2
"""Who stands around a project: participants with an account, and everybody who is needed or affected."""

from django.conf import settings
from django.db import models

from .project import LearningProject


class ParticipantRole(models.TextChoices):
    """What somebody does in a project."""

    LEAD = "lead", "Trekker"
    PARTICIPANT = "participant", "Deelnemer"


class Participant(models.Model):
    """Somebody's tie to a project. A lead decides about its course; all write together."""

    project = models.ForeignKey(LearningProject, models.CASCADE, related_name="participants")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="learning_ties")
    role = models.CharField(
        "rol", max_length=15, choices=ParticipantRole.choices, default=ParticipantRole.PARTICIPANT
    )
    added_at = models.DateTimeField()

    class Meta:
        verbose_name = "deelnemer"
        verbose_name_plural = "deelnemers"
        ordering = ("role", "pk")
        constraints = [
            models.UniqueConstraint(fields=["project", "user"], name="act_one_tie_to_a_project"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.get_role_display()} van {self.project_id}"


class Level(models.TextChoices):
    """Where somebody stands, from citizen to board."""

    CITIZEN = "citizen", "Burger of inwoner"
    CLIENT = "client", "Cliënt of patiënt"
    RELATIVE = "relative", "Naaste of mantelzorger"
    VOLUNTEER = "volunteer", "Vrijwilliger"
    STUDENT = "student", "Student"
    PROFESSIONAL = "professional", "Professional"
    SUPPORT = "support", "Ondersteuning"
    MANAGER = "manager", "Leidinggevende"
    HR = "hr", "HR"
    COUNCIL = "council", "Medezeggenschap"
    BOARD = "board", "Bestuurder"
    EDUCATION = "education", "Onderwijs"
    MUNICIPALITY = "municipality", "Gemeente"
    INSURER = "insurer", "Verzekeraar of zorgkantoor"
    OTHER = "other", "Anders"


class Stakeholder(models.Model):
    """A group or role that is needed for the change, or may notice it."""

    project = models.ForeignKey(LearningProject, models.CASCADE, related_name="stakeholders")
    who = models.CharField("Wie?", max_length=120)
    level = models.CharField("Waar staan zij?", max_length=15, choices=Level.choices)
    needed = models.BooleanField("Nodig voor de verandering", default=False)
    affected = models.BooleanField("Merkt er misschien iets van", default=False)
    joins = models.BooleanField("Doet mee aan de proef", default=False)
    contribution = models.CharField("Wat kunnen zij bijdragen?", max_length=300, blank=True)
    gains = models.CharField("Wat kan het hun opleveren?", max_length=300, blank=True)
    losses = models.CharField("Wat kan het hun kosten?", max_length=300, blank=True)

    class Meta:
        verbose_name = "betrokkene"
        verbose_name_plural = "betrokkenen"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.who

    @property
    def part(self) -> str:
        """What they are to the change, in words."""
        words = (
            (self.needed, "nodig"),
            (self.affected, "merkt er iets van"),
            (self.joins, "doet mee aan de proef"),
        )
        return ", ".join(word for true, word in words if true).capitalize()
