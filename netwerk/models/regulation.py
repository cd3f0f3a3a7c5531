# SPDX-License-Identifier: EUPL-1.2
"""The rules in law that people run into: words that the whole network shares, as themes and regions are."""

from django.db import models
from django.urls import reverse


class RuleKind(models.TextChoices):
    """What kind of rule it is."""

    LAW = "law", "Wet"
    SUBSIDY = "subsidy", "Subsidieregeling"
    LABOUR_AGREEMENT = "labour_agreement", "Cao"
    PURCHASER = "purchaser", "Eis van een verzekeraar of inkoper"
    SUPERVISION = "supervision", "Eis van een toezichthouder"
    OWN = "own", "Regel van de eigen organisatie"
    TRAINING = "training", "Eis van een opleiding"
    UNKNOWN = "unknown", "Weet ik niet"


class RuleOwner(models.TextChoices):
    """Who made a rule."""

    STATE = "state", "Het Rijk"
    MUNICIPALITY = "municipality", "Een gemeente"
    INSURER = "insurer", "Een verzekeraar of zorgkantoor"
    SUPERVISOR = "supervisor", "Een toezichthouder"
    TRAINING = "training", "Een opleiding"
    SOCIAL_PARTNERS = "social_partners", "Sociale partners (cao)"
    OWN = "own", "De eigen organisatie"
    NOBODY = "nobody", "Niemand bekend"


class Regulation(models.Model):
    """One rule: a law or another arrangement, and perhaps one article of it. No dossier: it has no state."""

    name = models.CharField("Wet of regeling", max_length=150)
    article = models.CharField("Artikel", max_length=60, blank=True)
    slug = models.SlugField("adres", max_length=90, unique=True, editable=False)
    kind = models.CharField("Wat voor regel is het?", max_length=20, choices=RuleKind.choices)
    owner = models.CharField("Wie maakte de regel?", max_length=20, choices=RuleOwner.choices)
    owner_name = models.CharField("Wie is dat precies?", max_length=120, blank=True)
    link = models.URLField("Waar staat de regel?", max_length=500, blank=True)
    description = models.TextField("Wat zegt de regel, in gewone woorden?", max_length=800)

    class Meta:
        verbose_name = "regel"
        verbose_name_plural = "regels"
        ordering = ("name", "article", "id")
        constraints = [models.UniqueConstraint(fields=["name", "article"], name="netwerk_one_regulation")]

    def __str__(self) -> str:
        return f"{self.name}, {self.article}" if self.article else self.name

    def get_absolute_url(self) -> str:
        """Address of the public page; it answers 404 until a case about it is on the site."""
        return reverse("ruimte_in_de_regels:regulation", args=[self.slug])
