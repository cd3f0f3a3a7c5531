# SPDX-License-Identifier: EUPL-1.2
"""The pages for people outside the team: status, ministry's sheet, published cases."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from netwerk import links
from netwerk.models import Theme
from ruimte_in_de_regels import terms
from ruimte_in_de_regels.actions import cases, reports, threads
from ruimte_in_de_regels.models import (
    CaseOutcome,
    MinistryAnswer,
    MinistryThread,
    ObstacleCase,
    ObstacleReport,
)
from ruimte_in_de_regels.views.progress import progress
from tests.factories import obstacles as make
from tests.factories.people import actor

pytestmark = pytest.mark.django_db


def opened(client, link):
    """Open a secret link as its holder does, and return the address behind it."""
    return client.post(reverse("secret_link", args=[links.token_for(link)])).url


def text_of(response):
    return response.content.decode()


# --- Status page -----------------------------------------------------------------------------------


def test_the_status_page_tells_what_happens_next_and_when(client):
    """Right after sending: received, an adviser makes contact, and before which date."""
    sent = make.sent_report(timezone.now())
    page = text_of(client.get(opened(client, sent.link)))
    assert "We hebben je melding." in page
    assert "Je hoort van een adviseur." in page
    assert f'datetime="{sent.report.due_at.isoformat()}"' in page
    assert sent.report.story in page


def test_a_question_is_answered_on_the_status_page(client):
    """The reporter reads the question and by when we hope for an answer, answers, and the answer is part of
    the conversation."""
    sent, team = make.sent_report(timezone.now()), actor("team")
    reports.take(sent.report, by=team, now=timezone.now())
    reports.ask(sent.report, "Wie zei dat precies?", by=team, now=timezone.now())
    address = opened(client, sent.link)
    page = text_of(client.get(address))
    assert "Wie zei dat precies?" in page
    wanted = terms.answer_wanted(timezone.localdate())
    assert "Vraag aan jou:" in page and page.count(f'datetime="{wanted.isoformat()}"') == 2
    assert f'<h1 class="mb-2">{sent.report.title}</h1>' in page
    assert team.label not in page, "the reporter reads the network, not a person"
    response = client.post(address, {"text": "De school <b>zei</b> het."}, follow=True)
    assert "De school &lt;b&gt;zei&lt;/b&gt; het." in text_of(response)
    assert ObstacleReport.objects.get(pk=sent.report.pk).state == "in_intake"


def test_who_leaves_the_page_is_not_followed_by_the_next_at_the_computer(client):
    """After leaving, neither the status page nor the confirmation opens in this browser; the link does."""
    sent = make.sent_report(timezone.now())
    address = opened(client, sent.link)
    session = client.session
    session["report_sent"] = [str(sent.link.public_id), timezone.now().timestamp()]
    session.save()
    confirmation = reverse("ruimte_in_de_regels:report_sent")
    assert client.get(confirmation).status_code == 200
    left = client.post(reverse("ruimte_in_de_regels:report_leave", args=[sent.link.public_id]), follow=True)
    assert "Je bent uitgelogd." in text_of(left)
    assert client.get(address).status_code == 404 and client.get(confirmation).status_code == 302
    assert client.get(opened(client, sent.link)).status_code == 200


def test_an_answer_to_a_question_that_is_gone_comes_in_as_information(client):
    """When the team stopped waiting, what was typed is not lost: it is added, and the state stays."""
    sent = make.sent_report(timezone.now())
    response = client.post(opened(client, sent.link), {"text": "Mijn lange antwoord"}, follow=True)
    assert "Je bericht is binnen" in text_of(response)
    assert sent.report.messages.get().text == "Mijn lange antwoord"
    assert ObstacleReport.objects.get(pk=sent.report.pk).state == "received"


def test_another_persons_status_page_does_not_exist(client):
    """Holding one link gives no other report, with or without the right identifier."""
    mine, other = make.sent_report(timezone.now()), make.sent_report(timezone.now())
    opened(client, mine.link)
    for public_id in (other.link.public_id, uuid4()):
        for name in ("report_status", "report_withdraw"):
            address = reverse(f"ruimte_in_de_regels:{name}", args=[public_id])
            assert client.get(address).status_code == 404
            assert client.post(address, {"text": "x", "reason": "x"}).status_code == 404


def test_a_ministrys_link_does_not_open_a_status_page(client):
    """Links of one scope are worth nothing in another."""
    thread = make.thread(state="sent")
    link = make.thread_link(thread)
    opened(client, link)
    address = reverse("ruimte_in_de_regels:report_status", args=[link.public_id])
    assert client.get(address).status_code == 404


def test_withdrawing_asks_once_more_and_cannot_be_done_twice(client):
    """The page with the question changes nothing and says what stays; the button does, and afterwards the
    question is gone."""
    sent = make.sent_report(timezone.now())
    status = opened(client, sent.link)
    address = reverse("ruimte_in_de_regels:report_withdraw", args=[sent.link.public_id])
    assert address in text_of(client.get(status))
    assert "Je naam en adres verwijderen we na 1 maand." in text_of(client.get(address))
    assert ObstacleReport.objects.get().state == "received"
    page = text_of(client.post(address, {"reason": ""}, follow=True))
    assert "Je melding is ingetrokken." in page
    assert address not in page and "We mailen je als er nieuws is" not in page
    assert client.get(address).url == status
    again = text_of(client.post(address, {"reason": ""}, follow=True))
    assert "Dit kan niet meer" in again


def test_the_reporter_reads_the_outcome_in_plain_words(client):
    """After feedback the text of the team stands on the page."""
    case = make.case("outcome_set")
    report = make.report("accepted", case=case)
    cases.give_feedback(case, "Het mag. Vraag het na bij de school.", by=actor("team"), now=timezone.now())
    link = links.make_link("melding", report, contact=None, now=timezone.now())
    page = text_of(client.get(opened(client, link)))
    assert "Het mag. Vraag het na bij de school." in page
    assert "Er is een uitkomst." in page


def test_what_is_not_meant_for_the_reporter_is_not_on_the_page(client):
    """Opening of the identity, assignment and the case's own timeline stay with the team."""
    report, team = make.sent_report(timezone.now(), name="Noor Geheim").report, actor("team")
    reports.open_identity(report, "Een geheime reden", by=team, now=timezone.now())
    reports.assign(report, team.user, by=team, now=timezone.now())
    link = report.secret_links.get()
    page = text_of(client.get(opened(client, link)))
    assert "geheime reden" not in page
    assert team.label not in page


@pytest.mark.parametrize(
    "case_state",
    [
        "signal",
        "context_analysis",
        "problem_statement",
        "solving_in_network",
        "escalated",
        "weighing_answers",
        "outcome_set",
        "feedback",
        "monitoring",
        "closed",
        "reopened",
        "parked",
    ],
)
def test_every_state_of_a_case_reads_as_a_step_for_the_reporter(case_state):
    """Whatever the team does, the reporter has one step that is now and a sentence on what is next; no day
    that has passed is promised, and nobody is waited for who answered."""
    case = make.case(case_state, due_at=timezone.localdate(make.NOW))
    report = make.report("accepted", case=case)
    threads_of = [make.thread(case, "sent")] if case_state == "escalated" else []
    told = progress(report, threads_of, timezone.localdate(make.NOW))
    assert [step["phase"] for step in told.track].count("now") == 1
    assert told.now.endswith(".")
    assert told.next.endswith(".")
    if threads_of:
        assert told.next_day == threads_of[0].due_at and told.after == "Daarna hoor je van ons."
        late = progress(report, threads_of, told.next_day + timedelta(days=1))
        assert late.next_day is None and "vragen er nog eens om" in late.next
        threads_of[0].state = "answered"
        assert "Het ministerie antwoordt" not in progress(report, threads_of, told.next_day).next
    elif told.next_day:
        late = progress(report, [], told.next_day + timedelta(days=1))
        assert (late.next_day, late.after) == (None, "Het duurt langer dan we wilden.")


def test_the_status_page_costs_a_fixed_number_of_queries(client, django_assert_max_num_queries):
    """Twenty messages and three ministries cost no more than none."""
    case = make.case("escalated")
    make.statement(case)
    report = make.report("accepted", case=case)
    link = links.make_link("melding", report, contact=None, now=timezone.now())
    address = opened(client, link)
    client.get(address)
    with django_assert_max_num_queries(16):
        client.get(address)
    for code in ("ocw", "vws", "szw"):
        make.thread(case, "sent", code)
    for number in range(20):
        reports.say(report, f"bericht {number}", "team", make.NOW)
    with django_assert_max_num_queries(16):
        client.get(address)


# --- The ministry's sheet ---------------------------------------------------------------------------


@pytest.fixture
def asked():
    """A case at two ministries, with everything a sheet shows."""
    case = make.case("escalated")
    make.analysis(case)
    make.statement(case)
    report = make.sent_report(timezone.now(), name="Noor Geheim", organisation_name="Huis Geheim").report
    ObstacleReport.objects.filter(pk=report.pk).update(case=case, state="accepted")
    return make.thread(case, "sent", "ocw"), make.thread(case, "sent", "vws")


def sheet_of(client, thread):
    return opened(client, make.thread_link(thread))


def test_the_sheet_shows_the_question_and_nobody_who_reported(client, asked):
    """Question, problem statement, who else was asked, and above the form the ways out that are open; nothing
    of the reporter or the other question."""
    own, other = asked
    MinistryThread.objects.filter(pk=other.pk).update(question="Alleen voor VWS")
    page = text_of(client.get(sheet_of(client, own)))
    assert own.question in page
    assert "Leerlingen kunnen in de zomer geen stage lopen." in page
    assert "VWS" in page
    for hidden in ("Noor Geheim", "Huis Geheim", "Alleen voor VWS", "Onze leerlingen mogen"):
        assert hidden not in page
    assert page.index("Vertel ons wie wel") < page.index("Volgen jullie het voorstel?"), (
        "before they fill it in"
    )
    MinistryThread.objects.filter(pk=own.pk).update(extended_to=own.due_at)
    assert "Vraag één keer uitstel" not in text_of(client.get(sheet_of(client, own)))


def test_another_ministrys_sheet_does_not_exist(client, asked):
    """With OCW's link every page of VWS's thread is a 404."""
    own, other = asked
    sheet_of(client, own)
    link = make.thread_link(other)
    names = (
        "sheet", "check", "ask", "extend", "forward", "pass_on", "reporters", "file_drop", "received",
        "studying",
    )  # fmt: skip
    for name in names:
        address = reverse(f"ruimte_in_de_regels:thread_{name}", args=[link.public_id])
        assert client.post(address).status_code == 404, name
    assert MinistryThread.objects.get(pk=other.pk).state == "sent"


def step_url(thread, name):
    return reverse(f"ruimte_in_de_regels:thread_{name}", args=[make.thread_link(thread).public_id])


def test_receipt_and_study_are_one_button_each(client, asked):
    """Confirming and studying move the thread; a second click is told that it is done."""
    thread = asked[0]
    sheet = sheet_of(client, thread)
    assert step_url(thread, "received") in text_of(client.get(sheet))
    client.post(step_url(thread, "received"))
    page = text_of(client.post(step_url(thread, "studying"), follow=True))
    assert MinistryThread.objects.get(pk=thread.pk).state == "investigating"
    assert "Dat weten we nu" in page
    assert "Dit kan niet meer" in text_of(client.post(step_url(thread, "received"), follow=True))
    assert client.get(step_url(thread, "received")).status_code == 405


GOOD = {
    "stance": "explains",
    "kind": "no_room",
    "reasoning": "De regel beschermt leerlingen.",
    "rule_purpose": "Vrije tijd.",
    "public_text": "Nee, om de vrije tijd.",
    "commitment_date_dag": "3",
    "commitment_date_maand": "2",
    "commitment_date_jaar": "2027",
}


def test_an_answer_is_kept_checked_and_then_sent(client, asked):
    """Keeping half an answer is fine; the whole one is shown once more and sent by its own button."""
    thread = asked[0]
    sheet = sheet_of(client, thread)
    kept = client.post(sheet, {"reasoning": "Half", "keep": "1"}, follow=True)
    assert "We hebben het bewaard" in text_of(kept)
    assert "Half" in text_of(client.get(sheet))
    response = client.post(sheet, GOOD)
    check = reverse("ruimte_in_de_regels:thread_check", args=[make.thread_link(thread).public_id])
    assert response.url == check
    page = text_of(client.get(check))
    assert "De regel beschermt leerlingen." in page
    assert "Legt uit waarom niet" in page
    assert MinistryThread.objects.get(pk=thread.pk).state == "sent"
    done = text_of(client.post(check, follow=True))
    assert "Jullie antwoord is verstuurd" in done
    answer = MinistryAnswer.objects.get(thread=thread)
    assert (answer.stance, str(answer.commitment_date)) == ("explains", "2027-02-03")
    assert MinistryThread.objects.get(pk=thread.pk).state == "answered"


def test_an_incomplete_answer_cannot_be_sent_by_address(client, asked):
    """Going straight to the check page with half an answer leads back to the sheet."""
    thread = asked[0]
    sheet = sheet_of(client, thread)
    client.post(sheet, {"reasoning": "Half", "keep": "1"})
    check = reverse("ruimte_in_de_regels:thread_check", args=[make.thread_link(thread).public_id])
    assert client.post(check).url == sheet
    assert MinistryThread.objects.get(pk=thread.pk).state == "sent"


def test_an_incomplete_answer_names_its_fields_and_keeps_the_text(client, asked):
    """Without stance and kind each is named; the explanation that was typed is still there."""
    response = client.post(sheet_of(client, asked[0]), {"reasoning": "Mijn uitleg"})
    page = text_of(response)
    assert response.status_code == 422
    assert page.count("Kies een antwoord bij") >= 2
    assert "Mijn uitleg" in page


def test_a_question_back_and_its_answer(client, asked):
    """The ministry asks, the sheet says it waits, the team answers, the sheet shows it."""
    thread = asked[0]
    sheet = sheet_of(client, thread)
    client.post(step_url(thread, "received"))
    client.post(step_url(thread, "ask"), {"question": "Welke scholen?"})
    assert "Jullie vraag ligt bij ons" in text_of(client.get(sheet))
    thread.refresh_from_db()
    threads.answer_back(thread, "Vier scholen.", by=actor("team"), now=timezone.now())
    page = text_of(client.get(sheet))
    assert "Welke scholen?" in page
    assert "Vier scholen." in page


def test_an_extension_beyond_the_limit_is_told_at_the_form(client, asked):
    """A date too far away gives the rule in words, keeps the reason, and changes nothing."""
    thread = asked[0]
    sheet_of(client, thread)
    client.post(step_url(thread, "received"))
    far = {"new_date_dag": "1", "new_date_maand": "6", "new_date_jaar": "2027", "reason": "Veel werk"}
    page = text_of(client.post(step_url(thread, "extend"), far))
    assert "Kies een datum na 18 januari 2027, en uiterlijk 15 februari 2027." in page
    assert "Veel werk" in page
    near = {**far, "new_date_dag": "15", "new_date_maand": "2"}
    client.post(step_url(thread, "extend"), near)
    assert MinistryThread.objects.get(pk=thread.pk).state == "extended"
    again = text_of(client.get(step_url(thread, "extend")))
    assert "Jullie kregen al uitstel tot en met 15 februari 2027." in again and "<textarea" not in again


def test_passing_on_must_name_who_owns_the_rule(client, asked):
    """Without a name nothing happens; with one the thread is settled."""
    thread = asked[0]
    sheet_of(client, thread)
    assert client.post(step_url(thread, "pass_on"), {"party": "other", "name": ""}).status_code == 422
    client.post(step_url(thread, "pass_on"), {"party": "other", "name": "SZW"})
    thread.refresh_from_db()
    assert (thread.state, thread.next_owner) == ("not_competent", "SZW")


def test_a_withdrawn_question_says_so_and_takes_nothing(client, asked):
    """After withdrawal the sheet has no form, and an answer sent anyway is refused."""
    thread = asked[0]
    sheet = sheet_of(client, thread)
    threads.withdraw(thread, "Niet meer nodig", by=actor("team"), now=timezone.now())
    assert "Deze vraag is ingetrokken" in text_of(client.get(sheet))
    client.post(sheet, GOOD)
    assert not MinistryAnswer.objects.exists()


# --- Published cases ---------------------------------------------------------------------------------


def published(**fields):
    case = make.case("feedback")
    case.themes.add(Theme.objects.first())
    CaseOutcome.objects.create(case=case, kind="already_allowed", reasoning="Intern.", created_at=make.NOW)
    return make.publication(case, "published", published_at=make.NOW, **fields)


def test_an_empty_list_says_what_to_do(client):
    """No cases yet: a sentence and a way on, never a blank page."""
    page = text_of(client.get(reverse("ruimte_in_de_regels:case_list")))
    assert "Er staan nog geen casussen" in page
    assert reverse("ruimte_in_de_regels:report_start") in page


@pytest.mark.parametrize("state", ["drafting", "with_reporter", "approved", "retracted"])
def test_only_published_texts_exist(client, state):
    """A text in any other state is on no list and has no page."""
    text = make.publication(state=state)
    assert text.title not in text_of(client.get(reverse("ruimte_in_de_regels:case_list")))
    assert client.get(text.get_absolute_url()).status_code == 404


def test_the_case_page_shows_the_public_text_and_nothing_of_the_case(client):
    """Title, outcome and problem are public; the case's own title, summary and reasoning are not."""
    text = published(what_you_can_do="Vraag het na.\n\nNeem dit mee.")
    ObstacleCase.objects.filter(pk=text.case_id).update(title="Interne titel", summary="Interne samenvatting")
    make.report("answered", case=text.case)
    page = text_of(client.get(text.get_absolute_url()))
    for shown in ("Stage in de zomer", "De ruimte was er al".lower(), "Niemand weet zeker", "Neem dit mee."):
        assert shown in page or shown.capitalize() in page
    for hidden in ("Interne titel", "Interne samenvatting", "Intern.", "Onze leerlingen"):
        assert hidden not in page


def test_each_ministry_is_shown_with_what_it_allowed(client):
    """Answered in part, silent, not theirs; what was never sent is not shown at all."""
    text = published()
    answered = make.thread(text.case, "answered", "ocw", settled_at=make.NOW)
    MinistryAnswer.objects.create(
        thread=answered,
        stance="follows_partly",
        kind="explanation",
        reasoning="Geheime uitleg",
        public_text="Openbare uitleg",
        updated_at=make.NOW,
    )
    make.thread(text.case, "expired", "vws")
    make.thread(text.case, "not_competent", "szw", next_owner="de gemeente")
    page = text_of(client.get(text.get_absolute_url()))
    assert "Volgt het voorstel deels" in page
    assert "Openbare uitleg" in page
    assert "Geheime uitleg" not in page
    assert "Nog geen antwoord, te laat" in page
    assert "Gaat hier niet over" in page
    assert "de gemeente" in page
    MinistryThread.objects.filter(pk=answered.pk).update(state="draft")
    cache.clear()  # this change went past the actions, which renew kept pages
    assert "OCW" not in text_of(client.get(text.get_absolute_url()))


def test_public_pages_set_no_cookie_and_hold_no_token(client):
    """Anonymous readers of cases get nothing to remember: the pages can be cached."""
    text = published()
    for address in (reverse("ruimte_in_de_regels:case_list"), text.get_absolute_url()):
        response = Client().get(address)
        assert not response.cookies
        assert "csrfmiddlewaretoken" not in text_of(response)


def test_the_list_has_pages_and_keeps_its_query_budget(client, django_assert_max_num_queries):
    """Thirty cases: 24 on the first page, the rest on the second; as many queries as with one."""
    first = published()
    address = reverse("ruimte_in_de_regels:case_list")
    uncached = {"x": "1"}  # an address that is never kept
    client.get(address, uncached)
    with django_assert_max_num_queries(9):
        client.get(address, uncached)
    for number in range(29):
        text = published(title=f"Casus nummer {number}")
        ObstacleCase.objects.filter(pk=text.case_id).update(
            listed_at=make.NOW + timedelta(minutes=number + 1)
        )
    with django_assert_max_num_queries(9):
        page = text_of(client.get(address, uncached))
    assert page.count('class="card"') == 24
    assert first.title in text_of(client.get(address, {"pagina": 2}))


def test_the_case_page_keeps_its_query_budget(client, django_assert_max_num_queries):
    """A case with three ministries, promises and many reports costs at most 9 queries (goal: 12)."""
    text = published()
    for code in ("ocw", "vws", "szw"):
        make.thread(text.case, "expired", code)
        make.promise(text.case, "kept", code)
        CaseOutcome.objects.create(case=text.case, kind="clarified", reasoning="x", created_at=make.NOW)
    for _ in range(5):
        make.report("answered", case=text.case)
    client.get(text.get_absolute_url(), {"x": "1"})
    with django_assert_max_num_queries(9):
        client.get(text.get_absolute_url(), {"x": "1"})
