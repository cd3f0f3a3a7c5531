# SPDX-License-Identifier: EUPL-1.2
"""Forms and fields that every desk uses. They parse and validate; an action saves."""

from typing import Any

from django import forms

from netwerk.casework import texts
from netwerk.forms import PortalForm
from netwerk.models import Connection, Label, Note, StandardText, TaskGroup, Theme, User
from netwerk.widgets import CheckCards, DateField3, ManyField, RadioCards

from .people import people_with

NO_NAMES = "Schrijf geen namen van mensen op."


def text(label: str, length: int, hint: str = "", rows: int = 5, required: bool = True) -> forms.CharField:
    """Return a field for a text of several lines."""
    area = forms.Textarea({"rows": rows})
    return forms.CharField(label=label, max_length=length, help_text=hint, widget=area, required=required)


def line(label: str, length: int, hint: str = "", required: bool = True) -> forms.CharField:
    """Return a field for one line."""
    return forms.CharField(label=label, max_length=length, help_text=hint, required=required)


class ReasonForm(PortalForm):
    """Why a move is made."""

    reason = text("Wat is de reden?", 1000, NO_NAMES, rows=4)


class AssignForm(PortalForm):
    """Who is to work on it."""

    to = forms.ModelChoiceField(User.objects.none(), label="Geef aan", empty_label="Kies een collega")

    def __init__(self, *args: Any, permission: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = people_with(permission)  # type: ignore[attr-defined]


class NoteForm(PortalForm):
    """A note for colleagues, or for oneself."""

    text = text("Notitie", 5000, NO_NAMES, rows=4)
    layer = forms.ChoiceField(
        label="Wie leest dit?",
        choices=Note.Layer.choices,
        initial=Note.Layer.TEAM,
        widget=RadioCards(columns=2),
    )


class TaskForm(PortalForm):
    """A task for a colleague or for a group."""

    title = line("Wat moet er gebeuren?", 200, NO_NAMES)
    whose = forms.ChoiceField(label="Voor wie?")
    due_at = DateField3(label="Wanneer moet het klaar zijn?", help_text="Zoals 12 3 2027.", required=False)

    def __init__(self, *args: Any, permission: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(user.pk): user for user in people_with(permission)}
        named = [(pk, str(user)) for pk, user in self.people.items()]
        self.fields["whose"].choices = [  # type: ignore[attr-defined]
            ("", "Kies een collega of een groep"),
            *TaskGroup.choices,
            *named,
        ]

    def values(self) -> dict[str, Any]:
        """Return what the task is made of: a person or a group."""
        whose = self.cleaned_data["whose"]
        person = self.people.get(whose)
        return {
            "title": self.cleaned_data["title"],
            "assignee": person,
            "group": "" if person else whose,
            "due_at": self.cleaned_data["due_at"],
        }


class LabelsForm(PortalForm):
    """The labels of one dossier."""

    labels = ManyField(
        Label.objects.none(), label="Welke labels horen erbij?", widget=CheckCards(columns=2), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["labels"].queryset = Label.objects.filter(active=True)  # type: ignore[attr-defined]


class LabelForm(PortalForm):
    """One label of the list."""

    name = line("Naam", 40, "Een of twee woorden, zoals ‘subsidie’.")
    active = forms.BooleanField(
        label="Te kiezen", required=False, help_text="Zonder vinkje blijft het label op dossiers staan."
    )


class AddLabelForm(PortalForm):
    """One label to put on many dossiers."""

    label = forms.ModelChoiceField(Label.objects.none(), label="Welk label?", empty_label="Kies een label")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["label"].queryset = Label.objects.filter(active=True)  # type: ignore[attr-defined]


class TellForm(PortalForm):
    """A standard text to send to many."""

    standard = forms.ModelChoiceField(
        StandardText.objects.none(), label="Welke standaardtekst?", empty_label="Kies een tekst"
    )

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fitting = StandardText.objects.filter(kind=kind, state="", theme__isnull=True, active=True)
        self.fields["standard"].queryset = fitting  # type: ignore[attr-defined]
        self.fields["standard"].help_text = (
            "Alleen teksten die bij elke status en elk thema passen."
            if fitting.exists()
            else "Nog geen tekst past bij elke status en elk thema. Maak er een bij ‘Standaardteksten’."
        )


class FilterForm(PortalForm):
    """The name of a filter that is kept."""

    name = line("Naam", 40, "Zoals ‘stage, te laat’.")
    shared = forms.BooleanField(label="Voor het hele team", required=False)


class TextForm(PortalForm):
    """A standard text, with where it fits."""

    title = line("Naam", 100, "Zo vind je de tekst terug in de keuzelijst.")
    place = forms.ChoiceField(label="Waar past de tekst bij?")
    theme = forms.ModelChoiceField(
        Theme.objects.all(), label="Bij welk thema?", empty_label="Elk thema", required=False
    )
    text = text("Tekst", 3000, f"Schrijf {texts.REFERENCE} waar het kenmerk moet komen. {NO_NAMES}", rows=8)
    active = forms.BooleanField(label="Te kiezen", required=False)

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = places  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """Return what the text is made of."""
        kind, _, state = self.cleaned_data["place"].partition(":")
        kept = {name: self.cleaned_data[name] for name in ("title", "theme", "text", "active")}
        return {**kept, "kind": kind, "state": state}


class HandOverForm(PortalForm):
    """Whose work goes to whom."""

    leaver = forms.ModelChoiceField(User.objects.none(), label="Van wie?", empty_label="Kies een collega")
    to = forms.ModelChoiceField(User.objects.none(), label="Aan wie?", empty_label="Kies een collega")

    def __init__(self, *args: Any, leaving: Any, staying: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["leaver"].queryset = leaving  # type: ignore[attr-defined]
        self.fields["to"].queryset = staying  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse to hand somebody's work to the same person."""
        values: dict[str, Any] = super().clean() or {}
        if values.get("leaver") and values.get("leaver") == values.get("to"):
            self.add_error("to", "Kies iemand anders dan degene die het werk nu heeft.")
        return values


class TieForm(PortalForm):
    """Another dossier, and what the tie says."""

    reference = line("Kenmerk van het andere dossier", 20, "Zoals RC-2026-0012.")
    relation = forms.ChoiceField(
        label="Wat is het verband?", choices=Connection.Relation.choices, widget=RadioCards(columns=2)
    )

    def __init__(self, *args: Any, found: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = found

    def clean_reference(self) -> Any:
        """Return the dossier of this reference."""
        other = self.found.filter(reference__iexact=self.cleaned_data["reference"]).first()
        if other is None:
            raise forms.ValidationError("Er is geen dossier met dit kenmerk. Kijk het nummer na.")
        return other
