# SPDX-License-Identifier: EUPL-1.2
"""The queue of cases, one case on screen, two people at once, and the contacts at ministries."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from netwerk.models import Message
from ruimte_in_de_regels.models import ContextAnalysis, MinistryContact, MinistryThread, ObstacleCase
from tests.factories import obstacles as make
from tests.factories.desk import Colleague, said
from tests.factories.people import user

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim():
    """Somebody of the team."""
    return Colleague("team", first_name="Kim")


@pytest.fixture
def robin():
    """A second person of the team."""
    return Colleague("team", first_name="Robin")


@pytest.mark.parametrize("rows", [1, 25])
def test_the_queue_asks_no_more_than_fourteen_queries(kim, rows, django_assert_max_num_queries):
    """With one row and with a full page alike, each with ministries and reports."""
    for _ in range(rows):
        case = make.case("escalated", assignee=kim.user)
        make.thread(case, "sent", "ocw")
        make.thread(case, "answered", "vws")
        make.report("accepted", case)
    kim.see("cases")
    with django_assert_max_num_queries(14):
        kim.see("cases")


def test_the_queue_shows_ministries_and_counts_reports(kim):
    """A label per ministry says its state, one that is late says so, a withdrawn one is gone."""
    case = make.case("escalated")
    make.thread(case, "answered", "ocw")
    make.thread(case, "sent", "vws", due_at=date(2020, 1, 1))
    make.thread(case, "withdrawn", "szw")
    make.report("accepted", case)
    make.report("merged", case)
    page = kim.page("cases")
    assert "OCW</span>" in page
    assert ": te laat</span>" in page
    assert "SZW" not in page
    assert '<td data-label="Meldingen" class="num">2</td>' in page


def _full_case(state: str, reports: int, ministries: list[str]):
    """Make a case with this many reports and questions, and everything else a case can have."""
    case = make.case(state, assignee=user("team"))
    # The number in its title would be a word to search by from ten on.
    ObstacleCase.objects.filter(pk=case.pk).update(title="Stage in de zomer")
    make.analysis(case)
    make.statement(case)
    make.publication(case)
    for _ in range(reports):
        make.report("accepted", case)
    for code in ministries:
        thread = make.thread(case, "sent", code)
        part = f"ruimte_in_de_regels.ministrythread:{thread.pk}"
        Message.objects.create(dossier=case, part=part, side="other", text="Vraag", created_at=make.NOW)
    return case


@pytest.mark.parametrize("state", ["problem_statement", "escalated", "weighing_answers", "feedback"])
def test_the_screen_asks_the_same_whatever_it_shows(kim, state):
    """One report and one ministry, or many: the same number of queries, at most forty."""
    numbers = []
    for case in (_full_case(state, 1, ["ocw"]), _full_case(state, 6, ["ocw", "vws", "szw"])):
        kim.see("case", case.pk)
        with CaptureQueriesContext(connection) as asked:
            kim.see("case", case.pk)
        numbers.append(len(asked))
    assert numbers[0] == numbers[1] <= 40


def test_a_move_that_cannot_be_made_yet_says_why(kim):
    """The bar shows the moves of the state; one line says what a move waits for."""
    case = make.case("context_analysis", assignee=kim.user)
    page = kim.page("case", case.pk)
    assert "kan nog niet. Maak eerst de contextanalyse af." in page
    assert "Houd aan" not in page, "parking is the coordinator's"
    assert "Houd aan" in Colleague("coordinator").page("case", case.pk)
    response = kim.done("case_move", case.pk, "state_problem")
    assert "Maak eerst de contextanalyse af" in said(response)


def test_parking_asks_a_reason_and_a_date(kim):
    """The form lists what the move asks, and keeps what was typed when a part is missing."""
    case = make.case("signal", assignee=kim.user)
    coordinator = Colleague("coordinator")
    assert kim.see("case_move", case.pk, "park").status_code == 200
    parts = {"review_date_dag": "31", "review_date_maand": "2", "review_date_jaar": "2027"}
    wrong = coordinator.press("case_move", case.pk, "park", reason="We wachten.", **parts).content.decode()
    assert "Deze datum bestaat niet" in wrong
    assert "We wachten." in wrong
    parts["review_date_dag"] = "28"
    assert kim.press("case_move", case.pk, "park", reason="R", **parts).status_code == 403
    coordinator.done("case_move", case.pk, "park", reason="We wachten.", **parts)
    case.refresh_from_db()
    assert (case.state, case.due_at) == ("parked", date(2027, 2, 28))
    coordinator.done("case_move", case.pk, "unpark")
    weighing = make.case("weighing_answers")
    coordinator.done("case_move", weighing.pk, "park", reason="We wachten.", **parts)
    coordinator.done("case_move", weighing.pk, "unpark")
    case.refresh_from_db()
    weighing.refresh_from_db()
    assert case.due_at is not None
    assert (weighing.state, weighing.due_at) == ("weighing_answers", None), "weighing has no term of its own"


def test_a_draft_may_be_half_done_and_finishing_asks_for_the_rest(kim):
    """Saving keeps what is there; finishing points at each empty field and loses nothing."""
    case = make.case("context_analysis", assignee=kim.user)
    kim.done("analysis", case.pk, then="save", events="Alleen dit.")
    response = kim.press("analysis", case.pk, then="finish", events="Alleen dit, en meer.")
    page = response.content.decode()
    assert response.status_code == 200
    assert "Alleen dit, en meer." in page
    assert "Wat beschermt de regel?" in page
    analysis = ContextAnalysis.objects.get()
    assert (analysis.events, analysis.completed_at) == ("Alleen dit.", None)


def test_two_people_on_one_case_lose_nothing(kim, robin):
    """The later one is told who did what, sees the stored text next to the own, and then saves knowingly."""
    case = make.case("context_analysis", assignee=kim.user)
    make.analysis(case, complete=False)
    seen = case.version
    kept = {"tried": "Alleen Kim vulde dit in.", "stretch": ["less_often"]}
    kim.done("analysis", case.pk, seen=seen, then="save", events="Tekst van Kim.", **kept)
    late = robin.press("analysis", case.pk, seen=seen, then="save", events="Tekst van Robin.")
    page = late.content.decode()
    form = late.context_data["form"]
    assert {name: form[name].value() for name in kept} == kept, "what Robin left empty is not thrown away"
    assert "Dit vulde een ander in, en jij niet." in page
    assert late.status_code == 409
    assert "Iemand anders heeft dit net gewijzigd" in page
    assert "werkte aan de contextanalyse" in page
    assert "Tekst van Robin." in page
    assert "Tekst van Kim." in page
    assert ContextAnalysis.objects.get().events == "Tekst van Kim."
    case.refresh_from_db()
    assert f'name="seen" value="{case.version}"' in page
    robin.done("analysis", case.pk, then="save", events="Tekst van Robin en Kim.")
    assert ContextAnalysis.objects.get().events == "Tekst van Robin en Kim."


@pytest.mark.parametrize("seen", ["", "-1", "x", "9" * 30, "0.5"])
def test_a_tampered_version_counts_as_stale(kim, seen):
    """Without a true version nothing is saved, and the text stays."""
    case = make.case("escalated")
    thread = make.thread(case)
    values = {"contact": thread.contact_id, "reason": "R", "question": "Nieuwe vraag"}
    response = kim.press("thread_change", case.pk, thread.pk, seen=seen, **values)
    assert response.status_code == 409
    assert "Nieuwe vraag" in response.content.decode()
    thread.refresh_from_db()
    assert thread.question == "Mag stage in de vakantie?"


def test_the_writer_is_not_the_second_reader(kim, robin):
    """Who finished the statement cannot approve it; another one can, or gives it back with a reason."""
    case = make.case("problem_statement", assignee=kim.user)
    statement = make.statement(case, approved=False, author=kim.user)
    kim.done("statement", case.pk, then="finish", **_statement_values(statement))
    assert "Je schreef deze tekst zelf" in kim.page("case", case.pk)
    assert kim.press("statement_check", case.pk).status_code == 403
    robin.done("statement_return", case.pk, reason="De vraag is niet scherp.")
    assert "gaf de tekst terug</b>" in kim.page("case", case.pk)
    assert "De vraag is niet scherp." in kim.page("case", case.pk)
    more = {"needs": ["room"], "route": "ministries"}
    sent = kim.done("statement", case.pk, then="finish", **_statement_values(statement), **more)
    told = kim.get(sent.url).content.decode()
    assert "wacht op een tweede lezer" in told and "gaf de tekst terug</b>" not in told
    check = robin.page("statement_check", case.pk)
    assert "Ruimte" in check and "Een of meer ministeries" in check, "everything that is approved is read"
    robin.done("statement_check", case.pk)
    statement.refresh_from_db()
    assert statement.checked_by == robin.user
    anew = {**_statement_values(statement), "question": "Mag stage in de zomer?"}
    kim.done("statement", case.pk, then="finish", **anew)
    again = robin.page("statement_check", case.pk)
    assert "<del>vakantie?</del>" in again and "<ins>zomer?</ins>" in again, (
        "against what was approved before"
    )


def _statement_values(statement) -> dict[str, str]:
    return {name: getattr(statement, name) for name in statement.REQUIRED_TO_COMPLETE}


def test_what_the_second_reader_approves_is_what_was_read(kim, robin):
    """When the text was given back and finished anew meanwhile, the old approval does not count."""
    case = make.case("problem_statement", assignee=kim.user)
    statement = make.statement(case, approved=False, author=kim.user)
    kim.done("statement", case.pk, then="finish", **_statement_values(statement))
    case.refresh_from_db()
    read = case.version
    Colleague("team").done("statement_return", case.pk, reason="Anders.")
    changed = {**_statement_values(statement), "sentence": "Iets heel anders."}
    kim.done("statement", case.pk, then="finish", **changed)
    assert robin.press("statement_check", case.pk, seen=read).status_code == 409
    statement.refresh_from_db()
    assert statement.approved_at is None


def test_a_new_version_keeps_the_approved_one(kim):
    """Writing on after approval makes a second version; both can be read."""
    case = make.case("escalated")
    statement = make.statement(case)
    values = {**_statement_values(statement), "sentence": "Een betere zin."}
    kim.done("statement", case.pk, then="save", **values)
    page = kim.page("statement_versions", case.pk)
    assert "Versie 2" in page
    assert "Leerlingen kunnen in de zomer geen stage lopen." in page


def test_a_contact_of_another_ministry_is_refused(kim):
    """The question goes to somebody of the ministry that is asked."""
    case = make.case("problem_statement")
    ocw, vws = make.ministry_contact("ocw"), make.ministry_contact("vws", "ander@ministerie.example")
    response = kim.press(
        "thread_new", case.pk, ministry=ocw.ministry_id, contact=vws.pk, reason="R", question="Q"
    )
    assert "werkt niet bij OCW" in response.content.decode()
    assert not MinistryThread.objects.exists()


def test_a_question_is_reached_through_its_own_case_only(kim):
    """A question under another case's address is not found."""
    thread, other = make.thread(), make.case("escalated")
    assert kim.see("thread_change", other.pk, thread.pk).status_code == 404
    assert kim.press("thread_move", other.pk, thread.pk, "withdraw", reason="R").status_code == 404


def test_extension_and_withdrawal(kim):
    """A date past the limit is refused with the text kept; a question is taken back with a reason."""
    case = make.case("escalated")
    thread = make.thread(case, "acknowledged")
    late = {"new_date_dag": "1", "new_date_maand": "12", "new_date_jaar": "2027", "reason": "Meer tijd"}
    response = kim.press("thread_move", case.pk, thread.pk, "extend", **late)
    assert response.status_code == 409
    assert "Meer tijd" in response.content.decode()
    good = {**late, "new_date_dag": "25", "new_date_maand": "jan"}
    kim.done("thread_move", case.pk, thread.pk, "extend", **good)
    kim.done("thread_move", case.pk, thread.pk, "withdraw", reason="Niet meer nodig")
    thread.refresh_from_db()
    assert (thread.state, thread.extended_to) == ("withdrawn", date(2027, 1, 25))


def test_outcomes_are_added_and_removed_while_weighing(kim):
    """An outcome can be taken back before it is set; of another case it cannot."""
    case = make.case("weighing_answers", assignee=kim.user)
    kim.done("outcome_new", case.pk, kind="no_room", reasoning="De wet is duidelijk.")
    outcome = case.outcomes.get()
    assert kim.press("outcome_remove", make.case("weighing_answers").pk, outcome.pk).status_code == 404
    assert "De coördinator stelt de uitkomst vast" in kim.page("case", case.pk)
    kim.done("outcome_remove", case.pk, outcome.pk)
    assert not case.outcomes.exists()


def test_html_in_a_case_stays_text(kim):
    """Titles, questions and answers are shown as typed."""
    evil = "<img src=x onerror=alert(1)>"
    case = make.case("escalated", summary=evil)
    type(case).objects.filter(pk=case.pk).update(title=evil)
    MinistryThread.objects.filter(pk=make.thread(case, "sent").pk).update(question=evil)
    for page in (kim.page("case", case.pk), kim.page("cases"), kim.page("answers", case.pk)):
        assert evil not in page


def test_contacts_are_added_changed_and_stopped(kim):
    """A contact gets an address once per ministry; one that is not active gets no new questions."""
    ministry = make.ministry_contact("ocw").ministry
    values = {
        "ministry": ministry.pk,
        "name": "Noor Nieuw",
        "email": "noor@ministerie.example",
        "active": "on",
    }
    assert kim.post(reverse("rir_desk:contact_new"), values).status_code == 302
    again = kim.post(reverse("rir_desk:contact_new"), values)
    assert again.status_code == 409
    assert "Noor Nieuw" in again.content.decode()
    person = MinistryContact.objects.get(contact__name="Noor Nieuw")
    stopped = {**values, "active": "", "job": "Adviseur"}
    url = reverse("rir_desk:contact_change", args=[person.pk])
    assert kim.post(url, stopped).status_code == 302
    person.refresh_from_db()
    assert (person.active, person.job) == (False, "Adviseur")
    assert "Niet actief" in kim.page("contacts", ministerie="ocw")
    assert "Noor Nieuw" not in kim.page("thread_new", make.case("escalated").pk)


def test_a_contact_with_a_running_question_stays_at_its_ministry(kim):
    """Moving somebody who is asked something would rewrite who was asked."""
    thread = make.thread(state="sent")
    other = make.ministry_contact("vws", "x@ministerie.example").ministry
    values = {"ministry": other.pk, "name": "Bas", "email": "bas@ministerie.example", "active": "on"}
    response = kim.post(reverse("rir_desk:contact_change", args=[thread.contact_id]), values)
    assert response.status_code == 409
    thread.contact.refresh_from_db()
    assert thread.contact.ministry.code == "ocw"


def test_every_screen_of_a_case_is_the_teams(client):
    """An editor gets a 403 on each screen and each button; a visitor goes to the login."""
    thread = make.thread()
    case = thread.case
    editor = Colleague("redacteur")
    names = ("case", "analysis", "statement", "statement_check", "thread_new", "threads_send", "outcome_new")
    for name in (*names, "answers", "publication", "analysis_versions", "statement_versions"):
        assert editor.see(name, case.pk).status_code == 403
        assert editor.press(name, case.pk).status_code in (403, 405)
        assert client.get(reverse(f"rir_desk:{name}", args=[case.pk])).status_code == 302
    for name in ("cases", "case_new", "contacts", "contact_new"):
        assert editor.see(name).status_code == 403
    assert editor.press("case_move", case.pk, "close").status_code == 403
    assert editor.press("thread_move", case.pk, thread.pk, "withdraw").status_code == 403


def test_an_escalated_case_is_due_when_its_first_ministry_is(kim):
    """The list of cases follows the ministries: sending, a pause and an extension move the case's term."""
    case = make.case("problem_statement", assignee=kim.user, due_at=date(2026, 12, 7))
    make.statement(case)
    first, second = make.thread(case, code="ocw"), make.thread(case, code="vws")
    kim.done("threads_send", case.pk, threads=[first.pk, second.pk])
    first.refresh_from_db()
    case.refresh_from_db()
    assert case.due_at == first.due_at != date(2026, 12, 7)
    MinistryThread.objects.filter(pk=second.pk).update(due_at=date(2027, 3, 1))
    kim.done("thread_move", case.pk, first.pk, "acknowledge")
    kim.done("thread_move", case.pk, first.pk, "ask_back", question="Hoeveel?")
    case.refresh_from_db()
    assert case.due_at == date(2027, 3, 1)
    assert "Jij bent aan zet." in kim.page("case", case.pk)
    kim.done("thread_move", case.pk, first.pk, "answer_back", answer="Honderd.")
    assert "Jij bent aan zet." not in kim.page("case", case.pk)
    assert "Hiervan staat nog niets in het logboek." in kim.page("case", case.pk, wie="melder")
    assert "Hiervan staat nog niets" not in kim.page("case", case.pk, wie="ministerie")
    case.refresh_from_db()
    assert case.due_at == first.due_at


@pytest.mark.parametrize("forged", ["9" * 30, "-1", "x", "\x00"])
def test_a_forged_question_is_refused_at_the_field(forged):
    """An id too large for the database, a negative one, a word, a null byte: refused, and nothing is sent."""
    case = make.case("problem_statement")
    make.statement(case)
    thread = make.thread(case)
    response = Colleague("team").press("threads_send", case.pk, threads=[forged])
    assert response.status_code == 200  # the form again
    assert 'aria-invalid="true"' in response.content.decode()
    thread.refresh_from_db()
    assert thread.state == "draft"


def test_who_has_no_step_reads_whose_step_it_is(kim):
    """While answers are weighed the adviser can make no move: the screen names the move, who makes it, and
    what the adviser does meanwhile."""
    case = make.case("weighing_answers", assignee=kim.user)
    page = kim.page("case", case.pk)
    assert "Er is nu geen stap voor jou. Je schrijft wel de uitkomst, verderop." in page
    assert "<b>Stel de uitkomst vast</b> is niet aan jou. Alleen de coördinator mag dit." in page
    assert "is niet aan jou" not in Colleague("coordinator").page("case", case.pk)


def test_the_analysis_is_written_in_parts_and_no_field_is_left_out(kim):
    """Five headings with a link to each; every field stands below exactly one, also when something is
    missing."""
    case = make.case("context_analysis", assignee=kim.user)
    make.regulation(case)
    response = kim.see("analysis", case.pk)
    form, page = response.context["form"], response.content.decode()
    drawn = [field.name for _heading, fields in form.groups for field in fields]
    assert sorted(drawn) == sorted(form.fields)
    assert [heading for heading, _fields in form.groups if f"<h2>{heading}</h2>" not in page] == []
    assert page.count('href="#deel-') == 5
    late = kim.press("analysis", case.pk, then="finish", events="Alleen dit.").content.decode()
    assert 'href="#id_renewal"' in late and late.index("<h2>De regel</h2>") > late.index('id="id_renewal"')
