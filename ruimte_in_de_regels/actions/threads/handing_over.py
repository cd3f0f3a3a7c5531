# SPDX-License-Identifier: EUPL-1.2
"""Not ours is never an end: whoever says so names the next owner, whose question is then put ready."""

import uuid
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify

from netwerk.access import SYSTEM, Actor
from netwerk.casework.tasks import NewTask, open_task
from netwerk.models import TaskGroup
from netwerk.perform import Done, Move, NotNow

from ... import workflow
from ...models import Ministry, MinistryContact, MinistryThread, ObstacleCase, PartyKind
from .base import make_move, told_for

LONGEST_NAME = 120


def pass_on(thread: MinistryThread, to: Ministry | str, why: str = "", *, by: Actor, now: datetime) -> Done:
    """Say that another party owns the rule. Its question is put ready, for the team to complete and send.

    A party that was asked already keeps its question; one that itself said not to own the rule is asked
    once more. When the case is past asking, the team gets a task instead.

    Args:
        thread: the question that is passed on.
        to: who owns the rule: a known party, or the name of one; a new name is kept for the team to check.
        why: what the next one reads about it, in the words of who passes on.
        by: who says so.
        now: the moment.

    Raises:
        NotNow: it was answered or withdrawn already, or a party names itself.
        Incomplete: nobody is named.
    """
    with transaction.atomic():
        party = to if isinstance(to, Ministry) else _party(to)

        def settle(fresh: MinistryThread) -> None:
            if party is None or party.pk == fresh.ministry_id:
                raise NotNow("Noem een ander: dit zijn jullie zelf.")
            fresh.next_owner, fresh.settled_at = str(party), now
            if fresh.case.state in workflow.CASE.sets["takes_reports"]:
                fresh.next_thread = _thread_for(party, fresh, why)

        given = {"next_owner": str(party) if party else ""}
        move = Move("pass_on", given, data=told_for(thread, by), then=settle)
        done = make_move(thread, move, by=by, now=now)
        if done.subject.next_thread is None:
            _put_ready(done.subject, now)
    return done


def _party(name: str) -> Ministry | None:
    """Return the party of this name; a new one waits until the team looked at it."""
    name = " ".join(name.split())[:LONGEST_NAME]
    if not name:
        return None
    known = Ministry.objects.called(name).order_by("-checked", "pk").first()
    if known is not None:
        return known
    fields = {
        "kind": PartyKind.OTHER,
        "code": f"{slugify(name)[:30]}-{uuid.uuid4().hex[:8]}",
        "name": name,
        "checked": False,
    }
    return Ministry.objects.get_or_create(abbreviation=name[:40], defaults=fields)[0]


def _thread_for(party: Ministry, old: MinistryThread, why: str) -> MinistryThread:
    """Return the question to a party in the same case; a new one takes over the words of the old one."""
    asked = old.case.threads.filter(ministry=party).exclude(state="withdrawn").order_by("-round").first()
    if asked is not None and asked.state != "not_competent":
        return asked
    contacts = list(MinistryContact.objects.filter(ministry=party, active=True, is_backup=False)[:2])
    reason = f"Doorverwezen door {old.ministry}."
    return MinistryThread.objects.create(
        case_id=old.case_id,
        ministry=party,
        contact=contacts[0] if len(contacts) == 1 else None,
        reason=f"{reason} {why}".strip(),
        question=old.question,
        round=asked.round + 1 if asked is not None else 1,
        previous=asked,
    )


def _put_ready(thread: MinistryThread, now: datetime) -> None:
    """Ask the team to decide: nothing can be asked within a case that is decided."""
    case: ObstacleCase = thread.case
    title = f"{thread.ministry} noemt {thread.next_owner}. Vragen we het daar opnieuw?"[:200]
    group = "" if case.assignee else str(TaskGroup.TEAM)
    open_task(case, NewTask(title, case.assignee, group), by=SYSTEM, now=now)
