# SPDX-License-Identifier: EUPL-1.2
"""Looking at a dossier as another reader sees it: kept in a log of its own, never on the timeline."""

from datetime import datetime

from netwerk.access import Actor, require
from netwerk.models import Dossier, Look

from .rules import works_on


def note_look(dossier: Dossier, reader: str, *, by: Actor, now: datetime) -> Look:
    """Keep that somebody of the team looked as `reader`, a role such as "melder".

    Raises:
        NotPermitted: the actor is not of the team of this dossier.
    """
    require(works_on(by, dossier))
    return Look.objects.create(
        user=by.user, user_label=by.label, dossier_id=dossier.pk, reader=reader, at=now
    )
