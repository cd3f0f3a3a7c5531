# SPDX-License-Identifier: EUPL-1.2
"""Membership of organisations: by invitation, and no other way."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse

from .access import Actor, Verdict, require, verdict
from .models import Invitation, Membership, Organisation, User
from .notifications import Letter, as_mail
from .perform import NotNow

MANAGE_ALL = "netwerk.manage_organisations"


def may_manage(actor: Actor, organisation: Organisation) -> Verdict:
    """A manager of the organisation, or who may manage every organisation."""
    is_manager = (
        actor.user is not None
        and actor.user.is_active
        and organisation.memberships.filter(user=actor.user, role=Membership.Role.MANAGER).exists()
    )
    return verdict(
        is_manager or actor.has_perm(MANAGE_ALL), "Alleen een beheerder van de organisatie mag dit."
    )


@dataclass(frozen=True)
class NewInvitation:
    """Whom to invite, and with which role."""

    email: str
    role: str


def invite(organisation: Organisation, new: NewInvitation, *, by: Actor, now: datetime) -> Invitation:
    """Invite an address and mail it; the mail names the organisation and holds no secret.

    Raises:
        NotPermitted: the actor does not manage this organisation.
        NotNow: the address was invited already, or belongs to a member.
    """
    require(may_manage(by, organisation))
    email = new.email.strip().lower()
    if organisation.memberships.filter(user__email__iexact=email).exists():
        raise NotNow("Dit adres hoort al bij een lid.")
    try:
        with transaction.atomic():
            invitation = Invitation.objects.create(
                organisation=organisation, email=email, role=new.role, invited_by=by.user, created_at=now
            )
            _letter(invitation)
    except IntegrityError as error:
        raise NotNow("Dit adres is al uitgenodigd.") from error
    return invitation


def _letter(invitation: Invitation) -> None:
    letter = Letter(
        subject=f"Uitnodiging: word lid van {invitation.organisation}",
        lines=(
            f"Je bent uitgenodigd om lid te worden van {invitation.organisation}.",
            "Log in met dit e-mailadres. Heb je nog geen account? Maak er dan een met dit adres.",
        ),
        button_label="Bekijk de uitnodiging",
        button_url=settings.BASE_URL + reverse("invitations"),
        reason="Je krijgt dit bericht omdat iemand van deze organisatie je uitnodigde.",
    )
    as_mail(letter, invitation.email).send()


def open_invitations(user: User) -> "list[Invitation]":
    """Return what is open for this user's own, confirmed address."""
    return list(
        Invitation.objects.filter(
            email__iexact=user.email, accepted_at__isnull=True, withdrawn_at__isnull=True
        ).select_related("organisation")
    )


@transaction.atomic
def accept(invitation: Invitation, *, by: Actor, now: datetime) -> Membership:
    """Become a member; only the invited address can.

    Raises:
        NotPermitted: the invitation is for another address.
        NotNow: it was withdrawn or accepted in the meantime.
    """
    fresh = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("organisation")
        .get(pk=invitation.pk)
    )
    own = by.user is not None and by.user.email.lower() == fresh.email.lower()
    require(verdict(own, "Deze uitnodiging is voor een ander adres."))
    if fresh.accepted_at or fresh.withdrawn_at:
        raise NotNow("Deze uitnodiging is niet meer geldig.")
    fresh.accepted_at = now
    fresh.save(update_fields=["accepted_at"])
    membership, _ = Membership.objects.get_or_create(
        organisation=fresh.organisation, user=by.user, defaults={"role": fresh.role, "joined_at": now}
    )
    return membership


def withdraw(invitation: Invitation, *, by: Actor, now: datetime) -> None:
    """Take an invitation back. Raises NotPermitted, or NotNow when it was accepted already."""
    require(may_manage(by, invitation.organisation))
    done = Invitation.objects.filter(
        pk=invitation.pk, accepted_at__isnull=True, withdrawn_at__isnull=True
    ).update(withdrawn_at=now)
    if not done:
        raise NotNow("Deze uitnodiging is al gebruikt of ingetrokken.")


@transaction.atomic
def leave(membership: Membership, *, by: Actor) -> None:
    """End a membership: one's own, or another's as manager.

    Raises:
        NotPermitted: it is somebody else's and the actor manages nothing here.
        NotNow: an organisation with members keeps at least one manager.
    """
    own = by.user is not None and by.user.pk == membership.user_id
    if not own:
        require(may_manage(by, membership.organisation))
    others = (
        Membership.objects.select_for_update()
        .filter(organisation=membership.organisation)
        .exclude(pk=membership.pk)
    )
    rest = list(others)
    last_manager = membership.role == Membership.Role.MANAGER and not any(
        other.role == Membership.Role.MANAGER for other in rest
    )
    if last_manager and rest:
        raise NotNow("Maak eerst iemand anders beheerder van de organisatie.")
    membership.delete()
