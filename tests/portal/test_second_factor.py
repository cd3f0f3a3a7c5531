# SPDX-License-Identifier: EUPL-1.2
"""Who has rights over others' data uses a second factor in this session; nobody is locked out."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.models import Group

from tests.portal.conftest import PASSWORD

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def team_member(make_user):
    """Somebody whose role needs a second factor."""
    user = make_user("team@voorbeeld.example")
    user.groups.add(Group.objects.get_or_create(name="team")[0])
    return user


def code():
    """The code that an authenticator app would show now."""
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(SECRET, counter))


@pytest.mark.parametrize("address", ["/beheer/", "/beheer/pages/", "/mijn/", "/", "/documenten/1/x.pdf"])
def test_password_alone_opens_nothing(client, team_member, address):
    """Proves that a session with only a password is sent to the set-up, wherever it goes."""
    client.force_login(team_member)
    response = client.get(address)
    assert response.status_code == 302
    assert response.url.startswith("/account/2fa/totp/activate/?next=")


def test_owning_a_second_factor_is_not_using_it(client, team_member):
    """Proves that the session counts and not the account: what another login form let in stays out."""
    TOTP.activate(team_member, SECRET)
    client.force_login(team_member)
    response = client.get("/beheer/")
    assert response.status_code == 302
    assert response.url.startswith("/account/2fa/reauthenticate/?next=%2Fbeheer%2F")


def test_second_factor_of_somebody_else_does_not_count(client, team_member, make_user, with_second_factor):
    """Proves that a record of another user in the same browser opens nothing."""
    with_second_factor(make_user("ander@voorbeeld.example"))
    session = client.session
    records = {key: value for key, value in session.items() if key.startswith("account_authentication")}
    client.force_login(team_member)
    session = client.session
    session.update(records)
    session.save()
    assert client.get("/beheer/").status_code == 302


def test_posting_is_refused_too(client, team_member):
    """Proves that a write without the second factor does not reach its view."""
    client.force_login(team_member)
    assert client.post("/beheer/pages/1/delete/").url.startswith("/account/2fa/")


@pytest.mark.parametrize("address", ["/account/2fa/", "/account/logout/", "/account/reauthenticate/"])
def test_account_pages_stay_open(client, team_member, address):
    """Proves that nobody is locked out of the pages where a second factor is set up, or of logging out."""
    client.force_login(team_member)
    response = client.get(address)
    assert response.status_code == 200 or "/account/" in response.url


def test_a_record_in_the_session_opens_the_door(with_second_factor, make_user):
    """Proves that a used second factor lets a superuser into the admin."""
    admin = make_user("baas@voorbeeld.example", is_superuser=True)
    assert with_second_factor(admin).get("/beheer/").status_code == 200


def test_member_needs_none(client, make_user):
    """Proves that somebody without such a role is not asked for one."""
    client.force_login(make_user())
    assert client.get("/mijn/").status_code == 200


def test_demo_mode_asks_for_none(client, team_member, settings):
    """Proves that the one switch turns it off."""
    settings.SECOND_FACTOR_REQUIRED = False
    client.force_login(team_member)
    assert client.get("/mijn/").status_code == 200


def test_whole_way_in_with_an_app(client, team_member):
    """Proves the real way: e-mail and password, then the code, and only then the pages."""
    TOTP.activate(team_member, SECRET)
    assert Authenticator.objects.count() == 1
    login = client.post("/account/login/", {"login": team_member.email, "password": PASSWORD})
    assert login.url.startswith("/account/2fa/authenticate/")
    assert client.get("/mijn/").status_code == 302
    inside = client.post("/account/2fa/authenticate/", {"code": code()})
    assert inside.status_code == 302
    assert client.get("/mijn/").status_code == 200
