# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the site share: its first pages, and people with and without a second factor."""

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.internal.flows.login import _AUTHENTICATION_METHODS_USER_SESSION_KEY
from allauth.account.models import EmailAddress
from django.core.management import call_command

from netwerk.models import User

PASSWORD = "een heel lang wachtwoord"


@pytest.fixture
def site(db):
    """The pages that a new portal starts with."""
    call_command("load_starter_content", verbosity=0)


@pytest.fixture
def make_user(db):
    """Make a user who can log in with `PASSWORD`."""

    def make(email="lid@voorbeeld.example", **fields):
        user = User.objects.create_user(email, PASSWORD, first_name="Noor", **fields)
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
        return user

    return make


@pytest.fixture
def with_second_factor(client):
    """Log a user in, in a session that holds the record of a second factor."""

    def log_in(user):
        client.force_login(user)
        session = client.session
        session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
        session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "at": 0, "type": "totp"}]
        session.save()
        return client

    return log_in
