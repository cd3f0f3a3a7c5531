# SPDX-License-Identifier: EUPL-1.2
"""The team on a phone, without script and by keyboard: merge, split, hand over, reopen, two at once."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from netwerk import links
from netwerk.models import SecretLink
from ruimte_in_de_regels.models import ObstacleCase, ObstacleReport
from tests.access.world import browser_of
from tests.browser.crowd import PHONE, letters, link_in, open_link
from tests.browser.test_report_form import press
from tests.factories import obstacles as make
from tests.factories import people

pytestmark = pytest.mark.browser


@pytest.fixture
def phone(crowd):
    """Return a way to let somebody of the team in: on a phone, without script."""

    def enter(user):
        return crowd.enter(PHONE, who=browser_of(user), java_script_enabled=False)

    return enter


def test_three_become_one_then_two_then_somebody_elses(phone):
    """Proves that cases are merged, split and handed over, and that every reporter hears of it."""
    kim, sam = people.user("team", first_name="Kim"), people.user("team", first_name="Sam")
    cases = [make.case("context_analysis", assignee=kim) for _ in range(3)]
    reports = [make.report("accepted", case, assignee=kim) for case in cases]
    page = phone(kim)
    for case in cases[:2]:
        page.goto(reverse("rir_desk:case_merge", args=[case.pk]))
        page.get_by_label("Welke casus gaat verder?").select_option(str(cases[2].pk))
        press(page, "Voeg samen")
        expect(page.get_by_text("De casussen zijn samen.")).to_be_visible()
    for report in reports:
        expect(page.get_by_text(report.reference).first).to_be_visible()
    page.goto(reverse("rir_desk:case_split", args=[cases[2].pk]))
    page.get_by_label(re.compile(reports[0].reference)).check()
    page.get_by_label("Titel van de nieuwe casus").fill("Stage in het weekend")
    press(page, "Splits")
    expect(page.get_by_role("heading", name="Stage in het weekend")).to_be_visible()
    assert ObstacleReport.objects.get(pk=reports[0].pk).case.title == "Stage in het weekend"
    page.goto(reverse("desk:hand_over"))
    page.get_by_label("Van wie?").select_option(str(kim.pk))
    page.get_by_label("Aan wie?").select_option(str(sam.pk))
    press(page, "Bekijk wat er overgaat")
    press(page, "Draag dit over")
    assert not ObstacleCase.objects.filter(assignee=kim, state="context_analysis").exists()
    assert ObstacleCase.objects.filter(assignee=sam).count() == 2


def test_two_colleagues_take_one_report(phone):
    """Proves that the second of two is told in words, and that the report stays with the first."""
    kim, sam = people.user("team", first_name="Kim"), people.user("team", first_name="Sam")
    report = make.report("received")
    first, second = phone(kim), phone(sam)
    for page in (first, second):
        page.goto(reverse("rir_desk:report", args=[report.pk]))
    press(first, "Pak op")
    press(second, "Pak op")
    expect(second.get_by_text(re.compile("net gewijzigd|kan niet meer")).first).to_be_visible()
    assert ObstacleReport.objects.get(pk=report.pk).assignee == kim


def test_a_reporter_asks_again_and_a_coordinator_reopens_by_keyboard(crowd, phone):
    """Proves the whole way back: asked on the status page, reopened with a reason, read by the reporter."""
    sent = make.sent_report(timezone.now(), email="noor@voorbeeld.example")
    ObstacleReport.objects.filter(pk=sent.report.pk).update(state="closed")
    reader = crowd.enter(PHONE, java_script_enabled=False)
    open_link(reader, links.url_for(sent.link))
    reader.get_by_role("link", name="Vraag om heropenen").click()
    reader.get_by_label("Waarom moeten we er opnieuw naar kijken?").fill("De school weigert nog steeds.")
    press(reader, "Verstuur mijn vraag")
    expect(reader.get_by_text("We hebben je vraag.")).to_be_visible()
    page = phone(people.user("coordinator"))
    page.goto(reverse("rir_desk:report_move", args=[sent.report.pk, "reopen"]))
    page.get_by_label("Waarom kijken we opnieuw?").focus()
    page.keyboard.type("We bellen de school.")
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    reader.reload()
    expect(reader.get_by_text("We bellen de school.")).to_be_visible()
    assert "We kijken opnieuw" in letters()[-1].subject


def test_an_expired_link_says_what_to_do(crowd):
    """Proves that a link past its date opens nothing, and that all reports are reached by a new one."""
    link = make.sent_report(timezone.now(), email="noor@voorbeeld.example").link
    SecretLink.objects.filter(pk=link.pk).update(expires_at=timezone.now() - timedelta(days=1))
    page = crowd.enter(PHONE, java_script_enabled=False)
    assert page.goto(links.url_for(link)).status == 404
    page.get_by_role("link", name="Vraag een nieuwe link aan").click()
    page.get_by_label("Je e-mailadres").fill("noor@voorbeeld.example")
    press(page, "Mail mij de link")
    asked = next(mail for mail in letters() if mail.subject == "Jouw meldingen")
    open_link(page, link_in(asked))
    expect(page.get_by_role("heading", name="Jouw meldingen")).to_be_visible()
