# SPDX-License-Identifier: EUPL-1.2
"""Dossiers of which nothing goes, as long as somebody holds them."""

from datetime import datetime

from django.db.models import Model, QuerySet

from .. import kinds
from ..access import Actor, Verdict, verdict
from ..models import Dossier, LegalHold
from ..perform import Act, NotNow, perform
from ..timeline import EntryType, register

HOLD = "netwerk.hold_dossier"


def may_hold(actor: Actor, subject: object = None) -> Verdict:
    """Holding a dossier, and letting it go, is a right of its own."""
    return verdict(actor.has_perm(HOLD), "Alleen de coördinator en de beheerder houden gegevens vast.")


def held() -> QuerySet[LegalHold, int]:
    """Return the keys of the dossiers that are held now."""
    return LegalHold.objects.filter(lifted_at__isnull=True).values_list("dossier", flat=True)


def hold(dossier: Dossier, reason: str, *, by: Actor, now: datetime) -> LegalHold:
    """Keep everything of a dossier, until the hold is lifted.

    Raises:
        NotPermitted: the actor may not.
        NotNow: it is held already.
    """
    made = LegalHold(dossier_id=dossier.pk, reason=reason, placed_by=by.label, placed_at=now)

    def keep(fresh: Model) -> None:
        if LegalHold.objects.filter(dossier=fresh.pk, lifted_at__isnull=True).exists():
            raise NotNow("Dit dossier wordt al vastgehouden.")
        made.save(force_insert=True)

    act = Act("dossier.held", may_hold, then=keep, data={"reason": reason}, quiet=True)
    perform(kinds.child_of(dossier), act, by=by, now=now)
    return made


def lift(placed: LegalHold, *, by: Actor, now: datetime) -> None:
    """Let a dossier go: from the next run on its periods count again.

    Raises:
        NotPermitted: the actor may not.
        NotNow: it was lifted before.
    """

    def let_go(_fresh: Model) -> None:
        rows = LegalHold.objects.filter(pk=placed.pk, lifted_at__isnull=True)
        if not rows.update(lifted_at=now, lifted_by=by.label):
            raise NotNow("Dit dossier wordt niet meer vastgehouden.")

    act = Act("dossier.let_go", may_hold, then=let_go, quiet=True)
    perform(kinds.child_of(placed.dossier), act, by=by, now=now)


register(
    EntryType("dossier.held", "{actor} houdt de gegevens vast. Reden: {reason}", icon="lock"),
    EntryType("dossier.let_go", "{actor} hief het vasthouden op.", icon="lock"),
)
