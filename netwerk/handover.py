# SPDX-License-Identifier: EUPL-1.2
"""How one form starts from another dossier: a signed note with values and the tie to make.

The note travels in a hidden field or an address between two screens of the same person; it proves
that the portal wrote it, and it expires. The receiving action makes the connection.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.core import signing
from django.core.exceptions import SuspiciousOperation
from django.urls import reverse

from . import kinds
from .models import Connection, Dossier

SALT = "netwerk.handover"
PARAMETER = "overdracht"
"""The name of the note in an address or a form."""
LIFETIME = timedelta(hours=12)


@dataclass(frozen=True)
class Handover:
    """From which dossier, to which kind, with which values and which relation."""

    from_dossier: int
    to_kind: str
    relation: str
    values: Mapping[str, str]


def seal(handover: Handover) -> str:
    """Return the note as signed text."""
    return signing.dumps(
        [handover.from_dossier, handover.to_kind, handover.relation, dict(handover.values)],
        salt=SALT,
        compress=True,
    )


def start_url(handover: Handover) -> str:
    """Return the address where the new dossier begins, with the note in it; nothing when it cannot."""
    kind = kinds.find(handover.to_kind)
    if kind is None or not kind.begins:
        return ""
    return f"{reverse(kind.begins)}?{urlencode({PARAMETER: seal(handover)})}"


def unseal(note: str, to_kind: str) -> Handover:
    """Read a note that was meant for this kind.

    Raises:
        SuspiciousOperation: it was changed, is too old, or was meant for another kind.
    """
    try:
        source, kind, relation, values = signing.loads(note, salt=SALT, max_age=LIFETIME)
    except (signing.BadSignature, ValueError) as error:
        raise SuspiciousOperation("a handover note was changed or has expired") from error
    if kind != to_kind or relation not in Connection.Relation.values:
        raise SuspiciousOperation("a handover note was meant for something else")
    return Handover(source, kind, relation, values)


def connect(dossier: Dossier, handover: Handover, now: datetime) -> Connection:
    """Tie the new dossier to the one it came from; the same tie is made once."""
    tie, _ = Connection.objects.get_or_create(
        from_dossier_id=dossier.pk,
        to_dossier_id=handover.from_dossier,
        relation=handover.relation,
        defaults={"created_at": now},
    )
    return tie
