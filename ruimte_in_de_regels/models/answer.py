# SPDX-License-Identifier: EUPL-1.2
"""What a ministry, or another table, answered."""

from django.conf import settings
from django.db import models

from netwerk.workflow import State

from .thread import MinistryThread


class Stance(models.TextChoices):
    """What a ministry does with the question; public."""

    FOLLOWS = "follows", "Volgt het voorstel"
    FOLLOWS_PARTLY = "follows_partly", "Volgt het voorstel deels"
    EXPLAINS = "explains", "Legt uit waarom niet"


_STANCE_LOOKS = {
    Stance.FOLLOWS: ("success", "circle-check"),
    Stance.FOLLOWS_PARTLY: ("info", "circle-half"),
    Stance.EXPLAINS: ("warning", "message-2"),
}


class AnswerKind(models.TextChoices):
    """What kind of answer it is."""

    EXPLANATION = "explanation", "Uitleg: het mag al"
    CHANGE = "change", "We passen de regel aan"
    STUDY = "study", "We onderzoeken het"
    EXEMPTION = "exemption", "Een ontheffing kan"
    EXPERIMENT = "experiment", "Een experiment kan"
    NO_ROOM = "no_room", "Er is geen ruimte"
    ELSEWHERE = "elsewhere", "Het ligt ergens anders"


NOT_OURS = "not_ours"
"""The stance of who does not own the rule: no answer, but a way to who does (`pass_on`)."""
_ROOM = frozenset({AnswerKind.EXPLANATION, AnswerKind.CHANGE, AnswerKind.EXEMPTION, AnswerKind.EXPERIMENT})
"""Answers that make room, or say that it is there."""


def contradiction(stance: str, kind: str) -> str:
    """Return in words why a stance and a kind of answer do not go together; nothing when they do.

    “It lies elsewhere” goes with no stance but “not ours”, which names the next owner: else it is an end.
    """
    if kind == AnswerKind.ELSEWHERE:
        return "Ligt het ergens anders? Kies dan ‘Gaat hier niet over’ en noem wie er wel over gaat."
    if stance == Stance.FOLLOWS and kind == AnswerKind.NO_ROOM:
        return "Jullie volgen het voorstel. Dan is er wel ruimte. Kies een ander antwoord of standpunt."
    if stance == Stance.EXPLAINS and kind in _ROOM:
        return "Jullie volgen het voorstel niet. Dan past dit antwoord niet. Kies een ander."
    return ""


class AnswerChannel(models.TextChoices):
    """How an answer reached us. The first is the sheet itself; the others the team wrote down."""

    SHEET = "sheet", "Via de persoonlijke link"
    PHONE = "phone", "Per telefoon"
    MAIL = "mail", "Per mail"
    LETTER = "letter", "Per brief"
    MEETING = "meeting", "In een gesprek"
    OTHER = "other", "Op een andere manier"


class MinistryAnswer(models.Model):
    """What a ministry answered. It can be saved as a draft; it counts when its thread is answered."""

    thread = models.OneToOneField(MinistryThread, models.PROTECT, related_name="answer")
    stance = models.CharField("Wat doen zij met het voorstel?", max_length=15, choices=Stance.choices)
    kind = models.CharField("Wat voor antwoord is het?", max_length=15, choices=AnswerKind.choices)
    reasoning = models.TextField("Leg je antwoord uit", max_length=5000)
    rule_purpose = models.TextField("Wat beschermt deze regel?", max_length=2000, blank=True)
    sources = models.TextField("Bronnen", max_length=1000, blank=True)
    public_text = models.TextField("Wat mogen we op de site zetten?", max_length=2000, blank=True)
    follow_up = models.CharField("Bij wie kunnen we terecht?", max_length=200, blank=True)
    commitment_date = models.DateField("Wanneer is het geregeld?", null=True, blank=True)
    channel = models.CharField(
        "Hoe kwam het antwoord?",
        max_length=10,
        choices=AnswerChannel.choices,
        default=AnswerChannel.SHEET,
        editable=False,
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    updated_at = models.DateTimeField()

    class Meta:
        verbose_name = "antwoord van een partij"
        verbose_name_plural = "antwoorden van partijen"

    def __str__(self) -> str:
        return f"antwoord op {self.thread_id}"

    @property
    def state_info(self) -> State:
        """How the stance looks as a label."""
        tone, icon = _STANCE_LOOKS[Stance(self.stance)]
        return State(self.stance, self.get_stance_display(), tone, icon)

    @property
    def on_behalf(self) -> str:
        """How the team heard an answer that it wrote down itself; empty when it came by the link."""
        return "" if self.channel == AnswerChannel.SHEET else self.get_channel_display().lower()
