# SPDX-License-Identifier: EUPL-1.2
"""Membership of an organisation: by invitation, and no other way."""

import pytest
from django.core import mail
from django.core.mail import get_connection
from django.urls import reverse

from netwerk import deliveries, organisations
from netwerk.access import Actor, NotPermitted
from netwerk.models import Delivery, Invitation, Membership, Organisation, User
from netwerk.perform import NotNow
from tests.factories.obstacles import NOW
from tests.factories.people import user

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    return Organisation.objects.create(name="Voorbeeldhuis", slug="voorbeeldhuis", kind="care")


@pytest.fixture
def manager(house):
    who = user("lid")
    Membership.objects.create(organisation=house, user=who, role="manager", joined_at=NOW)
    return who


@pytest.fixture(autouse=True)
def _own_backend(monkeypatch):
    """The test runner puts its own mail backend in place; here mail goes through the outbox, as live."""
    real = get_connection("netwerk.mail.OutboxEmailBackend")
    monkeypatch.setattr("django.core.mail.message.EmailMessage.get_connection", lambda *_: real)


def members_url(house):
    return reverse("organisation_members", args=[house.slug])


def invited(house, email, role="member"):
    return Invitation.objects.create(organisation=house, email=email, role=role, created_at=NOW)


def test_a_manager_invites_and_the_invited_accepts(client, house, manager):
    """The mail goes through the outbox; the invited logs in, accepts, and is a member with that role."""
    newcomer = user("lid")
    client.force_login(manager)
    client.post(members_url(house), {"email": newcomer.email.upper(), "role": "manager"})
    assert Delivery.objects.get().notice == "mail"
    deliveries.deliver_due()
    assert mail.outbox[0].to == [newcomer.email]
    assert reverse("invitations") in mail.outbox[0].body
    client.force_login(newcomer)
    page = client.get(reverse("invitations")).content.decode()
    assert "Voorbeeldhuis" in page
    client.post(reverse("invitation_accept", args=[Invitation.objects.get().pk]))
    assert house.memberships.get(user=newcomer).role == "manager"


def test_somebody_elses_invitation_does_not_exist(client, house, manager):
    """Another member gets 404, and the action itself refuses too."""
    invitation = invited(house, "iemand@voorbeeld.example")
    other = user("lid")
    client.force_login(other)
    assert client.post(reverse("invitation_accept", args=[invitation.pk])).status_code == 404
    with pytest.raises(NotPermitted, match="ander adres"):
        organisations.accept(invitation, by=Actor.of(other), now=NOW)
    assert not house.memberships.filter(user=other).exists()


@pytest.mark.parametrize("role", ["lid", "redacteur", "ambassadeur"])
def test_who_manages_nothing_sees_no_members(client, settings, house, manager, role):
    """For members, editors and ambassadors the page of an organisation does not exist."""
    settings.SECOND_FACTOR_REQUIRED = False  # what is asked here is the role
    client.force_login(user(role))
    assert client.get(members_url(house)).status_code == 404
    assert client.post(members_url(house), {"email": "a@b.nl", "role": "member"}).status_code == 404
    membership = house.memberships.get()
    assert client.post(reverse("membership_leave", args=[membership.pk])).status_code == 404
    assert house.memberships.count() == 1


def test_an_ordinary_member_is_no_manager(client, house, manager):
    """A member without the role may not invite."""
    member = user("lid")
    Membership.objects.create(organisation=house, user=member, role="member", joined_at=NOW)
    with pytest.raises(NotPermitted, match="beheerder van de organisatie"):
        organisations.invite(
            house, organisations.NewInvitation("a@voorbeeld.example", "member"), by=Actor.of(member), now=NOW
        )


def test_inviting_twice_or_a_member_is_told_at_the_field(client, house, manager):
    """Both cases give a sentence at the field, keep the address, and send nothing more."""
    client.force_login(manager)
    client.post(members_url(house), {"email": "a@voorbeeld.example", "role": "member"})
    again = client.post(members_url(house), {"email": "A@voorbeeld.example", "role": "member"})
    assert again.status_code == 422
    assert "al uitgenodigd" in again.content.decode()
    assert 'value="A@voorbeeld.example"' in again.content.decode()
    own = client.post(members_url(house), {"email": manager.email, "role": "member"})
    assert "hoort al bij een lid" in own.content.decode()
    assert Delivery.objects.count() == 1


def test_a_withdrawn_invitation_is_worth_nothing(client, house, manager):
    """After withdrawal it is on no list, and accepting is refused."""
    newcomer = user("lid")
    invitation = invited(house, newcomer.email)
    client.force_login(manager)
    client.post(reverse("invitation_withdraw", args=[house.slug, invitation.pk]))
    with pytest.raises(NotNow, match="niet meer geldig"):
        organisations.accept(invitation, by=Actor.of(newcomer), now=NOW)
    assert organisations.open_invitations(newcomer) == []
    with pytest.raises(NotNow):
        organisations.withdraw(invitation, by=Actor.of(manager), now=NOW)


def test_an_organisation_with_members_keeps_a_manager(client, house, manager):
    """The last manager cannot leave while others stay; the very last member can."""
    other = user("lid")
    second = Membership.objects.create(organisation=house, user=other, role="member", joined_at=NOW)
    client.force_login(manager)
    own = house.memberships.get(user=manager)
    page = client.post(reverse("membership_leave", args=[own.pk]), follow=True).content.decode()
    assert "Maak eerst iemand anders beheerder" in page
    client.post(reverse("membership_leave", args=[second.pk]))
    client.post(reverse("membership_leave", args=[own.pk]))
    assert not house.memberships.exists()


def test_the_team_may_manage_every_organisation(client, house):
    """Somebody must invite the first manager."""
    organisations.invite(
        house,
        organisations.NewInvitation("eerste@voorbeeld.example", "manager"),
        by=Actor.of(user("team")),
        now=NOW,
    )
    assert house.invitations.get().role == "manager"


def test_who_signs_up_becomes_a_member_of_the_network(client):
    """A new account has the role of member, and no other."""
    client.post(
        reverse("account_signup"),
        {
            "first_name": "Noor",
            "last_name": "Nieuw",
            "email": "noor@voorbeeld.example",
            "password1": "een-lang-wachtwoord-9",
            "privacy": "on",
        },
    )
    assert [group.name for group in User.objects.get(email="noor@voorbeeld.example").groups.all()] == ["lid"]
