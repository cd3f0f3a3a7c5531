# SPDX-License-Identifier: EUPL-1.2
"""Choose rows of a queue, choose what to do, look, do it: and read of each row how it went."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse

from netwerk import kinds
from netwerk.casework import bulk, labels, texts
from netwerk.casework.rules import own_kinds
from netwerk.forms import PortalForm
from netwerk.kinds import Kind
from netwerk.models import Dossier

from .forms import AddLabelForm, AssignForm, TellForm
from .preview import rehearse
from .saved import LONGEST, kept_query
from .views import TeamView

MOST_AT_ONCE = 100
_A_DAY = 24 * 3600


@dataclass(frozen=True)
class Way:
    """One thing that can be done to many: its words, its form, and the action for one dossier."""

    label: str
    form: Callable[[Kind, Any], PortalForm]
    act: Callable[[Kind, Any, Mapping[str, Any], Mapping[str, Any]], object]
    mails: bool = False
    """Whether it sends mail: the text and the very mails can be looked at first."""


WAYS = {
    "toewijzen": Way(
        "Wijs toe aan een collega",
        lambda kind, data: AssignForm(data, permission=kind.team_permission),
        lambda kind, dossier, given, who: _action(kind.assign)(dossier, given["to"], **who),
    ),
    "label": Way(
        "Zet er een label op",
        lambda _kind, data: AddLabelForm(data),
        lambda _kind, dossier, given, who: labels.add_label(dossier, given["label"], **who),
    ),
    "bericht": Way(
        "Stuur een standaardtekst",
        lambda kind, data: TellForm(data, kind=kind.code),
        lambda kind, dossier, given, who: _action(kind.tell)(
            dossier, texts.filled(given["standard"].text, dossier), **who
        ),
        mails=True,
    ),
}


def _action(registered: Callable[..., Any] | None) -> Callable[..., Any]:
    if registered is None:
        raise Http404
    return registered


def ways_for(kind: Kind) -> dict[str, str]:
    """Return what can be done to many dossiers of a kind, by name with its words."""
    absent = {"toewijzen": kind.assign is None, "bericht": kind.tell is None}
    return {name: way.label for name, way in WAYS.items() if not absent.get(name, False)}


class Bulk(TeamView):
    """What was chosen in a queue, the form, and the results. Nothing happens before the last button."""

    http_method_names = ["post"]

    @cached_property
    def kind(self) -> Kind:
        """The kind whose queue it is. Raises Http404 when the reader does not work on it."""
        if self.kwargs["kind"] not in own_kinds(self.actor):
            raise Http404
        return kinds.kind(self.kwargs["kind"])

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form, or do it."""
        name = request.POST.get("doe", "")
        query = kept_query(QueryDict(request.POST.get("lijst", "")[:LONGEST]))
        queue = f"{reverse(self.kind.queue)}?{query}" if query else reverse(self.kind.queue)
        chosen = self._chosen()
        if name not in ways_for(self.kind) or not chosen:
            messages.warning(request, "Kies eerst rijen in de lijst, en wat je ermee wilt doen.")
            return HttpResponseRedirect(queue)
        way = WAYS[name]
        context: dict[str, Any] = {
            "title": way.label,
            "chosen": chosen,
            "name": name,
            "back_url": queue,
            "back_label": "Naar de lijst",
            "query": query,
            "key": request.POST.get("sleutel") or uuid.uuid4().hex,
        }
        filled_in = "uitvoeren" in request.POST or "preview" in request.POST
        form = way.form(self.kind, request.POST if filled_in else None)
        context.update(form=form, mails=way.mails)
        if not form.is_bound or not form.is_valid():
            return self.show("netwerk/desk/bulk.html", context)

        def act() -> list[bulk.Result]:
            return bulk.each(chosen, lambda one: way.act(self.kind, one, form.cleaned_data, self.who))

        if "preview" in request.POST and way.mails:
            looked = {"previews": rehearse(act, **self.who), "told": form.cleaned_data["standard"].text}
            return self.show("netwerk/desk/bulk.html", {**context, **looked})
        if not cache.add(f"bulk:{self.reader_id}:{context['key']}"[:200], 1, _A_DAY):
            messages.warning(request, "Dit was al gedaan. Het is niet nog een keer gebeurd.")
            return HttpResponseRedirect(queue)
        return self.show("netwerk/desk/bulk_results.html", {**context, "results": act()})

    def _chosen(self) -> list[Dossier]:
        """Return the dossiers that were ticked and that the reader works on, in the order of the queue."""
        ids = [int(pk) for pk in self.request.POST.getlist("dossier") if pk.isdecimal() and len(pk) < 19]
        rows = Dossier.objects.filter(
            self.kind.visible_q(self.actor), kind=self.kind.code, pk__in=ids[:MOST_AT_ONCE]
        )
        return sorted(rows.select_related("assignee"), key=lambda row: ids.index(row.pk))
