# SPDX-License-Identifier: EUPL-1.2
"""What ministries promised: written down, watched, and told to everybody when it is kept or late."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from netwerk import cache_tags
from netwerk.access import Actor
from netwerk.models import User
from netwerk.perform import Act, Done, Move, NotNow, perform

from .. import access, terms, workflow
from ..models import PROMISING, AnswerKind, MinistryThread, ObstacleCase, Promise

_WORDS = {
    AnswerKind.CHANGE: "{ministry} past de regel aan.",
    AnswerKind.STUDY: "{ministry} onderzoekt of de regel anders kan.",
    AnswerKind.EXEMPTION: "{ministry} maakt een ontheffing mogelijk.",
    AnswerKind.EXPERIMENT: "{ministry} maakt een experiment mogelijk.",
}
"""Words that anybody may read, until the team finds better ones."""


def from_answer(thread: MinistryThread, *, by: Actor, now: datetime) -> Promise | None:
    """Write down what a ministry's answer promises; None when it promises nothing by a date."""
    answer = thread.answer
    if answer.kind not in PROMISING or answer.commitment_date is None:
        return None
    promise = _new(thread.case, now)
    promise.ministry, promise.answer = thread.ministry, answer
    promise.text = _WORDS[AnswerKind(answer.kind)].format(ministry=thread.ministry)
    promise.due_on = promise.first_due_on = answer.commitment_date

    def write(_fresh: MinistryThread) -> None:
        promise.save(force_insert=True)

    act = Act("toezegging.made", access.ministry_or_team, then=write, data=told(promise))
    perform(thread, act, by=by, now=now)
    touched()
    return promise


def make_promise(case: ObstacleCase, values: Mapping[str, Any], *, by: Actor, now: datetime) -> Promise:
    """Write down a promise that was made otherwise, such as in a letter to parliament.

    Args:
        case: the case in which it was made.
        values: `ministry`, `text`, `due_on` and perhaps `owner`.
        by: who writes it down.
        now: the moment.

    Raises:
        NotNow: this ministry was asked nothing in this case.
    """
    promise = _new(case, now)
    for name, value in values.items():
        setattr(promise, name, value)
    promise.first_due_on = promise.due_on

    def write(fresh: ObstacleCase) -> None:
        if not fresh.threads.asked().filter(ministry=promise.ministry).exists():
            raise NotNow(f"Aan {promise.ministry} is in deze casus niets gevraagd.")
        promise.save(force_insert=True)

    perform(
        case, Act("toezegging.made", access.handles_cases, then=write, data=told(promise)), by=by, now=now
    )
    touched()
    return promise


def _new(case: ObstacleCase, now: datetime) -> Promise:
    return Promise(case=case, owner=case.assignee, made_on=timezone.localdate(now))


def change_promise(promise: Promise, text: str, owner: User | None, *, by: Actor, now: datetime) -> Done:
    """Find better words, or give it to another colleague to watch."""

    def change(fresh: Promise) -> None:
        fresh.text, fresh.owner = text, owner

    act = Act("toezegging.changed", access.handles_cases, then=change, data=told(promise))
    return _perform(promise, act, by=by, now=now)


def keep(promise: Promise, result: str, *, by: Actor, now: datetime) -> Done:
    """Say that it was kept, and what came of it."""
    return _settle(promise, Move("keep", {"result": result}, data=told(promise)), by=by, now=now)


def drop(promise: Promise, reason: str, *, by: Actor, now: datetime) -> Done:
    """Say that it will not come, with the reason."""
    return _settle(promise, Move("drop", {"reason": reason}, data=told(promise)), by=by, now=now)


def move_date(promise: Promise, new_date: date, reason: str, *, by: Actor, now: datetime) -> Done:
    """Let it be due on another day, with the reason; the day that was promised first stays to be read.

    Raises:
        NotNow: the new date is not after today and after the old one.
    """

    def move_on(fresh: Promise) -> None:
        check_new_date(fresh, new_date, timezone.localdate(now))
        fresh.due_on, fresh.asked_on = new_date, None
        fresh.news.waiting().update(handled_at=now)

    given = {"new_date": new_date, "reason": reason}
    return _perform(promise, Move("move_date", given, data=told(promise), then=move_on), by=by, now=now)


def check_new_date(promise: Promise, new_date: date | None, today: date) -> None:
    """Raise NotNow when a promise cannot move to this day."""
    if new_date is None or new_date <= max(promise.due_on, today):
        raise NotNow("Kies een datum na vandaag en na de oude datum.")


def lapse(promise: Promise, *, by: Actor, now: datetime) -> Done:
    """Let the day pass on which it was due.

    Raises:
        NotNow: that day is not over.
    """

    def check(fresh: Promise) -> None:
        if fresh.due_on >= timezone.localdate(now):
            raise NotNow("De datum is nog niet voorbij.")

    return _perform(promise, Move("lapse", data=told(promise), then=check), by=by, now=now)


def reopen(promise: Promise, reason: str, *, by: Actor, now: datetime) -> Done:
    """Take back that it was kept or dropped: it was a mistake."""

    def open_again(fresh: Promise) -> None:
        fresh.settled_at, fresh.result, fresh.asked_on = None, "", None

    move = Move("reopen", {"reason": reason}, data=told(promise), then=open_again)
    return _perform(promise, move, by=by, now=now)


def ask(promise: Promise, *, by: Actor, now: datetime) -> Done:
    """Ask its owner and the ministry how it stands: some weeks before the day, and on the day itself.

    Raises:
        NotNow: it was asked already, or nobody needs to ask any more: also when what the ministry said
            waits for the team.
    """

    def note(fresh: Promise) -> None:
        today = timezone.localdate(now)
        moments = [day for day in terms.promise_asked_on(fresh.due_on) if day <= today]
        asked = fresh.asked_on is not None and bool(moments) and fresh.asked_on >= moments[-1]
        running = fresh.state in workflow.PROMISE.sets["running"] and not fresh.news.waiting().exists()
        if not running or not moments or asked:
            raise NotNow("Hier is nu niets te vragen.")
        fresh.asked_on = today

    act = Act("toezegging.asked", access.portal, then=note, data=told(promise))
    return perform(promise, act, by=by, now=now)


def _settle(promise: Promise, move: Move, *, by: Actor, now: datetime) -> Done:
    def settle(fresh: Promise) -> None:
        fresh.settled_at = now
        fresh.result = next(iter(move.given.values()))
        fresh.news.waiting().update(handled_at=now)

    settling = Move(move.name, move.given, data=move.data, then=settle)
    return _perform(promise, settling, by=by, now=now)


def _perform(promise: Promise, act: Move | Act, *, by: Actor, now: datetime) -> Done:
    done = perform(promise, act, by=by, now=now)
    touched()
    return done


def touched() -> None:
    """Say that the public list of promises changed."""
    cache_tags.bump_on_commit(cache_tags.listing("toezegging"))


def told(promise: Promise) -> dict[str, Any]:
    """Return what the timeline tells of a promise."""
    return {"ministry": str(promise.ministry), "due": promise.due_on.isoformat()}
