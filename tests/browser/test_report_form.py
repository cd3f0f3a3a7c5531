# SPDX-License-Identifier: EUPL-1.2
"""The four screens in other hands: without script, by keyboard, with an impatient finger, on paper."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from netwerk.models import Attachment
from ruimte_in_de_regels.models import ObstacleReport
from tests.access.world import holder_of
from tests.browser.crowd import DESK, PHONE
from tests.browser.inspection import SCRIPT
from tests.factories import files, obstacles

pytestmark = pytest.mark.browser
START = "/ruimte-in-de-regels/melden/"
STORY = "Ons team wil taken anders verdelen. Iemand zegt dat het niet mag."
GOAL = "Dat het team zelf de taken verdeelt."


def press(page, name):
    """Press a button and wait for the page that comes."""
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()


def follow(page, name):
    """Follow a link and wait for the page that comes."""
    with page.expect_navigation():
        page.get_by_role("link", name=name).click()


def to_the_last_screen(page):
    """Fill in what is needed on the first three screens."""
    page.goto(START)
    page.get_by_label("Waar loop je tegenaan?").fill(STORY)
    page.get_by_label("Wat wilde je eigenlijk bereiken?").fill(GOAL)
    page.get_by_role("radio", name="Zorg").check()
    for _screen in (1, 2, 3):
        press(page, "Verder")
    page.get_by_label("Ik weet hoe jullie met mijn gegevens omgaan").check()


def test_without_script(crowd):
    """Proves that all works without script: errors, a file that goes and one that stays, sending."""
    page = crowd.enter(PHONE, java_script_enabled=False)
    page.goto(START)
    press(page, "Verder")
    expect(page.get_by_role("alert").get_by_role("link")).to_have_count(3)
    page.get_by_role("alert").get_by_role("link").first.click()
    expect(page).to_have_url(f"{crowd.site}{START}#id_story")
    page.get_by_label("Waar loop je tegenaan?").fill(STORY)
    page.get_by_label("Wat wilde je eigenlijk bereiken?").fill(GOAL)
    page.get_by_role("radio", name="Zorg").check()
    press(page, "Verder")
    for name in ("eerste.pdf", "tweede.pdf"):
        brief = {"name": name, "mimeType": "application/pdf", "buffer": files.PDF}
        page.get_by_label("Bestanden").set_input_files([brief])
        press(page, "Verder")
        follow(page, "Vorige stap")
    press(page, re.compile("Haal weg.*eerste.pdf"))
    expect(page.get_by_text("tweede.pdf", exact=False).first).to_be_visible()
    press(page, "Verder")
    press(page, "Verder")
    expect(page.get_by_text(STORY)).to_be_visible()
    follow(page, re.compile("Wijzig.*Wat wilde je eigenlijk bereiken"))
    page.get_by_label("Wat wilde je eigenlijk bereiken?").fill("Iets anders.")
    press(page, "Naar het overzicht")
    expect(page.get_by_text("Iets anders.")).to_be_visible()
    page.get_by_label("Ik weet hoe jullie met mijn gegevens omgaan").check()
    press(page, "Verstuur mijn melding")
    follow(page, "Open mijn melding")
    press(page, "Open")
    expect(page.get_by_role("heading", name="We hebben je melding.")).to_be_visible()
    assert ObstacleReport.objects.get().goal == "Iets anders."
    assert Attachment.objects.get().name == "tweede.pdf"


class Keyboard:
    """Somebody without a mouse. At every stop the focus must be seen, and nothing may lie over it."""

    def __init__(self, page):
        self.page, self.wrong, self.stops = page, [], 0

    def look(self):
        """Note what is wrong with the focus where it is now."""
        self.page.evaluate(SCRIPT)
        self.wrong += self.page.evaluate("inspectPage.focus()")
        self.stops += 1

    def tab_to(self, selector):
        """Press Tab until a control has focus."""
        for _stop in range(60):
            self.page.keyboard.press("Tab")
            self.look()
            if self.page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
                return
        raise AssertionError(f"Tab never comes to {selector}")

    def write(self, selector, text):
        """Go to a field and type."""
        self.tab_to(selector)
        self.page.keyboard.type(text)

    def go_on(self, key="Enter"):
        """Go to the big button and press it."""
        self.tab_to(".form__end button.button--large")
        with self.page.expect_navigation():
            self.page.keyboard.press(key)


def test_keyboard_only(crowd):
    """Proves screens 1 to 4 with Tab, arrows, Space and Enter, each stop in sight, past the header too."""
    page = crowd.enter(DESK)
    hands = Keyboard(page)
    page.goto(START)
    hands.tab_to("a.skip")
    page.keyboard.press("Enter")
    hands.write("#id_story", STORY)
    hands.go_on()
    assert page.evaluate("document.activeElement.className") == "error-summary"
    hands.tab_to(".error-summary a[href='#id_goal']")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "id_goal"
    page.keyboard.type(GOAL)
    hands.tab_to("input[name=domain]")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    hands.look()
    hands.go_on()
    hands.write("#id_rule_text", "Een eigen protocol")
    hands.go_on("Space")
    hands.tab_to("input[name=themes]")
    page.keyboard.press("Space")
    hands.write("#id_name", "Noor")
    hands.go_on()
    hands.tab_to("a[href$='#id_story']")
    hands.tab_to("#id_privacy")
    page.keyboard.press("Space")
    hands.go_on()
    expect(page.get_by_role("heading", name="Dank je wel. Je melding is binnen.")).to_be_visible()
    assert hands.wrong == []
    assert hands.stops > 40
    report = ObstacleReport.objects.get()
    assert (report.domain, report.rule_text, report.themes.count()) == ("welfare", "Een eigen protocol", 1)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_double_click_sends_one_report(crowd, script):
    """Proves that two clicks, the back button and sending again leave one report."""
    page = crowd.enter(PHONE, java_script_enabled=script)
    to_the_last_screen(page)
    page.get_by_role("button", name="Verstuur mijn melding").dblclick()
    expect(page.get_by_role("heading", name="Dank je wel. Je melding is binnen.")).to_be_visible()
    assert ObstacleReport.objects.count() == 1
    page.go_back()
    send = page.get_by_role("button", name="Verstuur mijn melding")
    if send.count():
        send.click()
    expect(page.get_by_role("heading", name="Dank je wel. Je melding is binnen.")).to_be_visible()
    assert ObstacleReport.objects.count() == 1


def test_what_was_typed_survives_the_way_back(crowd):
    """Proves that going back and forth through the screens keeps every answer."""
    page = crowd.enter(PHONE)
    to_the_last_screen(page)
    for _screen in (3, 2, 1):
        follow(page, "Vorige stap")
    expect(page.get_by_label("Waar loop je tegenaan?")).to_have_value(STORY)
    expect(page.get_by_role("radio", name="Zorg")).to_be_checked()


def test_own_page_on_paper(crowd):
    """Proves that the reporter's page prints what was said, without the parts that are for a screen."""
    report = obstacles.report("waiting_reporter")
    link = report.secret_links.get()
    page = crowd.enter(who=holder_of(link))
    page.goto(reverse("ruimte_in_de_regels:report_status", args=[link.public_id]))
    screen_only = (".strip", ".skip", ".back", ".footer", "button")
    page.emulate_media(media="print")
    shown = [part for part in screen_only if any(each.is_visible() for each in page.locator(part).all())]
    assert shown == []
    for text in (report.reference, report.story):
        expect(page.get_by_text(text).first).to_be_visible()
    page.goto("/privacy/")
    expect(page.locator("header nav").first).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
