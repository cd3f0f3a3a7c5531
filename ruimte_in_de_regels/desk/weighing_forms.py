# SPDX-License-Identifier: EUPL-1.2
"""The forms for weighing answers and writing outcomes."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone

from netwerk.forms import PortalForm
from netwerk.widgets import CheckCards, DateField3

from ..models import EXTRA, CaseOutcome, Difference, Ministry, MinistryThread, ObstacleCase
from .forms import DeskModelForm

_BASE = ("kind", "ministry", "reasoning", "source")
_DATES = ("starts_on", "ends_on", "evaluate_on", "review_on")
_NEEDED = {"experiment": ("starts_on", "ends_on", "who_may_join"), "agenda": ("table",)}
"""What a kind of outcome says nothing without."""


class DifferenceForm(DeskModelForm):
    """A point on which answers do not agree."""

    class Meta:
        model = Difference
        fields = ("aspect", "note")


class JointQuestionForm(PortalForm):
    """One question to several parties."""

    threads = forms.ModelMultipleChoiceField(
        MinistryThread.objects.none(), label="Aan wie?", widget=CheckCards(columns=2)
    )
    question = forms.CharField(
        label="Wat vragen we samen?", max_length=3000, widget=forms.Textarea({"rows": 6})
    )
    due_on = DateField3(label="Antwoord voor")

    def __init__(self, *args: Any, threads: QuerySet[MinistryThread], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["threads"]
        # Who was asked again is one party: the newest round is where it reads the joint question.
        newest = {thread.ministry_id: thread.pk for thread in threads.order_by("round", "pk")}
        field.queryset = threads.filter(pk__in=newest.values()).select_related("ministry")  # type: ignore[attr-defined]
        field.label_from_instance = lambda thread: str(thread.ministry)  # type: ignore[attr-defined]

    def clean_threads(self) -> Any:
        """Together starts at two."""
        chosen = self.cleaned_data["threads"]
        if len(chosen) < 2:  # noqa: PLR2004
            raise ValidationError("Kies er minstens twee. Anders is het geen gezamenlijke vraag.")
        return chosen

    def clean_due_on(self) -> Any:
        """A term lies ahead."""
        due = self.cleaned_data["due_on"]
        if due and due <= timezone.localdate():
            raise ValidationError("Kies een dag die nog moet komen.")
        return due


class SetAsideForm(PortalForm):
    """A party that gets no outcome, and why."""

    ministry = forms.ModelChoiceField(
        Ministry.objects.none(), label="Welke partij?", empty_label="Kies een partij"
    )
    reason = forms.CharField(
        label="Waarom komt er geen uitkomst?", max_length=1000, widget=forms.Textarea({"rows": 4})
    )

    def __init__(self, *args: Any, threads: QuerySet[MinistryThread], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = CaseOutcome.objects.filter(case__in=threads.values("case"), ministry__isnull=False)
        asked = Ministry.objects.filter(pk__in=threads.values("ministry")).exclude(
            pk__in=told.values("ministry")
        )
        self.fields["ministry"].queryset = asked  # type: ignore[attr-defined]


class OutcomeForm(DeskModelForm):
    """One outcome of a case, with the fields of its kind."""

    class Meta:
        model = CaseOutcome
        fields = (
            *("kind", "ministry", "reasoning", "who_can_change", "table", "legal_basis"),
            *("starts_on", "ends_on", "evaluate_on", "who_may_join", "terms", "protects", "review_on"),
            "source",
        )
        field_classes = dict.fromkeys(_DATES, DateField3)

    def __init__(self, *args: Any, kind: str, case: ObstacleCase, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in set(self.fields) - {*_BASE, *EXTRA.get(kind, ())}:
            del self.fields[name]
        for name in _NEEDED.get(kind, ()):
            self.fields[name].required = True
        if kind:
            self.fields["kind"].initial = kind
            self.fields["kind"].widget = forms.HiddenInput()
        party = self.fields["ministry"]
        party.queryset = Ministry.objects.filter(  # type: ignore[attr-defined]
            pk__in=case.threads.asked().values("ministry")
        )
        party.empty_label = "Voor de hele casus"  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What lasts a time begins before it ends."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        begins, ends = cleaned.get("starts_on"), cleaned.get("ends_on")
        if begins and ends and ends <= begins:
            self.add_error("ends_on", "Het einde ligt na het begin. Kijk de datums na.")
        return cleaned


class ExtendOutcomeForm(PortalForm):
    """A later end, and why."""

    until = DateField3(label="Tot en met wanneer?")
    reason = forms.CharField(label="Waarom?", max_length=500, widget=forms.Textarea({"rows": 3}))
