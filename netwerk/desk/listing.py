# SPDX-License-Identifier: EUPL-1.2
"""A work queue in the admin: counters, quick filters, filters with an address, a table and pages.

Built on Wagtail's listing view with an own table template. Everything that a list filters, sorts or
counts on stands in the dossier's own table.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from django.core.paginator import Page
from django.db.models import Q, QuerySet, Value
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from wagtail.admin.views.generic.base import BaseListingView

from netwerk import kinds, planning
from netwerk.models import Dossier, Export
from netwerk.rows import Rows
from netwerk.workflow import Workflow

from . import export
from .bulk import ways_for
from .case_screen import Term
from .counts import Counter, Counts
from .filters import LABEL, LATE, MINE, NOBODY, SAVED, SECTOR, THEME, WAITING
from .keyset import Cursor, Order
from .paging import CappedPaginator, capped, far_page, links_of
from .people import NAMED
from .saved import kept_query
from .table import REFERENCE, DeskColumn, QueueTable, pick_cell, title_cell
from .views import DeskView

PAGE_SIZE = 25
ROW = (
    *("kind", "reference", "title", "state", "due_at", "created_at", "last_news_at"),
    *(f"assignee__{name}" for name in NAMED),
)
"""What every row shows: a queue leaves the long texts of its dossiers in the database."""

Numbers = tuple[tuple[str, str, str], ...]
"""(state, words, icon) for each number on top."""


@dataclass(frozen=True)
class Chip:
    """A quick filter: a link with its count."""

    label: str
    query: str
    number: int
    current: bool

    @property
    def text(self) -> str:
        """The number in words."""
        return capped(self.number)


@dataclass(frozen=True)
class SavedChip:
    """A filter that somebody kept."""

    label: str
    query: str
    current: bool


class QueueView(DeskView, BaseListingView):
    """A queue of one kind of dossier. A product names its rows, columns and words."""

    template_name = "netwerk/desk/queue.html"
    table_class = QueueTable
    paginate_by = PAGE_SIZE
    page_kwarg = "pagina"
    default_ordering = "termijn"
    workflow: ClassVar[Workflow]
    kind: ClassVar[str]
    caption: ClassVar[str] = ""
    counted: ClassVar[Numbers] = ()
    """The states that have a number on top."""
    no_rows: ClassVar[str] = "Geen resultaten."
    orders: ClassVar[Mapping[str, str]] = {
        "kenmerk": "id",
        "termijn": "due_at",
        "binnen": "created_at",
        "nieuws": "last_news_at",
    }

    def columns_for(self) -> Sequence[DeskColumn]:
        """Return the columns after the reference and the title."""
        raise NotImplementedError

    def rows(self) -> QuerySet:
        """Return the objects behind the dossiers, with what a row shows."""
        raise NotImplementedError

    def row_term(self, row: Any) -> Term | None:
        """Return the deadline of a row; None when it has none."""
        raise NotImplementedError

    def header_links(self) -> list[tuple[str, str, str]]:
        """Return (label, address, icon) of what can be begun here."""
        return []

    @cached_property
    def columns(self) -> list[DeskColumn]:
        """The columns, as Wagtail's listing asks for them; the first is to choose rows with."""
        kind = kinds.kind(self.kind)
        title = DeskColumn("Titel", lambda row: title_cell(row, kind.url(row)), css="heading")
        chosen = [DeskColumn("Kies", pick_cell, css="pick-cell")] if ways_for(kind) else []
        return [*chosen, REFERENCE, title, *self.columns_for()]

    @cached_property
    def order(self) -> Order:
        """By which column the list goes."""
        return Order(self.orders[self.ordering.lstrip("-")], self.ordering.startswith("-"))

    def among(self) -> Q:
        """Return which dossiers this queue is about, of those that the reader may see."""
        return kinds.kind(self.kind).visible_q(self.actor) & Q(kind=self.kind)

    def get_base_queryset(self) -> QuerySet:
        """Return the dossiers of this queue: filters and order ask one table."""
        return Dossier.objects.filter(self.among())

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Apply the filters; an address that makes no sense shows what is open."""
        if self.filters and self.filters.is_valid():
            return self.filters.filter_queryset(queryset)
        return queryset.filter(state__in=self.workflow.sets["open"])

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """Order by the chosen column, rows without a value last, and always the same way."""
        return self.order.apply(queryset)

    def paginate_queryset(self, queryset: QuerySet, page_size: int) -> tuple[Any, Any, Any, bool]:
        """Return one page of rows with everything they show: by number, or from a row on when far down."""
        asked = self.request.GET
        paginator = CappedPaginator(queryset, page_size, self.rows())
        backwards = "voor" in asked
        cursor = Cursor.read(asked.get("voor") or asked.get("na") or "", self.order)
        with planning.for_these_values() if any(map(asked.get, _UNEVEN)) else nullcontext():
            far = far_page(paginator, self.order, cursor, backwards) if cursor else None
            page: Page = far or paginator.fetch(asked.get(self.page_kwarg, "1"))
        rows = list(page.object_list)
        self.complete(rows)
        return paginator, page, rows, page.has_other_pages()

    def facts(self, ids: list[int]) -> list[QuerySet]:
        """Return queries over (what, dossier, number) for these rows; together they are one query."""
        themes: QuerySet = Dossier.themes.through.objects.filter(dossier_id__in=ids)
        sectors: QuerySet = Dossier.sectors.through.objects.filter(dossier_id__in=ids)
        labels: QuerySet = Dossier.labels.through.objects.filter(dossier_id__in=ids)
        return [
            labels.annotate(what=Value(LABEL)).values_list("what", "dossier_id", "label_id"),
            themes.annotate(what=Value(THEME)).values_list("what", "dossier_id", "theme_id"),
            sectors.annotate(what=Value(SECTOR)).values_list("what", "dossier_id", "sector_id"),
        ]

    def complete(self, rows: list[Any]) -> None:
        """Give each row its `term`, and its `facts`: per word the numbers, such as those of its themes."""
        found: defaultdict[int, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for what, dossier, number in Rows(self.facts([row.pk for row in rows])).fetch():
            found[dossier][what].append(number)
        for row in rows:
            row.facts = found[row.pk]
            row.places = [self.filters.names.name(k, n) for k in (THEME, SECTOR) for n in row.facts[k]]
            row.term = self.row_term(row)
            row.tags = sorted(self.filters.names.name(LABEL, n) for n in row.facts[LABEL])

    def get_table_kwargs(self) -> dict[str, Any]:
        """Return what the table needs more."""
        query = self.request.GET.copy()
        for name in (self.page_kwarg, "na", "voor"):
            query.pop(name, None)
        base = f"{self.request.path}?{query.urlencode()}"
        return {
            **super().get_table_kwargs(),
            "base_url": base,
            "caption": self.caption,
            "row_class": lambda row: row.term.row if row.term else "",
        }

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return everything for the page."""
        context = super().get_context_data(*args, **kwargs)
        states = [state for state, _words, _icon in self.counted]
        counts = Counts(self.among(), self.workflow, self.reader_id, states)
        own = [Counter(counts.of(state), words, icon) for state, words, icon in self.counted]
        query = kept_query(self.request.GET)
        context.update(
            title=self.page_title,
            counters=[*counts.common(), *own],
            chips=self._chips(counts),
            saved=self._saved(query),
            links=self.header_links(),
            no_rows=self.no_rows,
            pages=links_of(context["page_obj"], self.order),
            query=query,
            kind=self.kind,
            ways=ways_for(kinds.kind(self.kind)),
            now=self.now,
        )
        return context

    def _chips(self, counts: Counts) -> list[Chip]:
        """Return the tabs: whose work it is, what waits, what is late. States are in the filter."""
        here = {name: value for name, value in self.request.GET.items() if value and name not in _PLACES}
        wanted: list[tuple[str, dict[str, str], int]] = [
            ("Van mij", {"wie": MINE}, counts["mine"]),
            ("Zonder behandelaar", {"wie": NOBODY}, counts["nobody"]),
            ("Hele team", {}, counts["open"]),
            ("Wacht op een ander", {"stand": WAITING}, counts["waiting"]),
            ("Te laat", {"termijn": LATE}, counts["late"]),
        ]
        return [
            Chip(label, "&".join(f"{k}={v}" for k, v in ask.items()), number, ask == here)
            for label, ask, number in wanted
        ]

    def _saved(self, query: str) -> list[SavedChip]:
        """Return the kept filters, own and shared."""
        return [SavedChip(name, kept, kept == query) for kept, name in self.filters.names.choices(SAVED)]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Return the list as a file, as it is filtered now; who took it is written down."""
        form = request.POST.get("bestand", "")
        if form not in export.FORMS:
            return HttpResponseRedirect(f"{request.path}?{kept_query(request.GET)}")
        found = self.order_queryset(self.filter_queryset(self.get_base_queryset()))
        rows = self._all_rows(list(found.values_list("pk", flat=True)[: export.MOST_ROWS]))
        head = [label for label, _show in EXPORTED]
        names = {state.code: state.label for state in self.workflow.states}
        cells = [
            [names[row.state] if show is None else show(row) for _label, show in EXPORTED] for row in rows
        ]
        asked = request.GET.copy()
        asked.pop("zoek", None)  # what somebody searches for may be about a person
        taken = Export(kind=self.kind, form=form, query=kept_query(asked)[:500], rows=len(rows))
        export.remember(taken, **self.who)
        return export.answer(form, f"{self.kind}-{timezone.localdate(self.now)}", head, cells)

    def _all_rows(self, ids: list[int]) -> list[Any]:
        """Return these rows in this order, with everything they show."""
        rows = []
        for start in range(0, len(ids), _CHUNK):
            part = ids[start : start + _CHUNK]
            found = {row.pk: row for row in Dossier.objects.filter(pk__in=part).select_related("assignee")}
            some = [found[pk] for pk in part if pk in found]
            self.complete(some)
            rows += some
        return rows


_CHUNK = 500
_PLACES = ("pagina", "na", "voor")
_UNEVEN = ("zoek", THEME, SECTOR, LABEL)
"""Filters of which one value keeps nearly all and another nearly nothing."""
EXPORTED: tuple[tuple[str, Callable[[Any], Any] | None], ...] = (
    ("Kenmerk", lambda row: row.reference),
    ("Titel", lambda row: row.title),
    ("Status", None),  # its words stand in the state table
    ("Behandelaar", lambda row: row.assignee or ""),
    ("Termijn", lambda row: row.due_at),
    ("Binnen sinds", lambda row: row.created_at),
    ("Laatste nieuws", lambda row: row.last_news_at),
    ("Thema's en sectoren", lambda row: ", ".join(row.places)),
    ("Labels", lambda row: ", ".join(row.tags)),
)
