# SPDX-License-Identifier: EUPL-1.2
"""The test databases themselves: what a test commits is gone, what migrations put in stays."""

import pytest
from django.db import connection
from wagtail.models import Page

from netwerk import search
from netwerk.access import Actor

pytestmark = pytest.mark.both

VISITOR = Actor("visitor", "Bezoeker")


def test_ordinary_test_starts_with_what_migrations_put_in(db):
    """The template holds Wagtail's root page."""
    assert Page.objects.filter(depth=1).count() == 1


@pytest.mark.parametrize("round_number", [1, 2])
def test_committed_rows_are_gone_in_the_next_test(transactional_db, round_number):
    """Two rounds of the same: the second would find what the first one committed."""
    root = Page.objects.get(depth=1)
    assert not Page.objects.filter(slug="blijft-dit").exists()
    root.add_child(instance=Page(title="Blijft dit?", slug="blijft-dit"))
    assert not connection.in_atomic_block


def test_postgresql_prepares_what_a_connection_asks_often(db):
    """Asked often with other values, a statement is planned once by the database; on SQLite as ever."""
    found = [Page.objects.filter(depth=number, path__gt="").count() for number in range(7)]
    assert (found[0], found[1]) == (0, 1)
    if connection.vendor == "postgresql":
        assert "wagtailcore_page" in prepared()


def test_a_search_is_planned_for_its_own_words(db):
    """However often is searched, PostgreSQL keeps no plan for all words; what comes after is prepared."""
    for word in ("stage", "rooster", "nacht", "huis", "regel", "school", "wijk"):
        assert search.ask(search.Question(word), VISITOR).hits == []
    assert "netwerk_searchdocument" not in prepared()
    for number in range(7):
        Page.objects.filter(depth=number).exists()
    assert ("wagtailcore_page" in prepared()) == (connection.vendor == "postgresql")


def prepared():
    """Return what this connection prepared, as one text; nothing on SQLite."""
    if connection.vendor != "postgresql":
        return ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        return " ".join(statement for (statement,) in cursor.fetchall())
