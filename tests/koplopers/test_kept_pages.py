# SPDX-License-Identifier: EUPL-1.2
"""Kept pages: what shows an initiative is made anew when that initiative changes, and nothing else."""

from datetime import date

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client

from koplopers.actions import decisions, owner, review
from netwerk import demo
from tests.factories import initiatives as make
from tests.factories.people import actor, user

pytestmark = pytest.mark.django_db

LIST = "/koplopers/overzicht/"
THEME = "/themas/meer-uren-werken/"
SHOWING = {LIST, "/", THEME}
OTHERS = {"/privacy/", "/vragen/", "/ruimte-in-de-regels/casussen/"}


def how(address):
    """Return whether an address came from the cache ("hit") or was made."""
    return Client().get(address).headers.get("X-Page-Cache", "not kept")


@pytest.fixture
def renewed(django_capture_on_commit_callbacks):
    """Return a function that does something, and tells which kept pages were made anew."""
    cache.clear()
    call_command("load_starter_content", verbosity=0)

    def after(act, *more):
        pages = SHOWING | OTHERS | set(more)
        for address in pages:
            how(address)
        assert {how(address) for address in pages} == {"hit"}
        with django_capture_on_commit_callbacks(execute=True):
            act()
        return {address for address in pages if how(address) != "hit"}

    return after


def test_what_comes_changes_and_goes_shows_at_once(renewed):
    """Published, changed, recognised, with a partner, retired, archived: each time exactly who shows it."""
    made, by = make.initiative("in_review"), {"by": actor("coordinator"), "now": make.NOW}
    assert made.title not in Client().get(THEME).content.decode()
    assert renewed(lambda: decisions.publish(made, **by)) == SHOWING
    assert made.title in Client().get(THEME).content.decode()
    made.refresh_from_db()
    page = made.get_absolute_url()
    steps = (
        lambda: owner.save(made, {"summary": "Nieuwe tekst"}, **by),
        lambda: review.add_partner(made, make.organisation("School"), "education", **by),
        lambda: review.remove_partner(made, made.partners.get().pk, **by),
        lambda: decisions.nominate(made, **by) and decisions.recognise(made, "VWS", date(2026, 11, 2), **by),
        lambda: decisions.retire(made, "Gestopt", **by),
        lambda: decisions.archive(made, "Klaar", **by),
    )
    for step in steps:
        assert renewed(step, page) == {*SHOWING, page}
        if made.timeline.first().type == "initiatief.saved":
            assert "Nieuwe tekst" in Client().get(page).content.decode()
    assert Client().get(page).status_code == 404
    assert made.title not in Client().get(THEME).content.decode()


def test_work_behind_the_scenes_renews_nothing(renewed):
    """Writing, asking and declining what is not on the site leave every kept page as it is."""
    private, shown = make.initiative("in_review", user("lid")), make.initiative("good_example")
    by, page = {"by": actor("coordinator"), "now": make.NOW}, shown.get_absolute_url()
    steps = (
        lambda: owner.start({"title": "Nieuw"}, **by),
        lambda: owner.save(private, {"summary": "Anders"}, **by),
        lambda: review.ask(private, "Hoe?", **by) and owner.reply(private, "Zo.", **by),
        lambda: decisions.decline(private, "Nee.", "Meten.", **by),
    )
    for step in steps:
        assert renewed(step, page) == set()


def test_removing_the_demo_empties_what_showed_it(renewed):
    """No page keeps what is gone, nor the line on every page that said it was made up."""
    made = make.initiative("good_example", is_demo=True)
    assert renewed(demo.remove) == SHOWING | OTHERS
    assert made.title not in Client().get(LIST).content.decode()


def test_searches_are_not_kept(client):
    """Anybody can think of endless words; only the bare list, its pages and its themes are kept."""
    make.initiative("good_example")
    assert how(LIST) == "made"
    for query in ("?q=rooster", "?fase=pilot", "?regio=drenthe"):
        assert how(LIST + query) == "not kept"
