# SPDX-License-Identifier: EUPL-1.2
"""Asking: choose whom, write the question, send it, ask again, take it back."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from netwerk.access import Actor
from netwerk.perform import Act, Done, Move, NotNow, perform

from ... import access, terms, workflow
from ...models import MinistryThread, ObstacleCase
from .. import course
from .base import follow_terms, make_move, told


def add_thread(case: ObstacleCase, values: Mapping[str, Any], *, by: Actor, now: datetime) -> MinistryThread:
    """Choose a ministry or other table, with the reason and its own question.

    Args:
        case: the case it is about.
        values: `ministry`, `contact`, `reason` and `question`.
        by: who chooses.
        now: the moment.

    Raises:
        NotNow: the case is not at the point of asking, or asks this party already.
    """
    thread = MinistryThread(case=case, **values)

    def add(fresh: ObstacleCase) -> None:
        if fresh.state not in workflow.CASE.sets["escalatable"]:
            raise NotNow("Ministeries en andere partijen kies je na de probleemstelling.")
        if fresh.threads.filter(ministry=thread.ministry).exclude(state="withdrawn").exists():
            raise NotNow(f"{thread.ministry} is al gekozen voor deze casus.")
        thread.save(force_insert=True)

    data = {**told(thread), "reason": thread.reason}
    perform(case, Act("casus.thread_added", access.handles_cases, then=add, data=data), by=by, now=now)
    return thread


def change_thread(thread: MinistryThread, values: Mapping[str, Any], *, by: Actor, now: datetime) -> Done:
    """Change the question, the reason or the contact while the thread is still being prepared."""

    def change(fresh: MinistryThread) -> None:
        if fresh.state != "draft":
            raise NotNow("De vraag is al verstuurd.")
        for name in ("contact", "reason", "question"):
            setattr(fresh, name, values[name])

    act = Act("casus.thread_changed", access.handles_cases, then=change, data=told(thread))
    return perform(thread, act, by=by, now=now)


def again(thread: MinistryThread, values: Mapping[str, Any], *, by: Actor, now: datetime) -> MinistryThread:
    """Prepare a second round with somebody whose answer does not satisfy; the first answer stays as it was.

    Args:
        thread: the answered question.
        values: `reason` (they read it), `question`, and `until`, the day before which we ask the answer.
        by: who asks again.
        now: the moment.

    Raises:
        NotNow: there is no answer, the case is past weighing, a round runs already, or the day is too soon
            or too late.
    """
    later = MinistryThread(
        case=thread.case,
        ministry=thread.ministry,
        contact=thread.contact,
        reason=values["reason"],
        question=values["question"],
        asked_until=values["until"],
        round=thread.round + 1,
        previous=thread,
    )

    def add(fresh: MinistryThread) -> None:
        if fresh.state != "answered":
            raise NotNow("Een tweede ronde kan na een antwoord.")
        if fresh.case.state not in workflow.CASE.sets["asks_again"]:
            raise NotNow("Een tweede ronde kan zolang de uitkomst niet is vastgesteld.")
        if fresh.later_rounds.exclude(state="withdrawn").exists():
            raise NotNow("Er is al een volgende ronde.")
        first, last = terms.round_limits(timezone.localdate(now))
        if not first <= values["until"] <= last:
            raise NotNow("Kies een dag van een week tot een half jaar na vandaag.")
        later.save(force_insert=True)

    data = {**told(thread), "reason": values["reason"]}
    perform(thread, Act("casus.second_round", access.handles_cases, then=add, data=data), by=by, now=now)
    return later


def send_threads(
    case: ObstacleCase, threads: Iterable[MinistryThread], *, by: Actor, now: datetime
) -> list[MinistryThread]:
    """Send the chosen questions; the case then lies with those who are asked. All go, or none.

    Raises:
        NotNow: the problem statement is not approved, or a question lacks its text or contact.
    """
    sent = []
    with transaction.atomic():
        for thread in threads:
            sent.append(_send(thread, by=by, now=now))
        if not sent:
            raise NotNow("Kies minstens één partij.")
        current = ObstacleCase.objects.get(pk=case.pk)
        if current.state != "escalated":
            case = perform(case, Move("escalate"), by=by, now=now).subject
            course.tell_step(case, course.ASKED, by=by, now=now)
        follow_terms(case.pk)
    return sent


def _send(thread: MinistryThread, *, by: Actor, now: datetime) -> MinistryThread:
    def date_it(fresh: MinistryThread) -> None:
        today = timezone.localdate(now)
        own = fresh.asked_until if fresh.asked_until and fresh.asked_until > today else None
        fresh.sent_at = now
        fresh.due_at = own or terms.answer_due(today)

    sent: MinistryThread = perform(
        thread, Move("send", data=told(thread), then=date_it), by=by, now=now
    ).subject
    return sent


def withdraw(thread: MinistryThread, reason: str, *, by: Actor, now: datetime) -> Done:
    """Take a question back, with the reason."""

    def settle(fresh: MinistryThread) -> None:
        fresh.settled_at = now

    move = Move("withdraw", {"reason": reason}, data=told(thread), then=settle)
    return make_move(thread, move, by=by, now=now)
