# SPDX-License-Identifier: EUPL-1.2
"""Intake rules: to whom a new report goes by itself."""

from django.conf import settings
from django.db import models

from netwerk.models import Region, Regulation, Sector, Theme

from ..querysets import IntakeRuleQuerySet
from .report import Domain


class IntakeRule(models.Model):
    """One rule of an ordered list: the first that fits gives a new report its handler.

    Every part that is filled in must fit; a rule in which nothing is filled in fits every report.
    """

    name = models.CharField("naam", max_length=80)
    position = models.PositiveSmallIntegerField("volgorde", default=10)
    active = models.BooleanField("actief", default=True)
    domain = models.CharField("domein", max_length=10, choices=Domain.choices, blank=True)
    theme = models.ForeignKey(
        Theme, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="thema"
    )
    sector = models.ForeignKey(
        Sector, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="sector"
    )
    region = models.ForeignKey(
        Region, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="regio"
    )
    regulation = models.ForeignKey(
        Regulation, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="wet of regel"
    )
    words = models.CharField("woorden in de regel", max_length=200, blank=True)
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="behandelaar"
    )

    objects = IntakeRuleQuerySet.as_manager()

    class Meta:
        verbose_name = "verdeelregel"
        verbose_name_plural = "verdeelregels"
        ordering = ("position", "id")

    def __str__(self) -> str:
        return self.name
