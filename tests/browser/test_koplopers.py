# SPDX-License-Identifier: EUPL-1.2
"""Koplopers in a browser: every page under axe and in little room, and one initiative from form to site."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from koplopers.models import Initiative, InitiativePartner
from netwerk.tasks import index_dossiers
from tests.access.world import browser_of
from tests.browser.inspection import inspect
from tests.factories import initiatives, people

pytestmark = pytest.mark.browser
LIST = "/koplopers/overzicht/"


def look(page, addresses, scope=""):
    """Inspect each address; return what is wrong, with the address before it."""
    found = []
    for address in addresses:
        page.goto(address)
        found += [f"{address} {line}" for line in inspect(page, scope)]
    return found


def full(state, owner=None):
    """Make an initiative in which every part of its pages has something to show."""
    made = initiatives.initiative(
        state, owner, title="Ruilrooster met een heel lang samengesteldwoorddatnietbreekt"
    )
    InitiativePartner.objects.create(
        initiative=made, organisation=initiatives.organisation("Voorbeeldschool")
    )
    return made


def test_pages_for_everybody(crowd):
    """Proves the register full, filtered and empty, and the page of a Koploper and of a good example."""
    made = [full("recognised"), full("good_example"), full("alumni")]
    narrow = "?q=ruilrooster&thema=meer-uren-werken&fase=in-gebruik&regio=provincie-overijssel"
    pages = [LIST, LIST + narrow, f"{LIST}?q=helikopter&erkenning=koploper"]
    found = look(crowd.enter(), [*pages, *(one.get_absolute_url() for one in made)])
    assert not found, "\n".join(found)


def test_pages_of_an_owner(crowd):
    """Proves the form with and without errors, the own page in its states, the overview."""
    member = people.user("lid")
    states = ("draft", "consent_pending", "more_info", "declined", "recognised", "archived")
    made = [full(state, member) for state in states]
    draft = made[0]
    page = crowd.enter(who=browser_of(member))
    found = look(
        page, ["/koplopers/aanmelden/", "/mijn/", *(reverse("koplopers:own", args=[one.pk]) for one in made)]
    )
    found += look(page, [reverse("koplopers:edit", args=[draft.pk, number]) for number in (1, 2)])
    found += look(page, [reverse("koplopers:withdraw", args=[draft.pk])])
    page.goto("/koplopers/aanmelden/")
    with page.expect_navigation():
        page.get_by_role("button", name="Verder").click()
    assert page.locator(".error-summary").evaluate("part => part === document.activeElement")
    found += inspect(page)
    assert not found, "\n".join(found)


def test_screens_of_the_desk(crowd):
    """Proves the queue, the screen of an initiative, and each of its forms."""
    made = full("in_review", people.user("lid"))
    nominated = full("nominated")
    page = crowd.enter(who=browser_of(people.user("coordinator")))
    at = [made.pk]
    found = look(
        page,
        [
            reverse("kop_desk:initiatives"),
            reverse("kop_desk:scout"),
            reverse("kop_desk:initiative", args=at),
            reverse("kop_desk:initiative", args=[nominated.pk]),
            *(reverse("kop_desk:move", args=[made.pk, move]) for move in ("ask", "decline", "withdraw")),
            reverse("kop_desk:move", args=[nominated.pk, "recognise"]),
            reverse("kop_desk:edit", args=[made.pk, 1]),
            reverse("kop_desk:edit", args=[made.pk, 2]),
            reverse("kop_desk:partner_new", args=at),
        ],
        ".desk",
    )
    assert not found, "\n".join(found)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_from_form_to_site(crowd, script):
    """Proves the whole way: a member writes and submits, the team publishes, a stranger finds it."""
    member, kim = people.user("lid", first_name="Mia"), people.user("team", first_name="Kim")
    owner = crowd.enter(390, who=browser_of(member), java_script_enabled=script)
    _write(owner)
    made = Initiative.objects.get()
    stranger = crowd.enter(390, java_script_enabled=script)
    stranger.goto(LIST)
    expect(stranger.get_by_text("Er staan nog geen initiatieven")).to_be_visible()
    desk = crowd.enter(who=browser_of(kim))
    desk.goto(reverse("kop_desk:initiative", args=[made.pk]))
    for button in ("Pak op", "Zet op de site"):
        desk.get_by_role("button", name=button, exact=True).click()
    expect(desk.get_by_text("Het staat op de site.")).to_be_visible()
    index_dossiers()
    stranger.goto(f"{LIST}?q=ruilroster")
    stranger.get_by_role("link", name="Ruilrooster").click()
    expect(stranger.get_by_role("heading", name="Ruilrooster", level=1)).to_be_visible()
    expect(stranger.get_by_text("Goed voorbeeld").first).to_be_visible()


def _write(page):
    """Fill in both screens and submit, as a member does on a phone."""
    page.goto("/koplopers/aanmelden/")
    page.get_by_label("Hoe heet het initiatief?").fill("Ruilrooster")
    for label in (
        "Vertel het kort",
        "Waarom begonnen jullie",
        "Hoe werkt het?",
        "Voor wie werkt het",
        "Wie doen",
    ):
        page.get_by_label(label).fill("Collega's ruilen losse uren met elkaar.")
    page.get_by_label("In gebruik").check()
    page.get_by_label("Meer uren werken").check()
    page.get_by_role("button", name="Verder").click()
    page.get_by_label("Naam van je organisatie").fill("Voorbeeldhuis De Boog")
    page.get_by_label("Sociaal werk").check()
    page.get_by_label("In welke regio?").select_option(label="Drenthe")
    page.get_by_label("Wat levert het op?").fill("Minder open diensten.")
    page.get_by_label("Ervaring").check()
    page.get_by_role("button", name="Bewaar en bekijk").click()
    page.get_by_role("button", name="Stuur je initiatief in").click()
    expect(page.get_by_text("We hebben je initiatief.")).to_be_visible()


def test_a_reader_filters_by_keyboard(crowd):
    """Proves that the filters work without a mouse: tick a theme, send, and take the chip away again."""
    initiatives.initiative("good_example", title="Rooster")
    initiatives.initiative("good_example", title="Fit", theme="gezond-werken")
    page = crowd.enter()
    page.goto(LIST)
    page.get_by_label("Gezond werken").focus()
    page.keyboard.press("Space")
    page.get_by_label("Gezond werken").press("Enter")
    page.wait_for_url("**thema=gezond-werken**")
    expect(page.get_by_role("link", name="Fit")).to_be_visible()
    expect(page.get_by_role("link", name="Rooster")).to_have_count(0)
    page.get_by_role("link", name="Haal weg: Gezond werken").press("Enter")
    expect(page.get_by_role("link", name="Rooster")).to_be_visible()
