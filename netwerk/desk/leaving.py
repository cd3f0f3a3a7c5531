# SPDX-License-Identifier: EUPL-1.2
"""Hand all open work of one person to another: choose, look at what it is, do it, read how it went."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from netwerk import kinds
from netwerk.casework import leaving
from netwerk.casework.rules import own_kinds
from netwerk.forms import PortalForm
from netwerk.models import User

from .forms import HandOverForm
from .people import people_with_any
from .views import TeamView


class HandOver(TeamView):
    """Nothing moves before the reader saw what will."""

    title = "Draag werk over"

    def _form(self, data: Any = None) -> HandOverForm:
        permissions = [kinds.kind(code).team_permission for code in own_kinds(self.actor)]
        holders = User.objects.filter(assigned_dossiers__kind__in=own_kinds(self.actor))
        tasked = User.objects.filter(tasks__done_at__isnull=True)
        people = people_with_any(permissions)
        # Who left the team is in no list of colleagues, but may still have work.
        everybody = User.objects.filter(
            pk__in=[*holders.values_list("pk", flat=True), *tasked.values_list("pk", flat=True)]
        ) | User.objects.filter(pk__in=people.values("pk"))
        return HandOverForm(data, leaving=everybody.order_by("first_name", "email"), staying=people)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form."""
        return self._page(self._form())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show what would move; with the last button, move it."""
        form = self._form(request.POST)
        if not form.is_valid():
            return self._page(form)
        work = leaving.work_of(form.cleaned_data["leaver"], self.actor)
        if "uitvoeren" not in request.POST:
            return self._page(form, work)
        results = leaving.hand_over(work, form.cleaned_data["to"], **self.who)
        context = {"title": self.title, "results": results, "back_url": reverse("desk:hand_over")}
        return self.show("netwerk/desk/bulk_results.html", context)

    def _page(self, form: PortalForm, work: leaving.Work | None = None) -> HttpResponse:
        context = {"title": self.title, "form": form, "work": work, "seen": None}
        return self.show("netwerk/desk/hand_over.html", context)
