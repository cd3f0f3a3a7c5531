# SPDX-License-Identifier: EUPL-1.2
"""Migrates from nothing in three quarters of the time, for the templates of the tests alone.

Migrating draws each model anew whenever something it is tied to changes: 23,000 models, 180,000 fields.
For each field Django takes apart what was written and builds it anew; here it is copied. What comes out is
the same, and `make run` and production migrate as Django does.
"""

import copy
import functools
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.models import Field
from django.utils.functional import cached_property

_built = Field.clone


@contextmanager
def copied_fields() -> Iterator[None]:
    """Copy fields as long as the `with` block lasts."""
    Field.clone = copied  # type: ignore[method-assign]
    try:
        yield
    finally:
        Field.clone = _built  # type: ignore[method-assign]


def copied(field: Any) -> Any:
    """Return the same field for another model; one that got a name, as in a model, is built anew."""
    if field.auto_created or field.name is not None:
        return _built(field)
    result = _apart(field)
    relation = field.remote_field
    if relation:
        result.remote_field = _apart(relation)
        if relation.field is field:
            result.remote_field.field = result
    # The columns of a table stand in the order in which its fields were made.
    result.creation_counter = Field.creation_counter
    Field.creation_counter += 1
    return result


def _apart(part: Any) -> Any:
    """Return a copy that remembers nothing of the models the first one met."""
    result = copy.copy(part)
    kept = vars(result)
    for name in kept.keys() & _remembered(type(part)):
        del kept[name]
    return result


@functools.cache
def _remembered(kind: type) -> frozenset[str]:
    kept = (cached_property, functools.cached_property)
    return frozenset(
        name for base in kind.__mro__ for name, value in vars(base).items() if isinstance(value, kept)
    )
