# SPDX-License-Identifier: EUPL-1.2
"""Reference lists: sectors and regions."""

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import Q


class Province(models.TextChoices):
    """The twelve provinces."""

    GRONINGEN = "groningen", "Groningen"
    FRYSLAN = "fryslan", "Fryslân"
    DRENTHE = "drenthe", "Drenthe"
    OVERIJSSEL = "overijssel", "Overijssel"
    FLEVOLAND = "flevoland", "Flevoland"
    GELDERLAND = "gelderland", "Gelderland"
    UTRECHT = "utrecht", "Utrecht"
    NOORD_HOLLAND = "noord-holland", "Noord-Holland"
    ZUID_HOLLAND = "zuid-holland", "Zuid-Holland"
    ZEELAND = "zeeland", "Zeeland"
    NOORD_BRABANT = "noord-brabant", "Noord-Brabant"
    LIMBURG = "limburg", "Limburg"


class Sector(models.Model):
    """A branch of care, welfare or education."""

    name = models.CharField("naam", max_length=100, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    azw_code = models.CharField("AZW-branche", max_length=80, blank=True, help_text="Voor cijfers")
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "sector"
        verbose_name_plural = "sectoren"
        ordering = ("position", "name")

    def __str__(self) -> str:
        return self.name


def place_text(regions: Iterable[tuple[str, str]]) -> str:
    """Return where something happens, from the province and the name of its regions.

    Its provinces, each once; a region without a province by its own name.
    """
    names = [Province(province).label if province else name for province, name in regions]
    return ", ".join(dict.fromkeys(names))


class RegionQuerySet(models.QuerySet["Region"]):
    """Regions by validity."""

    def valid_on(self, day: date) -> "RegionQuerySet":
        """Return the regions that exist on this day; names and borders changed over time."""
        begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
        lasting = Q(valid_to__isnull=True) | Q(valid_to__gt=day)
        return self.filter(begun, lasting)


class Region(models.Model):
    """A labour-market region; "landelijk" is one without a province."""

    name = models.CharField("naam", max_length=100)
    slug = models.SlugField(max_length=80, unique=True)
    province = models.CharField("provincie", max_length=20, choices=Province.choices, blank=True)
    valid_from = models.DateField("geldig vanaf", null=True, blank=True)
    valid_to = models.DateField("geldig tot", null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="predecessors", verbose_name="opvolger"
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    objects = RegionQuerySet.as_manager()

    class Meta:
        verbose_name = "regio"
        verbose_name_plural = "regio's"
        ordering = ("position", "name")

    def __str__(self) -> str:
        return self.name
