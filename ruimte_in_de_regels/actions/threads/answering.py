# SPDX-License-Identifier: EUPL-1.2
"""What those who are asked do: confirm, examine, ask back, ask for time, answer. Or stay silent."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from netwerk.access import Actor
from netwerk.calendar import after_waiting
from netwerk.dates import date_text
from netwerk.models import Message
from netwerk.perform import Act, Done, Move, NotNow, Stale, perform
from netwerk.timeline import part_key

from ... import access, terms, workflow
from ...models import AnswerChannel, MinistryAnswer, MinistryThread
from .. import promises
from .base import make_move, say, told, told_for


def acknowledge(thread: MinistryThread, *, by: Actor, now: datetime) -> Done:
    """Confirm that the question arrived."""
    return perform(thread, Move("acknowledge", data=told_for(thread, by)), by=by, now=now)


def investigate(thread: MinistryThread, *, by: Actor, now: datetime) -> Done:
    """Say that the question is being looked into."""
    return perform(thread, Move("investigate", data=told_for(thread, by)), by=by, now=now)


def ask_back(thread: MinistryThread, question: str, *, by: Actor, now: datetime) -> Done:
    """Ask the network something; the clock of who was asked stands still until the answer."""
    with transaction.atomic():
        move = Move("ask_back", {"question": question}, data=told_for(thread, by))
        done = make_move(thread, move, by=by, now=now)
        say(done.subject, question, Message.Side.OTHER, now)
    return done


def answer_back(thread: MinistryThread, text: str, *, by: Actor, now: datetime) -> Done:
    """Answer the question that came back; the working days it waited are added to the term."""

    def give_time_back(fresh: MinistryThread) -> None:
        asked = fresh.case.timeline.filter(type="ministerievraag.ask_back", part=part_key(fresh)).first()
        if asked is not None and fresh.due_at is not None:
            days = timezone.localdate(asked.at), timezone.localdate(now)
            fresh.due_at = after_waiting(fresh.due_at, *days)

    with transaction.atomic():
        move = Move("answer_back", {"answer": text}, data=told(thread), then=give_time_back)
        done = make_move(thread, move, by=by, now=now)
        say(done.subject, text, Message.Side.TEAM, now)
    return done


def extend(thread: MinistryThread, reason: str, new_date: date, *, by: Actor, now: datetime) -> Done:
    """Ask for more time, once, within the limit of `terms.latest_extension`.

    Raises:
        NotNow: it was extended before, or the new date is not between the old one and the limit.
    """

    def move_on(fresh: MinistryThread) -> None:
        limit = terms.latest_extension(fresh.due_at) if fresh.due_at else new_date
        if fresh.due_at and not fresh.due_at < new_date <= limit:
            raise NotNow(f"Kies een datum na {date_text(fresh.due_at)}, en uiterlijk {date_text(limit)}.")
        fresh.extended_to = fresh.due_at = new_date

    given = {"reason": reason, "new_date": new_date}
    return make_move(thread, Move("extend", given, data=told_for(thread, by), then=move_on), by=by, now=now)


def save_answer(
    thread: MinistryThread, values: Mapping[str, Any], *, by: Actor, now: datetime, seen: str | None = None
) -> Done:
    """Keep an answer as a draft: it does not count yet.

    Args:
        thread: the question.
        values: fields of the answer.
        by: who writes; several people may hold a link to one thread.
        now: the moment.
        seen: `draft_mark` of the draft that the writer looked at; None when it does not matter.

    Raises:
        NotNow: it was answered or withdrawn already.
        Stale: somebody else changed the draft in between.
    """

    def keep(fresh: MinistryThread) -> None:
        _require_open(fresh)
        if seen is not None and seen != draft_mark(fresh):
            raise Stale("Een collega heeft het antwoord net gewijzigd. Lees eerst wat er nu staat.")
        _store_answer(fresh, values, now)

    act = Act("ministerievraag.draft_saved", access.ministry_or_team, then=keep, data=told_for(thread, by))
    return perform(thread, act, by=by, now=now)


def draft_mark(thread: MinistryThread) -> str:
    """Return what tells one stored draft from the next; empty when there is none."""
    kept = MinistryAnswer.objects.filter(thread=thread).values_list("updated_at", flat=True).first()
    return kept.isoformat() if kept is not None else ""


def answer(
    thread: MinistryThread, values: Mapping[str, Any], *, by: Actor, now: datetime, seen: str | None = None
) -> Done:
    """Send an answer; from now on it counts and does not change.

    What the team writes down for somebody says who did, and in `values["channel"]` how they heard it.

    Raises:
        NotNow: it was answered or withdrawn already, or the explanation is missing.
        Stale: as `save_answer`.
    """
    channel = AnswerChannel(values.get("channel") or AnswerChannel.OTHER) if by.user else AnswerChannel.SHEET
    stored = {**values, "channel": channel, "entered_by": by.user}
    source = str(channel.label).lower() if by.user else ""

    def settle(fresh: MinistryThread) -> None:
        fresh.settled_at = now

    with transaction.atomic():
        save_answer(thread, stored, by=by, now=now, seen=seen)
        move = Move("answer", data=told_for(thread, by, source), then=settle)
        done = make_move(thread, move, by=by, now=now)
        promises.from_answer(done.subject, by=by, now=now)
    return done


def _require_open(thread: MinistryThread) -> None:
    if thread.state not in workflow.THREAD.sets["answerable"]:
        raise NotNow("Deze vraag is al beantwoord of ingetrokken.")


def _store_answer(thread: MinistryThread, values: Mapping[str, Any], now: datetime) -> None:
    MinistryAnswer.objects.update_or_create(thread=thread, defaults={**values, "updated_at": now})


def expire(thread: MinistryThread, *, by: Actor, now: datetime) -> Done:
    """Let the term of somebody silent pass; an answer is still welcome afterwards.

    Raises:
        NotNow: the term has not passed.
    """

    def check(fresh: MinistryThread) -> None:
        if fresh.due_at is None or fresh.due_at >= timezone.localdate(now):
            raise NotNow("De termijn is nog niet voorbij.")

    return make_move(thread, Move("expire", data=told(thread), then=check), by=by, now=now)
