# SPDX-License-Identifier: EUPL-1.2
"""Small lists that all teams share and keep themselves: labels and standard texts."""

from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from netwerk import kinds
from netwerk.casework import labels, texts
from netwerk.casework.rules import own_kinds
from netwerk.forms import PortalForm
from netwerk.models import Label, StandardText
from netwerk.processes import process_for

from . import forms
from .views import FormScreen, TeamView


class Labels(TeamView):
    """The labels, each with on how many dossiers it stands."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the list."""
        rows = Label.objects.annotate(used=Count("dossiers"))
        return self.show("netwerk/desk/labels.html", {"title": "Labels", "rows": rows})


class LabelForm(TeamView, FormScreen):
    """Add a label, or change one."""

    back_label = "Labels"
    submit = "Bewaar het label"
    done = "Het label is bewaard."

    @property
    def title(self) -> str:  # type: ignore[override]
        """Whether it is a new one."""
        return "Wijzig het label" if "pk" in self.kwargs else "Nieuw label"

    def _label(self) -> Label | None:
        return get_object_or_404(Label, pk=self.kwargs["pk"]) if "pk" in self.kwargs else None

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form over the label as it is."""
        label = self._label()
        values = {"name": label.name, "active": label.active} if label else {"active": True}
        return forms.LabelForm(data, initial=values)

    def act(self, form: PortalForm) -> Any:
        """Keep it."""
        labels.keep_label(
            self._label(), form.cleaned_data["name"], form.cleaned_data["active"], by=self.actor
        )

    def back_url(self) -> str:
        """Return the list."""
        return reverse("desk:labels")


class Texts(TeamView):
    """The standard texts of the kinds that the reader works on."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the list."""
        rows = list(StandardText.objects.filter(kind__in=own_kinds(self.actor)).select_related("theme"))
        for row in rows:
            workflow = process_for(kinds.kind(row.kind).model).workflow
            row.kind_label = workflow.name.capitalize()  # type: ignore[attr-defined]
            row.state_label = workflow.state(row.state).label if row.state else ""  # type: ignore[attr-defined]
        return self.show("netwerk/desk/texts.html", {"title": "Standaardteksten", "rows": rows})


class TextForm(TeamView, FormScreen):
    """Add a standard text, or change one."""

    back_label = "Standaardteksten"
    submit = "Bewaar de tekst"
    done = "De tekst is bewaard."

    @property
    def title(self) -> str:  # type: ignore[override]
        """Whether it is a new one."""
        return "Wijzig de standaardtekst" if "pk" in self.kwargs else "Nieuwe standaardtekst"

    def _text(self) -> StandardText | None:
        rows = StandardText.objects.filter(kind__in=own_kinds(self.actor))
        return get_object_or_404(rows, pk=self.kwargs["pk"]) if "pk" in self.kwargs else None

    def _places(self) -> list[tuple[str, str]]:
        """Return every kind that the reader works on, whole and per state."""
        places = []
        for code in own_kinds(self.actor):
            workflow = process_for(kinds.kind(code).model).workflow
            name = workflow.name.capitalize()
            places.append((code, f"{name}: elke status"))
            places += [(f"{code}:{state}", f"{name}: {label}") for state, label in workflow.choices()]
        return places

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form over the text as it is."""
        text = self._text()
        values: dict[str, Any] = {"active": True}
        if text is not None:
            place = f"{text.kind}:{text.state}" if text.state else text.kind
            values = {"title": text.title, "place": place, "theme": text.theme, "text": text.text}
            values["active"] = text.active
        return forms.TextForm(data, places=self._places(), initial=values)

    def act(self, form: Any) -> Any:
        """Keep it."""
        texts.keep_text(self._text(), form.values(), by=self.actor)

    def back_url(self) -> str:
        """Return the list."""
        return reverse("desk:texts")
