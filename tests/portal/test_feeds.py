# SPDX-License-Identifier: EUPL-1.2
"""The Atom feeds: valid, found from their pages, kept, small, and without anything that is not public."""

import re
from datetime import datetime, timedelta
from xml.etree import ElementTree as ET

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from netwerk.models import Theme
from ruimte_in_de_regels.actions import promises
from ruimte_in_de_regels.models import ObstacleCase
from tests.factories import obstacles as make
from tests.factories.people import actor

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def entries(response):
    """Check everything that Atom (RFC 4287) asks of a feed, and return its entries."""
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    assert len(response.content) < 300_000
    feed = ET.fromstring(response.content)  # noqa: S314 - our own
    assert feed.tag == f"{ATOM}feed"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"].endswith(response.wsgi_request.path)
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    found = feed.findall(f"{ATOM}entry")
    for element in (feed, *found):
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1, name
            assert element.findtext(ATOM + name), name
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated")).tzinfo
    assert all(entry.find(f"{ATOM}link").get("href").startswith("http") for entry in found)
    ids = [entry.findtext(f"{ATOM}id") for entry in found]
    assert len(set(ids)) == len(ids)
    return [entry.findtext(f"{ATOM}title") for entry in found]


def shown(number=0, **fields):
    """Put a case on the site, each later than the one before."""
    text = make.publication(make.case("feedback"), "published", **fields)
    ObstacleCase.objects.filter(pk=text.case_id).update(listed_at=make.NOW + timedelta(minutes=number))
    return text.case


def test_each_feed_is_valid_and_holds_its_own_cases_newest_first(client, uncached):
    """All, one theme, one rule; a case that is not on the site is in none; an empty feed is valid as well."""
    themes = Theme.objects.all()[:2]
    feeds = {
        "all": reverse("feed_cases"),
        "theme": reverse("feed_theme", args=[themes[0].slug]),
        "promises": reverse("feed_promises"),
    }
    assert {name: entries(client.get(address)) for name, address in feeds.items()} == dict.fromkeys(feeds, [])
    first, second = shown(1, title="Eerst <b>& zo</b>"), shown(2, title="Daarna")
    hidden = make.publication(state="approved", title="Geheim").case
    for case in (first, hidden):
        case.themes.add(themes[0])
    rule = make.regulation(first, hidden)
    make.promise(hidden, text="Geheim")
    assert entries(client.get(feeds["all"])) == ["Daarna", "Eerst <b>& zo</b>"]
    assert entries(client.get(feeds["theme"])) == ["Eerst <b>& zo</b>"]
    assert entries(client.get(reverse("feed_regulation", args=[rule.slug]))) == ["Eerst <b>& zo</b>"]
    assert entries(client.get(reverse("feed_theme", args=[themes[1].slug]))) == []
    assert entries(client.get(feeds["promises"])) == []
    assert second.pk


def test_the_feed_of_promises_tells_what_changed_last(client, uncached):
    """A promise that was kept comes before one that was only made, under its new state."""
    case = shown()
    old, new = make.promise(case, text="Oud."), make.promise(case, text="Nieuw.")
    make.promise(case, "late", text="Traag.", due_on=make.NOW.date() - timedelta(days=3))
    promises.keep(old, "Geregeld.", by=actor("team"), now=make.NOW + timedelta(hours=1))
    found = entries(client.get(reverse("feed_promises")))
    assert found == ["Nagekomen: Oud.", "Loopt nog: Nieuw.", "Te laat: Traag."]
    assert new.pk


def test_a_feed_is_kept_until_a_case_appears_and_its_page_names_it(
    client, django_capture_on_commit_callbacks
):
    """From the cache for everybody, without cookie; made anew by a change. The pages say where it is."""
    cache.clear()
    case = shown()
    rule = make.regulation(case)
    for address, page in (
        (reverse("feed_cases"), reverse("ruimte_in_de_regels:case_list")),
        (reverse("feed_regulation", args=[rule.slug]), rule.get_absolute_url()),
        (reverse("feed_promises"), reverse("ruimte_in_de_regels:promise_list")),
    ):
        html = client.get(page).content.decode()
        assert 'type="application/atom+xml"' in html
        assert f'href="{address}"' in html
        assert [client.get(address).headers["X-Page-Cache"] for _ in range(2)] == ["made", "hit"]
        assert not client.get(address).cookies
    with django_capture_on_commit_callbacks(execute=True):
        promises.keep(make.promise(case), "Geregeld.", by=actor("team"), now=make.NOW)
    assert client.get(reverse("feed_promises")).headers["X-Page-Cache"] == "made"


def test_a_feed_holds_fifty_entries_and_costs_the_same(client, uncached):
    """With three cases and with sixty: as many questions, and never more than fifty entries."""
    addresses = (reverse("feed_cases"), reverse("feed_promises"))

    def cost():
        found = []
        for address in addresses:
            with CaptureQueriesContext(connection) as asked:
                entries(client.get(address))
            found.append(len(asked))
        return found

    for number in range(3):
        make.promise(shown(number))
    few = cost()
    for number in range(3, 60):
        make.promise(shown(number, problem="Lang. " * 300))
    assert cost() == few
    assert [len(entries(client.get(address))) for address in addresses] == [50, 50]


def test_every_feed_and_file_is_in_one_list_that_is_kept(client, site):
    """What the page names, answers: feeds and files alike. Made once for all, without cookie or token."""
    answer = client.get("/open-data/")
    named = re.findall(r'href="(/feeds/[^"]+|/cijfers/[^"]+\.csv)"', answer.content.decode())
    assert len(named) == 2 + Theme.objects.count() + 4
    assert [address for address in named if client.get(address).status_code != 200] == []
    # The very first one counted the figures, so it was not kept.
    again = [client.get("/open-data/") for _ in range(2)]
    assert [one.headers["X-Page-Cache"] for one in again] == ["made", "hit"]
    assert not again[1].cookies and b"csrf" not in again[1].content
