# SPDX-License-Identifier: EUPL-1.2
"""The map of the site for search engines: all that is public, nothing else, in parts that stay small."""

import xml.etree.ElementTree as ElementTree

import pytest
from django.core.cache import cache
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from koplopers.actions import decisions
from netwerk import search
from netwerk.models import SearchDocument
from tests.factories import initiatives as make
from tests.factories.people import actor

pytestmark = pytest.mark.django_db
LARGEST = 300_000


def places(address):
    """The addresses in a map, without the site itself."""
    answer = Client().get(address)
    assert answer.status_code == 200
    assert len(answer.content) <= LARGEST
    assert not answer.cookies
    found = ElementTree.fromstring(answer.content).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")  # noqa: S314
    return [one.text.removeprefix("https://portaal.example") for one in found]


def everything():
    """Every address in every part."""
    return [place for part in places("/sitemap.xml") for place in places(part)]


@pytest.fixture(autouse=True)
def base_url(settings, site):
    """Addresses are whole, as a search engine wants them."""
    settings.BASE_URL = "https://portaal.example"
    cache.clear()


def test_it_names_all_that_is_public_and_nothing_else(django_capture_on_commit_callbacks):
    """Published pages and initiatives, each by an address that answers; it changes when they do."""
    shown, hidden = make.initiative("good_example"), make.initiative("in_review")
    closed, draft = Page.objects.get(slug="privacy"), Page.objects.get(slug="toegankelijkheid")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    draft.specific.unpublish()
    with django_capture_on_commit_callbacks(execute=True):
        search.index_stale()
    found = everything()
    assert {"/", "/koplopers/", "/cijfers/", "/open-data/", shown.get_absolute_url()} <= set(found)
    assert not {"/privacy/", "/toegankelijkheid/"} & set(found)
    assert not any("beheer" in place or hidden.title in place for place in found)
    assert [place for place in found[::6] if Client().get(place).status_code != 200] == []
    assert Client().get("/sitemap.xml").headers["X-Page-Cache"] == "hit"
    with django_capture_on_commit_callbacks(execute=True):
        decisions.archive(shown, "Klaar.", by=actor("team"), now=make.NOW)
    with django_capture_on_commit_callbacks(execute=True):
        search.index_stale()
    assert shown.get_absolute_url() not in everything()


def test_a_part_stays_small_and_knows_its_place(django_capture_on_commit_callbacks):
    """A thousand addresses of the greatest length fit; an empty part is not there, and not named any more."""
    dossier = make.initiative("good_example")
    long = f"/koplopers/overzicht/{'x' * 80}/"
    SearchDocument.objects.bulk_create(
        SearchDocument(
            pk=5_000_000 + number, key=f"x{number}", dossier=dossier, kind="initiatief", audience="public",
            title="x", url=long, terms_title="", terms="", dated=make.NOW,
        )
        for number in range(1_500)
    )  # fmt: skip
    assert "/sitemap-dossiers-5000.xml" in places("/sitemap.xml")
    assert len(places("/sitemap-dossiers-5000.xml")) == 1_000
    assert len(places("/sitemap-dossiers-5001.xml")) == 500
    assert Client().get("/sitemap-dossiers-5002.xml").status_code == 404
    assert Client().get("/sitemap-dossiers-99999999999999999999999.xml").status_code == 404
    assert Client().get("/sitemap-anders-0.xml").status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        search.store(search.Source("initiatief", make.NOW, dossier_id=dossier.pk), [])
    for parameter in ("", "?x=1"):  # kept whole, and only its text kept
        assert "/sitemap-dossiers-5000.xml" not in places(f"/sitemap.xml{parameter}")


def test_robots_name_the_map():
    """A search engine finds the map where it looks first."""
    assert "Sitemap: https://portaal.example/sitemap.xml" in Client().get("/robots.txt").content.decode()
