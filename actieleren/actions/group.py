# SPDX-License-Identifier: EUPL-1.2
"""Who takes part, and who of the team keeps an eye on it."""

from datetime import datetime

from netwerk.access import Actor
from netwerk.models import User
from netwerk.perform import Act, Done, NotNow, perform

from .. import access
from ..models import LearningProject, Participant, ParticipantRole

_LAST_LEAD = "Een leertraject heeft een trekker nodig. Kies eerst een andere."


def add_participant(project: LearningProject, user: User, role: str, *, by: Actor, now: datetime) -> Done:
    """Let somebody with an account take part, or give a participant another role.

    Raises:
        NotNow: the last lead would become a participant.
    """

    def join(fresh: LearningProject) -> None:
        Participant.objects.update_or_create(
            project=fresh, user=user, defaults={"role": role}, create_defaults={"role": role, "added_at": now}
        )
        _keep_a_lead(fresh)

    # The number, not the name: the timeline must not tell who somebody is once they are gone.
    data = {"user": user.pk}
    return perform(
        project, Act("leertraject.participant_added", access.leads_on, then=join, data=data), by=by, now=now
    )


def remove_participant(project: LearningProject, pk: int, *, by: Actor, now: datetime) -> Done:
    """Let somebody go; one of another project is left alone. Raises NotNow for the last lead."""

    def part(fresh: LearningProject) -> None:
        fresh.participants.filter(pk=pk).delete()
        _keep_a_lead(fresh)

    return perform(
        project, Act("leertraject.participant_removed", access.leads_on, then=part), by=by, now=now
    )


def _keep_a_lead(project: LearningProject) -> None:
    """Refuse a group without lead; the whole change is then undone."""
    if not project.participants.filter(role=ParticipantRole.LEAD).exists():
        raise NotNow(_LAST_LEAD)


def assign(project: LearningProject, to: User, *, by: Actor, now: datetime) -> Done:
    """Let somebody of the team keep an eye on a project."""

    def hand(fresh: LearningProject) -> None:
        fresh.assignee = to

    act = Act("leertraject.assigned", access.handles_projects, then=hand, data={"assignee": str(to)})
    return perform(project, act, by=by, now=now)
