# SPDX-License-Identifier: EUPL-1.2
"""Organisations, who belongs to them, and invitations."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from .reference import Region, Sector


class Organisation(models.Model):
    """A party in or around the network."""

    class Kind(models.TextChoices):
        """Kinds of organisations that take part."""

        CARE = "care", "Zorg- of welzijnsorganisatie"
        EDUCATION = "education", "Onderwijsinstelling"
        MUNICIPALITY = "municipality", "Gemeente"
        PROVINCE = "province", "Provincie"
        REGIONAL_EMPLOYERS = "regional_employers", "Regionale werkgeversorganisatie"
        BRANCH = "branch", "Brancheorganisatie"
        MINISTRY = "ministry", "Ministerie"
        COMMISSION = "commission", "Commissie of programma"
        PROFESSION = "profession", "Beroepsvereniging"
        UNION = "union", "Vakbond"
        CLIENTS = "clients", "Cliënten- of patiëntenorganisatie"
        INSURER = "insurer", "Zorgverzekeraar of zorgkantoor"
        RESEARCH = "research", "Kennisinstelling"
        COMPANY = "company", "Bedrijf"
        WORK_AGENCY = "work_agency", "UWV of werkbedrijf"
        OTHER = "other", "Overig"

    name = models.CharField("naam", max_length=150)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField("soort", max_length=20, choices=Kind.choices)
    sectors = models.ManyToManyField(Sector, blank=True, verbose_name="sectoren")
    regions = models.ManyToManyField(Region, blank=True, verbose_name="regio's")
    is_demo = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = "organisatie"
        verbose_name_plural = "organisaties"
        ordering = ("name",)
        permissions = [("manage_organisations", "Mag leden van elke organisatie beheren")]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A user's place in an organisation."""

    class Role(models.TextChoices):
        """What a member may do for the organisation."""

        MEMBER = "member", "Lid"
        MANAGER = "manager", "Beheerder van de organisatie"

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField("rol", max_length=10, choices=Role.choices, default=Role.MEMBER)
    joined_at = models.DateTimeField("lid sinds")

    class Meta:
        verbose_name = "lidmaatschap"
        verbose_name_plural = "lidmaatschappen"
        constraints = [
            models.UniqueConstraint(fields=["organisation", "user"], name="netwerk_one_membership_each")
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.organisation}"


class Invitation(models.Model):
    """An invitation by mail to join an organisation with a role; a membership comes no other way."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="invitations")
    email = models.EmailField("e-mailadres")
    role = models.CharField("rol", max_length=10, choices=Membership.Role.choices)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "uitnodiging"
        verbose_name_plural = "uitnodigingen"
        constraints = [
            models.UniqueConstraint(
                "organisation",
                Lower("email"),
                condition=Q(accepted_at__isnull=True, withdrawn_at__isnull=True),
                name="netwerk_one_open_invitation",
            )
        ]

    def __str__(self) -> str:
        return f"Uitnodiging voor {self.organisation}"
