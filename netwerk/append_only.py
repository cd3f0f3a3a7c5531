# SPDX-License-Identifier: EUPL-1.2
"""The database triggers that keep the timeline append-only, for PostgreSQL and SQLite."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection as default_connection
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "netwerk_timelineentry"

_POSTGRESQL = f"""
CREATE OR REPLACE FUNCTION {TABLE}_guard() RETURNS trigger AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF current_setting('netwerk.purge', true) = 'on' THEN
            RETURN OLD;
        END IF;
        RAISE EXCEPTION 'the timeline is append-only';
    END IF;
    IF NEW.actor_id IS NULL AND
       (to_jsonb(NEW) - 'actor_id') = (to_jsonb(OLD) - 'actor_id') THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the timeline is append-only';
END
$$ LANGUAGE plpgsql;
CREATE TRIGGER {TABLE}_append_only BEFORE UPDATE OR DELETE ON {TABLE}
    FOR EACH ROW EXECUTE FUNCTION {TABLE}_guard();
"""

_SQLITE = (
    f"""CREATE TRIGGER {TABLE}_no_delete BEFORE DELETE ON {TABLE}
    BEGIN SELECT RAISE(ABORT, 'the timeline is append-only'); END""",
    f"""CREATE TRIGGER {TABLE}_no_update
    BEFORE UPDATE ON {TABLE}
    WHEN NEW.actor_id IS NOT NULL OR %s
    BEGIN SELECT RAISE(ABORT, 'the timeline is append-only'); END""",
)
"""The second takes every column of the table as it is now, but for the actor."""


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers on the timeline table."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL)
            return
        columns = [row.name for row in connection.introspection.get_table_description(cursor, TABLE)]
        same = " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in columns if name != "actor_id")
        cursor.execute(_SQLITE[0])
        cursor.execute(_SQLITE[1] % same)


def uninstall(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"DROP TRIGGER {TABLE}_append_only ON {TABLE}")
            cursor.execute(f"DROP FUNCTION {TABLE}_guard()")
        else:
            cursor.execute(f"DROP TRIGGER {TABLE}_no_delete")
            cursor.execute(f"DROP TRIGGER {TABLE}_no_update")


@contextmanager
def purge_allowed() -> Iterator[None]:
    """Allow deletes from the timeline inside this block: only for the removal of demo data.

    The block is one transaction; a failure inside it restores both rows and triggers.
    """
    with transaction.atomic():
        if default_connection.vendor == "postgresql":
            with default_connection.cursor() as cursor:
                cursor.execute("SET LOCAL netwerk.purge = 'on'")
            yield
            with default_connection.cursor() as cursor:
                cursor.execute("SET LOCAL netwerk.purge = 'off'")
        else:
            uninstall(default_connection)
            yield
            install(default_connection)
