# SPDX-License-Identifier: EUPL-1.2
"""The six themes and their ambassadors."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Theme(models.Model):
    """One of six positive themes, in a fixed order."""

    name = models.CharField("naam", max_length=60, unique=True)
    slug = models.SlugField(max_length=40, unique=True)
    question = models.CharField("vraag", max_length=120, help_text="Positief gesteld: hoe lukt het wel?")
    icon = models.CharField("pictogram", max_length=30)
    position = models.PositiveSmallIntegerField("volgorde", unique=True)

    class Meta:
        verbose_name = "thema"
        verbose_name_plural = "thema's"
        ordering = ("position",)

    def __str__(self) -> str:
        return self.name

    @property
    def css_class(self) -> str:
        """Class that gives the theme's colours to everything inside it."""
        return f"theme-{self.slug}"

    def ambassador_on(self, day: date) -> "ThemeAmbassador | None":
        """Return who carries the theme on this day, or None when the place is vacant."""
        lasting = Q(until__isnull=True) | Q(until__gt=day)
        return self.ambassadors.filter(lasting, since__lte=day).order_by("-since").first()


class ThemeAmbassador(models.Model):
    """One person's period as ambassador of a theme; earlier ones stay as history."""

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="ambassadors", verbose_name="thema")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name="account"
    )
    name = models.CharField("naam", max_length=120)
    introduction = models.TextField("kennismaking", max_length=600, blank=True)
    since = models.DateField("sinds")
    until = models.DateField("tot", null=True, blank=True)

    class Meta:
        verbose_name = "ambassadeur"
        verbose_name_plural = "ambassadeurs"
        ordering = ("-since",)
        constraints = [
            models.UniqueConstraint(
                fields=["theme"], condition=Q(until__isnull=True), name="netwerk_one_ambassador_a_theme"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="netwerk_ambassador_period"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.theme}"
