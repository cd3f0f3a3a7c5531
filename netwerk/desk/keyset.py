# SPDX-License-Identifier: EUPL-1.2
"""Beyond the pages with a number: previous and next from the row where the reader is.

A page far down a list costs the database as much as all pages before it; from a row on it costs the
same everywhere. Rows without a value come last, as in the rest of the list.
"""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import F, Q, QuerySet

from netwerk.models import Dossier


@dataclass(frozen=True)
class Order:
    """By which column of the dossier a list goes, and which way."""

    field: str
    down: bool = False

    @property
    def may_be_empty(self) -> bool:
        """Whether rows may have no value in this column."""
        return Dossier._meta.get_field(self.field).null

    def apply(self, rows: QuerySet, backwards: bool = False) -> QuerySet:
        """Order rows; backwards for the page before a row.

        Where empty ones go is said only of a column that knows them: asked to put nothing last, PostgreSQL
        sorts all rows instead of reading the first page from the index.
        """
        column, down = F(self.field), self.down is not backwards
        last = {"nulls_first": True} if backwards else {"nulls_last": True}
        empty = last if self.may_be_empty else {}
        return rows.order_by(column.desc(**empty) if down else column.asc(**empty), "-pk" if down else "pk")


@dataclass(frozen=True)
class Cursor:
    """A row in a list: its value in the column of the order, and its number."""

    value: Any
    pk: int

    @classmethod
    def of(cls, row: Any, order: Order) -> "Cursor":
        """Return where a row is."""
        return cls(row.pk if order.field == "id" else getattr(row, order.field), row.pk)

    @classmethod
    def read(cls, text: str, order: Order) -> "Cursor | None":
        """Read a cursor from an address; None when it makes no sense."""
        value, _, number = text.rpartition("_")
        if not (number.isdecimal() and len(number) < 19):
            return None
        try:
            read = Dossier._meta.get_field(order.field).to_python(value or None)  # type: ignore[union-attr]
        except ValidationError:
            return None
        return cls(read, int(number))

    def __str__(self) -> str:
        value = self.value.isoformat() if hasattr(self.value, "isoformat") else self.value
        return f"{'' if value is None else value}_{self.pk}"


def beyond(cursor: Cursor, order: Order, backwards: bool = False) -> Q:
    """Return the rows after a row, or before it.

    That they are not before it is said on its own too: from there on the database reads the index.
    """
    down = order.down is not backwards
    further = "lt" if down else "gt"
    same = Q(**{f"pk__{further}": cursor.pk})
    if cursor.value is None:
        empty = Q(**{f"{order.field}__isnull": True}) & same
        return empty | Q(**{f"{order.field}__isnull": False}) if backwards else empty
    found = Q(**{f"{order.field}__{further}": cursor.value}) | (Q(**{order.field: cursor.value}) & same)
    found &= Q(**{f"{order.field}__{further}e": cursor.value})
    empty_too = order.may_be_empty and not backwards
    return found | Q(**{f"{order.field}__isnull": True}) if empty_too else found
