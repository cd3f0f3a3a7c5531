# SPDX-License-Identifier: EUPL-1.2
"""What Koplopers registers with the network: its kind of dossier and its state table."""

from django.urls import reverse

from netwerk import kinds, processes
from netwerk.kinds import Kind
from netwerk.processes import Process

from . import access, conditions, entries, workflow
from .models import Initiative

INITIATIVE = "initiatief"


def _url(initiative: Initiative) -> str:
    return reverse("kop_desk:initiative", args=[initiative.pk])


kinds.register(
    Kind(
        INITIATIVE,
        "Koplopers",
        "award",
        Initiative,
        _url,
        access.initiatives_q,
        access.may_read_attachment,
        team_permission=access.HANDLE,
        entries=entries.of_initiative,
    )
)

processes.register(
    Initiative,
    Process(
        workflow.INITIATIVE,
        INITIATIVE,
        rules={
            "owns": access.owns,
            "owner_or_team": access.owner_or_team,
            "handles_initiatives": access.handles_initiatives,
            "decides_initiatives": access.decides_initiatives,
        },
        conditions={
            "owned": conditions.owned,
            "told": conditions.told,
            "complete": conditions.complete,
            "consented": conditions.consented,
        },
    ),
)
