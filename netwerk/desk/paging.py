# SPDX-License-Identifier: EUPL-1.2
"""Pages by number over a count that stops: the list is walked once, for the page and for the count."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from .keyset import Cursor, Order, beyond

MOST_COUNTED = 1000


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

    def stop_counting(self) -> None:
        """Say that there are more than are counted."""
        self._known = MOST_COUNTED + 1

    @property
    def count_text(self) -> str:
        """Return the count in words."""
        return "meer dan 1.000" if self.count > MOST_COUNTED else str(self.count)

    def fetch(self, number: str) -> Page:
        """Return a page with its rows; a number that makes no sense is page 1.

        Takes two queries: the numbers of all rows that are counted, in their order, and the rows of the page.
        Asked for both at once, the database would look for what a filter or words keep twice.
        """
        wanted = int(number) if number.isdecimal() and 0 < len(number) < 5 and int(number) else 1
        queryset: Any = self.object_list
        numbers = list(queryset.values_list("pk", flat=True)[: MOST_COUNTED + 1])
        self._known = len(numbers)
        start = (wanted - 1) * self.per_page
        if wanted > MOST_COUNTED // self.per_page or start >= len(numbers):
            wanted, start = 1, 0
        asked = numbers[start : start + self.per_page]
        among = queryset.order_by() if self.rows is None else self.rows
        found = {row.pk: row for row in among.filter(pk__in=asked)} if asked else {}
        return Page([found[pk] for pk in asked if pk in found], wanted, self)


class FarPage(Page):
    """A page beyond the numbered ones: it has no number, and knows whether there is more."""

    def __init__(self, rows: list[Any], paginator: CappedPaginator, more: bool, before: bool) -> None:
        super().__init__(rows, 0, paginator)
        self.more, self.before = more, before

    def has_next(self) -> bool:
        """Whether rows come after it."""
        return self.more

    def has_previous(self) -> bool:
        """Whether rows come before it: always, because the numbered pages do."""
        return self.before


def far_page(paginator: CappedPaginator, order: Order, cursor: Cursor, backwards: bool) -> FarPage | None:
    """Return the page after a row, or before it; None when there is no whole page before it."""
    queryset: Any = paginator.object_list
    wanted = paginator.per_page + 1
    found = order.apply(queryset.filter(beyond(cursor, order, backwards)), backwards)[:wanted]
    if paginator.rows is not None:
        found = order.apply(paginator.rows.filter(pk__in=found.values("pk")), backwards)
    rows = list(found)
    more = len(rows) == wanted
    rows = rows[: paginator.per_page]
    if not rows or (backwards and not more):
        return None
    paginator.stop_counting()
    return FarPage(rows[::-1] if backwards else rows, paginator, more or backwards, True)


@dataclass(frozen=True)
class Links:
    """Where previous and next lead, as the end of an address; nothing where there is none."""

    previous: str
    next: str
    number: int


def links_of(page: Any, order: Order) -> Links:
    """Return the links of a page: by number as long as those reach, then from its first and last row."""
    rows = list(page.object_list)
    if not rows:
        return Links("", "", 1)
    far = isinstance(page, FarPage)
    beyond_numbers = far or page.number >= MOST_COUNTED // page.paginator.per_page
    before, after = Cursor.of(rows[0], order), Cursor.of(rows[-1], order)
    back = urlencode({"voor": before}) if far else f"pagina={page.number - 1}"
    on = urlencode({"na": after}) if beyond_numbers else f"pagina={page.number + 1}"
    return Links(back if page.has_previous() else "", on if page.has_next() else "", page.number)
