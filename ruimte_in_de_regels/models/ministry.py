# SPDX-License-Identifier: EUPL-1.2
"""Ministries, their contacts, and the thread of one case with one ministry."""

from django.db import models

from netwerk.models import Contact
from netwerk.workflow import State

from ..querysets import ThreadQuerySet
from ..workflow import THREAD
from .case import ObstacleCase


class Ministry(models.Model):
    """A ministry that can be asked."""

    code = models.SlugField(max_length=10, unique=True)
    abbreviation = models.CharField("afkorting", max_length=10, unique=True)
    name = models.CharField("naam", max_length=120)

    class Meta:
        verbose_name = "ministerie"
        verbose_name_plural = "ministeries"
        ordering = ("id",)

    def __str__(self) -> str:
        return self.abbreviation


class MinistryContact(models.Model):
    """A policy officer whom we may ask; they need no account."""

    ministry = models.ForeignKey(Ministry, models.PROTECT, related_name="contacts", verbose_name="ministerie")
    contact = models.OneToOneField(Contact, models.PROTECT, related_name="ministry_contact")
    job = models.CharField("functie", max_length=120, blank=True)
    is_backup = models.BooleanField("vervanger", default=False)
    active = models.BooleanField("actief", default=True)

    class Meta:
        verbose_name = "contactpersoon bij een ministerie"
        verbose_name_plural = "contactpersonen bij ministeries"
        ordering = ("ministry", "is_backup", "id")

    def __str__(self) -> str:
        return f"{self.contact} ({self.ministry})"


class MinistryThread(models.Model):
    """One question of one case to one ministry; other ministries never see it."""

    case = models.ForeignKey(ObstacleCase, models.PROTECT, related_name="threads")
    ministry = models.ForeignKey(Ministry, models.PROTECT, related_name="threads", verbose_name="ministerie")
    contact = models.ForeignKey(
        MinistryContact, models.PROTECT, null=True, blank=True, related_name="threads", verbose_name="aan wie"
    )
    state = models.CharField("status", max_length=20, default="draft", editable=False)
    reason = models.TextField("Waarom dit ministerie?", max_length=1000)
    question = models.TextField("Vraag aan het ministerie", max_length=3000)
    sent_at = models.DateTimeField("verzonden op", null=True, blank=True, editable=False)
    due_at = models.DateField("antwoord voor", null=True, blank=True, editable=False)
    extended_to = models.DateField("verlengd tot", null=True, blank=True, editable=False)
    settled_at = models.DateTimeField("klaar op", null=True, blank=True, editable=False)
    next_owner = models.CharField("wie erover gaat", max_length=200, blank=True)

    objects = ThreadQuerySet.as_manager()

    class Meta:
        verbose_name = "vraag aan een ministerie"
        verbose_name_plural = "vragen aan ministeries"
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["case", "ministry"],
                condition=~models.Q(state="withdrawn"),
                name="rir_one_live_thread_a_ministry",
            )
        ]
        indexes = [models.Index(fields=["state", "due_at"], name="rir_thread_due")]

    def __str__(self) -> str:
        return f"{self.ministry} over {self.case_id}"

    @property
    def state_info(self) -> State:
        """The state's row in the table: label, tone and icon."""
        return THREAD.state(self.state)

    @property
    def public_state(self) -> State:
        """What the public reads about this ministry: its stance, silence, or that it is being asked."""
        if self.state == "answered":
            return self.answer.state_info
        if self.state == "not_competent":
            return NOT_OURS
        return SILENT if self.state == "expired" else WAITING


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
SILENT = State("silent", "Nog geen antwoord, te laat", "danger", "clock-exclamation")
NOT_OURS = State("not_ours", "Niet van dit ministerie", "neutral", "arrow-forward-up")
WAITING = State("waiting", "Wacht op antwoord", "info", "building-community")


class AnswerKind(models.TextChoices):
    """What kind of answer it is."""

    EXPLANATION = "explanation", "Uitleg: het mag al"
    CHANGE = "change", "We passen de regel aan"
    STUDY = "study", "We onderzoeken het"
    EXEMPTION = "exemption", "Een ontheffing kan"
    EXPERIMENT = "experiment", "Een experiment kan"
    NO_ROOM = "no_room", "Er is geen ruimte"
    ELSEWHERE = "elsewhere", "Het ligt ergens anders"


class MinistryAnswer(models.Model):
    """What a ministry answered. It can be saved as a draft; it counts when its thread is answered."""

    thread = models.OneToOneField(MinistryThread, models.PROTECT, related_name="answer")
    stance = models.CharField("Wat doet het ministerie?", max_length=15, choices=Stance.choices)
    kind = models.CharField("Wat voor antwoord is het?", max_length=15, choices=AnswerKind.choices)
    reasoning = models.TextField("Leg je antwoord uit", max_length=5000)
    rule_purpose = models.TextField("Wat beschermt deze regel?", max_length=2000, blank=True)
    sources = models.TextField("Bronnen", max_length=1000, blank=True)
    public_text = models.TextField("Wat mogen we op de site zetten?", max_length=2000, blank=True)
    follow_up = models.CharField("Bij wie kunnen we terecht?", max_length=200, blank=True)
    commitment_date = models.DateField("Wanneer is het geregeld?", null=True, blank=True)
    updated_at = models.DateTimeField()

    class Meta:
        verbose_name = "antwoord van een ministerie"
        verbose_name_plural = "antwoorden van ministeries"

    def __str__(self) -> str:
        return f"antwoord op {self.thread_id}"

    @property
    def state_info(self) -> State:
        """How the stance looks as a label."""
        tone, icon = _STANCE_LOOKS[Stance(self.stance)]
        return State(self.stance, self.get_stance_display(), tone, icon)
