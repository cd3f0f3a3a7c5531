# SPDX-License-Identifier: EUPL-1.2
"""Pages by number over a count that stops, in one query with the rows."""

from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import IntegerField, QuerySet, Subquery

MOST_COUNTED = 1000


class CountUpTo(Subquery):
    """How many rows a query has, up to its slice: counting stops there, and costs no query of its own."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()


def capped(number: int) -> str:
    """Return a capped count in words."""
    return "1.000+" if number > MOST_COUNTED else str(number)


class CappedPaginator(Paginator):
    """Pages by number over a count that stops: nobody turns to page 41, and counting all is slow.

    `rows` are the objects to show when the list itself is narrower than they are: the page is then found
    in one table, and only its rows are joined to theirs.
    """

    def __init__(self, object_list: Any, per_page: int, rows: QuerySet | None = None) -> None:
        super().__init__(object_list, per_page)
        self.rows = rows
        self._known: int | None = None

    @cached_property
    def count(self) -> int:
        """Return how many rows there are, or one more than the most that is counted."""
        if self._known is not None:
            return self._known
        rows: Any = self.object_list
        return len(rows.order_by().values_list("pk", flat=True)[: MOST_COUNTED + 1])

    @property
    def count_text(self) -> str:
        """Return the count in words."""
        return "meer dan 1.000" if self.count > MOST_COUNTED else str(self.count)

    def fetch(self, number: str) -> Page:
        """Return a page with its rows and the count, in one query; a number that makes no sense is page 1."""
        wanted = int(number) if number.isdecimal() and 0 < len(number) < 5 and int(number) else 1
        start = (wanted - 1) * self.per_page
        queryset: Any = self.object_list
        counted = CountUpTo(queryset.order_by().values("pk")[: MOST_COUNTED + 1])
        found = queryset[start : start + self.per_page]
        if self.rows is not None:
            found = self.rows.filter(pk__in=found.values("pk")).order_by(*queryset.query.order_by)
        rows = list(found.annotate(counted=counted))
        if not rows and wanted > 1:
            return self.fetch("1")
        self._known = rows[0].counted if rows else 0
        return Page(rows, wanted, self)
