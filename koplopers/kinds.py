# SPDX-License-Identifier: EUPL-1.2
"""What Koplopers registers with the network: its kind of dossier and its state table."""

from django.urls import reverse

from netwerk import kinds, processes
from netwerk.access import Actor
from netwerk.kinds import Card, Kind, Mine, address_by_key
from netwerk.processes import Process

from . import access, conditions, demo, entries, workflow
from .actions import review
from .models import Initiative, InitiativeOwner, OwnerRole
from .shelf import SHELF

INITIATIVE = "initiatief"


_ASKS = {
    "draft": "Schrijf verder",
    "consent_pending": "Stem in",
    "more_info": "Beantwoord de vraag",
}
"""What an owner has to do, per state."""
MINE = 50
"""As many as fit on one page; nobody has more of their own."""


def _mine(actor: Actor) -> Mine:
    rows = Initiative.objects.brought_by(actor).select_related("organisation")[:MINE]
    owned = set(
        InitiativeOwner.objects.filter(user=actor.user, role=OwnerRole.OWNER).values_list(
            "initiative_id", flat=True
        )
    )
    cards = [_card(initiative, initiative.pk in owned) for initiative in rows]
    return Mine("Mijn initiatieven", cards, reverse("koplopers:start"), "Meld een initiatief aan")


def _card(initiative: Initiative, owned: bool) -> Card:
    return Card(
        title=initiative.title,
        url=reverse("koplopers:own", args=[initiative.pk]),
        text=initiative.reference,
        state=initiative.state_info,
        icon="award",
        asks=_ASKS.get(initiative.state, "") if owned else "",
    )


kinds.register(
    Kind(
        INITIATIVE,
        "Koplopers",
        "award",
        Initiative,
        address_by_key("kop_desk:initiative"),
        access.initiatives_q,
        access.may_read_attachment,
        team_permission=access.HANDLE,
        queue="kop_desk:initiatives",
        assign=review.assign,
        mine=_mine,
        shelf=SHELF,
        entries=entries.of_initiative,
        found_with=entries.WITH,
        demo=demo.load,
        remove=demo.remove,
        copied=demo.COPIED,
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
            "portal": access.portal,
        },
        conditions={
            "owned": conditions.owned,
            "told": conditions.told,
            "complete": conditions.complete,
            "consented": conditions.consented,
        },
    ),
)
