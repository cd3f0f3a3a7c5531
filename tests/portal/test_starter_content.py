# SPDX-License-Identifier: EUPL-1.2
"""The texts a portal starts with: complete, made once, linked well, and left alone afterwards."""

import re
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import GroupPagePermission, Page, ReferenceIndex

from netwerk.models import Theme, ThemeAmbassador
from portal.pages.addresses import address_of
from portal.pages.models import HomePage, QuestionPage, StandardPage, StarterRecord, ToolPage
from portal.starter import tree
from portal.starter.questions_desk import QUESTIONS as DESK_QUESTIONS
from portal.starter.questions_learning import QUESTIONS as LEARNING_QUESTIONS
from tests.factories import pages

pytestmark = pytest.mark.usefixtures("uncached")

OURS = "Voorstel van dit portaal"


def again():
    """Load the starting content once more."""
    call_command("load_starter_content", verbosity=0)


def flat(client, address):
    """The page's main part as HTML."""
    html = client.get(address).content.decode()
    return html[html.index("<main") : html.index("</main>")]


def test_every_starting_page_is_there_and_is_valid(client, site):
    """Proves that each page can be opened, and passes the checks that an editor's page must pass."""
    for text in tree.PAGES:
        response = client.get(text.path)
        assert response.status_code == 200, text.path
        page = response.context["page"]
        page.full_clean()
        assert page.title == text.title
        assert page.first_published_at is not None
        for name in ("body", "questions"):
            if hasattr(page, name):
                getattr(page, name).stream_block.clean(getattr(page, name))


def test_what_was_asked_is_there(site):
    """Proves the list of wishes: six themes in order, twenty-six questions, eight tools, the landings."""
    themes = [page.title for page in pages.at("/themas/").get_children()]
    assert themes == [theme.name for theme in Theme.objects.all()]
    assert QuestionPage.objects.live().count() == 26
    assert [len(LEARNING_QUESTIONS), len(DESK_QUESTIONS)] == [12, 8]
    assert ToolPage.objects.live().count() == 8
    steps = pages.at("/gereedschap/actieleren-in-15-stappen/").body
    numbered = next(block for block in steps if block.block_type == "steps").value["steps"]
    assert len(numbered) == 15
    for step in numbered:
        assert 2 <= len(re.findall(r"[.?!](?:\s|$)", step["text"])) <= 4
        assert step["question"].endswith("?")


@pytest.mark.parametrize(
    ("address", "ours"),
    [
        ("/gereedschap/actieleren-in-15-stappen/", [15]),
        ("/gereedschap/tien-spelregels/", [6, 7, 8, 9, 10]),
        ("/gereedschap/vier-misverstanden/", [3, 4]),
        ("/koplopers/", [2, 3, 4]),
    ],
)
def test_own_proposals_are_marked_one_by_one(client, site, address, ours):
    """Proves that the reader sees which steps, rules and points are ours and which come from the network."""
    items = re.findall(r'<li class="mt-0">(.*?)</li>', flat(client, address), re.DOTALL)
    assert [number for number, item in enumerate(items, 1) if OURS in item] == ours


def test_whole_tools_of_ours_say_so_at_the_top(client, site):
    """Proves that a tool of which no text was found is marked beside its title, in lists and in a note."""
    for slug in ("vijf-vuistregels", "ideale-ontwerp"):
        html = flat(client, f"/gereedschap/{slug}/")
        assert OURS in html[: html.index("<h1")]
        assert "De oude tekst van het netwerk hebben we niet gevonden" in html
    assert flat(client, "/gereedschap/").count(OURS) == 2


def test_no_ambassador_is_invented(client, site):
    """Proves that every theme starts with an empty place for an ambassador."""
    assert not ThemeAmbassador.objects.exists()
    for theme in Theme.objects.all():
        assert "zoeken we een ambassadeur" in flat(client, f"/themas/{theme.slug}/")


def test_every_link_leads_somewhere(client, site):
    """Proves that no link, anchor or picture is dead, and that no two parts of a page have one name."""
    seen, todo = {}, [text.path for text in tree.PAGES] + ["/"]
    while todo:
        address = todo.pop()
        if address in seen:
            continue
        response = client.get(address)
        assert response.status_code < 400, address
        seen[address] = response
        if address in {text.path for text in tree.PAGES} | {"/"}:
            html = response.content.decode()
            todo += [link for link in re.findall(r'<a[^>]* href="(/[^"#]*)', html)]
            ids = re.findall(r'\sid="([^"]+)"', html)
            assert len(ids) == len(set(ids)), address
            for anchor in re.findall(r'href="#([^"]+)"', html):
                assert f'id="{anchor}"' in html, (address, anchor)
            for source in re.findall(r'(?:src|srcset)="/static/([^"]+)"', html):
                assert finders.find(source), (address, source)
    assert len(seen) > len(tree.PAGES)


def test_a_stranger_gets_no_cookie_and_no_token_anywhere(client, site):
    """Proves that all starting pages are the same for every stranger, so that they can be cached."""
    for text in tree.PAGES:
        response = client.get(text.path)
        assert not response.cookies, text.path
        assert b"csrfmiddlewaretoken" not in response.content, text.path


def test_loading_again_changes_nothing(site):
    """Proves that a second start makes no page, record, right or redirect."""
    kinds = (Page, StarterRecord, GroupPagePermission, Redirect)
    before = [kind.objects.count() for kind in kinds]
    again()
    assert [kind.objects.count() for kind in kinds] == before
    assert before[1] == len(tree.PAGES) + 1


def test_what_an_editor_changes_stays(site):
    """Proves that title, text and address of an editor stay, also under a page that was moved."""
    page = pages.at("/gereedschap/drie-redenen/")
    page.title, page.slug = "Redenen", "redenen"
    page.body = pages.stream(ToolPage, [("heading", "Eigen kop")])
    page.save()
    again()
    page.refresh_from_db()
    assert (page.title, page.slug, page.body[0].value) == ("Redenen", "redenen", "Eigen kop")
    assert not Page.objects.filter(slug="drie-redenen").exists()


def test_what_an_editor_removes_stays_away(site):
    """Proves that a page that was deleted does not come back, nor what stood below it."""
    pages.at("/over-het-netwerk/ambassadeurs/").delete()
    pages.at("/vragen/hoe-pakken-we-het-aan/").delete()
    again()
    assert not Page.objects.filter(slug__in=["ambassadeurs", "hoe-pakken-we-het-aan"]).exists()


def test_page_of_before_the_records_is_recognised(site):
    """Proves that a portal that already had a page keeps it: it is remembered, not made twice."""
    StarterRecord.objects.filter(key="/privacy/").delete()
    page = StandardPage.objects.get(slug="privacy")
    again()
    assert StarterRecord.objects.get(key="/privacy/").page_id == page.pk
    assert StandardPage.objects.filter(slug__startswith="privacy").count() == 1


def test_new_text_of_a_later_version_is_added(site, monkeypatch):
    """Proves that a text that comes with a new version appears, without touching the rest."""
    new = tree.StarterPage("/over-het-netwerk/nieuw/", "StandardPage", "Nieuw", {"lead": "Kort."})
    monkeypatch.setattr(tree, "PAGES", [*tree.PAGES, new])
    again()
    assert address_of(pages.at("/over-het-netwerk/nieuw/")) == new.path


def test_tools_of_the_starting_texts_know_who_uses_them(site):
    """Proves that an editor who removes a tool is told which pages lead to it."""
    tool = pages.at("/gereedschap/tien-spelregels/")
    users = {str(reference.object_id) for reference in ReferenceIndex.get_references_to(tool)}
    assert str(pages.at("/vragen/wordt-het-geen-chaos/").pk) in users


def test_tree_has_no_loose_ends():
    """Proves that every page stands below one that comes before it, and that every address is given once."""
    known = {"/"}
    for text in tree.PAGES:
        assert text.parent_path in known, text.path
        assert text.path not in known
        known.add(text.path)
    for text in tree.PAGES:
        assert set(text.links.values()) <= known
        for link in re.findall(r'href="([^"]+)"', repr(text.body)):
            assert urlsplit(link).path in known, link
    assert HomePage.max_count == 1
