# SPDX-License-Identifier: EUPL-1.2
"""Kept pages: the right ones are made anew, nobody's own page is kept, and no crowd reaches the database."""

import threading
from datetime import date

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page

from netwerk import cache_tags
from netwerk.models import Theme, ThemeAmbassador
from portal.pages.models import ArticlePage
from ruimte_in_de_regels.actions import publications
from ruimte_in_de_regels.models import CHECKLIST
from tests.factories import obstacles as make
from tests.factories.people import actor, user

pytestmark = pytest.mark.django_db

TWELVE = (
    "/",
    "/artikelen/",
    "/vragen/",
    "/gereedschap/",
    "/themas/",
    "/themas/gezond-werken/",
    "/themas/gezond-werken/artikelen/",
    "/themas/meer-uren-werken/",
    "/themas/meer-uren-werken/artikelen/",
    "/actieleren/",
    "/privacy/",
    "/ruimte-in-de-regels/casussen/",
)


@pytest.fixture
def site():
    cache.clear()
    call_command("load_starter_content", verbosity=0)


def how(address, **headers):
    """Return whether an address came from the cache ("hit") or was made."""
    return Client().get(address, headers=headers).headers.get("X-Page-Cache", "not kept")


def warm():
    for address in TWELVE:
        how(address)
    assert {address: how(address) for address in TWELVE} == dict.fromkeys(TWELVE, "hit")


def made_anew():
    return {address for address in TWELVE if how(address) == "made"}


def article(theme="gezond-werken"):
    index = Page.objects.get(url_path__endswith=f"/themas/{theme}/artikelen/")
    page = ArticlePage(
        title="Zelf roosteren", slug="zelf-roosteren", lead="Een team roostert.", body=[], live=False
    )
    index.add_child(instance=page)
    return page


def test_publishing_one_article_renews_what_shows_articles_and_nothing_else(
    site, django_capture_on_commit_callbacks
):
    """Of twelve kept addresses exactly those that list articles, or that theme's, are made anew."""
    page = article()
    warm()
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    renewed = made_anew()
    untouched = {"/vragen/", "/gereedschap/", "/themas/", "/privacy/", "/ruimte-in-de-regels/casussen/"}
    assert {"/artikelen/", "/themas/gezond-werken/artikelen/", "/themas/gezond-werken/"} <= renewed
    assert not renewed & untouched
    assert "Zelf roosteren" in Client().get("/artikelen/").content.decode()
    assert how(page.url) == "made"
    assert how(page.url) == "hit"


def test_a_draft_renews_nothing(site, django_capture_on_commit_callbacks):
    """Saving without publishing leaves every kept page as it is."""
    page = article()
    warm()
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision()
    assert made_anew() == set()


def test_publishing_a_case_renews_the_list_of_cases_and_who_shows_them(
    site, django_capture_on_commit_callbacks
):
    """The list is renewed by publication and by retraction; articles and questions are not."""
    text = make.publication(make.case("feedback"), "approved", checklist=[code for code, _ in CHECKLIST])
    warm()
    with django_capture_on_commit_callbacks(execute=True):
        publications.publish(text, by=actor("coordinator"), now=make.NOW)
    renewed = made_anew()
    assert "/ruimte-in-de-regels/casussen/" in renewed
    assert not renewed & {"/artikelen/", "/vragen/", "/privacy/"}
    assert text.title in Client().get("/ruimte-in-de-regels/casussen/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        publications.retract(text, "Toch niet", "Klopt niet meer.", by=actor("coordinator"), now=make.NOW)
    assert text.title not in Client().get("/ruimte-in-de-regels/casussen/").content.decode()
    assert Client().get(text.get_absolute_url()).status_code == 410


def test_a_change_of_something_private_renews_nothing(site, django_capture_on_commit_callbacks):
    """The team's work on unpublished dossiers leaves kept pages alone."""
    warm()
    with django_capture_on_commit_callbacks(execute=True):
        make.sent_report()
    assert made_anew() == set()


def test_a_new_ambassador_shows_at_once(site, django_capture_on_commit_callbacks):
    """The theme's page is renewed when somebody becomes its ambassador."""
    warm()
    with django_capture_on_commit_callbacks(execute=True):
        ThemeAmbassador.objects.create(
            theme=Theme.objects.get(slug="gezond-werken"), name="Amber Voorbeeld", since=date(2026, 1, 1)
        )
    assert "Amber Voorbeeld" in Client().get("/themas/gezond-werken/").content.decode()


def test_nobodys_own_page_is_kept(site, client, settings):
    """With a session nothing comes from the cache or goes into it; neither do forms and odd addresses."""
    settings.SECOND_FACTOR_REQUIRED = False
    how("/")
    client.force_login(user("lid"))
    response = client.get("/")
    assert "X-Page-Cache" not in response.headers
    assert "no-store" in response.headers["Cache-Control"]
    for address in (
        "/ruimte-in-de-regels/melden/",
        "/account/login/",
        "/?x=1",
        "/zoeken/?q=stage",
        "/bestaat-niet/",
    ):
        assert how(address) == "not kept", address


def test_a_reader_who_has_the_page_gets_304(site):
    """The second time the browser shows what it has; after a change it gets the new page."""
    first = Client().get("/privacy/")
    assert first.headers["Cache-Control"].startswith("public, max-age=0")
    again = Client().get("/privacy/", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    cache_tags.bump(cache_tags.TREE)
    assert Client().get("/privacy/", headers={"If-None-Match": '"oud"'}).status_code == 200


def test_kept_pages_cost_no_queries_on_pages(site, django_assert_max_num_queries, settings):
    """From the cache table: two look-ups. With Redis none at all."""
    how("/themas/")
    with django_assert_max_num_queries(0 if settings.REDIS_URL else 2):
        assert how("/themas/") == "hit"


def test_a_change_while_a_page_is_made_is_not_kept_as_new(site, monkeypatch):
    """What was read before a change is served once, and not kept with the tags of after it."""
    real = cache_tags.finish

    def changed_meanwhile():
        tags = real()
        cache_tags.bump(cache_tags.listing("articlepage"))
        return tags

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(cache_tags, "finish", changed_meanwhile)
        assert how("/artikelen/") == "not kept"
    assert how("/artikelen/") == "made"


def test_a_page_that_is_being_made_anew_is_served_as_it_was(site):
    """While one request makes it, everybody else gets the old page: a change brings no crowd."""
    how("/artikelen/")
    cache_tags.bump(cache_tags.listing("articlepage"))
    request = Client().get("/artikelen/").wsgi_request
    from portal.page_cache import _key

    cache_tags.bump(cache_tags.listing("articlepage"))
    cache.add(f"{_key(request)}:making", 1, 10)
    assert how("/artikelen/") == "hit"
    cache.delete(f"{_key(request)}:making")
    assert how("/artikelen/") == "made"


def test_noting_is_per_request():
    """Two threads that make pages at once never mix what they showed."""
    found = {}

    def make_page(name):
        cache_tags.start()
        cache_tags.note(name)
        found[name] = cache_tags.finish()

    threads = [threading.Thread(target=make_page, args=(name,)) for name in ("a", "b")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {"a": {"a"}, "b": {"b"}}
    cache_tags.note("nothing")  # outside a request: no effect, no error
    assert cache_tags.finish() == frozenset()


def test_what_is_reckoned_from_many_rows_is_kept_until_a_tag_is_bumped():
    """Proves that it is reckoned once for all readers, and again when something changed, also meanwhile."""
    cache.clear()
    found = []

    def ask(*while_reckoning):
        def reckon():
            cache_tags.bump(*while_reckoning)
            found.append(len(found))
            return found[-1] or None  # nothing is an answer too

        return cache_tags.kept("proef", ["list:casus", "list:regel"], reckon)

    assert [ask(), ask()] == [None, None]
    cache_tags.bump("list:initiatief")
    assert ask() is None
    cache_tags.bump("list:regel")
    assert [ask("list:casus"), ask(), ask()] == [1, 2, 2]


def test_a_new_version_shows_no_page_as_the_one_before_drew_it(site, monkeypatch, settings):
    """Templates and styles may be others since: preparing a new version empties every kept page."""
    settings.DEMO_MODE = False
    warm()
    monkeypatch.setattr("portal.management.commands.prepare.call_command", lambda *_args, **_options: None)
    call_command("prepare", "--always")
    assert made_anew() == set(TWELVE)
