# SPDX-License-Identifier: EUPL-1.2
"""Weighing the answers: mark where they differ, ask several parties at once, say who gets no outcome."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from netwerk.access import Actor
from netwerk.models import Message
from netwerk.perform import Act, NotNow, perform
from netwerk.timeline import part_key

from .. import access, workflow
from ..models import (
    Difference,
    JointQuestion,
    JointReply,
    Ministry,
    MinistryThread,
    ObstacleCase,
    SetAside,
)

_WITH_ANSWERS = frozenset({"escalated", "weighing_answers"})


def mark_difference(case: ObstacleCase, values: Mapping[str, Any], *, by: Actor, now: datetime) -> Difference:
    """Mark a point on which the answers do not agree.

    Raises:
        NotNow: there are no answers to compare.
    """
    difference = Difference(case=case, author=by.user, created_at=now, **values)

    def write(fresh: ObstacleCase) -> None:
        _require_answers(fresh)
        difference.save(force_insert=True)

    data = {"aspect": difference.get_aspect_display()}
    act = Act("casus.difference_marked", access.handles_cases, then=write, data=data)
    perform(case, act, by=by, now=now)
    return difference


def unmark_difference(difference: Difference, *, by: Actor, now: datetime) -> None:
    """Take a mark away; what was said about it stays in the log as having been there."""

    def remove(_fresh: ObstacleCase) -> None:
        difference.delete()

    data = {"aspect": difference.get_aspect_display()}
    act = Act("casus.difference_removed", access.handles_cases, then=remove, data=data)
    perform(difference.case, act, by=by, now=now)


def _require_answers(case: ObstacleCase) -> None:
    if case.state not in _WITH_ANSWERS:
        raise NotNow("Antwoorden vergelijk je als de casus bij een ministerie ligt of als je ze weegt.")


@dataclass(frozen=True)
class NewJointQuestion:
    """What is asked of several parties at once, and before when."""

    question: str
    due_on: date
    threads: Sequence[MinistryThread]


def ask_jointly(case: ObstacleCase, new: NewJointQuestion, *, by: Actor, now: datetime) -> JointQuestion:
    """Ask the chosen parties one question together; each reads the replies of the others.

    Raises:
        NotNow: fewer than two parties, one that was never asked, or no answers to go on.
    """
    joint = JointQuestion(case=case, question=new.question, due_on=new.due_on, author=by.user, asked_at=now)

    def ask(fresh: ObstacleCase) -> None:
        _require_answers(fresh)
        keys = {thread.pk for thread in new.threads}
        asked = list(fresh.threads.asked().filter(pk__in=keys))
        parties = {thread.ministry_id for thread in asked}
        if len(parties) < 2 or len(asked) != len(keys):  # noqa: PLR2004 (together starts at two)
            raise NotNow("Kies minstens twee partijen die al een vraag kregen.")
        joint.save(force_insert=True)
        JointReply.objects.bulk_create(JointReply(joint=joint, thread=thread) for thread in asked)

    names = ", ".join(str(thread.ministry) for thread in new.threads)
    data = {"parties": names, "threads": [thread.pk for thread in new.threads]}
    perform(case, Act("casus.joint_asked", access.handles_cases, then=ask, data=data), by=by, now=now)
    return joint


def reply_jointly(reply: JointReply, text: str, *, by: Actor, now: datetime) -> JointReply:
    """Reply to a joint question, for one party; a reply that was given does not change.

    Raises:
        NotPermitted: the actor holds the link of another party.
        NotNow: this party replied before.
    """

    def keep(fresh: MinistryThread) -> None:
        open_reply = JointReply.objects.filter(pk=reply.pk, replied_at__isnull=True)
        if not open_reply.update(text=text, replied_at=now):
            raise NotNow("Jullie antwoord is al binnen. Het verandert niet meer.")
        Message.objects.create(
            dossier_id=fresh.case_id,
            part=part_key(fresh),
            side=Message.Side.OTHER,
            author_label=f"{fresh.ministry}, op de gezamenlijke vraag",
            text=text,
            created_at=now,
        )

    data = {"ministry": str(reply.thread.ministry), "joint": reply.joint_id}
    act = Act("ministerievraag.joint_replied", access.ministry_or_team, then=keep, data=data)
    perform(reply.thread, act, by=by, now=now)
    reply.refresh_from_db()
    return reply


def set_aside(case: ObstacleCase, ministry: Ministry, reason: str, *, by: Actor, now: datetime) -> SetAside:
    """Log why a party that was asked gets no outcome of its own.

    Raises:
        NotNow: it was never asked, or the case is not that far.
    """
    made: list[SetAside] = []

    def keep(fresh: ObstacleCase) -> None:
        if fresh.state not in workflow.CASE.sets["decided"] | {"weighing_answers"}:
            raise NotNow("Dit kan als je de antwoorden weegt, of daarna.")
        if not fresh.threads.asked().filter(ministry=ministry).exists():
            raise NotNow("Aan deze partij is niets gevraagd.")
        values = {"reason": reason, "author": by.user, "created_at": now}
        made.append(SetAside.objects.update_or_create(case=fresh, ministry=ministry, defaults=values)[0])

    data = {"ministry": str(ministry)}
    perform(case, Act("casus.set_aside", access.handles_cases, then=keep, data=data), by=by, now=now)
    return made[0]
