# SPDX-License-Identifier: EUPL-1.2
"""What the team and an owner say to each other. It stands on the owner's page, never in a mail."""

from datetime import datetime

from netwerk.models import Message

from ..models import Initiative

_LABELS = {Message.Side.TEAM: "Netwerkteam", Message.Side.OTHER: "Eigenaar"}


def say(initiative: Initiative, text: str, side: Message.Side, now: datetime) -> None:
    """Keep a message. Call it inside the transaction of the move that it belongs to."""
    Message.objects.create(
        dossier=initiative, side=side, author_label=_LABELS[side], text=text, created_at=now
    )
