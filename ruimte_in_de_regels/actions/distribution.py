# SPDX-License-Identifier: EUPL-1.2
"""Where a case or its solution was spread, inside and outside the network."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from netwerk.access import Actor
from netwerk.perform import Act, perform

from .. import access
from ..models import Distribution, ObstacleCase


def spread(case: ObstacleCase, values: Mapping[str, Any], *, by: Actor, now: datetime) -> Distribution:
    """Write down where a case was spread: `day`, `to_whom`, `how`, and perhaps a `link`."""
    row = Distribution(case=case, author=by.user, created_at=now, **values)

    def keep(_fresh: ObstacleCase) -> None:
        row.save(force_insert=True)

    data = {"to_whom": row.to_whom}
    perform(case, Act("casus.spread", access.handles_cases, then=keep, data=data), by=by, now=now)
    return row
