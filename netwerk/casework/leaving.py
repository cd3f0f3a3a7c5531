# SPDX-License-Identifier: EUPL-1.2
"""All open work of one person to another: dossiers of every kind, and tasks."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from netwerk import kinds
from netwerk.access import Actor, NotPermitted
from netwerk.models import Dossier, Task, User
from netwerk.perform import Refused
from netwerk.processes import process_for

from .bulk import Result, each
from .rules import own_kinds
from .tasks import hand_task


@dataclass(frozen=True)
class Work:
    """What somebody has in hand, as far as the asker works on it too."""

    dossiers: QuerySet[Dossier]
    tasks: QuerySet[Task]

    def __bool__(self) -> bool:
        return self.dossiers.exists() or self.tasks.exists()


def work_of(user: User, actor: Actor) -> Work:
    """Return the open dossiers and tasks of somebody."""
    is_open = Q(pk__in=())
    own = own_kinds(actor)
    for code in own:
        workflow = process_for(kinds.kind(code).model).workflow
        is_open |= Q(kind=code, state__in=[state.code for state in workflow.states if not state.final])
    return Work(
        Dossier.objects.filter(is_open, assignee=user).order_by("kind", "pk"),
        Task.objects.filter(assignee=user, done_at__isnull=True, dossier__kind__in=own)
        .select_related("dossier", "assignee")
        .order_by("pk"),
    )


def hand_over(work: Work, to: User, *, by: Actor, now: datetime) -> list[Result]:
    """Give all of it to somebody else, one by one; what is refused stays where it was, with the reason."""
    receiver = Actor.of(to)

    def assign(dossier: Dossier) -> None:
        kind = kinds.kind(dossier.kind)
        if kind.assign is None or not receiver.has_perm(kind.team_permission):
            raise NotPermitted(f"{to} behandelt geen dossiers van deze soort.")
        kind.assign(dossier, to, by=by, now=now)

    return [*each(list(work.dossiers), assign), *(_hand(task, to, by, now) for task in list(work.tasks))]


def _hand(task: Task, to: User, by: Actor, now: datetime) -> Result:
    try:
        if not Actor.of(to).has_perm(kinds.kind(task.dossier.kind).team_permission):
            raise NotPermitted(f"{to} werkt niet aan dit dossier.")
        hand_task(task, to, by=by, now=now)
    except (Refused, NotPermitted) as error:
        return Result(task.dossier, False, f"Taak: {error}")
    return Result(task.dossier, True, f"Taak: {task.title}")
