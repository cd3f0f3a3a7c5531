# SPDX-License-Identifier: EUPL-1.2
"""What came of a case."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models

from netwerk.workflow import State

from ..querysets import OutcomeQuerySet
from .case import ObstacleCase
from .ministry import Ministry


class OutcomeKind(models.TextChoices):
    """The outcomes a case can have."""

    ALREADY_ALLOWED = "already_allowed", "De ruimte was er al"
    MISUNDERSTANDING = "misunderstanding", "Misverstand"
    INTERNAL_RULE = "internal_rule", "Eigen regel of afspraak"
    OTHER_APPROACH = "other_approach", "Andere aanpak gevonden"
    CLARIFIED = "clarified", "Regel verduidelijkt"
    RULE_CHANGED = "rule_changed", "Regel aangepast"
    EXEMPTION = "exemption", "Ontheffing"
    EXPERIMENT = "experiment", "Experimenteerruimte"
    AGENDA = "agenda", "Geagendeerd elders"
    NO_ROOM = "no_room", "Geen ruimte, met uitleg"
    NO_ANSWER = "no_answer", "Geen antwoord"
    WITHDRAWN = "withdrawn", "Ingetrokken"


MEANINGS = {
    OutcomeKind.ALREADY_ALLOWED: "De regel staat het toe. Leg uit hoe, met de bron.",
    OutcomeKind.MISUNDERSTANDING: "Niemand eist dit. Vertel waar het idee vandaan kwam.",
    OutcomeKind.INTERNAL_RULE: "Een organisatie, regio of cao sprak het zelf af.",
    OutcomeKind.OTHER_APPROACH: "Het doel is op een andere manier bereikt.",
    OutcomeKind.CLARIFIED: "Wie erover gaat, schreef de regel duidelijker op.",
    OutcomeKind.RULE_CHANGED: "De regel is veranderd, of verandert op een datum.",
    OutcomeKind.EXEMPTION: "Een paar partijen mogen ervan afwijken.",
    OutcomeKind.EXPERIMENT: "Er mag een tijd van de regel worden afgeweken, om ervan te leren.",
    OutcomeKind.AGENDA: "Een andere tafel bespreekt het.",
    OutcomeKind.NO_ROOM: "Er kan niets, en er is uitgelegd waarom.",
    OutcomeKind.NO_ANSWER: "Het bleef stil, ook na herinneren.",
    OutcomeKind.WITHDRAWN: "De vraag is teruggenomen.",
}
"""What each kind means, for who chooses one."""

EXTRA: dict[str, tuple[str, ...]] = {
    OutcomeKind.INTERNAL_RULE: ("who_can_change",),
    OutcomeKind.RULE_CHANGED: ("starts_on",),
    OutcomeKind.EXEMPTION: ("starts_on", "ends_on", "who_may_join", "terms"),
    OutcomeKind.EXPERIMENT: ("legal_basis", "starts_on", "ends_on", "evaluate_on", "who_may_join", "terms"),
    OutcomeKind.AGENDA: ("table", "starts_on"),
    OutcomeKind.NO_ROOM: ("protects", "review_on"),
}
"""What a kind of outcome tells besides: names of fields."""

TO_FOLLOW = frozenset({OutcomeKind.RULE_CHANGED, OutcomeKind.EXEMPTION, OutcomeKind.EXPERIMENT})
"""Outcomes whose practice the team keeps following."""

MAY_ALREADY = frozenset({OutcomeKind.ALREADY_ALLOWED, OutcomeKind.MISUNDERSTANDING, OutcomeKind.CLARIFIED})
"""Outcomes that answer a question which others have too."""

WITHIN_RULES = MAY_ALREADY | {OutcomeKind.INTERNAL_RULE, OutcomeKind.OTHER_APPROACH}
"""Outcomes for which no rule had to change."""

_LOOKS = {
    OutcomeKind.ALREADY_ALLOWED: ("success", "circle-check"),
    OutcomeKind.MISUNDERSTANDING: ("success", "bulb"),
    OutcomeKind.INTERNAL_RULE: ("success", "home"),
    OutcomeKind.OTHER_APPROACH: ("success", "route"),
    OutcomeKind.CLARIFIED: ("info", "info-circle"),
    OutcomeKind.RULE_CHANGED: ("success", "gavel"),
    OutcomeKind.EXEMPTION: ("info", "key"),
    OutcomeKind.EXPERIMENT: ("info", "flask"),
    OutcomeKind.AGENDA: ("info", "list-check"),
    OutcomeKind.NO_ROOM: ("warning", "circle-x"),
    OutcomeKind.NO_ANSWER: ("danger", "clock-exclamation"),
    OutcomeKind.WITHDRAWN: ("neutral", "arrow-back-up"),
}


def look_of(kind: str) -> State:
    """Return how an outcome of this kind looks as a label."""
    known = OutcomeKind(kind)
    return State(known.value, str(known.label), *_LOOKS[known])


class CaseOutcome(models.Model):
    """One outcome of a case; there may be one per ministry or per part of the question."""

    case = models.ForeignKey(ObstacleCase, models.PROTECT, related_name="outcomes")
    kind = models.CharField("Uitkomst", max_length=20, choices=OutcomeKind.choices)
    ministry = models.ForeignKey(
        Ministry, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="partij"
    )
    reasoning = models.TextField("Waarom is dit de uitkomst?", max_length=3000)
    source = models.CharField("Bron of vindplaats", max_length=500, blank=True)
    who_can_change = models.CharField("Wie kan dit veranderen?", max_length=300, blank=True)
    legal_basis = models.CharField("Op welke grond mag het?", max_length=300, blank=True)
    starts_on = models.DateField("Vanaf wanneer?", null=True, blank=True)
    ends_on = models.DateField("Tot en met wanneer?", null=True, blank=True)
    extended_to = models.DateField("verlengd tot en met", null=True, blank=True, editable=False)
    evaluate_on = models.DateField("Wanneer wordt het geëvalueerd?", null=True, blank=True)
    who_may_join = models.CharField("Wie mogen meedoen?", max_length=300, blank=True)
    terms = models.TextField("Welke voorwaarden gelden er?", max_length=2000, blank=True)
    table = models.CharField("Welke tafel?", max_length=200, blank=True)
    protects = models.TextField("Wat wordt ermee beschermd?", max_length=2000, blank=True)
    review_on = models.DateField("Wanneer kijken we opnieuw?", null=True, blank=True)
    end_told_at = models.DateTimeField("einde aangekondigd op", null=True, blank=True, editable=False)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()

    objects = OutcomeQuerySet.as_manager()

    class Meta:
        verbose_name = "uitkomst"
        verbose_name_plural = "uitkomsten"
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(starts_on__isnull=True)
                | models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gt=models.F("starts_on")),
                name="rir_outcome_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def last_day(self) -> date | None:
        """The day on which an exemption or experiment ends, extension included."""
        return self.extended_to or self.ends_on

    def told(self) -> list[tuple[str, Any]]:
        """Return (label, value) of what this kind tells besides, for as far as it is filled in."""
        labels = {field.name: str(field.verbose_name) for field in self._meta.fields}
        found = [(labels[name], getattr(self, name)) for name in EXTRA.get(self.kind, ())]
        return [(label, value) for label, value in found if value]

    @property
    def state_info(self) -> State:
        """How the outcome looks as a label."""
        return look_of(self.kind)
