# SPDX-License-Identifier: EUPL-1.2
"""The thread of one case with one ministry or other table, and who holds a link to it."""

from datetime import datetime

from django.db import models

from netwerk.models import Contact
from netwerk.workflow import State

from ..querysets import ThreadQuerySet
from ..workflow import THREAD
from .case import ObstacleCase
from .ministry import Ministry, MinistryContact

SILENT = State("silent", "Nog geen antwoord, te laat", "danger", "clock-exclamation")
NOT_OURS = State("not_ours", "Gaat hier niet over", "neutral", "arrow-forward-up")
WAITING = State("waiting", "Wacht op antwoord", "info", "building-community")


class MinistryThread(models.Model):
    """One question of one case to one ministry or other table; the others never see it.

    A second round is a thread of its own that points back, so that the first answer stays as it was.
    """

    case = models.ForeignKey(ObstacleCase, models.PROTECT, related_name="threads")
    ministry = models.ForeignKey(Ministry, models.PROTECT, related_name="threads", verbose_name="partij")
    contact = models.ForeignKey(
        MinistryContact, models.PROTECT, null=True, blank=True, related_name="threads", verbose_name="aan wie"
    )
    state = models.CharField("status", max_length=20, default="draft", editable=False)
    reason = models.TextField("Waarom deze partij?", max_length=1000)
    question = models.TextField("De vraag", max_length=3000)
    sent_at = models.DateTimeField("verzonden op", null=True, blank=True, editable=False)
    due_at = models.DateField("antwoord voor", null=True, blank=True, editable=False)
    extended_to = models.DateField("verlengd tot", null=True, blank=True, editable=False)
    settled_at = models.DateTimeField("klaar op", null=True, blank=True, editable=False)
    next_owner = models.CharField("wie erover gaat", max_length=200, blank=True)
    next_thread = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="handed_by",
        verbose_name="de vraag aan wie erover gaat",
    )
    round = models.PositiveSmallIntegerField("ronde", default=1, editable=False)
    previous = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="later_rounds",
        verbose_name="de ronde ervoor",
    )
    asked_until = models.DateField("antwoord gevraagd voor", null=True, blank=True, editable=False)
    reminded_at = models.DateTimeField("herinnerd op", null=True, blank=True, editable=False)
    pressed_at = models.DateTimeField("op de dag zelf herinnerd op", null=True, blank=True, editable=False)
    backup_asked_at = models.DateTimeField("vervanger gevraagd op", null=True, blank=True, editable=False)
    nudged_at = models.DateTimeField("door ons herinnerd op", null=True, blank=True, editable=False)
    raised_at = models.DateTimeField("naar de coördinator op", null=True, blank=True, editable=False)

    objects = ThreadQuerySet.as_manager()

    class Meta:
        verbose_name = "vraag aan een partij"
        verbose_name_plural = "vragen aan partijen"
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["case", "ministry", "round"],
                condition=~models.Q(state="withdrawn"),
                name="rir_one_live_thread_a_ministry",
            )
        ]
        indexes = [models.Index(fields=["state", "due_at"], name="rir_thread_due")]

    def __str__(self) -> str:
        return f"{self.ministry} over {self.case_id}"

    @property
    def label(self) -> str:
        """Who is asked; with the round, from the second on."""
        return f"{self.ministry} (ronde {self.round})" if self.round > 1 else str(self.ministry)

    @property
    def reminders(self) -> list[datetime]:
        """When the one who is asked was reminded, oldest first; by hand only the last time."""
        made = (self.reminded_at, self.pressed_at, self.backup_asked_at, self.nudged_at)
        return sorted(at for at in made if at)

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


class ThreadHolder(models.Model):
    """Somebody besides the first contact who holds a link to a thread: all links do the same."""

    class Kind(models.TextChoices):
        """How they came to it."""

        COLLEAGUE = "colleague", "Collega"
        BACKUP = "backup", "Vervanger"

    thread = models.ForeignKey(MinistryThread, models.CASCADE, related_name="holders")
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="held_threads")
    kind = models.CharField("soort", max_length=10, choices=Kind.choices, default=Kind.COLLEAGUE)
    job = models.CharField("functie", max_length=120, blank=True)
    added_at = models.DateTimeField("toegevoegd op")

    class Meta:
        verbose_name = "houder van een link"
        verbose_name_plural = "houders van een link"
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["thread", "contact"], name="rir_one_holder_a_thread"),
        ]

    def __str__(self) -> str:
        return f"{self.contact} bij {self.thread_id}"
