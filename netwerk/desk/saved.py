# SPDX-License-Identifier: EUPL-1.2
"""Keep a filter of a queue, and throw it away."""

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse

from netwerk import kinds
from netwerk.casework import filters
from netwerk.casework.rules import own_kinds
from netwerk.forms import PortalForm
from netwerk.models import SavedFilter

from .forms import FilterForm
from .views import FormScreen, TeamView

KEPT_APART = ("pagina", "na", "voor")
LONGEST = 500


def kept_query(parameters: QueryDict) -> str:
    """Return what of an address is the filter itself: not the place in the list, and nothing empty."""
    query = parameters.copy()
    for name in [name for name in query if name in KEPT_APART or not query[name]]:
        del query[name]
    return query.urlencode()


class KeepFilter(TeamView, FormScreen):
    """Keep the filter that stands in the address, under a name."""

    title = "Bewaar dit filter"
    intro = "Je vindt het terug boven de lijst."
    submit = "Bewaar het filter"
    done = "Het filter staat boven de lijst."
    back_label = "Naar de lijst"

    @property
    def kind(self) -> kinds.Kind:
        """The kind whose queue it is. Raises Http404 when the reader does not work on it."""
        if self.kwargs["kind"] not in own_kinds(self.actor):
            raise Http404
        return kinds.kind(self.kwargs["kind"])

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form."""
        return FilterForm(data)

    def act(self, form: PortalForm) -> Any:
        """Keep it."""
        query = kept_query(self.request.GET)[:LONGEST]
        new = filters.NewFilter(self.kind.code, query=query, **form.cleaned_data)
        own = SavedFilter.objects.filter(owner=self.reader_id, kind=new.kind, name=new.name)
        if own.exists():
            self.done = f"Je had al een filter ‘{new.name}’. Dat is nu vervangen."
        filters.keep_filter(new, **self.who)

    def back_url(self) -> str:
        """Return the queue, with the filter on."""
        return f"{reverse(self.kind.queue)}?{kept_query(self.request.GET)}"


class Filters(TeamView):
    """The filters that the reader can use, to throw own ones away."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the list."""
        mine = Q(owner=self.reader_id) | Q(shared=True)
        rows = list(SavedFilter.objects.filter(mine, kind__in=own_kinds(self.actor)).select_related("owner"))
        for row in rows:
            row.kind_label = kinds.kind(row.kind).label  # type: ignore[attr-defined]
            row.url = f"{reverse(kinds.kind(row.kind).queue)}?{row.query}"  # type: ignore[attr-defined]
        context = {"title": "Bewaarde filters", "rows": rows, "reader_id": self.reader_id}
        return self.show("netwerk/desk/saved_filters.html", context)


class DropFilter(TeamView, FormScreen):
    """Throw a filter away."""

    http_method_names = ["post"]
    title = "Gooi het filter weg"
    done = "Het filter is weg."
    back_label = "Bewaarde filters"

    def make_form(self, data: Any = None) -> PortalForm:
        """Return a form without fields: the button says it all."""
        return PortalForm(data)

    def act(self, form: PortalForm) -> Any:
        """Throw it away; somebody else's own filter is not there."""
        seen = Q(owner=self.reader_id) | Q(shared=True)
        kept = get_object_or_404(SavedFilter, seen, pk=self.kwargs["pk"])
        filters.drop_filter(kept, by=self.actor)

    def back_url(self) -> str:
        """Return the list."""
        return reverse("desk:filters")
