# SPDX-License-Identifier: EUPL-1.2
"""The team's desk in a real browser: accessible, within the window, and by keyboard."""

import pytest
from django.conf import settings
from django.urls import reverse

from netwerk.access import Actor
from netwerk.casework import tasks
from tests.browser.crowd import DESK, PHONE
from tests.browser.inspection import violations
from tests.factories import obstacles as make
from tests.factories.desk import Colleague, delivery

pytestmark = pytest.mark.browser

HEIGHT = 900
SHARED = (
    "outbox", "dashboard", "silence", "tasks", "labels", "label_new", "texts", "text_new", "filters",
    "hand_over",
)  # fmt: skip
MOVES = (("report_move", "ask"), ("report_move", "refer"))


@pytest.fixture
def colleague(site, context):
    """Somebody of the team, logged in in this browser."""
    kim = Colleague("team", first_name="Kim")
    cookie = kim.cookies[settings.SESSION_COOKIE_NAME]
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": site}])
    return kim


@pytest.fixture
def desk(colleague):
    """A report in intake and a case with everything; returns the addresses of all screens."""
    report = make.sent_report(email="mia@voorbeeld.example").report
    type(report).objects.filter(pk=report.pk).update(state="in_intake", assignee=colleague.user)
    case = make.case("problem_statement", assignee=colleague.user)
    make.report("accepted", case)
    make.analysis(case)
    make.statement(case)
    make.publication(case)
    make.thread(case, "draft", "szw")
    answered = make.thread(case, "question_back", "vws")
    delivery("dead")
    one = [(name, (report.pk,)) for name in ("report", "report_to_case", "report_rename", "report_identity")]
    one += [(name, (report.pk, move)) for name, move in MOVES]
    screens = ("case", "analysis", "statement", "analysis_versions", "statement_check", "statement_return")
    one += [(name, (case.pk,)) for name in (*screens, "thread_new", "threads_send", "answers", "publication")]
    one += [("thread_move", (case.pk, answered.pk, "answer_back")), ("outcome_new", (case.pk,))]
    one += [(name, (case.pk,)) for name in ("case_merge", "case_split")]
    one += [(name, ()) for name in ("reports", "cases", "case_new", "contacts", "contact_new")]
    one += [(name, ()) for name in ("signals", "signal_new", "rules")]
    tasks.open_task(
        report, tasks.NewTask("Bel de melder", colleague.user), by=Actor.of(colleague.user), now=make.NOW
    )
    shared = [(name, (report.pk,)) for name in ("note_new", "task_new", "dossier_labels", "tie_new")]
    shared += [("filter_keep", ("casus",))]
    shared += [(name, ()) for name in SHARED]
    return [
        reverse("wagtailadmin_home"),
        *(reverse(f"rir_desk:{name}", args=args) for name, args in one),
        *(reverse(f"desk:{name}", args=args) for name, args in shared),
    ]


def test_every_screen_is_accessible_and_fits(page, site, desk, requests_elsewhere):
    """No violation, nothing wider than its window, no error in the console, nothing from elsewhere."""
    errors: list[str] = []
    page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.emulate_media(reduced_motion="reduce")  # the menu slides when the window gets narrow
    for url in desk:
        page.set_viewport_size({"width": DESK, "height": HEIGHT})
        assert page.goto(site + url).status == 200, url
        page.wait_for_selector("aside nav", state="attached")  # a script draws the menu
        for width in (DESK, PHONE):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            assert violations(page) == [], (url, width)
            assert page.evaluate("document.querySelector('.desk').scrollWidth") <= width, (url, width)
    assert (errors, requests_elsewhere) == ([], [])


def test_by_keyboard_from_the_queue_to_an_error_and_back(page, site, desk):
    """Tab reaches the report, Enter opens it; a refused form brings the reader to its errors."""
    page.goto(site + reverse("rir_desk:reports"))
    link = page.locator(".queue tbody th a").first
    for _ in range(60):
        page.keyboard.press("Tab")
        if link.evaluate("node => node === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/meldingen/*/")
    page.get_by_role("link", name="Verwijs door").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Verwijs door").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".error-summary:focus")
    assert page.title().startswith("Fout: ")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "next_desk"
