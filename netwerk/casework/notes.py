# SPDX-License-Identifier: EUPL-1.2
"""Notes in the two layers that only colleagues see. The timeline says that one was written, never what.

An own note is nobody else's business: it is on no timeline and changes no version.
"""

from datetime import datetime

from netwerk import kinds
from netwerk.access import Actor, NotPermitted, require
from netwerk.models import Dossier, Note
from netwerk.perform import Act, perform

from .rules import works_on


def write_note(dossier: Dossier, layer: str, text: str, *, by: Actor, now: datetime) -> Note:
    """Write a note for the team, or for oneself.

    Raises:
        NotPermitted: the actor is not of the team of this dossier.
    """
    note = Note(
        dossier_id=dossier.pk, layer=layer, author=by.user, author_label=by.label, text=text, created_at=now
    )
    if layer == Note.Layer.OWN:
        require(works_on(by, dossier))
        note.save(force_insert=True)
        return note

    def keep(_fresh: Dossier) -> None:
        note.save(force_insert=True)

    perform(kinds.child_of(dossier), Act("dossier.note_written", works_on, then=keep), by=by, now=now)
    return note


def remove_note(note: Note, *, by: Actor, now: datetime) -> None:
    """Take back a note; only who wrote it can.

    Raises:
        NotPermitted: somebody else wrote it.
    """
    if by.user is None or note.author_id != by.user.pk:
        raise NotPermitted("Je kunt alleen je eigen notitie weghalen.")
    if note.layer == Note.Layer.OWN:
        note.delete()
        return

    def drop(_fresh: Dossier) -> None:
        note.delete()

    subject = kinds.child_of(note.dossier)
    perform(subject, Act("dossier.note_removed", works_on, then=drop), by=by, now=now)
