# SPDX-License-Identifier: EUPL-1.2
"""The test databases themselves: what a test commits is gone, what migrations put in stays."""

import pytest
from django.db import connection
from wagtail.models import Page

pytestmark = pytest.mark.both


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
        with connection.cursor() as cursor:
            cursor.execute("SELECT statement FROM pg_prepared_statements")
            assert any("wagtailcore_page" in statement for (statement,) in cursor.fetchall())
