# SPDX-License-Identifier: EUPL-1.2
"""Ministries and other tables that can be asked, and whom we know there."""

from django.db import models

from netwerk.models import Contact

from ..querysets import PartyQuerySet


class PartyKind(models.TextChoices):
    """What sort of table it is; figures per ministry count the first only."""

    MINISTRY = "ministry", "Ministerie"
    REGULATOR = "regulator", "Toezichthouder"
    MUNICIPALITY = "municipality", "Gemeente"
    SOCIAL_PARTNERS = "social_partners", "Sociale partners"
    BRANCH = "branch", "Brancheorganisatie"
    COMMITTEE = "committee", "Commissie of overleg"
    OTHER = "other", "Andere partij"


class Ministry(models.Model):
    """A ministry or another table that can be asked.

    The name in code is that of nearly all of them; `kind` tells the others apart (docs/adr/0007).
    """

    kind = models.CharField(
        "Wat voor partij is het?", max_length=15, choices=PartyKind.choices, default=PartyKind.MINISTRY
    )
    code = models.SlugField(max_length=40, unique=True)
    abbreviation = models.CharField("Korte naam", max_length=40, unique=True)
    name = models.CharField("Naam", max_length=200)
    checked = models.BooleanField("nagekeken door het team", default=True, editable=False)

    objects = PartyQuerySet.as_manager()

    class Meta:
        verbose_name = "ministerie of andere partij"
        verbose_name_plural = "ministeries en andere partijen"
        ordering = ("id",)

    def __str__(self) -> str:
        return self.abbreviation

    @property
    def in_full(self) -> str:
        """Short and full name, as it stands in a list to choose from."""
        return self.name if self.name == self.abbreviation else f"{self.abbreviation}: {self.name}"


class MinistryContact(models.Model):
    """Somebody at a ministry or another table whom we may ask; they need no account."""

    ministry = models.ForeignKey(Ministry, models.PROTECT, related_name="contacts", verbose_name="partij")
    contact = models.OneToOneField(Contact, models.PROTECT, related_name="ministry_contact")
    job = models.CharField("functie", max_length=120, blank=True)
    is_backup = models.BooleanField("vervanger", default=False)
    active = models.BooleanField("actief", default=True)
    inactive_since = models.DateTimeField("niet meer actief sinds", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "contactpersoon bij een partij"
        verbose_name_plural = "contactpersonen bij partijen"
        ordering = ("ministry", "is_backup", "id")

    def __str__(self) -> str:
        return f"{self.contact} ({self.ministry})"
