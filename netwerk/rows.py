# SPDX-License-Identifier: EUPL-1.2
"""The rows of several small queries in one statement, put together from the text that Django makes of each.

Django's own union would do the same; building it costs twice as much processor time as the database takes
to answer. Putting a question into text costs more than its answer too: one that is asked again and again,
can be kept and asked again.
"""

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet


class Rows:
    """The rows of all these queries, which ask for as many plain values each, in no order."""

    def __init__(self, queries: Iterable[QuerySet]) -> None:
        texts: list[str] = []
        self._values: list[Any] = []
        for rows in queries:
            with suppress(EmptyResultSet):  # what can hold nothing is not asked
                text, given = rows.order_by().query.sql_with_params()
                texts.append(text)
                self._values += given
        self._text = " UNION ALL ".join(texts)

    def fetch(self) -> list[tuple[Any, ...]]:
        """Ask for the rows, as they are now."""
        if not self._text:
            return []
        with connection.cursor() as cursor:
            cursor.execute(self._text, self._values)
            return cursor.fetchall()
