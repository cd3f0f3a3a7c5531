# SPDX-License-Identifier: EUPL-1.2
"""Initiatives: what an organisation tried, what it yielded, and what not."""

import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse

from netwerk.models import Dossier
from netwerk.workflow import State

from ..querysets import InitiativeQuerySet
from ..workflow import INITIATIVE


class Origin(models.TextChoices):
    """How an initiative came to the network."""

    OWN = "own", "Zelf aangemeld"
    PUT_FORWARD = "put_forward", "Voorgedragen door een ander"
    APPROACHED = "approached", "Benaderd door het netwerk"


class Phase(models.TextChoices):
    """How far an initiative is. A stopped one is a lesson, told with the same care."""

    IDEA = "idee", "Idee"
    PILOT = "pilot", "Pilot"
    IN_USE = "in-gebruik", "In gebruik"
    PROVEN = "bewezen", "Bewezen"
    STOPPED = "gestopt", "Gestopt"


class Evidence(models.TextChoices):
    """What the results rest on, from light to firm."""

    EXPERIENCE = "ervaring", "Ervaring"
    OWN = "eigen-meting", "Eigen meting"
    EXTERNAL = "extern-onderzoek", "Extern onderzoek"


GOALS = (
    ("goal_enough", "genoeg", "Genoeg medewerkers"),
    ("goal_equipped", "toegerust", "Goed toegerust"),
    ("goal_satisfied", "tevreden", "Tevreden in het werk"),
)
"""The three goals of the programme: field, word in an address, words for people."""

_SHELVES = {"recognised": INITIATIVE.state("recognised"), "alumni": INITIATIVE.state("alumni")}


class Initiative(Dossier):
    """An initiative. `listed_at` is a copy for public lists: the moment it appeared, or empty."""

    # Written out for its name on the other side: a report has a field `initiative` of its own.
    dossier_ptr = models.OneToOneField(
        Dossier, models.CASCADE, parent_link=True, primary_key=True, related_name="as_initiative"
    )
    slug = models.SlugField("adres", max_length=80, unique=True, null=True, blank=True, editable=False)
    origin = models.CharField("herkomst", max_length=15, choices=Origin.choices, default=Origin.OWN)
    organisation_name = models.CharField("Naam van je organisatie", max_length=150, blank=True)
    summary = models.TextField("Vertel het kort", max_length=300, blank=True)
    problem = models.TextField("Waarom begonnen jullie hiermee?", max_length=3000, blank=True)
    approach = models.TextField("Hoe werkt het?", max_length=3000, blank=True)
    for_whom = models.TextField("Voor wie werkt het, en voor wie minder?", max_length=2000, blank=True)
    by_whom = models.TextField("Wie doen er mee?", max_length=2000, blank=True)
    phase = models.CharField("Hoe ver zijn jullie?", max_length=10, choices=Phase.choices, blank=True)
    started_on = models.DateField("Wanneer begonnen jullie?", null=True, blank=True)
    goal_enough = models.BooleanField("Genoeg medewerkers", default=False)
    goal_equipped = models.BooleanField("Goed toegerust", default=False)
    goal_satisfied = models.BooleanField("Tevreden in het werk", default=False)
    results = models.TextField("Wat levert het op?", max_length=3000, blank=True)
    evidence = models.CharField("Hoe weten jullie dat?", max_length=20, choices=Evidence.choices, blank=True)
    what_did_not_work = models.TextField("Wat werkte niet?", max_length=3000, blank=True)
    transfer = models.TextField("Wat heeft een ander nodig om dit ook te doen?", max_length=3000, blank=True)
    submitted_at = models.DateTimeField("aangemeld op", null=True, blank=True, editable=False)
    consented_at = models.DateTimeField("eigenaar stemde in op", null=True, blank=True, editable=False)
    listed_at = models.DateTimeField("op de site sinds", null=True, blank=True, editable=False)
    recognised_at = models.DateField("benoemd op", null=True, blank=True, editable=False)
    recognised_by = models.CharField("benoemd door", max_length=150, blank=True, editable=False)
    retired_at = models.DateTimeField("oud-Koploper sinds", null=True, blank=True, editable=False)
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    objects = InitiativeQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "initiatief"
        verbose_name_plural = "initiatieven"
        permissions = [
            ("handle_initiative", "Mag initiatieven behandelen en op de site zetten"),
            ("decide_initiative", "Mag voordragen, afwijzen en benoemingen vastleggen"),
        ]
        indexes = [
            models.Index(
                fields=["-listed_at", "-dossier_ptr"],
                condition=Q(listed_at__isnull=False),
                name="kop_initiative_listed",
            ),
            models.Index(
                fields=["phase", "-listed_at", "-dossier_ptr"],
                condition=Q(listed_at__isnull=False),
                name="kop_initiative_phase",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(recognised_at__isnull=True, recognised_by="")
                | (Q(recognised_at__isnull=False) & ~Q(recognised_by="")),
                name="kop_recognised_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(listed_at__isnull=True) | Q(slug__isnull=False), name="kop_listed_has_address"
            ),
        ]

    def get_absolute_url(self) -> str:
        """Address of the public page; it answers 404 unless the initiative is on the site."""
        return reverse("koplopers:page", args=[self.slug])

    @property
    def state_info(self) -> State:
        """The state's row in the table: label, tone, icon and plain words."""
        return INITIATIVE.state(self.state)

    @property
    def shelf(self) -> State:
        """What the public reads: Koploper, oud-Koploper or goed voorbeeld, and nothing of the process."""
        return _SHELVES.get(self.state, INITIATIVE.state("good_example"))

    @property
    def recognised(self) -> bool:
        """Whether it is a Koploper now."""
        return self.state == "recognised"

    @property
    def initiator(self) -> str:
        """Name of the organisation that started it."""
        return str(self.organisation) if self.organisation else self.organisation_name

    @property
    def goals(self) -> list[str]:
        """The goals of the programme that it serves, in words."""
        return [label for field, _, label in GOALS if getattr(self, field)]
