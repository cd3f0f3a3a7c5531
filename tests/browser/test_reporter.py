# SPDX-License-Identifier: EUPL-1.2
"""Reporters who come back: on a phone without script, and by keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from netwerk.search import index_stale
from ruimte_in_de_regels.models import ObstacleReport
from tests.browser.crowd import PHONE, letters, link_in, open_link
from tests.browser.test_report_form import GOAL, START, press
from tests.factories import obstacles

pytestmark = pytest.mark.browser
STORY = "Leerlingen willen in de zomer werken en stage lopen, maar scholen denken dat het niet mag."


def fill_first(page, story=STORY):
    """Fill in the first screen."""
    page.get_by_label("Waar loop je tegenaan?").fill(story)
    page.get_by_label("Wat wilde je eigenlijk bereiken?").fill(GOAL)
    page.get_by_role("radio", name="Zorg").check()


def test_stop_go_on_join_and_come_back_by_the_code(crowd):
    """Proves on a phone without script: stop, go on by mail, join a known case, send, and return by code."""
    case = obstacles.case("closed", visibility="public")
    obstacles.publication(case, "published")
    index_stale()
    page = crowd.enter(PHONE, java_script_enabled=False)
    page.goto(START)
    page.get_by_label("Waar loop je tegenaan?").fill(STORY)
    press(page, "Bewaar voor later")
    page.get_by_label("Je e-mailadres").fill("noor@voorbeeld.example")
    press(page, "Mail mij de link")
    expect(page.get_by_role("heading", name="De link is onderweg", level=1)).to_be_visible()
    page.goto(START)
    expect(page.get_by_label("Waar loop je tegenaan?")).to_have_value("")
    later = crowd.enter(PHONE, java_script_enabled=False)
    open_link(later, link_in(letters()[-1]))
    expect(later.get_by_label("Waar loop je tegenaan?")).to_have_value(STORY)
    fill_first(later)
    press(later, "Verder")
    expect(later.get_by_role("heading", name="Lijkt dit erop?", level=1)).to_be_visible()
    later.get_by_role("radio", name=re.compile("Ja, hetzelfde als: Stage in de zomer")).check()
    press(later, "Verder met mijn melding")
    press(later, "Verder")
    press(later, "Verder")
    later.get_by_label("Ik weet hoe jullie met mijn gegevens omgaan").check()
    press(later, "Verstuur mijn melding")
    code = later.locator(".confirm__code").last.inner_text()
    assert ObstacleReport.objects.get().also_hits == case
    back = crowd.enter(PHONE, java_script_enabled=False)
    back.goto("/ruimte-in-de-regels/volgen/")
    back.get_by_label("Je code").fill(code.lower())
    press(back, "Open mijn melding")
    expect(back.get_by_text("Dit speelt ook bij anderen")).to_be_visible()
    back.get_by_label("Je bericht").fill("Het speelt ook in de kerstvakantie.")
    press(back, "Verstuur")
    expect(back.get_by_text("Het speelt ook in de kerstvakantie.")).to_be_visible()


def test_a_second_look_by_keyboard(crowd):
    """Proves that a hint takes the focus, that a name is taken out by keyboard, and the answer is kept."""
    page = crowd.enter()
    page.goto(START)
    fill_first(page, "Mijn collega Fatima mag geen medicijnen delen.")
    page.get_by_role("button", name="Verder").press("Enter")
    expect(page.locator("[data-focus]")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#id_story$"))
    page.get_by_label("Waar loop je tegenaan?").fill("Een collega mag geen medicijnen delen.")
    with page.expect_navigation():
        page.get_by_role("button", name="Verder").press("Enter")
    expect(page).to_have_url(re.compile(f"{START}2/"))


def test_what_looks_like_it_appears_while_typing(crowd):
    """Proves that known answers come beside the field after a pause, and lead to the case."""
    obstacles.publication(obstacles.case("closed", visibility="public"), "published")
    index_stale()
    page = crowd.enter()
    page.goto(START)
    page.get_by_label("Waar loop je tegenaan?").fill(STORY)
    expect(page.locator("[data-similar]").get_by_role("link", name="Stage in de zomer")).to_be_visible()
