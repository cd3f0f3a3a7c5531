# SPDX-License-Identifier: EUPL-1.2
"""Meldingen: one report by one reporter, and the reporter's identity, which is kept apart."""

import uuid

from django.db import models

from netwerk.models import Contact, Dossier, RuleKind
from netwerk.workflow import State

from ..querysets import ReportQuerySet
from ..workflow import REPORT

REPORT_PREFIX = "RR"
"""How the reference of a report begins."""


class Domain(models.TextChoices):
    """Where an obstacle hurts; outside these three the desk cannot help."""

    CARE = "care", "Zorg"
    WELFARE = "welfare", "Welzijn"
    EDUCATION = "education", "Onderwijs"
    MIXED = "mixed", "Meer dan één"


class Frequency(models.TextChoices):
    """How often it happens."""

    ONCE = "once", "Eén keer"
    SOMETIMES = "sometimes", "Soms"
    OFTEN = "often", "Vaak"
    DAILY = "daily", "Elke dag"


class YesNoUnknown(models.TextChoices):
    """An answer that may be unknown."""

    YES = "yes", "Ja"
    NO = "no", "Nee"
    UNKNOWN = "unknown", "Weet ik niet"


class ReporterRole(models.TextChoices):
    """In what role somebody reports."""

    PROFESSIONAL = "professional", "Ik werk in zorg of welzijn"
    MANAGER = "manager", "Ik geef leiding"
    HR = "hr", "Ik werk bij HR"
    DIRECTOR = "director", "Ik ben bestuurder"
    TEACHER = "teacher", "Ik geef les"
    STUDENT = "student", "Ik volg een opleiding"
    CLIENT = "client", "Ik ben cliënt of naaste"
    MUNICIPALITY = "municipality", "Ik werk bij een gemeente"
    OTHER = "other", "Anders"


class EmployerMayKnow(models.TextChoices):
    """Whether an employer or another party may know who reported."""

    NO = "no", "Nee"
    ASK = "ask", "Overleg eerst met mij"
    YES = "yes", "Ja"


class PublishConsent(models.TextChoices):
    """Whether the anonymised text may be published."""

    YES = "yes", "Ja, zonder namen"
    LATER = "later", "Vraag het me later"
    NO = "no", "Nee"


class ReportChannel(models.TextChoices):
    """How a report came in."""

    WEB = "web", "Formulier"
    PHONE = "phone", "Telefoon"
    VISIT = "visit", "Bezoek"
    MAIL = "mail", "E-mail"


class WorksNow(models.TextChoices):
    """Whether the outcome works in practice, asked after a while."""

    YES = "yes", "Ja, het werkt nu"
    PARTLY = "partly", "Deels"
    NO = "no", "Nee, ik loop nog vast"


class ObstacleReport(Dossier):
    """A melding: what somebody ran into, in their own words. It holds nothing about who they are."""

    story = models.TextField("Waar loop je tegenaan?", max_length=3000)
    goal = models.TextField("Wat wilde je eigenlijk bereiken?", max_length=2000)
    effect = models.TextField("Wat gebeurt er nu daardoor?", max_length=2000, blank=True)
    domain = models.CharField("Waar gaat het knelpunt over?", max_length=10, choices=Domain.choices)
    rule_text = models.CharField("Welke regel denk je dat het is?", max_length=300, blank=True)
    rule_kind = models.CharField(
        "Wat voor regel is het?", max_length=20, choices=RuleKind.choices, blank=True
    )
    rule_source = models.CharField(
        "Waar staat de regel, of wie zei dat het niet mag?", max_length=500, blank=True
    )
    tried = models.TextField("Wat heb je al geprobeerd?", max_length=2000, blank=True)
    idea = models.TextField("Heb je zelf een idee voor de oplossing?", max_length=2000, blank=True)
    frequency = models.CharField(
        "Hoe vaak gebeurt dit?", max_length=10, choices=Frequency.choices, blank=True
    )
    people = models.PositiveIntegerField("Hoeveel mensen raakt het ongeveer?", null=True, blank=True)
    others_know = models.CharField(
        "Kennen anderen dit ook?", max_length=10, choices=YesNoUnknown.choices, blank=True
    )
    initiative = models.CharField("Hoort dit bij een initiatief of leertraject?", max_length=200, blank=True)
    reporter_role = models.CharField(
        "Wat is jouw rol?", max_length=15, choices=ReporterRole.choices, blank=True
    )
    employer_may_know = models.CharField(
        "Mag je werkgever weten dat jij dit meldt?",
        max_length=5,
        choices=EmployerMayKnow.choices,
        default=EmployerMayKnow.NO,
    )
    publish_consent = models.CharField(
        "Mogen we het zonder namen op de site zetten?",
        max_length=5,
        choices=PublishConsent.choices,
        default=PublishConsent.LATER,
    )
    ministry_may_contact = models.BooleanField("Mag het ministerie contact met je opnemen?", default=False)
    privacy_accepted_at = models.DateTimeField("akkoord met de privacyverklaring", null=True, editable=False)
    channel = models.CharField(
        "binnengekomen via", max_length=5, choices=ReportChannel.choices, default=ReportChannel.WEB
    )
    source = models.CharField("hoe het bij ons kwam", max_length=200, blank=True)
    also_hits = models.ForeignKey(
        "ObstacleCase",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="also_hit",
        verbose_name="dit speelt ook bij ons",
    )
    differs = models.TextField("Wat is er anders bij jou?", max_length=1000, blank=True)
    reopen_asked_at = models.DateTimeField("vroeg om heropenen op", null=True, editable=False)
    aftercare_asked_at = models.DateTimeField("nazorg gevraagd op", null=True, editable=False)
    works_now = models.CharField("Werkt het nu?", max_length=10, choices=WorksNow.choices, blank=True)
    case = models.ForeignKey(
        "ObstacleCase",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reports",
        verbose_name="casus",
    )
    next_desk = models.CharField("doorverwezen naar", max_length=200, blank=True)
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    objects = ReportQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "melding"
        verbose_name_plural = "meldingen"
        permissions = [
            ("handle_report", "Mag meldingen behandelen"),
            ("view_identity", "Mag zien wie een melding deed"),
            ("report_for_others", "Mag voor een ander melden"),
        ]

    @property
    def sent_on(self) -> bool:
        """Whether another desk is to help: such a report is done without an outcome of ours."""
        return self.state == "referred" or (self.state == "closed" and self.case_id is None)

    @property
    def state_info(self) -> State:
        """The state's row in the table: label, tone, icon and plain words."""
        return REPORT.state(self.state)


class ReporterIdentity(models.Model):
    """Who reported. Only here, and opened by a click that is logged."""

    report = models.OneToOneField(ObstacleReport, models.CASCADE, related_name="identity")
    contact = models.OneToOneField(Contact, models.PROTECT, related_name="reporter_identity")
    organisation_name = models.CharField("Waar werk of leer je?", max_length=150, blank=True)

    class Meta:
        verbose_name = "identiteit van een melder"
        verbose_name_plural = "identiteiten van melders"

    def __str__(self) -> str:
        return f"melder van {self.report_id}"


class ReportDraft(models.Model):
    """A report that is being written; removed after seven days of silence."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    answers = models.JSONField(default=dict)
    reached = models.PositiveSmallIntegerField(default=1, help_text="The furthest screen that may be opened")
    updated_at = models.DateTimeField()
    report = models.OneToOneField(
        ObstacleReport, models.SET_NULL, null=True, blank=True, related_name="draft"
    )

    class Meta:
        verbose_name = "melding in de maak"
        verbose_name_plural = "meldingen in de maak"

    def __str__(self) -> str:
        return f"melding in de maak {self.pk}"
