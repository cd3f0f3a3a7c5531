# SPDX-License-Identifier: EUPL-1.2
"""What was said in a dossier, with the files at each message."""

from collections import defaultdict
from dataclasses import dataclass

from .models import Attachment, Dossier, Message
from .timeline import part_key


@dataclass(frozen=True)
class Said:
    """One message, and the files that came with it."""

    message: Message
    files: list[Attachment]


@dataclass(frozen=True)
class Conversation:
    """The messages of a dossier, oldest first, and its files that belong to none of them."""

    said: list[Said]
    other_files: list[Attachment]


def conversation(dossier: Dossier, audience: str = "") -> Conversation:
    """Return what was said about a dossier as a whole, not about one of its parts.

    Args:
        dossier: whose messages they are.
        audience: leaves out the files that are meant for others; without it all files are there.
    """
    rows = Attachment.objects.filter(dossier_id=dossier.pk)
    files: defaultdict[str, list[Attachment]] = defaultdict(list)
    for file in rows.filter(audience=audience) if audience else rows:
        files[file.part].append(file)
    messages = Message.objects.filter(dossier_id=dossier.pk, part="")
    said = [Said(message, files.pop(part_key(message), [])) for message in messages]
    return Conversation(said, [file for left in files.values() for file in left])
