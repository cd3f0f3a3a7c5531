# SPDX-License-Identifier: EUPL-1.2
"""What the portal does by itself when an initiative is kept long enough."""

from datetime import datetime

from netwerk.access import Actor
from netwerk.perform import Done, Move, perform

from ..models import Initiative
from .owner import FIELDS, RELATED

LAPSED = "Concept dat verviel"


def lapse(initiative: Initiative, *, by: Actor, now: datetime) -> Done:
    """Let a draft go that its owner left: nobody else ever read it, so nothing of it stays.

    Raises:
        NotPermitted: somebody else than the portal.
        NotNow: it is no draft any more.
    """

    def erase(fresh: Initiative) -> None:
        empty = Initiative()
        for name in FIELDS:
            setattr(fresh, name, getattr(empty, name))
        fresh.title = LAPSED
        for name in RELATED:
            getattr(fresh, name).clear()
        fresh.owners.all().delete()

    return perform(initiative, Move("lapse", then=erase), by=by, now=now)
