# SPDX-License-Identifier: EUPL-1.2
"""A work queue in the admin: counters, quick filters, filters with an address, a table and pages.

Built on Wagtail's listing view with an own table template. Everything that a list filters, sorts or
counts on stands in the dossier's own table.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from django.db.models import F, QuerySet, Value
from wagtail.admin.views.generic.base import BaseListingView

from netwerk import kinds
from netwerk.models import Dossier
from netwerk.workflow import Workflow

from .case_screen import Term
from .counts import Counter, Counts
from .filters import LABEL, LATE, MINE, NOBODY, SECTOR, THEME
from .paging import CappedPaginator, capped
from .table import DeskColumn, QueueTable
from .views import DeskView

PAGE_SIZE = 25


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
    no_rows: ClassVar[str] = "Geen resultaten."
    orders: ClassVar[Mapping[str, str]] = {
        "kenmerk": "id",
        "termijn": "due_at",
        "binnen": "created_at",
        "nieuws": "last_news_at",
    }

    def columns_for(self) -> Sequence[DeskColumn]:
        """Return the columns."""
        raise NotImplementedError

    def rows(self) -> QuerySet:
        """Return the objects behind the dossiers, with what a row shows."""
        raise NotImplementedError

    def row_term(self, row: Any) -> Term | None:
        """Return the deadline of a row; None when it has none."""
        raise NotImplementedError

    def counters(self, counts: Counts) -> list[Counter]:
        """Return the product's own counters."""
        return []

    def header_links(self) -> list[tuple[str, str, str]]:
        """Return (label, address, icon) of what can be begun here."""
        return []

    @cached_property
    def columns(self) -> list[DeskColumn]:
        """The columns, as Wagtail's listing asks for them."""
        return list(self.columns_for())

    def get_base_queryset(self) -> QuerySet:
        """Return the dossiers of this kind that the reader may see: filters and order ask one table."""
        return Dossier.objects.filter(kinds.kind(self.kind).visible_q(self.actor), kind=self.kind)

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Apply the filters; an address that makes no sense shows what is open."""
        if self.filters and self.filters.is_valid():
            return self.filters.filter_queryset(queryset)
        return queryset.filter(state__in=self.workflow.sets["open"])

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """Order by the chosen column, rows without a value last, and always the same way."""
        key = self.ordering.lstrip("-")
        field = F(self.orders[key])
        down = self.ordering.startswith("-")
        primary = field.desc(nulls_last=True) if down else field.asc(nulls_last=True)
        return queryset.order_by(primary, "-pk" if down else "pk")

    def paginate_queryset(self, queryset: QuerySet, page_size: int) -> tuple[Any, Any, Any, bool]:
        """Return one page of rows with everything they show."""
        paginator = CappedPaginator(queryset, page_size, self.rows())
        page = paginator.fetch(self.request.GET.get(self.page_kwarg, "1"))
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
        """Give each row its `facts`: per word the numbers, such as those of its themes."""
        first, *others = self.facts([row.pk for row in rows])
        found: defaultdict[int, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for what, dossier, number in first.union(*others, all=True):
            found[dossier][what].append(number)
        for row in rows:
            row.facts = found[row.pk]
            row.places = [self.filters.names.name(k, n) for k in (THEME, SECTOR) for n in row.facts[k]]
            row.tags = sorted(self.filters.names.name(LABEL, n) for n in row.facts[LABEL])

    def get_table_kwargs(self) -> dict[str, Any]:
        """Return what the table needs more."""
        query = self.request.GET.copy()
        query.pop(self.page_kwarg, None)
        base = f"{self.request.path}?{query.urlencode()}"
        return {
            **super().get_table_kwargs(),
            "base_url": base,
            "caption": self.caption,
            "row_class": lambda row: (self.row_term(row) or _NO_TERM).row,
        }

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return everything for the page."""
        context = super().get_context_data(*args, **kwargs)
        counts = Counts(self.get_base_queryset(), self.workflow, self.reader_id)
        query = self.request.GET.copy()
        query.pop(self.page_kwarg, None)
        context.update(
            title=self.page_title,
            counters=[*counts.common(), *self.counters(counts)],
            chips=self._chips(counts),
            links=self.header_links(),
            no_rows=self.no_rows,
            query=f"{query.urlencode()}&" if query else "",
            now=self.now,
        )
        return context

    def _chips(self, counts: Counts) -> list[Chip]:
        """Return the quick filters: whose work, what is late, and each open state that has rows."""
        here = {name: value for name, value in self.request.GET.items() if value and name != self.page_kwarg}
        wanted: list[tuple[str, dict[str, str], int]] = [
            ("Van mij", {"wie": MINE}, counts["mine"]),
            ("Hele team", {}, counts["open"]),
            ("Te laat", {"termijn": LATE}, counts["late"]),
            ("Zonder behandelaar", {"wie": NOBODY}, counts["nobody"]),
        ]
        wanted += [
            (state.label, {"stand": state.code}, counts.of(state.code))
            for state in self.workflow.states
            if state.code in self.workflow.sets["open"] and counts.of(state.code)
        ]
        return [
            Chip(label, "&".join(f"{k}={v}" for k, v in ask.items()), number, ask == here)
            for label, ask, number in wanted
        ]


_NO_TERM = Term("", "", "")
