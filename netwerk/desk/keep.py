# SPDX-License-Identifier: EUPL-1.2
"""Small lists that all teams share and keep themselves: labels."""

from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from netwerk.casework import labels
from netwerk.forms import PortalForm
from netwerk.models import Label

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
