# SPDX-License-Identifier: EUPL-1.2
"""What the team does before the decision: scout, find the owner, ask, and who works on it."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from netwerk.access import Actor, require
from netwerk.models import Message, Organisation, User
from netwerk.perform import Act, Done, Move, next_reference, open_dossier, perform
from netwerk.timeline import Happening

from .. import access, terms
from ..models import Initiative, InitiativeOwner, InitiativePartner, Origin, OwnerRole
from .talk import say


def scout(title: str, summary: str, *, by: Actor, now: datetime) -> Initiative:
    """Write down an initiative that the team saw somewhere; nobody was approached yet."""
    require(access.handles_initiatives(by))
    with transaction.atomic():
        initiative = Initiative(
            title=title,
            summary=summary,
            origin=Origin.APPROACHED,
            state="prospect",
            assignee=by.user,
            reference=next_reference("KI", now),
        )
        open_dossier(initiative, Happening("initiatief.scouted"), by=by, now=now)
    return initiative


def find_owner(initiative: Initiative, owner: User, *, by: Actor, now: datetime) -> Done:
    """Hand a scouted initiative to its owner, who writes it."""

    def own(fresh: Initiative) -> None:
        _tie(fresh, owner, now)

    return perform(initiative, Move("find_owner", fill=own), by=by, now=now)


def ask_consent(initiative: Initiative, owner: User, *, by: Actor, now: datetime) -> Done:
    """Ask the real owner of an initiative that somebody else put forward; that person reads along."""

    def hand(fresh: Initiative) -> None:
        fresh.owners.update(role=OwnerRole.PROPOSER)
        fresh.origin, fresh.assignee = Origin.PUT_FORWARD, by.user
        _tie(fresh, owner, now)

    return perform(initiative, Move("ask_consent", fill=hand), by=by, now=now)


def _tie(initiative: Initiative, owner: User, now: datetime) -> None:
    InitiativeOwner.objects.update_or_create(
        initiative=initiative,
        user=owner,
        defaults={"role": OwnerRole.OWNER},
        create_defaults={"role": OwnerRole.OWNER, "added_at": now},
    )


def take(initiative: Initiative, *, by: Actor, now: datetime) -> Done:
    """Start reviewing an initiative: it becomes the actor's own."""

    def own(fresh: Initiative) -> None:
        fresh.assignee = by.user
        fresh.due_at = terms.decision_due(timezone.localdate(fresh.submitted_at or now))

    return perform(initiative, Move("take", then=own), by=by, now=now)


def assign(initiative: Initiative, to: User, *, by: Actor, now: datetime) -> Done:
    """Give an initiative to somebody of the team."""

    def hand(fresh: Initiative) -> None:
        fresh.assignee = to

    act = Act("initiatief.assigned", access.handles_initiatives, then=hand, data={"assignee": str(to)})
    return perform(initiative, act, by=by, now=now)


def ask(initiative: Initiative, question: str, *, by: Actor, now: datetime) -> Done:
    """Ask the owner something; the clock stands still until the answer."""
    with transaction.atomic():
        done = perform(initiative, Move("ask", {"question": question}), by=by, now=now)
        say(done.subject, question, Message.Side.TEAM, now)
    return done


def add_partner(
    initiative: Initiative, organisation: Organisation, role: str, *, by: Actor, now: datetime
) -> Done:
    """Name an organisation that takes part, or give it another role."""

    def name(fresh: Initiative) -> None:
        InitiativePartner.objects.update_or_create(
            initiative=fresh, organisation=organisation, defaults={"role": role}
        )

    data = {"organisation": str(organisation)}
    act = Act("initiatief.partner_added", access.handles_initiatives, then=name, data=data)
    return perform(initiative, act, by=by, now=now)


def remove_partner(initiative: Initiative, partner_id: int, *, by: Actor, now: datetime) -> Done:
    """Take an organisation off the list of partners."""

    def drop(fresh: Initiative) -> None:
        fresh.partners.filter(pk=partner_id).delete()

    act = Act("initiatief.partner_removed", access.handles_initiatives, then=drop)
    return perform(initiative, act, by=by, now=now)
