# SPDX-License-Identifier: EUPL-1.2
"""The terms of this desk, as the coordinator sets them."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from netwerk.access import Actor, require

from .. import access
from ..models import DeskTerms


def change_terms(values: Mapping[str, Any], *, by: Actor) -> DeskTerms:
    """Set terms. They count from the next step on: a deadline that was given stays.

    Raises:
        NotPermitted: only the coordinator sets terms.
    """
    require(access.decides_cases(by))
    with transaction.atomic():
        terms, _ = DeskTerms.objects.select_for_update().get_or_create(pk=1)
        for name, value in values.items():
            setattr(terms, name, value)
        terms.save()
    return terms
