# SPDX-License-Identifier: EUPL-1.2
""" "Dit speelt ook bij ons": how often and how heavily a known obstacle hits somebody else."""

import uuid

from django.db import models

from netwerk.models import Contact, Region, Sector

from .case import ObstacleCase


class Hours(models.IntegerChoices):
    """Bands of hours a month that an obstacle costs."""

    HARDLY = 1, "Minder dan 5 uur"
    SOME = 2, "5 tot 20 uur"
    MUCH = 3, "20 tot 80 uur"
    VERY_MUCH = 4, "Meer dan 80 uur"


class People(models.IntegerChoices):
    """Bands of people whom an obstacle hits."""

    FEW = 1, "Minder dan 10 mensen"
    SOME = 2, "10 tot 50 mensen"
    MANY = 3, "50 tot 250 mensen"
    VERY_MANY = 4, "Meer dan 250 mensen"


class AlsoUs(models.Model):
    """One "dit speelt ook bij ons". The address counts for mail only once its holder confirmed it."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(ObstacleCase, models.CASCADE, related_name="also_us")
    hours = models.PositiveSmallIntegerField("Hoeveel tijd kost het per maand?", choices=Hours.choices)
    people = models.PositiveSmallIntegerField("Hoeveel mensen raakt het?", choices=People.choices)
    organisation_name = models.CharField("Welke organisatie?", max_length=150, blank=True)
    sector = models.ForeignKey(
        Sector, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="sector"
    )
    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="regio"
    )
    contact = models.OneToOneField(
        Contact, models.SET_NULL, null=True, blank=True, related_name="also_us", editable=False
    )
    confirmed_at = models.DateTimeField("adres bevestigd op", null=True, blank=True, editable=False)
    created_at = models.DateTimeField("gemeld op", editable=False)

    class Meta:
        verbose_name = "dit speelt ook bij ons"
        verbose_name_plural = "dit speelt ook bij ons"
        ordering = ("-created_at", "-id")

    def __str__(self) -> str:
        return f"ook bij ons ({self.case_id})"
