# SPDX-License-Identifier: EUPL-1.2
"""Several small queries in one statement, put together from the text that Django makes of each.

Django's own union and annotations would do the same; building them costs twice as much processor time as
the database takes to answer, on every screen of the desk.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from .paging import MOST_COUNTED


def rows_of(queries: Iterable[QuerySet]) -> list[tuple[Any, ...]]:
    """Return the rows of all these queries, which ask for as many plain values each, in no order."""
    texts: list[str] = []
    values: list[Any] = []
    for rows in queries:
        with suppress(EmptyResultSet):  # what can hold nothing is not asked
            text, given = rows.order_by().query.sql_with_params()
            texts.append(text)
            values += given
    if not texts:
        return []
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(texts), values)
        return cursor.fetchall()


def count_up_to(wanted: Mapping[str, QuerySet]) -> dict[str, int]:
    """Count each of these queries, up to a thousand and one."""
    found = dict.fromkeys(wanted, 0)
    counts: dict[str, str] = {}
    values: list[Any] = []
    for name, rows in wanted.items():
        with suppress(EmptyResultSet):
            text, given = rows.order_by().values("pk")[: MOST_COUNTED + 1].query.sql_with_params()
            counts[name] = f"(SELECT COUNT(*) FROM ({text}) counted)"  # noqa: S608 (Django's own text)
            values += given
    if counts:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {', '.join(counts.values())}", values)
            found.update(zip(counts, cursor.fetchone(), strict=True))
    return found
