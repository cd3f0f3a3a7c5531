# SPDX-License-Identifier: EUPL-1.2
"""Who works on which dossiers, whatever their kind: the rule as predicate and as filter."""

from django.db.models import Q

from netwerk import kinds
from netwerk.access import Actor, Verdict, verdict
from netwerk.models import Dossier


def own_kinds(actor: Actor) -> list[str]:
    """Return the kinds whose team the actor belongs to."""
    return [
        kind.code
        for kind in kinds.all_kinds()
        if kind.team_permission and actor.has_perm(kind.team_permission)
    ]


def works_on(actor: Actor, dossier: Dossier) -> Verdict:
    """The team of a kind works on its dossiers; the portal itself may put work ready for that team."""
    allowed = actor.kind == "system" or dossier.kind in own_kinds(actor)
    return verdict(allowed, "Alleen het team van dit dossier mag dit.")


def works_on_q(actor: Actor) -> Q:
    """The dossiers an actor works on: `works_on` as a filter."""
    return Q(kind__in=own_kinds(actor))


def works_anywhere(actor: Actor, _subject: object = None) -> Verdict:
    """Lists that all teams share are kept by whoever belongs to one."""
    return verdict(bool(own_kinds(actor)), "Alleen een team van het netwerk mag dit.")
