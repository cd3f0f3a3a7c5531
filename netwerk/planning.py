# SPDX-License-Identifier: EUPL-1.2
"""Which questions PostgreSQL plans for their own values (docs/adr/0009)."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def for_these_values() -> Iterator[None]:
    """Let what is asked inside be planned for the values it has, however often it is asked.

    A word that stands nearly everywhere wants another way through the search table than a rare one; one plan
    for all words takes three times as long for the first.
    """
    connection.ensure_connection()
    session = connection.connection
    kept = getattr(session, "prepare_threshold", None)
    if kept is None:  # SQLite plans for no values at all
        yield
        return
    session.prepare_threshold = None
    try:
        yield
    finally:
        session.prepare_threshold = kept
