# SPDX-License-Identifier: EUPL-1.2
"""Filters of a queue that somebody keeps under a name, for themselves or for the team."""

from dataclasses import dataclass
from datetime import datetime

from netwerk import kinds
from netwerk.access import Actor, NotPermitted, require
from netwerk.models import SavedFilter
from netwerk.perform import NotNow

from .rules import works_anywhere


@dataclass(frozen=True)
class NewFilter:
    """Which queue, which filter, under which name, and whether the team shares it."""

    kind: str
    name: str
    query: str
    shared: bool = False


def keep_filter(new: NewFilter, *, by: Actor, now: datetime) -> SavedFilter:
    """Keep a filter. The same name again replaces the own one.

    Raises:
        NotPermitted: the actor does not work on this kind.
        NotNow: there is nothing to keep.
    """
    permission = kinds.kind(new.kind).team_permission
    require(works_anywhere(by))
    if by.user is None or not by.has_perm(permission):
        raise NotPermitted("Alleen het team van deze lijst mag dit.")
    if not new.query:
        raise NotNow("Er staat geen filter aan. Kies eerst iets in de lijst.")
    kept, _ = SavedFilter.objects.update_or_create(
        owner=by.user,
        kind=new.kind,
        name=new.name,
        defaults={"query": new.query, "shared": new.shared},
        create_defaults={"query": new.query, "shared": new.shared, "created_at": now},
    )
    return kept


def drop_filter(kept: SavedFilter, *, by: Actor) -> None:
    """Throw a filter away; only who made it can.

    Raises:
        NotPermitted: somebody else made it.
    """
    if by.user is None or kept.owner_id != by.user.pk:
        raise NotPermitted("Een collega maakte dit filter. Alleen die kan het weggooien.")
    kept.delete()
