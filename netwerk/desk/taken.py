# SPDX-License-Identifier: EUPL-1.2
"""Who looked at what is normally closed, and who took a list out of the portal: one log, newest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any, ClassVar

import django_filters
from django import forms
from django.core.paginator import Paginator
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Value
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.filters import WagtailFilterSet

from netwerk import kinds, timeline
from netwerk.models import Export, Look, TimelineEntry, User
from netwerk.templatetags.netwerk import nl_datetime, pill

from . import export
from .filters import Choose
from .paging import MOST_COUNTED, capped
from .people import NAMED
from .saved import kept_query
from .table import DeskColumn, QueueTable
from .together import Counting
from .views import DeskView

PERMISSION = "netwerk.view_export"
PAGE_SIZE = 50
BY_LINK = "link"
IDENTITY, LOOK, EXPORT = "persoon", "blik", "export"
SORTS = {
    IDENTITY: ("Zag wie het is", "eye"),
    LOOK: ("Keek zoals een ander", "users"),
    EXPORT: ("Nam een lijst mee", "download"),
}
_COLUMNS = ("sort", "pk", "at")


@dataclass(frozen=True)
class Line:
    """One line of the log. It names no reporter: only who looked, when, at which dossier and why."""

    sort: str
    at: datetime
    who: str
    about: str
    what: str

    @property
    def label(self) -> str:
        """What sort of look it was, in words."""
        return SORTS[self.sort][0]


def _watched() -> QuerySet[TimelineEntry]:
    return TimelineEntry.objects.filter(watched=True)


def _day(label: str, method: str) -> django_filters.DateFilter:
    return django_filters.DateFilter(
        label=label,
        method=method,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Deze dag begrijpen we niet. Schrijf bijvoorbeeld 31-12-2026."},
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
    )


class LogFilterSet(WagtailFilterSet):
    """Who, what sort, and from which day to which; each table gives its rows `who` and `sort`."""

    wie = Choose(label="Wie", method="by_person", empty_label="Iedereen")
    soort = Choose(
        label="Soort",
        field_name="sort",
        empty_label="Alle soorten",
        choices=[(code, label) for code, (label, _icon) in SORTS.items()],
    )
    van = _day("Vanaf", "from_day")
    tot = _day("Tot en met", "until_day")

    class Meta:
        model = Export
        fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [(str(user.pk), str(user)) for user in _people()]
        self.filters["wie"].extra["choices"] = [*people, (BY_LINK, "Iemand met een persoonlijke link")]

    def by_person(self, queryset: QuerySet, _name: str, value: str) -> QuerySet:
        """Keep what one account did, or what was done with a personal link."""
        if value == BY_LINK:
            return queryset.filter(by_link=True)
        return queryset.filter(who=int(value))

    def from_day(self, queryset: QuerySet, _name: str, value: date) -> QuerySet:
        """Keep what was on this day or later; by moments, so that an index serves."""
        return queryset.filter(at__gte=_begin(value))

    def until_day(self, queryset: QuerySet, _name: str, value: date) -> QuerySet:
        """Keep what was on this day or before."""
        return queryset.filter(at__lt=_begin(value + timedelta(days=1)))


def _begin(day: date) -> datetime:
    """Return the moment that a day begins in the Netherlands."""
    return timezone.make_aware(datetime.combine(day, time()))


def _people() -> QuerySet[User]:
    """Return who stands in the log and still has an account, by name."""
    mine = {"user": OuterRef("pk")}
    seen = Exists(_watched().filter(actor=OuterRef("pk")))
    logged = seen | Exists(Look.objects.filter(**mine)) | Exists(Export.objects.filter(**mine))
    return User.objects.filter(logged).only(*NAMED).order_by("first_name", "last_name", "email")


def _sources() -> dict[str, QuerySet]:
    """Return the three tables of the log, each with the same words for what is filtered."""
    link = Q(actor_kind=TimelineEntry.ActorKind.LINK)
    entries = _watched().annotate(who=F("actor"), by_link=link)
    looks, exports = (
        model.objects.annotate(who=F("user"), by_link=Q(pk__isnull=True)) for model in (Look, Export)
    )
    found = {IDENTITY: entries, LOOK: looks, EXPORT: exports}
    return {
        sort: rows.annotate(sort=Value(sort, output_field=CharField())).order_by()
        for sort, rows in found.items()
    }


class _LogPages(Paginator):
    """Pages over the three tables together; counting stops where it does for every list."""

    def __init__(self, found: dict[str, QuerySet], counted: int) -> None:
        super().__init__(_Together(found), PAGE_SIZE)  # type: ignore[arg-type]
        self._counted = min(counted, MOST_COUNTED)
        self.count_text = "meer dan 1.000" if counted > MOST_COUNTED else capped(counted)

    @cached_property
    def count(self) -> int:
        """Return how many lines can be turned to."""
        return self._counted


class Taken(DeskView):
    """The log with its filters, in a fixed number of queries, and as a file."""

    permission: ClassVar[str] = PERMISSION

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show one page of the log."""
        filters = self._filters()
        found = self._found(filters)
        numbers = Counting(found).fetch()
        pages = _LogPages(found, sum(number or 0 for number in numbers.values()))
        page = pages.get_page(request.GET.get("pagina"))
        lines = _lines(page.object_list)
        query = request.GET.copy()
        query.pop("pagina", None)
        context = {
            "title": "Inzage en export",
            "filters": filters,
            "is_filtering": any(value for name, value in query.items()),
            "object_list": lines,
            "table": QueueTable(COLUMNS, lines, caption="Inzage en export", row_class=lambda _row: ""),
            "paginator": pages,
            "page_obj": page,
            "query": f"{query.urlencode()}&" if query else "",
        }
        return self.show("netwerk/desk/taken.html", context)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Return the log as a file, as it is filtered now; that stands in the log from then on."""
        form = request.POST.get("bestand", "")
        asked = kept_query(request.GET)
        if form not in export.FORMS:
            return HttpResponseRedirect(f"{request.path}?{asked}")
        lines = _lines(_Together(self._found(self._filters()))[: export.MOST_ROWS])
        cells = [[line.at, line.who, line.label, line.about, line.what] for line in lines]
        export.remember(Export(kind="inzage", form=form, query=asked[:500], rows=len(lines)), **self.who)
        name = f"inzage-{timezone.localdate(self.now)}"
        return export.answer(form, name, ["Wanneer", "Wie", "Soort", "Kenmerk", "Wat"], cells)

    def _filters(self) -> LogFilterSet:
        return LogFilterSet(self.request.GET, Export.objects.none(), request=self.request)

    def _found(self, filters: LogFilterSet) -> dict[str, QuerySet]:
        """Return what the filters keep of each table; with a filter that makes no sense, nothing."""
        if not filters.is_valid():
            return {sort: rows.none() for sort, rows in _sources().items()}
        return {sort: filters.filter_queryset(rows) for sort, rows in _sources().items()}


class _Together:
    """The rows of all tables, newest first. Of each table only as many are read as the slice may need."""

    def __init__(self, found: dict[str, QuerySet]) -> None:
        self._found = found

    def __getitem__(self, wanted: slice) -> list[tuple[str, int, datetime]]:
        rows = [
            row
            for table in self._found.values()
            for row in table.order_by("-at", "-pk").values_list(*_COLUMNS)[: wanted.stop]
        ]
        rows.sort(key=lambda row: (row[2], row[1]), reverse=True)
        return rows[wanted]


def _lines(rows: Iterable[tuple[str, int, datetime]]) -> list[Line]:
    """Return these rows as lines, in their order: one query a table, however many there are."""
    wanted = [(sort, pk) for sort, pk, _at in rows]
    known: dict[tuple[str, int], Line] = {}
    for sort, (objects, read) in _READERS.items():
        keys = [pk for other, pk in wanted if other == sort]
        for row in objects().filter(pk__in=keys) if keys else ():
            known[sort, row.pk] = read(row)
    return [known[key] for key in wanted if key in known]


def _of_entry(entry: TimelineEntry) -> Line:
    return Line(IDENTITY, entry.at, entry.actor_label, entry.dossier.reference, timeline.sentence(entry))


def _of_look(look: Look) -> Line:
    what = f"Keek zoals {look.reader}."
    return Line(LOOK, look.at, look.user_label, look.dossier.reference, what)


def _of_export(taken: Export) -> Line:
    kind = kinds.find(taken.kind)
    filtered = f" Filter: {taken.query}." if taken.query else ""
    rows = f"{taken.rows} {'rij' if taken.rows == 1 else 'rijen'}"
    what = f"Lijst ‘{kind.label if kind else taken.kind}’ als {taken.form}, {rows}.{filtered}"
    return Line(EXPORT, taken.at, taken.user_label, "", what)


_READERS: dict[str, tuple[Any, Any]] = {
    IDENTITY: (lambda: TimelineEntry.objects.select_related("dossier"), _of_entry),
    LOOK: (lambda: Look.objects.select_related("dossier"), _of_look),
    EXPORT: (lambda: Export.objects.all(), _of_export),
}


def _sort_cell(line: Line) -> SafeString:
    return pill(line.label, "neutral", SORTS[line.sort][1], mini=True)


def _about_cell(line: Line) -> SafeString | str:
    return line.about or format_html('<span class="muted">{}</span>', "Geen dossier")


COLUMNS: Sequence[DeskColumn] = (
    DeskColumn("Wanneer", lambda line: nl_datetime(line.at), css="nowrap"),
    DeskColumn("Wie", lambda line: line.who, css="heading"),
    DeskColumn("Soort", _sort_cell),
    DeskColumn("Kenmerk", _about_cell, css="nowrap"),
    DeskColumn("Wat", lambda line: line.what),
)
