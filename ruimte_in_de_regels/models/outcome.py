# SPDX-License-Identifier: EUPL-1.2
"""What came of a case."""

from django.conf import settings
from django.db import models

from netwerk.workflow import State

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


class CaseOutcome(models.Model):
    """One outcome of a case; there may be one per ministry or per part of the question."""

    case = models.ForeignKey(ObstacleCase, models.PROTECT, related_name="outcomes")
    kind = models.CharField("Uitkomst", max_length=20, choices=OutcomeKind.choices)
    ministry = models.ForeignKey(
        Ministry, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="partij"
    )
    reasoning = models.TextField("Waarom is dit de uitkomst?", max_length=3000)
    source = models.CharField("Bron of vindplaats", max_length=500, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = "uitkomst"
        verbose_name_plural = "uitkomsten"
        ordering = ("id",)

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def state_info(self) -> State:
        """How the outcome looks as a label."""
        tone, icon = _LOOKS[OutcomeKind(self.kind)]
        return State(self.kind, self.get_kind_display(), tone, icon)
