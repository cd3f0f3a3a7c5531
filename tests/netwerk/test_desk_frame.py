# SPDX-License-Identifier: EUPL-1.2
"""The frame of the admin: kept for a reader, and never anybody else's."""

import json
import re

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.desk import Colleague

pytestmark = pytest.mark.django_db


def part(browser, name):
    """Return what stands in a script of settings on the first page of the admin."""
    page = browser.get(reverse("wagtailadmin_home")).content.decode()
    found = re.search(rf'<script id="{name}" type="application/json">(.*?)</script>', page, re.S)
    return json.loads(found[1])


def menu(browser):
    """Return the menu as it is sent."""
    return json.dumps(part(browser, "wagtail-sidebar-props"))


def test_a_menu_is_drawn_once_for_a_reader_and_anew_for_other_rights():
    """A second page asks less of the database; who has other rights, or gets them, has another menu."""
    adviser, coordinator = Colleague("team"), Colleague("coordinator")
    asked = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            own = menu(adviser)
        asked.append(len(queries))
    assert asked[1] < asked[0]
    assert "Mijn taken" in own
    assert menu(coordinator) != own
    assert adviser.user.email not in menu(coordinator)
    adviser.user.groups.set(Group.objects.filter(name="coordinator"))
    assert "Bewaartermijnen" not in own
    assert "Bewaartermijnen" in menu(adviser)


def test_what_is_kept_holds_no_token_of_a_session():
    """The settings for scripts are kept, the token against forged forms is each session's own."""
    first, second = Colleague("team"), Colleague("team")
    tokens = [part(browser, "wagtail-config")["CSRF_TOKEN"] for browser in (first, second, first)]
    assert len(set(tokens)) == 3


@pytest.mark.parametrize(("agent", "key"), [("Macintosh; Intel Mac OS X", "⌘"), ("X11; Linux", "Ctrl + s")])
def test_keys_are_those_of_the_readers_keyboard(agent, key):
    """Somebody on a Mac reads the keys of a Mac, also after another reader, and the other way round."""
    reader = Colleague("team")
    reader.get(reverse("wagtailadmin_home"), headers={"user-agent": "X11; Linux"})
    page = reader.get(reverse("wagtailadmin_home"), headers={"user-agent": agent}).content.decode()
    assert key in page
