# SPDX-License-Identifier: EUPL-1.2
"""What can be done with any dossier, at whatever desk: notes, tasks, labels. Of another team: a 404."""

from functools import cached_property
from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from netwerk import kinds
from netwerk.casework import labels, notes, rules, tasks, ties
from netwerk.forms import PortalForm
from netwerk.models import Dossier, Label, Note, Task

from . import forms
from .views import FormScreen, TeamView


class DossierScreen(TeamView):
    """A screen about one dossier of any kind that the reader works on."""

    back_label = "Naar het dossier"

    @cached_property
    def found(self) -> Dossier:
        """Return the dossier that the address names."""
        return get_object_or_404(Dossier, rules.works_on_q(self.actor), pk=self.kwargs["pk"])

    def back_url(self) -> str:
        """Return the dossier's own screen."""
        return kinds.url_of(self.found)


class DossierForm(DossierScreen, FormScreen):
    """A form about one dossier. Nothing here goes over somebody else's work, so nothing is guarded."""

    guarded = False

    def dossier(self) -> Dossier:
        """Return the dossier."""
        return self.found


class WriteNote(DossierForm):
    """Write a note, from the panel or on a page of its own."""

    title = "Schrijf een notitie"
    submit = "Bewaar notitie"
    done = "Je notitie is bewaard."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form."""
        return forms.NoteForm(data)

    def act(self, form: PortalForm) -> Any:
        """Keep the note."""
        notes.write_note(self.found, form.cleaned_data["layer"], form.cleaned_data["text"], **self.who)


class _ButtonForm(DossierForm):
    """A button on the dossier's screen, without fields."""

    http_method_names = ["post"]

    def make_form(self, data: Any = None) -> PortalForm:
        """Return a form without fields: the button says it all."""
        return PortalForm(data)


class RemoveNote(_ButtonForm):
    """Take back a note of one's own."""

    title = "Haal de notitie weg"
    done = "De notitie is weg."

    def act(self, form: PortalForm) -> Any:
        """Remove it; a note that the reader may not see is not there."""
        readable = Note.readable_by(self.reader_id)
        note = get_object_or_404(Note, readable, pk=self.kwargs["note"], dossier=self.found)
        notes.remove_note(note, **self.who)


class OpenTask(DossierForm):
    """Put a task ready."""

    title = "Zet een taak klaar"
    submit = "Bewaar de taak"
    done = "De taak staat klaar."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form, with the colleagues of this kind's team."""
        permission = kinds.kind(self.found.kind).team_permission
        return forms.TaskForm(data, permission=permission, initial={"whose": str(self.reader_id)})

    def act(self, form: Any) -> Any:
        """Put it ready."""
        tasks.open_task(self.found, tasks.NewTask(**form.values()), **self.who)


class FinishTask(_ButtonForm):
    """Mark a task as done; it leaves every list."""

    title = "Rond de taak af"
    submit = "Rond af"
    done = "De taak is gedaan."

    def act(self, form: PortalForm) -> Any:
        """Finish it."""
        task = get_object_or_404(Task, pk=self.kwargs["task"], dossier=self.found)
        tasks.finish_task(task, **self.who)

    def next_url(self) -> str:
        """Return the own tasks when it was ticked off there, to go on with the next one."""
        return reverse("desk:tasks") if "lijst" in self.request.POST else super().next_url()


class ChooseLabels(DossierForm):
    """Choose the labels of a dossier."""

    title = "Kies labels"
    submit = "Bewaar de labels"
    done = "De labels zijn bewaard."
    guarded = True

    @property
    def intro(self) -> str:  # type: ignore[override]
        """Return where labels are made, when there are none to choose from."""
        found = Label.objects.filter(active=True).exists()
        return "" if found else "Er zijn nog geen labels. Maak er een onder ‘Mijn werk’, ‘Labels’."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form with what is on it now."""
        return forms.LabelsForm(data, initial={"labels": list(self.found.labels.all())})

    def act(self, form: PortalForm) -> Any:
        """Put them on it; a label that can no longer be chosen stays where it is."""
        retired = self.found.labels.filter(active=False)
        labels.set_labels(self.found, [*form.cleaned_data["labels"], *retired], **self.who)


class LayTie(DossierForm):
    """Tie the dossier to another one."""

    title = "Leg een verband"
    submit = "Bewaar het verband"
    done = "Het verband staat bij beide dossiers."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form; what the reader does not work on cannot be named."""
        found = Dossier.objects.filter(rules.works_on_q(self.actor))
        return forms.TieForm(data, found=found, initial={"relation": "related"})

    def act(self, form: PortalForm) -> Any:
        """Lay it."""
        ties.tie(self.found, form.cleaned_data["reference"], form.cleaned_data["relation"], **self.who)


class LoosenTie(_ButtonForm):
    """Loosen a tie."""

    title = "Haal het verband weg"
    done = "Het verband is weg."

    def act(self, form: PortalForm) -> Any:
        """Loosen it."""
        made = get_object_or_404(ties.ties_of(self.found, self.actor), pk=self.kwargs["tie"])
        ties.untie(self.found, made, **self.who)
