# SPDX-License-Identifier: EUPL-1.2
"""The public text of a case: written apart, because nothing of the case itself is ever public."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from netwerk.models import Visibility
from netwerk.workflow import State

from ..querysets import PublicationQuerySet
from ..workflow import PUBLICATION
from .case import ObstacleCase

CHECKLIST = (
    ("no_person", "Er staat geen persoon in."),
    ("no_organisation", "Er staat geen organisatie in."),
    ("no_place", "Er staat geen plaats in die naar één plek wijst."),
    ("no_rare_function", "Er staat geen zeldzame functie in."),
    ("no_combination", "Ook samen wijzen de gegevens niemand aan."),
)
"""What the second person checks before a text may appear."""

SMALL_GROUP = "small_group"
"""Ticked besides the checklist: that few organisations fit was weighed."""

TEXTS = ("title", "situation", "obstacle", "problem", "outcome", "what_you_can_do")
"""What the public reads, in the order of the page."""

AUDIENCES = (
    (Visibility.NETWORK, "Iedereen met een account"),
    (Visibility.PUBLIC, "Iedereen"),
)
"""For whom a text can appear; the team reads it always."""


class Publication(models.Model):
    """The anonymised text of one case, with its own states."""

    case = models.OneToOneField(ObstacleCase, models.PROTECT, related_name="publication")
    state = models.CharField("status", max_length=15, default="drafting", editable=False)
    slug = models.SlugField("adres", max_length=80, unique=True)
    title = models.CharField("Titel", max_length=120)
    situation = models.TextField("Situatie", max_length=3000)
    obstacle = models.TextField("Knelpunt", max_length=3000)
    problem = models.TextField("Probleemstelling", max_length=2000)
    outcome = models.TextField("Uitkomst", max_length=3000, blank=True)
    what_you_can_do = models.TextField("Wat kun je zelf doen?", max_length=2000, blank=True)
    checklist = models.JSONField(default=list, blank=True, help_text="Codes of the points that were checked")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    published_at = models.DateTimeField("gepubliceerd op", null=True, blank=True, editable=False)
    first_public_at = models.DateTimeField("eerst openbaar op", null=True, blank=True, editable=False)
    audience = models.CharField(
        "Voor wie?", max_length=10, choices=AUDIENCES, default=Visibility.PUBLIC, editable=False
    )
    place = models.CharField("waar het speelt", max_length=200, blank=True, editable=False)
    publish_on = models.DateField("komt op de site op", null=True, blank=True, editable=False)
    shown_at = models.DateTimeField("melders lezen mee sinds", null=True, blank=True, editable=False)
    read_before = models.DateField("meelezen kan tot en met", null=True, blank=True, editable=False)
    reading_closed_at = models.DateTimeField("meelezen voorbij op", null=True, blank=True, editable=False)
    public_reason = models.CharField("waarom teruggehaald", max_length=300, blank=True, editable=False)
    version = models.PositiveIntegerField("versie van de tekst", default=0, editable=False)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = "openbare tekst"
        verbose_name_plural = "openbare teksten"

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Address of the public page; it answers 404 until the text is published."""
        return reverse("ruimte_in_de_regels:case_page", args=[self.slug])

    @property
    def state_info(self) -> State:
        """The state's row in the table: label, tone and icon."""
        return PUBLICATION.state(self.state)

    def texts(self) -> dict[str, str]:
        """Return what the public reads, by name of the field."""
        return {name: getattr(self, name) for name in TEXTS}


class ApprovedText(models.Model):
    """The text as a second person approved it: kept, so that the next one can be held against it."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="approved_texts")
    texts = models.JSONField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    approved_at = models.DateTimeField()

    class Meta:
        verbose_name = "goedgekeurde tekst"
        verbose_name_plural = "goedgekeurde teksten"
        ordering = ("-approved_at", "-id")

    def __str__(self) -> str:
        return f"goedgekeurde tekst van {self.publication_id}"


class Redaction(models.Model):
    """A rule of one public text: what stands there instead of what would tell who it is, why, and by whom.

    `found` may be a name: it stands here and nowhere else, and only the team reads it.
    """

    class Reason(models.TextChoices):
        """What the words would give away."""

        PERSON = "person", "Wijst een persoon aan"
        ORGANISATION = "organisation", "Wijst een organisatie aan"
        PLACE = "place", "Wijst een plek aan"
        FUNCTION = "function", "Is een zeldzame functie"
        COMBINATION = "combination", "Maakt herkenbaar samen met iets anders"

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="redactions")
    found = models.CharField("Wat haal je weg?", max_length=200)
    instead = models.CharField("Wat komt ervoor in de plaats?", max_length=200)
    reason = models.CharField("Waarom?", max_length=12, choices=Reason.choices)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = "regel voor weglakken"
        verbose_name_plural = "regels voor weglakken"
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["publication", "found"], name="rir_redaction_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_reason_display()}: {self.instead}"
