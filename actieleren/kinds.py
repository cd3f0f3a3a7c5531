# SPDX-License-Identifier: EUPL-1.2
"""What Actieleren registers with the network: its kind of dossier and its state tables."""

from django.urls import reverse

from netwerk import kinds, processes
from netwerk.access import Actor
from netwerk.kinds import Card, Kind, Mine, address_by_key
from netwerk.processes import Process

from . import access, conditions, demo, entries, workflow
from .actions import group
from .models import Cycle, LearningProject, Participant, ParticipantRole
from .shelf import SHELF

PROJECT = "leertraject"
_ASKS = {
    "exploring": "Bereid voor",
    "preparing": "Maak afspraken",
    "ready": "Start",
    "completed": "Deel het verhaal",
}
"""What a lead has to do, per state."""
_REFLECT = "Kijk samen terug"
MINE = 50
"""As many as fit on one page; nobody has more of their own."""


def _mine(actor: Actor) -> Mine:
    rows = list(LearningProject.objects.joined_by(actor)[:MINE])
    ties = Participant.objects.filter(user=actor.user, role=ParticipantRole.LEAD)
    led = set(ties.values_list("project_id", flat=True))
    waiting = set(
        Cycle.objects.filter(project__in=[row.pk for row in rows], state="reflect").values_list(
            "project_id", flat=True
        )
    )
    cards = [_card(project, project.pk in led, project.pk in waiting) for project in rows]
    return Mine("Mijn leertrajecten", cards, reverse("actieleren:check"), "Begin een leertraject")


def _card(project: LearningProject, led: bool, waiting: bool) -> Card:
    asks = _ASKS.get(project.state, "") if led else ""
    if waiting and project.state in workflow.PROJECT.sets["trying"]:
        asks = _REFLECT
    return Card(
        title=project.title,
        url=reverse("actieleren:own", args=[project.pk]),
        text=project.reference,
        state=project.state_info,
        icon="refresh",
        asks=asks,
    )


kinds.register(
    Kind(
        PROJECT,
        "Leertrajecten",
        "refresh",
        LearningProject,
        address_by_key("act_desk:project"),
        access.projects_q,
        access.may_read_attachment,
        team_permission=access.HANDLE,
        begins="actieleren:check",
        queue="act_desk:projects",
        assign=group.assign,
        mine=_mine,
        shelf=SHELF,
        entries=entries.of_project,
        found_with=entries.WITH,
        demo=demo.load,
        remove=demo.remove,
        copied=demo.COPIED,
    )
)

processes.register(
    LearningProject,
    Process(
        workflow.PROJECT,
        PROJECT,
        rules={
            "leads": access.leads,
            "lead_or_team": access.lead_or_team,
            "handles_projects": access.handles_projects,
            "portal": access.portal,
        },
        conditions={
            name: getattr(conditions, name)
            for name in (
                "led",
                "problem_agreed",
                "inventoried",
                "criteria_agreed",
                "rules_agreed",
                "planned",
                "reflected",
                "lasted",
                "judged",
                "learned",
                "carded",
                "unlisted",
            )
        },  # fmt: skip
    ),
)
processes.register(
    Cycle,
    Process(
        workflow.CYCLE,
        "ronde",
        rules={"works_together": access.works_together},
        conditions={"looked_back": conditions.looked_back},
        dossier_field="project",
    ),
)
