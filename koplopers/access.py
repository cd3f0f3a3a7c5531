# SPDX-License-Identifier: EUPL-1.2
"""Who may do what with an initiative. Each rule is a predicate; where it lists, also a filter, the same."""

from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Q

from netwerk.access import YES, Actor, Verdict, no, verdict
from netwerk.models import Visibility

from . import workflow

if TYPE_CHECKING:
    from netwerk.models import Attachment

    from .models import Initiative

HANDLE = "koplopers.handle_initiative"
DECIDE = "koplopers.decide_initiative"

_NOT_YOURS = "Dit is niet jouw initiatief."


def handles_initiatives(actor: Actor, initiative: "Initiative | None" = None) -> Verdict:
    """The team works on every initiative."""
    return verdict(actor.has_perm(HANDLE), "Alleen het netwerkteam behandelt initiatieven.")


def decides_initiatives(actor: Actor, initiative: "Initiative | None" = None) -> Verdict:
    """Nominating, declining and recording an appointment are the coordinator's."""
    return verdict(actor.has_perm(DECIDE), "Alleen de coördinator mag dit.")


def starts(actor: Actor, initiative: "Initiative | None" = None) -> Verdict:
    """Everybody with an account may bring an initiative."""
    known = actor.user is not None and actor.user.is_active
    return verdict(known, "Log in om een initiatief aan te melden.")


def owns(actor: Actor, initiative: "Initiative") -> Verdict:
    """An owner acts for the own initiative; who only put it forward does not."""
    mine = bool(starts(actor)) and initiative.owners.filter(user=actor.user, role="owner").exists()
    return verdict(mine, _NOT_YOURS)


def owner_or_team(actor: Actor, initiative: "Initiative") -> Verdict:
    """The owner acts alone; the team may act on the owner's behalf."""
    return verdict(bool(handles_initiatives(actor)) or bool(owns(actor, initiative)), _NOT_YOURS)


def edits(actor: Actor, initiative: "Initiative") -> Verdict:
    """An owner writes until it stands on the site, and not while it is being reviewed; the team always."""
    if handles_initiatives(actor):
        return YES
    if not owns(actor, initiative):
        return no(_NOT_YOURS)
    if initiative.listed_at is not None:
        return no("Je initiatief staat op de site. Vraag het team om iets te wijzigen.")
    writable = initiative.state in workflow.INITIATIVE.sets["editable"]
    return verdict(writable, "Je kunt nu niets wijzigen. Een adviseur bekijkt je initiatief.")


def portal(actor: Actor, initiative: "Initiative | None" = None) -> Verdict:
    """Only the portal itself lets a draft go that nobody finishes."""
    return verdict(actor.kind == "system", "Dit gebeurt vanzelf.")


def own_q(actor: Actor) -> Q:
    """The initiatives that an actor brought: as owner, or by putting them forward."""
    if not starts(actor):
        return Q(pk__in=())
    # By name: models know this module, so it cannot know them.
    ties = apps.get_model("koplopers.InitiativeOwner")._default_manager.filter(user=actor.user)
    return Q(pk__in=ties.values("initiative_id"))


def initiatives_q(actor: Actor) -> Q:
    """The initiatives an actor may see: `may_see` as a filter, on initiatives and on dossiers alike."""
    if handles_initiatives(actor):
        return Q()
    return Q(visibility=Visibility.PUBLIC) | own_q(actor)


def may_see(actor: Actor, initiative: "Initiative") -> Verdict:
    """Whether an actor may see an initiative; the same as `initiatives_q`."""
    if initiative.visibility == Visibility.PUBLIC or handles_initiatives(actor):
        return YES
    mine = bool(starts(actor)) and initiative.owners.filter(user=actor.user).exists()
    return verdict(mine, _NOT_YOURS)


def may_read_attachment(actor: Actor, attachment: "Attachment") -> bool:
    """Files of an initiative are the team's for now: no page shows any."""
    return bool(handles_initiatives(actor))
