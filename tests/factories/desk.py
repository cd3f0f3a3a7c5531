# SPDX-License-Identifier: EUPL-1.2
"""Colleagues at their desk: logged in with a second factor, pressing the buttons of a screen."""

from typing import Any

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.internal.flows.login import _AUTHENTICATION_METHODS_USER_SESSION_KEY
from django.test import Client
from django.urls import reverse

from netwerk.models import Delivery, Dossier
from tests.factories import obstacles as make
from tests.factories.people import user


class Colleague(Client):
    """A browser of somebody with these roles, at one desk: the addresses below its namespace."""

    desk = "rir_desk"

    def __init__(self, *roles: str, **fields: Any) -> None:
        super().__init__()
        self.user = user(*roles, **fields)
        self.force_login(self.user)
        session = self.session
        session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(self.user.pk)
        session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "at": 0, "type": "totp"}]
        session.save()

    def see(self, name: str, /, *args: Any, **query: str) -> Any:
        """Open a screen of the desk."""
        return self.get(reverse(f"{self.desk}:{name}", args=args), query)

    def page(self, name: str, /, *args: Any, **query: str) -> str:
        """Return the HTML of a screen that opens."""
        response = self.see(name, *args, **query)
        assert response.status_code == 200, response.status_code
        return response.content.decode()

    def press(self, name: str, /, *args: Any, **data: Any) -> Any:
        """Send a form of the desk, as somebody who looked at the dossier just now."""
        if args and "seen" not in data:
            data["seen"] = Dossier.objects.values_list("version", flat=True).get(pk=args[0])
        return self.post(reverse(f"{self.desk}:{name}", args=args), data)

    def done(self, name: str, /, *args: Any, **data: Any) -> Any:
        """Send a form that must be taken."""
        response = self.press(name, *args, **data)
        assert response.status_code == 302, response.content.decode()
        return response


def said(response: Any) -> str:
    """Return what the page says of how it went: messages that wait, or the refusal on the page."""
    waiting = " ".join(str(message) for message in response.wsgi_request._messages)
    return waiting or response.content.decode()


def delivery(state: str = "dead", **fields: Any) -> Delivery:
    """Make a message with a fate."""
    values = {"error": "SMTPServerDisconnected", "attempts": 8} if state == "dead" else {}
    return Delivery.objects.create(
        notice="mail",
        channel="mail",
        state=state,
        next_attempt_at=make.NOW,
        created_at=make.NOW,
        **{**values, **fields},
    )
