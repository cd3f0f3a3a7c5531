# SPDX-License-Identifier: EUPL-1.2
"""What every move of a thread has in common."""

from datetime import datetime

from django.db import transaction
from django.db.models import Min

from netwerk.access import Actor
from netwerk.models import Dossier, Message
from netwerk.perform import Done, Move, perform
from netwerk.timeline import part_key

from ... import workflow
from ...models import MinistryThread


def told(thread: MinistryThread) -> dict[str, str]:
    """Return what the sentences of a thread name."""
    return {"ministry": thread.label}


def told_for(thread: MinistryThread, by: Actor, source: str = "") -> dict[str, str]:
    """Return the same for something that the asked party does: whether the team wrote it down for them.

    Args:
        thread: the question.
        by: who acts; somebody with an account acts on behalf of the party.
        source: how the team heard of it, as "per telefoon".
    """
    if by.user is None:
        return told(thread)
    how = f"{source}, " if source else ""
    return {**told(thread), "how": f" ({how}opgeschreven door het netwerkteam)"}


def follow_terms(case_id: int) -> None:
    """Let an escalated case show the first date somebody is to answer: its list looks at the case alone.

    When nobody is to answer, the last date stays.
    """
    waiting = MinistryThread.objects.filter(
        case_id=case_id, case__state="escalated", state__in=workflow.THREAD.sets["with_ministry"]
    )
    first = waiting.aggregate(first=Min("due_at"))["first"]
    if first is not None:
        Dossier.objects.filter(pk=case_id).update(due_at=first)


def make_move(thread: MinistryThread, move: Move, *, by: Actor, now: datetime) -> Done:
    """Make a move that changes when, or whether, somebody is to answer."""
    with transaction.atomic():
        done = perform(thread, move, by=by, now=now)
        follow_terms(thread.case_id)
    return done


def say(thread: MinistryThread, text: str, side: str, now: datetime) -> None:
    """Add a message to the conversation about a thread."""
    label = "Netwerkteam" if side == Message.Side.TEAM else str(thread.ministry)
    Message.objects.create(
        dossier_id=thread.case_id,
        part=part_key(thread),
        side=side,
        author_label=label,
        text=text,
        created_at=now,
    )
