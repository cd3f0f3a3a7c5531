# SPDX-License-Identifier: EUPL-1.2
"""The filters of a queue, each with its place in the address."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, ClassVar

import django_filters
from django.db.models import Q, QuerySet, Value
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet

from netwerk import processes, search
from netwerk.calendar import earliest_within
from netwerk.models import Dossier, Label, SavedFilter, Sector, Theme
from netwerk.rows import Rows
from netwerk.widgets import PlainSelect
from netwerk.workflow import Workflow

from .case_screen import VERY_LATE_DAYS
from .people import NAMED, people_with

LATE, VERY_LATE, THIS_WEEK, NOBODY, MINE = "te-laat", "veel-te-laat", "deze-week", "niemand", "mij"
WAITING = "wacht-op-ander"
THEME, SECTOR, LABEL = "thema", "sector", "label"
EVERYTHING = "alles"
SAVED = "filter"
_TIES = {"themes": THEME, "sectors": SECTOR, "labels": LABEL}
_REFERENCE = re.compile(r"[A-Za-z]{2}-[0-9-]*")


class Names:
    """Themes, sectors, labels and kept filters, in one query: for the filters, and for the rows."""

    def __init__(self, kind: str, reader_id: int) -> None:
        self._rows = sorted(_names_of(kind, reader_id).fetch(), key=lambda row: (row[4], row[3]))
        self._names = {(what, pk): name for what, pk, _slug, name, _position in self._rows}
        self._numbers = {(what, slug): pk for what, pk, slug, _name, _position in self._rows}

    def choices(self, what: str) -> list[tuple[str, str]]:
        """Return (slug, name) pairs for a filter."""
        return [(slug, name) for kind, _pk, slug, name, _position in self._rows if kind == what]

    def name(self, what: str, pk: int) -> str:
        """Return one name, or nothing for what is neither."""
        return self._names.get((what, pk), "")

    def number(self, what: str, slug: str) -> int:
        """Return the number behind a place in an address. Raises KeyError when there is none."""
        return self._numbers[what, slug]


@lru_cache(maxsize=128)
def _names_of(kind: str, reader_id: int) -> Rows:
    """Return the question for all names, with what each is, its place in an address and in its list."""
    columns = ("what", "pk", "slug", "name", "position")
    themes = Theme.objects.annotate(what=Value(THEME)).values_list(*columns)
    sectors = Sector.objects.annotate(what=Value(SECTOR)).values_list(*columns)
    labels = Label.objects.annotate(what=Value(LABEL), position=Value(0)).values_list(*columns)
    own = SavedFilter.objects.filter(Q(owner=reader_id) | Q(shared=True), kind=kind)
    saved = own.annotate(what=Value(SAVED), position=Value(0))
    filters = saved.values_list("what", "pk", "query", "name", "position")
    return Rows([themes, sectors, labels, filters])


def waiting_q(workflow: Workflow) -> Q:
    """Return what waits for somebody else: a reporter, an owner, a ministry."""
    return Q(state__in=_waiting(workflow))


def _waiting(workflow: Workflow) -> frozenset[str]:
    return workflow.sets.get("waiting", workflow.sets.get("paused", frozenset()))


def very_late_q(workflow: Workflow, today: date) -> Q:
    """Return what is late by more than a few working days."""
    return late_q(workflow, today) & Q(due_at__lt=earliest_within(today, VERY_LATE_DAYS))


def late_q(workflow: Workflow, today: date) -> Q:
    """Return what is late: the term has passed, and the clock is not standing still."""
    ticking = workflow.sets["open"] - workflow.sets.get("paused", frozenset())
    return Q(state__in=ticking, due_at__lt=today)


def week_q(workflow: Workflow, today: date) -> Q:
    """Return what is due in the seven days from today on."""
    ticking = workflow.sets["open"] - workflow.sets.get("paused", frozenset())
    return Q(state__in=ticking, due_at__gte=today, due_at__lt=today + timedelta(days=7))


class Choose(django_filters.ChoiceFilter):
    """A filter by one choice, drawn without a template for each option."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, widget=PlainSelect, **kwargs)


class Tied(Choose):
    """A filter by what dossiers are tied to, such as a theme.

    The ties themselves are asked, by number: joined to the table of what they are tied to, PostgreSQL cannot
    know that one theme has a third of all dossiers, and looks up every one of them.
    """

    def filter(self, queryset: QuerySet, value: str) -> QuerySet:
        """Keep what is tied to the chosen one."""
        if not value:
            return queryset
        field: Any = Dossier._meta.get_field(self.field_name)
        chosen = {field.m2m_reverse_field_name(): self.parent.names.number(self.what, value)}
        return queryset.filter(pk__in=field.remote_field.through.objects.filter(**chosen).values("dossier"))

    @property
    def what(self) -> str:
        """What dossiers are tied to: a theme, a sector or a label."""
        return _TIES[self.field_name]


class DossierFilterSet(WagtailFilterSet):
    """The filters of a queue, each with its place in the address; without one the open work shows."""

    workflow: ClassVar[Workflow]
    permission: ClassVar[str]

    zoek = django_filters.CharFilter(label="Zoek op woorden of kenmerk", method="by_text")
    stand = Choose(label="Status", method="by_state", empty_label="Alles wat open is")
    wie = Choose(label="Behandelaar", method="by_person", empty_label="Iedereen")
    termijn = Choose(
        label="Termijn",
        method="by_term",
        empty_label="Alle termijnen",
        choices=((LATE, "Te laat"), (VERY_LATE, "Veel te laat"), (THIS_WEEK, "Deze week")),
    )
    thema = Tied(label="Thema", field_name="themes", empty_label="Alle thema's")
    sector = Tied(label="Sector", field_name="sectors", empty_label="Alle sectoren")
    label = Tied(label="Label", field_name="labels", empty_label="Alle labels")

    class Meta:
        model = Dossier
        fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["stand"].extra["choices"] = [
            (WAITING, "Wacht op een ander"),
            *self.workflow.choices(),
            (EVERYTHING, "Alles"),
        ]
        people = [(str(user.pk), str(user)) for user in people_with(self.permission).only(*NAMED)]
        self.filters["wie"].extra["choices"] = [(MINE, "Ik"), (NOBODY, "Niemand"), *people]
        self.names = Names(self.kind, self.request.user.pk)
        for name in (THEME, SECTOR, LABEL):
            self.filters[name].extra["choices"] = self.names.choices(name)

    @property
    def kind(self) -> str:
        """The kind whose dossiers are filtered: its process begins every entry with its code."""
        found = processes.all_processes().values()
        return next(process.prefix for process in found if process.workflow is self.workflow)

    @property
    def states(self) -> frozenset[str]:
        """The states that are asked for."""
        chosen = self.form.cleaned_data["stand"]
        if chosen == EVERYTHING:
            return frozenset(state.code for state in self.workflow.states)
        sets = {"": self.workflow.sets["open"], WAITING: _waiting(self.workflow)}
        return sets.get(chosen, frozenset({chosen}))

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Apply the filters; without a state only what is open."""
        queryset = super().filter_queryset(queryset)
        if not self.form.cleaned_data["stand"]:
            queryset = queryset.filter(state__in=self.states)
        return queryset

    def by_text(self, queryset: QuerySet, _name: str, value: str) -> QuerySet:
        """Keep what has all these words in its team text, or a reference that begins like this."""
        if _REFERENCE.fullmatch(value):
            return queryset.filter(reference__startswith=value.upper())
        only_open = self.states <= self.workflow.sets["open"]
        return queryset.filter(pk__in=search.dossiers_with(value, self.kind, only_open=only_open))

    def by_state(self, queryset: QuerySet, _name: str, value: str) -> QuerySet:
        """Keep one state, what waits for somebody else, or everything."""
        return queryset if value == EVERYTHING else queryset.filter(state__in=self.states)

    def by_person(self, queryset: QuerySet, _name: str, value: str) -> QuerySet:
        """Keep the work of one person, of the reader, or of nobody."""
        if value == NOBODY:
            return queryset.filter(assignee__isnull=True)
        return queryset.filter(assignee=self.request.user.pk if value == MINE else int(value))

    def by_term(self, queryset: QuerySet, _name: str, value: str) -> QuerySet:
        """Keep what is late, very late, or due this week."""
        rules = {LATE: late_q, VERY_LATE: very_late_q, THIS_WEEK: week_q}
        return queryset.filter(rules[value](self.workflow, timezone.localdate()))
