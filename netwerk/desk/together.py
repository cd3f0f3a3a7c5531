# SPDX-License-Identifier: EUPL-1.2
"""Several counts in one statement, put together from the text that Django makes of each, as `netwerk.rows`
does for rows.
"""

from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Q, QuerySet

from netwerk.models import Dossier

from .paging import MOST_COUNTED


class Counting:
    """How many rows each of these queries has, up to a thousand and one."""

    def __init__(self, wanted: Mapping[str, QuerySet]) -> None:
        self._names = list(wanted)
        asked: defaultdict[tuple[str, tuple[Any, ...]], list[str]] = defaultdict(list)
        for name, rows in wanted.items():
            with suppress(EmptyResultSet):
                text, given = rows.order_by().values("pk")[: MOST_COUNTED + 1].query.sql_with_params()
                asked[f"(SELECT COUNT(*) FROM ({text}) counted)", given].append(name)  # noqa: S608 (Django's)
        self._asked = list(asked.values())  # what two names stand for is counted once
        self._text = f"SELECT {', '.join(text for text, _given in asked)}"
        self._values = [value for _text, given in asked for value in given]

    def fetch(self) -> dict[str, int]:
        """Count, as it is now."""
        found = dict.fromkeys(self._names, 0)
        if self._asked:
            with connection.cursor() as cursor:
                cursor.execute(self._text, self._values)
                numbers = zip(self._asked, cursor.fetchone(), strict=True)
            found.update((name, number) for names, number in numbers for name in names)
        return found


@lru_cache(maxsize=128)
def counting_of(among: Q, rules: tuple[tuple[str, Q], ...]) -> Counting:
    """Return the counting of some dossiers by these rules. The same question is put into words once."""
    dossiers = Dossier.objects.filter(among)
    return Counting({name: dossiers.filter(rule) for name, rule in rules})
