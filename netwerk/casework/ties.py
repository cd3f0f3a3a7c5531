# SPDX-License-Identifier: EUPL-1.2
"""Ties between dossiers that colleagues lay and loosen themselves."""

from datetime import datetime

from django.db.models import Q, QuerySet

from netwerk import cache_tags, kinds
from netwerk.access import Actor, require
from netwerk.models import Connection, Dossier
from netwerk.perform import Act, NotNow, perform

from .rules import works_on


def tie(dossier: Dossier, other: Dossier, relation: str, *, by: Actor, now: datetime) -> Connection:
    """Tie a dossier to another one. Both stay what they are.

    Raises:
        NotPermitted: the actor does not work on both.
        NotNow: it is the same dossier, or the tie is there already.
    """
    require(works_on(by, other))
    made = Connection(from_dossier_id=dossier.pk, to_dossier_id=other.pk, relation=relation, created_at=now)

    def lay(_fresh: Dossier) -> None:
        if dossier.pk == other.pk:
            raise NotNow("Dat is dit dossier zelf. Kies een ander.")
        if Connection.objects.filter(
            from_dossier=dossier.pk, to_dossier=other.pk, relation=relation
        ).exists():
            raise NotNow("Dit verband is er al.")
        made.save(force_insert=True)
        # `perform` tells of this end; a page that shows the other one may show the tie as well.
        cache_tags.bump_on_commit(cache_tags.dossier(other.pk))

    data = {"other": other.reference, "relation": Connection.Relation(relation).label.lower()}
    perform(kinds.child_of(dossier), Act("dossier.tied", works_on, then=lay, data=data), by=by, now=now)
    return made


def untie(dossier: Dossier, made: Connection, *, by: Actor, now: datetime) -> None:
    """Loosen a tie, from whichever end."""
    ends = {made.from_dossier_id: made.from_dossier, made.to_dossier_id: made.to_dossier}
    other = next(end for pk, end in ends.items() if pk != dossier.pk)

    def loosen(_fresh: Dossier) -> None:
        made.delete()
        if other is not None:
            cache_tags.bump_on_commit(cache_tags.dossier(other.pk))

    data = {"other": other.reference if other else ""}
    perform(kinds.child_of(dossier), Act("dossier.untied", works_on, then=loosen, data=data), by=by, now=now)


def ties_of(dossier: Dossier, actor: Actor) -> QuerySet[Connection]:
    """Return the ties of a dossier whose other end the actor may see."""
    seen = Dossier.objects.filter(kinds.visible_q(actor)).values("pk")
    outward = Q(from_dossier=dossier.pk, to_dossier__in=seen)
    inward = Q(to_dossier=dossier.pk, from_dossier__in=seen)
    return (
        Connection.objects.filter(outward | inward)
        .select_related("from_dossier", "to_dossier")
        .order_by("pk")
    )
