# SPDX-License-Identifier: EUPL-1.2
"""Every kind of page under axe (goal: nothing), at 320 px, and with the reader's own spacing.

On the team's screens our own part is looked at (`.desk`); what stands around it is Wagtail's.
"""

from datetime import date
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from actieleren.forms.check import seal
from netwerk import links
from netwerk.search import index_stale
from ruimte_in_de_regels.models import CaseOutcome, Ministry, MinistryAnswer
from tests.access.world import browser_of, holder_of
from tests.browser.inspection import inspect
from tests.factories import files, learning, obstacles, people
from tests.factories.desk import delivery

pytestmark = pytest.mark.browser
RULES = "ruimte_in_de_regels"
ONE = {"story": "Wij mogen dit niet, en niemand weet waarom.", "goal": "Dat het mag.", "domain": "care"}
THREE = {"employer_may_know": "no", "publish_consent": "later", "ministry_may_contact": "False"}


def look(page, addresses, scope=""):
    """Inspect each address; return what is wrong, with the address before it."""
    found = []
    for address in addresses:
        page.goto(address)
        found += [f"{address} {line}" for line in inspect(page, scope)]
    return found


def answer(thread):
    """Write an answer in which every field has something."""
    words = {
        "rule_purpose": "De vrije tijd.",
        "sources": "De wet.",
        "public_text": "Het mag.",
        "follow_up": "Ons.",
    }
    MinistryAnswer.objects.create(
        thread=thread, stance="follows", kind="explanation", reasoning="Het mag al.", **words,
        commitment_date=date(2027, 3, 1), updated_at=obstacles.NOW,
    )  # fmt: skip


def case_with_everything():
    """Make a case in which every block of its screen has something to show."""
    case = obstacles.case("weighing_answers", summary="Leerlingen staan stil.", due_at=obstacles.NOW.date())
    obstacles.analysis(case)
    obstacles.statement(case)
    for code, state in (("ocw", "answered"), ("vws", "acknowledged"), ("szw", "expired")):
        thread = obstacles.thread(case, state, code)
        if state == "answered":
            answer(thread)
    CaseOutcome.objects.create(
        case=case, kind="no_room", reasoning="Het kan niet.", ministry=Ministry.objects.first(),
        created_at=obstacles.NOW,
    )  # fmt: skip
    obstacles.report("accepted", case=case)
    return case


def test_public_pages(crowd):
    """Proves pages that anybody can open: each page type, the report form, learning projects, accounts."""
    obstacles.publication(state="published", what_you_can_do="Vraag het aan de school.")
    visitor = Client()
    start = reverse(f"{RULES}:report_start")
    visitor.post(start, ONE)
    visitor.post(f"{start}2/", {"documents": files.upload("brief.pdf", files.PDF)})
    visitor.post(f"{start}3/", THREE)
    types = {type(page.specific): page.url for page in Page.objects.live().exclude(depth=1).specific()}
    assert len(types) >= 3
    alike = Client()
    index_stale()
    alike.post(start, {**ONE, "story": "Leerlingen willen in de zomer stage lopen, en dat mag niet."})
    story = learning.project("shared")
    learning.lesson(story)
    page = crowd.enter(who=visitor)
    found = look(page, types.values())
    check = reverse("actieleren:check")
    found += look(page, [check, f"{check}?{urlencode({**learning.FITTING, 'cultuur': 'nee'})}"])
    found += look(page, [reverse("actieleren:list"), story.get_absolute_url()])
    found += look(
        page, [reverse(f"{RULES}:{name}") for name in ("report_pause", "report_follow", "my_reports_ask")]
    )
    found += look(crowd.enter(who=alike), [f"{start}lijkt-erop/"])
    found += look(page, [start, *(f"{start}{part}/" for part in (2, 3, 4, "acuut"))])
    found += look(page, [reverse(f"account_{name}") for name in ("login", "signup", "reset_password")])
    assert not found, "\n".join(found)


def test_pages_with_errors(crowd, settings):
    """Proves the form with every error it has, and the pages for when something goes wrong."""
    settings.ROOT_URLCONF = "tests.portal.test_errors"
    page = crowd.enter()
    page.goto(reverse(f"{RULES}:report_start"))
    with page.expect_navigation():
        page.get_by_role("button", name="Verder").click()
    assert page.locator(".error-summary").evaluate("part => part === document.activeElement")
    found = inspect(page)
    page.get_by_label("Waar loop je tegenaan?").fill("Mijn collega Fatima mag geen medicijnen delen.")
    page.get_by_label("Wat wilde je eigenlijk bereiken?").fill("Dat het mag.")
    page.get_by_role("radio", name="Zorg").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Verder").click()
    assert page.locator("[data-focus]").evaluate("part => part === document.activeElement")
    found += inspect(page)
    found += look(page, ["/vreemd/", "/verboden/", "/weg/", "/boem/", "/l/verkeerd/"])
    page.goto("/privacy/")
    with page.expect_navigation():
        page.evaluate(
            "() => document.body.append(Object.assign(document.createElement('form'),"
            " {method: 'post', action: '/formulier/', id: 'zonder', innerHTML:"
            " '<input name=story value=\"Wat ik al typte.\">'})) || document.forms.zonder.submit()"
        )
    found += inspect(page)
    assert "Verstuur het formulier nog een keer" in page.content() and "Wat ik al typte." in page.content()
    assert not found, "\n".join(found)


def test_pages_behind_a_link(crowd):
    """Proves what a reporter and a ministry see: the door, their page in several states, the small forms."""
    report = obstacles.report("waiting_reporter")
    thread = case_with_everything().threads.get(ministry__code="vws")
    answer(thread)
    reporter = crowd.enter(who=holder_of(report.secret_links.get()))
    own = reverse(f"{RULES}:report_status", args=[report.secret_links.get().public_id])
    door = f"/l/{links.token_for(report.secret_links.get())}/"
    found = look(
        reporter,
        [door, own, *(f"{own}{part}/" for part in ("intrekken", "keuzes", "heropenen", "werkt-het"))],
    )
    mine = obstacles.sent_report(email="noor@a.example").link
    everything = links.new_link("mijn-meldingen", None, contact=mine.contact, now=timezone.now())
    found += look(
        crowd.enter(who=holder_of(everything)), [reverse(f"{RULES}:my_reports", args=[everything.public_id])]
    )
    link = obstacles.thread_link(thread)
    sheet = reverse(f"{RULES}:thread_sheet", args=[link.public_id])
    officer = crowd.enter(who=holder_of(link))
    parts = ("controleren", "vraag", "uitstel", "niet-van-ons")
    found += look(officer, [sheet, *(f"{sheet}{part}/" for part in parts)])
    type(thread).objects.filter(pk=thread.pk).update(state="answered", settled_at=obstacles.NOW)
    found += look(officer, [sheet])
    assert not found, "\n".join(found)


def test_pages_of_a_member(crowd):
    """Proves the pages of somebody with an account, and the second factor's."""
    member = people.user("lid")
    project = learning.project("running", member)
    learning.cycle(project, "reflect")
    page = crowd.enter(who=browser_of(member))
    parts = ("probleem", "spelregels", "betrokkene", "les", "kaart")
    found = look(page, [reverse("actieleren:own", args=[project.pk])])
    found += look(page, [reverse("actieleren:part", args=[project.pk, part]) for part in parts])
    found += look(page, [reverse("actieleren:cycle_step", args=[project.pk, 2, "reflect"])])
    found += look(page, [f"{reverse('actieleren:start')}?check={seal(learning.FITTING)}"])
    found += look(page, [reverse(name) for name in ("overview", "invitations", "mfa_index", "account_email")])
    assert not found, "\n".join(found)


def test_screens_of_the_team(crowd):
    """Proves our own part of the team's fullest screens, also at 320 px. A case that was answered stands in
    `test_accessibility_regels`, and every other screen in `test_desk`."""
    case, report = case_with_everything(), obstacles.report("in_intake")
    writing = obstacles.case("escalated")
    obstacles.statement(writing)
    obstacles.thread(writing, "draft", "ocw")
    delivery("dead")
    page = crowd.enter(who=browser_of(people.user("coordinator")))
    screens = [
        ("reports",), ("report", report.pk), ("cases",), ("case_move", case.pk, "park"),
        ("threads_send", writing.pk),
    ]  # fmt: skip
    found = look(page, [reverse(f"rir_desk:{name}", args=words) for name, *words in screens], ".desk")
    found += look(page, [f"{reverse('desk:outbox')}?stand=dead"], ".desk")
    project = learning.project("shared")
    found += look(
        page, [reverse("act_desk:projects"), reverse("act_desk:project", args=[project.pk])], ".desk"
    )
    page.goto(reverse("rir_desk:contact_new"))
    with page.expect_navigation():
        page.locator(".desk").get_by_role("button", name="Bewaar").click()
    found += [f"refused form: {line}" for line in inspect(page, ".desk")]
    assert not found, "\n".join(found)


def test_the_inspection_itself_sees(crowd):
    """Proves that a page with faults does not pass: a picture without text, too wide, cut off, pale."""
    page = crowd.enter()
    page.goto("/privacy/")
    page.evaluate(
        """() => {
          const style = new CSSStyleSheet();
          style.replaceSync(`.wide { width: 900px } .pale { color: #eee }
            .cut { height: 20px; overflow: hidden }`);
          document.adoptedStyleSheets = [style];
          document.querySelector("main").insertAdjacentHTML("beforeend",
            `<img src="/static/img/favicon.svg"><p class="wide">breed</p><p class="pale">bleek</p>
             <p class="cut">Eerste regel<br>tweede regel<br>derde regel</p>`);
        }"""
    )
    found = " ".join(inspect(page))
    for fault in ("image-alt", "color-contrast", "too wide at 320", "cut off: p.cut"):
        assert fault in found
