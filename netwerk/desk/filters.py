# SPDX-License-Identifier: EUPL-1.2
"""The filters of a queue, each with its place in the address."""

from datetime import date, timedelta
from typing import Any, ClassVar

import django_filters
from django.db.models import Q, QuerySet, Value
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet

from netwerk.models import Dossier, Label, Sector, Theme
from netwerk.workflow import Workflow

from .people import people_with

LATE, THIS_WEEK, NOBODY, MINE = "te-laat", "deze-week", "niemand", "mij"
THEME, SECTOR, LABEL = "thema", "sector", "label"
EVERYTHING = "alles"


class Names:
    """The names of all themes, sectors and labels, in one query: for the filters, and for the rows."""

    def __init__(self) -> None:
        columns = ("what", "pk", "slug", "name", "position")
        themes = Theme.objects.annotate(what=Value(THEME)).order_by().values_list(*columns)
        sectors = Sector.objects.annotate(what=Value(SECTOR)).order_by().values_list(*columns)
        labels = Label.objects.annotate(what=Value(LABEL), position=Value(0)).order_by().values_list(*columns)
        found = themes.union(sectors, labels, all=True)
        self._rows = sorted(found, key=lambda row: (row[4], row[3]))
        self._names = {(what, pk): name for what, pk, _slug, name, _position in self._rows}

    def choices(self, what: str) -> list[tuple[str, str]]:
        """Return (slug, name) pairs for a filter."""
        return [(slug, name) for kind, _pk, slug, name, _position in self._rows if kind == what]

    def name(self, what: str, pk: int) -> str:
        """Return one name, or nothing for what is neither."""
        return self._names.get((what, pk), "")


def late_q(workflow: Workflow, today: date) -> Q:
    """Return what is late: the term has passed, and the clock is not standing still."""
    ticking = workflow.sets["open"] - workflow.sets.get("paused", frozenset())
    return Q(state__in=ticking, due_at__lt=today)


def week_q(workflow: Workflow, today: date) -> Q:
    """Return what is due in the seven days from today on."""
    ticking = workflow.sets["open"] - workflow.sets.get("paused", frozenset())
    return Q(state__in=ticking, due_at__gte=today, due_at__lt=today + timedelta(days=7))


class DossierFilterSet(WagtailFilterSet):
    """The filters of a queue, each with its place in the address; without one the open work shows."""

    workflow: ClassVar[Workflow]
    permission: ClassVar[str]

    zoek = django_filters.CharFilter(label="Zoek op titel of kenmerk", method="by_text")
    stand = django_filters.ChoiceFilter(label="Status", method="by_state", empty_label="Alles wat open is")
    wie = django_filters.ChoiceFilter(label="Behandelaar", method="by_person", empty_label="Iedereen")
    termijn = django_filters.ChoiceFilter(
        label="Termijn",
        method="by_term",
        empty_label="Alle termijnen",
        choices=((LATE, "Te laat"), (THIS_WEEK, "Deze week")),
    )
    thema = django_filters.ChoiceFilter(label="Thema", field_name="themes__slug", empty_label="Alle thema's")
    sector = django_filters.ChoiceFilter(
        label="Sector", field_name="sectors__slug", empty_label="Alle sectoren"
    )

    label = django_filters.ChoiceFilter(label="Label", field_name="labels__slug", empty_label="Alle labels")

    class Meta:
        model = Dossier
        fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["stand"].extra["choices"] = [*self.workflow.choices(), (EVERYTHING, "Alles")]
        people = [(str(user.pk), str(user)) for user in people_with(self.permission)]
        self.filters["wie"].extra["choices"] = [(MINE, "Ik"), (NOBODY, "Niemand"), *people]
        self.names = Names()
        for name in (THEME, SECTOR, LABEL):
            self.filters[name].extra["choices"] = self.names.choices(name)

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Apply the filters; without a state only what is open."""
        queryset = super().filter_queryset(queryset)
        if not self.form.cleaned_data["stand"]:
            queryset = queryset.filter(state__in=self.workflow.sets["open"])
        return queryset

    def by_text(self, queryset: QuerySet, _name: str, value: str) -> QuerySet:
        """Keep what has the words in its title, or starts with this reference."""
        return queryset.filter(Q(title__icontains=value) | Q(reference__istartswith=value))

    def by_state(self, queryset: QuerySet, _name: str, value: str) -> QuerySet:
        """Keep one state, or everything."""
        return queryset if value == EVERYTHING else queryset.filter(state=value)

    def by_person(self, queryset: QuerySet, _name: str, value: str) -> QuerySet:
        """Keep the work of one person, of the reader, or of nobody."""
        if value == NOBODY:
            return queryset.filter(assignee__isnull=True)
        return queryset.filter(assignee=self.request.user.pk if value == MINE else int(value))

    def by_term(self, queryset: QuerySet, _name: str, value: str) -> QuerySet:
        """Keep what is late, or due this week."""
        rule = late_q if value == LATE else week_q
        return queryset.filter(rule(self.workflow, timezone.localdate()))
