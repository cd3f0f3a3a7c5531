# SPDX-License-Identifier: EUPL-1.2
"""The forms of the moves that ask something: of a project, and of a cycle."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from netwerk.forms import PortalForm, PortalModelForm, speak_dutch
from netwerk.widgets import DateField3, RadioCards

from ..models import Cycle, Judgement, LearningProject, SuccessCriterion
from .write import NO_NAMES, SHARED_WITH, LessonForm, area, no_blank, not_later


class BeginForm(PortalForm):
    """The day on which it really began."""

    started_on = DateField3(label="Op welke dag zijn jullie begonnen?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("started_on", timezone.localdate())

    def clean_started_on(self) -> date:
        """A project has begun, or begins today."""
        return not_later(self.cleaned_data["started_on"])


class ReasonForm(PortalForm):
    """Why it stands still."""

    reason = forms.CharField(
        label="Wat is de reden?",
        help_text=f"Het netwerkteam leest dit ook. {NO_NAMES}",
        max_length=1000,
        widget=area(),
    )


class CompleteForm(PortalModelForm):
    """What came of it, and what the group says of each sign of success."""

    class Meta:
        model = LearningProject
        fields = ("changed", "improvement_for", "remains")
        widgets = {"changed": area(), "improvement_for": area(3), "remains": area(3)}

    def __init__(self, *args: Any, criteria: list[SuccessCriterion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        for criterion in criteria:
            name = f"criterion_{criterion.pk}"
            self.fields[name] = forms.ChoiceField(
                label=criterion.text, choices=Judgement.choices, widget=RadioCards(columns=2)
            )
            speak_dutch(self.fields[name], name)
        self.fields["changed"].required = self.fields["improvement_for"].required = True

    def judgements(self) -> dict[int, str]:
        """Return the judgement of each criterion, by its number."""
        return {criterion.pk: self.cleaned_data[f"criterion_{criterion.pk}"] for criterion in self.criteria}


class StopForm(ReasonForm):
    """Why it stops."""


class StopWithLessonForm(LessonForm):
    """Why it stops, and what was learned: for a group that wrote no lesson yet."""

    reason = forms.CharField(
        label="Waarom stoppen jullie?",
        help_text=f"Het netwerkteam leest dit ook. {NO_NAMES}",
        max_length=1000,
        widget=area(),
    )
    field_order = ("reason", "title", "outcome", "happened", "context", "advice", "visibility")

    def lesson(self) -> dict[str, Any]:
        """Return the values of the lesson."""
        return {name: value for name, value in self.cleaned_data.items() if name != "reason"}


class ShareForm(PortalForm):
    """The closing story, and who reads it."""

    story = forms.CharField(
        label="Vertel jullie verhaal",
        help_text=f"Wat wilden jullie, wat gebeurde er, en wat zou je anderen vertellen? {NO_NAMES}",
        max_length=4000,
        widget=area(8),
    )
    seen_by = forms.ChoiceField(
        label="Wie mag dit lezen?",
        choices=SHARED_WITH,
        widget=RadioCards(columns=2),
        help_text="Wat je bij het afronden of stoppen schreef, staat er ook bij.",
    )


class CycleForm(PortalModelForm):
    """What the group will try, and first of all what it expects."""

    class Meta:
        model = Cycle
        fields = ("title", "plan", "expectation")
        widgets = {"plan": area(), "expectation": area(3)}
        help_texts = {
            "plan": "Klein genoeg om te kunnen stoppen. Wie doet mee, waar, en hoe lang?",
            "expectation": "Schrijf dit op voordat jullie beginnen. Je kunt het later niet meer wijzigen.",
        }


class TriedForm(PortalModelForm):
    """What was really done."""

    class Meta:
        model = Cycle
        fields = ("tried",)
        widgets = {"tried": area()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tried"].required = True


class ReflectForm(PortalModelForm):
    """Looking back together."""

    class Meta:
        model = Cycle
        fields = ("happened", "for_whom", "surprises")
        widgets = {"happened": area(), "for_whom": area(3), "surprises": area(3)}
        help_texts = {"happened": f"Leg het naast wat jullie verwachtten. {NO_NAMES}"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["happened"].required = self.fields["for_whom"].required = True


class CloseForm(PortalModelForm):
    """What the group decides."""

    class Meta:
        model = Cycle
        fields = ("decision", "change")
        widgets = {"decision": RadioCards(columns=2), "change": area()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        no_blank(self.fields["decision"])
        self.fields["decision"].required = self.fields["change"].required = True
