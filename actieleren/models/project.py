# SPDX-License-Identifier: EUPL-1.2
"""Learning projects: a group, its problem, and what it agreed."""

import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse

from netwerk.models import Dossier
from netwerk.workflow import State

from ..querysets import LearningProjectQuerySet
from ..workflow import PROJECT

EXAMINED = (
    ("practice", "Hoe het nu gaat"),
    ("routine", "Onze werkwijze"),
    ("method", "Een methode"),
    ("interaction", "Hoe we met elkaar omgaan"),
    ("protocol", "Een protocol"),
)
"""What a group can look at: code, and words for people."""

_GOING = State("going", "Loopt", "progress", "progress")
_ENDINGS = {"completed": PROJECT.state("completed"), "stopped": PROJECT.state("stopped")}


class LearningProject(Dossier):
    """A learning project. `listed_at` is a copy for public lists: the moment it appeared, or empty."""

    dossier_ptr = models.OneToOneField(
        Dossier, models.CASCADE, parent_link=True, primary_key=True, related_name="as_learning_project"
    )
    slug = models.SlugField("adres", max_length=80, unique=True, null=True, blank=True, editable=False)
    organisation_name = models.CharField("Bij welke organisatie?", max_length=150, blank=True)
    summary = models.TextField("Vertel het kort", max_length=300, blank=True)
    problem = models.TextField("Wat is het probleem?", max_length=2000, blank=True)
    urgency = models.TextField("Waarom is het urgent?", max_length=1000, blank=True)
    for_whom = models.TextField(
        "Voor wie is het een probleem, en voor wie niet?", max_length=1000, blank=True
    )
    known = models.TextField("Wat weten we al?", max_length=2000, blank=True)
    examined = models.JSONField("Waar kijken we naar?", default=list, blank=True)
    agreed_on = models.DateField("Samen gekozen op", null=True, blank=True)
    agreed_by = models.CharField("Wie kozen dit samen?", max_length=150, blank=True)
    rules_agreed_on = models.DateField("Spelregels afgesproken op", null=True, blank=True)
    starts_on = models.DateField("Wanneer begint het?", null=True, blank=True)
    ends_on = models.DateField("Wanneer eindigt het?", null=True, blank=True)
    started_on = models.DateField("begonnen op", null=True, blank=True, editable=False)
    paused_on = models.DateField("gepauzeerd sinds", null=True, blank=True, editable=False)
    paused_days = models.PositiveIntegerField("dagen pauze", default=0, editable=False)
    ended_on = models.DateField("geëindigd op", null=True, blank=True, editable=False)
    ending = models.CharField("hoe het eindigde", max_length=10, blank=True, editable=False)
    changed = models.TextField("Wat is er veranderd?", max_length=2000, blank=True)
    improvement_for = models.TextField(
        "Wie vindt het een verbetering, en wie niet?", max_length=1000, blank=True
    )
    remains = models.TextField("Wat blijft er over?", max_length=1000, blank=True)
    stop_reason = models.TextField("Waarom stopten jullie?", max_length=1000, blank=True)
    story = models.TextField("Jullie verhaal", max_length=4000, blank=True)
    checked_on = models.DateField("geschiktheid bekeken op", editable=False)
    check_result = models.CharField("uitkomst van de check", max_length=10, editable=False)
    check_answers = models.JSONField("antwoorden van de check", default=dict, editable=False)
    listed_at = models.DateTimeField("op de site sinds", null=True, blank=True, editable=False)
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    objects = LearningProjectQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "leertraject"
        verbose_name_plural = "leertrajecten"
        permissions = [("handle_learningproject", "Mag leertrajecten volgen en van de site halen")]
        indexes = [
            models.Index(
                fields=["-listed_at", "-dossier_ptr"],
                condition=Q(listed_at__isnull=False),
                name="act_project_listed",
            ),
            models.Index(
                fields=["ending", "-listed_at", "-dossier_ptr"],
                condition=Q(listed_at__isnull=False),
                name="act_project_ending",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(listed_at__isnull=True) | Q(slug__isnull=False), name="act_listed_has_address"
            ),
            models.CheckConstraint(
                condition=Q(ending="", ended_on__isnull=True) | (~Q(ending="") & Q(ended_on__isnull=False)),
                name="act_ended_when_and_how",
            ),
        ]

    def get_absolute_url(self) -> str:
        """Address of the card or story; it answers 404 to who may not read that."""
        return reverse("actieleren:project", args=[self.slug])

    @property
    def state_info(self) -> State:
        """The state's row in the table: label, tone, icon and plain words."""
        return PROJECT.state(self.state)

    @property
    def shelf(self) -> State:
        """What a reader outside the group sees: it goes on, it was completed, or it was stopped."""
        return _ENDINGS.get(self.ending, _GOING)

    @property
    def carrier(self) -> str:
        """Name of the organisation where it happens."""
        return str(self.organisation) if self.organisation else self.organisation_name

    @property
    def examined_words(self) -> str:
        """What the group looks at, in words."""
        return ", ".join(label for code, label in EXAMINED if code in self.examined)
