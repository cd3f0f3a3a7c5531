# SPDX-License-Identifier: EUPL-1.2
"""The public text of a case: written apart, because nothing of the case itself is ever public."""

from django.conf import settings
from django.db import models
from django.urls import reverse

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

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = "openbare tekst"
        verbose_name_plural = "openbare teksten"

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Address of the public page; it answers 404 until the text is published."""
        return reverse("ruimte_in_de_regels:case_page", args=[self.slug])

    def is_public(self, case: ObstacleCase) -> bool:
        """Tell whether everybody may read it, as `querysets.published` does."""
        return self.state == "published" and case.listed_at is not None

    @property
    def state_info(self) -> State:
        """The state's row in the table: label, tone and icon."""
        return PUBLICATION.state(self.state)
