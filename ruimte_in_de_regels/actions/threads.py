# SPDX-License-Identifier: EUPL-1.2
"""What happens between a case and a ministry."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Min
from django.utils import timezone

from netwerk.access import Actor
from netwerk.calendar import next_working_day
from netwerk.models import Dossier, Message
from netwerk.perform import Act, Done, Move, NotNow, perform
from netwerk.timeline import part_key

from .. import access, terms, workflow
from ..models import MinistryAnswer, MinistryThread, ObstacleCase
from . import promises


def _told(thread: MinistryThread) -> dict[str, str]:
    return {"ministry": str(thread.ministry)}


def add_thread(case: ObstacleCase, values: Mapping[str, Any], *, by: Actor, now: datetime) -> MinistryThread:
    """Choose a ministry, with the reason and its own question.

    Args:
        case: the case it is about.
        values: `ministry`, `contact`, `reason` and `question`.
        by: who chooses.
        now: the moment.

    Raises:
        NotNow: the case is not at the point of asking ministries, or asks this one already.
    """
    thread = MinistryThread(case=case, **values)

    def add(fresh: ObstacleCase) -> None:
        if fresh.state not in workflow.CASE.sets["escalatable"]:
            raise NotNow("Ministeries kies je na de probleemstelling.")
        if fresh.threads.filter(ministry=thread.ministry).exclude(state="withdrawn").exists():
            raise NotNow(f"{thread.ministry} is al gekozen voor deze casus.")
        thread.save(force_insert=True)

    data = {**_told(thread), "reason": thread.reason}
    perform(case, Act("casus.thread_added", access.handles_cases, then=add, data=data), by=by, now=now)
    return thread


def change_thread(thread: MinistryThread, values: Mapping[str, Any], *, by: Actor, now: datetime) -> Done:
    """Change the question, the reason or the contact while the thread is still being prepared."""

    def change(fresh: MinistryThread) -> None:
        if fresh.state != "draft":
            raise NotNow("De vraag is al verstuurd.")
        for name in ("contact", "reason", "question"):
            setattr(fresh, name, values[name])

    act = Act("casus.thread_changed", access.handles_cases, then=change, data=_told(thread))
    return perform(thread, act, by=by, now=now)


def send_threads(
    case: ObstacleCase, threads: Iterable[MinistryThread], *, by: Actor, now: datetime
) -> list[MinistryThread]:
    """Send the chosen questions; the case then lies with the ministries. All go, or none.

    Raises:
        NotNow: the problem statement is not approved, or a question lacks its text or contact.
    """
    sent = []
    with transaction.atomic():
        for thread in threads:
            sent.append(_send(thread, by=by, now=now))
        if not sent:
            raise NotNow("Kies minstens één ministerie.")
        current = ObstacleCase.objects.get(pk=case.pk)
        if current.state != "escalated":
            perform(case, Move("escalate"), by=by, now=now)
        follow_terms(case.pk)
    return sent


def follow_terms(case_id: int) -> None:
    """Let an escalated case show the first date a ministry is to answer: its list looks at the case alone.

    When no ministry is to answer, the last date stays.
    """
    waiting = MinistryThread.objects.filter(
        case_id=case_id, case__state="escalated", state__in=workflow.THREAD.sets["with_ministry"]
    )
    first = waiting.aggregate(first=Min("due_at"))["first"]
    if first is not None:
        Dossier.objects.filter(pk=case_id).update(due_at=first)


def _perform(thread: MinistryThread, move: Move, *, by: Actor, now: datetime) -> Done:
    """Make a move that changes when, or whether, a ministry is to answer."""
    with transaction.atomic():
        done = perform(thread, move, by=by, now=now)
        follow_terms(thread.case_id)
    return done


def _send(thread: MinistryThread, *, by: Actor, now: datetime) -> MinistryThread:
    def date_it(fresh: MinistryThread) -> None:
        fresh.sent_at = now
        fresh.due_at = terms.answer_due(timezone.localdate(now))

    sent: MinistryThread = perform(
        thread, Move("send", data=_told(thread), then=date_it), by=by, now=now
    ).subject
    return sent


def acknowledge(thread: MinistryThread, *, by: Actor, now: datetime) -> Done:
    """Confirm that the question arrived."""
    return perform(thread, Move("acknowledge", data=_told(thread)), by=by, now=now)


def investigate(thread: MinistryThread, *, by: Actor, now: datetime) -> Done:
    """Say that the ministry is looking into it."""
    return perform(thread, Move("investigate", data=_told(thread)), by=by, now=now)


def ask_back(thread: MinistryThread, question: str, *, by: Actor, now: datetime) -> Done:
    """Ask the network something; the ministry's clock stands still until the answer."""
    with transaction.atomic():
        done = _perform(thread, Move("ask_back", {"question": question}, data=_told(thread)), by=by, now=now)
        _say(done.subject, question, Message.Side.OTHER, now)
    return done


def answer_back(thread: MinistryThread, text: str, *, by: Actor, now: datetime) -> Done:
    """Answer the ministry's question; the days it waited are added to its term."""

    def give_time_back(fresh: MinistryThread) -> None:
        asked = fresh.case.timeline.filter(type="ministerievraag.ask_back", part=part_key(fresh)).first()
        if asked is not None and fresh.due_at is not None:
            waited = timezone.localdate(now) - timezone.localdate(asked.at)
            fresh.due_at = next_working_day(fresh.due_at + waited)

    with transaction.atomic():
        move = Move("answer_back", {"answer": text}, data=_told(thread), then=give_time_back)
        done = _perform(thread, move, by=by, now=now)
        _say(done.subject, text, Message.Side.TEAM, now)
    return done


def extend(thread: MinistryThread, reason: str, new_date: date, *, by: Actor, now: datetime) -> Done:
    """Ask for more time, once, within the limit of `terms.latest_extension`.

    Raises:
        NotNow: it was extended before, or the new date is not between the old one and the limit.
    """

    def move_on(fresh: MinistryThread) -> None:
        limit = terms.latest_extension(fresh.due_at) if fresh.due_at else new_date
        if fresh.due_at and not fresh.due_at < new_date <= limit:
            raise NotNow("Kies een datum na de huidige termijn, en hooguit vier weken later.")
        fresh.extended_to = fresh.due_at = new_date

    given = {"reason": reason, "new_date": new_date}
    return _perform(thread, Move("extend", given, data=_told(thread), then=move_on), by=by, now=now)


def save_answer(thread: MinistryThread, values: Mapping[str, Any], *, by: Actor, now: datetime) -> Done:
    """Keep an answer as a draft: it does not count yet."""

    def keep(fresh: MinistryThread) -> None:
        if fresh.state not in workflow.THREAD.sets["answerable"]:
            raise NotNow("Deze vraag is al beantwoord of ingetrokken.")
        _store_answer(fresh, values, now)

    act = Act("ministerievraag.draft_saved", access.ministry_or_team, then=keep, data=_told(thread))
    return perform(thread, act, by=by, now=now)


def answer(thread: MinistryThread, values: Mapping[str, Any], *, by: Actor, now: datetime) -> Done:
    """Send a ministry's answer; from now on it counts and does not change.

    Raises:
        NotNow: it was answered or withdrawn already, or the explanation is missing.
    """

    def settle(fresh: MinistryThread) -> None:
        fresh.settled_at = now

    with transaction.atomic():
        save_answer(thread, values, by=by, now=now)
        done = _perform(thread, Move("answer", data=_told(thread), then=settle), by=by, now=now)
        promises.from_answer(done.subject, by=by, now=now)
    return done


def _store_answer(thread: MinistryThread, values: Mapping[str, Any], now: datetime) -> None:
    MinistryAnswer.objects.update_or_create(thread=thread, defaults={**values, "updated_at": now})


def pass_on(thread: MinistryThread, next_owner: str, *, by: Actor, now: datetime) -> Done:
    """Say that another party owns the rule; who that is must be named."""

    def settle(fresh: MinistryThread) -> None:
        fresh.next_owner, fresh.settled_at = next_owner, now

    move = Move("pass_on", {"next_owner": next_owner}, data=_told(thread), then=settle)
    return _perform(thread, move, by=by, now=now)


def expire(thread: MinistryThread, *, by: Actor, now: datetime) -> Done:
    """Let the term of a silent ministry pass; an answer is still welcome afterwards.

    Raises:
        NotNow: the term has not passed.
    """

    def check(fresh: MinistryThread) -> None:
        if fresh.due_at is None or fresh.due_at >= timezone.localdate(now):
            raise NotNow("De termijn is nog niet voorbij.")

    return _perform(thread, Move("expire", data=_told(thread), then=check), by=by, now=now)


def withdraw(thread: MinistryThread, reason: str, *, by: Actor, now: datetime) -> Done:
    """Take a question back, with the reason."""

    def settle(fresh: MinistryThread) -> None:
        fresh.settled_at = now

    move = Move("withdraw", {"reason": reason}, data=_told(thread), then=settle)
    return _perform(thread, move, by=by, now=now)


def _say(thread: MinistryThread, text: str, side: str, now: datetime) -> None:
    label = "Netwerkteam" if side == Message.Side.TEAM else str(thread.ministry)
    Message.objects.create(
        dossier_id=thread.case_id,
        part=part_key(thread),
        side=side,
        author_label=label,
        text=text,
        created_at=now,
    )
