# SPDX-License-Identifier: EUPL-1.2
"""Chasing silence by the calendar: remind, remind on the day, ask the second contact, tell the coordinator.

Each step is made once, by the portal alone. When the portal was down, only the furthest step is made: nobody
gets two reminders in one minute.
"""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from netwerk.access import SYSTEM, Actor
from netwerk.casework.tasks import NewTask, open_task
from netwerk.dates import date_text
from netwerk.models import TaskGroup
from netwerk.perform import Act, Done, NotNow, perform

from ... import access, terms, workflow
from ...models import DeskTerms, JointReply, MinistryContact, MinistryThread, ThreadHolder
from .base import told
from .forwarding import holders_of

MADE = {
    "reminded": "reminded_at",
    "pressed": "pressed_at",
    "backup_asked": "backup_asked_at",
    "raised": "raised_at",
}
"""The steps in their order, with where each is written down."""


def next_step(thread: MinistryThread, today: date, lengths: DeskTerms) -> str:
    """Return the step that is to be made now, by its name; nothing when it is not (yet) time.

    The clock stands still while the party waits for an answer of ours; what is decided or parked is not
    chased.
    """
    waits = thread.state in workflow.THREAD.sets["answerable"]
    asks = thread.case.state in workflow.CASE.sets["asks_again"]
    if not (waits and asks) or thread.sent_at is None or thread.due_at is None:
        return ""
    return _furthest(
        thread, thread, terms.chase_days(timezone.localdate(thread.sent_at), thread.due_at, lengths), today
    )


def next_joint_step(reply: JointReply, today: date, lengths: DeskTerms) -> str:
    """Return the same for a joint question, of one party: its days run from the joint question."""
    asks = reply.joint.case.state in workflow.CASE.sets["asks_again"]
    known = reply.thread.state in workflow.THREAD.sets["asked"]
    if reply.replied_at is not None or not (asks and known):
        return ""
    asked = timezone.localdate(reply.joint.asked_at)
    days = terms.chase_days(asked, reply.joint.due_on, lengths)
    return _furthest(reply, reply.thread, days, today)


def _furthest(
    row: MinistryThread | JointReply, thread: MinistryThread, days: Mapping[str, date], today: date
) -> str:
    """Return the furthest step whose day has come; nothing when that one, or a later one, was made."""
    for name in reversed(MADE):
        if getattr(row, MADE[name]) is not None:
            return ""
        if today >= days[name] and (name != "backup_asked" or backup_of(thread) is not None):
            return name
    return ""


def backup_of(thread: MinistryThread) -> MinistryContact | None:
    """Return the second contact of a party, as long as that one holds no link to this question."""
    people = MinistryContact.objects.filter(ministry=thread.ministry_id, active=True, is_backup=True)
    reachable = people.exclude(contact__email="").exclude(contact__in=holders_of(thread))
    return reachable.select_related("contact").first()


def chase(thread: MinistryThread, step: str, *, by: Actor, now: datetime) -> Done:
    """Make one step of chasing.

    Args:
        thread: a question that waits.
        step: one of `MADE`, as `next_step` gave it.
        by: the portal.
        now: the moment.

    Raises:
        NotNow: it was made meanwhile, or an answer came.
    """
    data: dict[str, object] = {**told(thread)}

    def make(fresh: MinistryThread) -> None:
        if next_step(fresh, timezone.localdate(now), DeskTerms.current()) != step:
            raise NotNow("Dit is al gedaan, of niet meer nodig.")
        setattr(fresh, MADE[step], now)
        if step == "backup_asked":
            data.update(_ask_backup(fresh, now))

    with transaction.atomic():
        act = Act(f"ministerievraag.{step}", access.portal, then=make, data=data)
        done = perform(thread, act, by=by, now=now)
        if step == "raised":
            title = f"{thread.ministry} antwoordt niet. Bel, of leg het hogerop."
            open_task(done.subject.case, NewTask(title, group=TaskGroup.COORDINATOR), by=SYSTEM, now=now)
    return done


def _ask_backup(thread: MinistryThread, now: datetime) -> dict[str, object]:
    """Give the second contact a link of their own. Returns who, for the timeline."""
    backup = backup_of(thread)
    if backup is None:
        return {}
    thread.holders.create(contact=backup.contact, kind=ThreadHolder.Kind.BACKUP, job=backup.job, added_at=now)
    return {"contact": backup.contact_id}


def chase_jointly(reply: JointReply, step: str, *, by: Actor, now: datetime) -> Done:
    """Make one step of chasing a joint question, towards one of its parties; as `chase`.

    Raises:
        NotNow: it was made meanwhile, or the reply came.
    """
    data: dict[str, object] = {**told(reply.thread), "joint": reply.joint_id}

    def make(fresh: MinistryThread) -> None:
        rows = JointReply.objects.select_related("joint__case", "thread")
        current = rows.get(pk=reply.pk)
        if next_joint_step(current, timezone.localdate(now), DeskTerms.current()) != step:
            raise NotNow("Dit is al gedaan, of niet meer nodig.")
        rows.filter(pk=reply.pk).update(**{MADE[step]: now})
        if step == "backup_asked":
            data.update(_ask_backup(fresh, now))

    with transaction.atomic():
        act = Act(f"ministerievraag.joint_{step}", access.portal, then=make, data=data)
        done = perform(reply.thread, act, by=by, now=now)
        if step == "raised":
            title = (
                f"{reply.thread.ministry} antwoordt niet op de gezamenlijke vraag. Bel, of leg het hogerop."
            )
            open_task(done.subject.case, NewTask(title, group=TaskGroup.COORDINATOR), by=SYSTEM, now=now)
    return done


def silence_in_words(thread: MinistryThread) -> str:
    """Return what was done to get an answer, with dates, to begin the outcome \u201cno answer\u201d with."""
    if thread.sent_at is None or thread.due_at is None:
        return ""
    lines = [f"We vroegen {thread.label} op {date_text(thread.sent_at)} om een antwoord."]
    lines.append(f"De termijn liep tot en met {date_text(thread.due_at)}.")
    for at, what in (
        (thread.reminded_at, "We herinnerden op {day}."),
        (thread.pressed_at, "We herinnerden opnieuw op {day}, de laatste dag."),
        (thread.backup_asked_at, "Op {day} vroegen we het ook aan een vervanger."),
        (thread.nudged_at, "Het team herinnerde nog eens op {day}."),
        (thread.raised_at, "Sinds {day} probeerde ook onze coördinator het."),
    ):
        if at is not None:
            lines.append(what.format(day=date_text(at)))
    return " ".join([*lines, "Er kwam geen antwoord."])
