# SPDX-License-Identifier: EUPL-1.2
"""Tasks at a dossier: put ready, handed on, done. What is done is in no list any more."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from netwerk import kinds
from netwerk.access import Actor
from netwerk.models import Dossier, Task, User
from netwerk.perform import Act, NotNow, perform

from .rules import own_kinds, works_on


@dataclass(frozen=True)
class NewTask:
    """What is to be done, by a person or by a group, perhaps before a day."""

    title: str
    assignee: User | None = None
    group: str = ""
    due_at: date | None = None


def open_task(dossier: Dossier, new: NewTask, *, by: Actor, now: datetime) -> Task:
    """Put a task ready; the person it is for hears of it.

    Raises:
        NotPermitted: the actor is not of the team of this dossier.
    """
    task = Task(
        dossier_id=dossier.pk,
        title=new.title,
        assignee=new.assignee,
        group=new.group,
        due_at=new.due_at,
        created_by=by.user,
        created_at=now,
    )

    def keep(_fresh: Dossier) -> None:
        task.save(force_insert=True)

    whom = new.assignee.pk if new.assignee else None
    act = Act("dossier.task_opened", works_on, then=keep, data={"whose": task.whose, "user": whom})
    perform(kinds.child_of(dossier), act, by=by, now=now)
    return task


def finish_task(task: Task, *, by: Actor, now: datetime) -> Task:
    """Mark a task as done.

    Raises:
        NotNow: somebody did it before.
    """

    def finish(_fresh: Dossier) -> None:
        # Counted by the database, under the dossier's lock: only one of two colleagues does it.
        done = Task.objects.filter(pk=task.pk, done_at__isnull=True).update(done_at=now, done_by=by.user)
        if not done:
            raise NotNow("Deze taak is al gedaan.")

    act = Act("dossier.task_done", works_on, then=finish, data={"whose": task.whose})
    perform(kinds.child_of(task.dossier), act, by=by, now=now)
    task.refresh_from_db()
    return task


def hand_task(task: Task, to: User, *, by: Actor, now: datetime) -> Task:
    """Give a task that is not done to somebody else.

    Raises:
        NotNow: it was done meanwhile.
    """

    def hand(_fresh: Dossier) -> None:
        if not Task.objects.filter(pk=task.pk, done_at__isnull=True).update(assignee=to, group=""):
            raise NotNow("Deze taak is al gedaan.")

    act = Act("dossier.task_handed", works_on, then=hand, data={"whose": str(to), "user": to.pk})
    perform(kinds.child_of(task.dossier), act, by=by, now=now)
    task.refresh_from_db()
    return task


def waiting_for(actor: Actor) -> QuerySet[Task]:
    """Return the open tasks that somebody can do: the own ones, and those of the own groups or of nobody."""
    if actor.user is None:
        return Task.objects.none()
    groups = Q(assignee__isnull=True) & (
        Q(group__in=actor.user.groups.values_list("name", flat=True)) | Q(group="")
    )
    return Task.objects.filter(
        Q(assignee=actor.user) | groups, done_at__isnull=True, dossier__kind__in=own_kinds(actor)
    )
