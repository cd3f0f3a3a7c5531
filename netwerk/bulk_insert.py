# SPDX-License-Identifier: EUPL-1.2
"""Many rows of one table at once, as fast as the database takes them.

Django prepares every value of every row by itself, which costs four times what PostgreSQL does with them.
PostgreSQL reads rows in bulk (COPY) and knows the type of each column; elsewhere Django's own way is taken.
"""

from collections.abc import Callable
from typing import Any

from django.db import connection, models


def insert(rows: list[Any]) -> None:
    """Insert new rows of one model and give each its key. Nobody hears of them: no signal, no hook.

    Call it inside a transaction. Every field must be loaded, with values as the database gives them; a model
    that inherits a table cannot come in this way. Raises IntegrityError as any insert does.
    """
    if not rows:
        return
    model = type(rows[0])
    if connection.vendor != "postgresql":
        model._default_manager.bulk_create(rows)
        return
    _give_keys(model, [row for row in rows if row.pk is None])
    fields = [one for one in model._meta.concrete_fields if not one.generated]
    columns = ", ".join(connection.ops.quote_name(one.column) for one in fields)
    values = [(one.attname, _written(one)) for one in fields]
    table = connection.ops.quote_name(model._meta.db_table)
    # What is wrong is known at the end, past the place where Django gives errors its own names.
    with connection.cursor() as cursor, connection.wrap_database_errors:
        with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            for row in rows:
                found = row.__dict__
                copy.write_row([write(found[name]) if write else found[name] for name, write in values])
                row._state.adding = False


def _give_keys(model: Any, rows: list[Any]) -> None:
    """Take keys for these rows from where the table takes its own."""
    key = model._meta.pk
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [model._meta.db_table, key.column, len(rows)],
        )
        for row, (number,) in zip(rows, cursor.fetchall(), strict=True):
            row.__dict__[key.attname] = number


def _written(field: models.Field) -> Callable[[Any], Any] | None:
    """Return what makes of a value what the database reads; nothing when that is the value itself."""
    if isinstance(field, models.JSONField):
        return lambda value: field.get_db_prep_save(value, connection)
    return None
