# SPDX-License-Identifier: EUPL-1.2
"""The search page: marked words, counts per kind, corrections, and nothing that may not be seen."""

import pytest
from django.test import Client
from django.urls import reverse

from netwerk.kinds import Entry
from netwerk.models import Sector
from netwerk.tasks import index_dossiers
from portal.search_page import marked
from tests.factories import initiatives
from tests.factories.people import user
from tests.netwerk.test_search import put

pytestmark = pytest.mark.django_db


def page_for(client, **parameters):
    return client.get(reverse("search"), parameters).content.decode()


def test_words_are_marked_and_everything_else_is_escaped():
    """The words asked for stand between marks, in every form; HTML in a title stays text."""
    assert marked("Stages & <b>stage</b>", ("stag", "stage")) == (
        "<mark>Stages</mark> &amp; &lt;b&gt;<mark>stage</mark>&lt;/b&gt;"
    )


def test_a_reader_finds_by_a_misspelt_word(client):
    """The page says what it searched for instead, and lists it."""
    put(Entry("Tien spelregels", "/toolbox/", "Zo werk je samen."), kind="gereedschap")
    page = page_for(client, q="speelregels")
    assert "We zochten op: <strong>spelregels</strong>" in page
    assert 'href="/toolbox/"' in page
    assert "<mark>spelregels</mark>" in page


def test_kinds_are_filters_with_counts(client):
    """Each kind has its number; choosing one keeps the words and narrows the list."""
    put(Entry("Stage een", "/a/"), 1, kind="artikel")
    put(Entry("Stage twee", "/b/"), 2, kind="vraag")
    page = page_for(client, q="stage")
    assert "2 resultaten voor" in page
    assert "?q=stage&amp;soort=vraag" in page
    narrowed = page_for(client, q="stage", soort="vraag")
    assert 'href="/b/"' in narrowed
    assert 'href="/a/"' not in narrowed


def test_team_documents_show_to_the_team_only(client, settings):
    """A report's title is on nobody's page but the team's."""
    settings.SECOND_FACTOR_REQUIRED = False
    put(Entry("Stage geheim", "/beheer/x/", audience="team"), kind="melding")
    assert "/beheer/x/" not in page_for(client, q="stage")
    client.force_login(user("lid"))
    assert "/beheer/x/" not in page_for(client, q="stage")
    client.force_login(user("team"))
    assert "/beheer/x/" in page_for(client, q="stage")


@pytest.mark.parametrize("asked", ["", "qwertyuiop", "<script>alert(1)</script>", "\x00", "x" * 5000])
def test_nothing_found_is_a_designed_page(client, asked):
    """Empty, unknown, hostile and endless questions give a page that says what to do."""
    page = page_for(client, q=asked)
    assert "<script>alert" not in page
    assert "Zoek op deze site" in page
    assert "Waar ben je naar op zoek?" in page or "Er is niets met deze woorden" in page


def test_many_hits_come_in_pages(client):
    """Thirty hits: twenty on the first page, a link to the next that keeps the question."""
    for number in range(30):
        put(Entry(f"Stage nummer {number}", f"/{number}/"), number + 1)
    page = page_for(client, q="stage")
    assert page.count('class="hit"') == 20
    assert "?q=stage&amp;pagina=2" in page
    assert page_for(client, q="stage", pagina=2).count('class="hit"') == 10


def test_a_stranger_gets_no_cookie_and_search_engines_no_address(client):
    """Searching leaves nothing behind, here or elsewhere."""
    response = Client().get(reverse("search"), {"q": "stage"})
    assert not response.cookies
    assert response["X-Robots-Tag"] == "noindex"


def test_searching_costs_few_queries(client, django_assert_max_num_queries):
    """As many queries for thirty hits as for one."""
    for number in range(30):
        put(Entry(f"Stage nummer {number}", f"/{number}/"), number + 1)
    page_for(client, q="stage")
    with django_assert_max_num_queries(5):
        page_for(client, q="stage")


def test_a_reader_narrows_by_sector(client):
    """Proves that a sector keeps what belongs to it, and stays in the address."""
    care, other = Sector.objects.all()[:2]
    made = initiatives.initiative("recognised", title="Samen roosteren in de nacht")
    made.sectors.set([care])
    index_dossiers()
    found = client.get("/zoeken/", {"q": "nacht", "sector": care.slug})
    assert "<mark>nacht</mark>" in found.content.decode()
    assert f'value="{care.slug}" selected' in found.content.decode()
    assert f"sector={care.slug}" in found.context["facets"][0].url
    assert client.get("/zoeken/", {"q": "nacht", "sector": other.slug}).context["total"] == 0
    assert client.get("/zoeken/", {"q": "nacht", "sector": "' OR 1=1"}).context["total"] == 0
