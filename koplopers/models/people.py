# SPDX-License-Identifier: EUPL-1.2
"""Who stands behind an initiative: people with an account, and organisations."""

from django.conf import settings
from django.db import models

from netwerk.models import Organisation

from .initiative import Initiative


class OwnerRole(models.TextChoices):
    """What somebody is to an initiative."""

    OWNER = "owner", "Eigenaar"
    PROPOSER = "proposer", "Droeg het voor"


class InitiativeOwner(models.Model):
    """Somebody's tie to an initiative. An owner acts; who put it forward only reads along."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="owners")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="initiative_ties")
    role = models.CharField("rol", max_length=10, choices=OwnerRole.choices, default=OwnerRole.OWNER)
    added_at = models.DateTimeField()

    class Meta:
        verbose_name = "eigenaar van een initiatief"
        verbose_name_plural = "eigenaren van initiatieven"
        constraints = [
            models.UniqueConstraint(fields=["initiative", "user"], name="kop_one_tie_to_an_initiative")
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.get_role_display()} van {self.initiative_id}"


class PartnerRole(models.TextChoices):
    """What an organisation does in an initiative."""

    PARTNER = "partner", "Partner"
    EDUCATION = "education", "Onderwijs"
    MUNICIPALITY = "municipality", "Gemeente"
    FUNDER = "funder", "Financier"


class InitiativePartner(models.Model):
    """An organisation that takes part; who started it is the dossier's own organisation."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="partnerships", verbose_name="organisatie"
    )
    role = models.CharField("rol", max_length=15, choices=PartnerRole.choices, default=PartnerRole.PARTNER)

    class Meta:
        verbose_name = "partner van een initiatief"
        verbose_name_plural = "partners van initiatieven"
        ordering = ("role", "pk")
        constraints = [
            models.UniqueConstraint(fields=["initiative", "organisation"], name="kop_one_role_a_partner")
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.get_role_display()} van {self.initiative_id}"
