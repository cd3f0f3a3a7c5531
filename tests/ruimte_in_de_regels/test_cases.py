# SPDX-License-Identifier: EUPL-1.2
"""Cases: from signal to close, with a second person, several ministries and every reporter told."""

from datetime import date, timedelta

import pytest
from django.core import mail

from netwerk import deliveries, links
from netwerk.access import SYSTEM, NotPermitted
from netwerk.models import Connection, Contact, Theme
from netwerk.perform import Incomplete, NotNow, Stale
from ruimte_in_de_regels.actions import cases, documents, outcomes, publications, reports, threads
from ruimte_in_de_regels.models import (
    CHECKLIST,
    CaseOutcome,
    ContextAnalysis,
    MinistryThread,
    ObstacleCase,
    ProblemStatement,
    Publication,
    ReporterIdentity,
)
from ruimte_in_de_regels.tasks import expire_threads
from tests.factories import obstacles as make
from tests.factories.people import actor

pytestmark = pytest.mark.django_db

FULL = {
    "events": "Leerlingen staan stil.",
    "renewal": "Stage in de zomer.",
    "involved": "Leerlingen en huizen.",
    "rule_owner": "state",
    "rule_purpose": "Vrije tijd.",
    "obstacle_kind": "unclear",
    "scale": "national",
}
STATEMENT = dict.fromkeys(ProblemStatement.REQUIRED_TO_COMPLETE, "Tekst.")


def test_a_case_without_a_report():
    """The team opens a case of its own: reference, term of six weeks, no report."""
    team = actor("team")
    case = cases.open_case(cases.NewCase("Zelf gevonden", "proactive"), by=team, now=make.NOW)
    assert (case.reference, case.assignee, case.due_at) == ("RC-2026-0001", team.user, date(2027, 1, 4))
    assert not case.reports.exists()


def test_a_case_from_a_report_takes_over_its_themes_and_is_connected():
    """Opening a case from a report accepts the report, copies its themes and keeps the tie."""
    theme = Theme.objects.first()
    report = make.report("in_intake")
    report.themes.add(theme)
    case = cases.open_case(cases.NewCase("Stage", "reported"), by=actor("team"), now=make.NOW, report=report)
    report.refresh_from_db()
    assert (report.state, report.case) == ("accepted", case)
    assert list(case.themes.all()) == [theme]
    tie = Connection.objects.get()
    assert (tie.from_dossier_id, tie.to_dossier_id, tie.relation) == (case.pk, report.pk, "started_from")


def test_opening_a_case_from_a_report_that_is_not_read_leaves_no_case():
    """All or nothing: the report must be in intake."""
    with pytest.raises(NotNow):
        new = cases.NewCase("Stage", "reported")
        cases.open_case(new, by=actor("team"), now=make.NOW, report=make.report("received"))
    assert not ObstacleCase.objects.exists()


@pytest.mark.parametrize("role", ["lid", "redacteur", "ambassadeur", "beheerder"])
def test_only_the_team_opens_cases(role):
    """Nobody else can, whatever their role."""
    with pytest.raises(NotPermitted):
        cases.open_case(cases.NewCase("Stage", "proactive"), by=actor(role), now=make.NOW)


# --- Documents -------------------------------------------------------------------------------------


def test_an_analysis_is_complete_only_with_its_required_fields():
    """What is still empty is named by its label; with everything in it, the version is complete."""
    case, team = make.case("context_analysis"), actor("team")
    documents.save(case, ContextAnalysis, {**FULL, "scale": ""}, by=team, now=make.NOW)
    with pytest.raises(NotNow, match="Schaal"):
        documents.complete(case, ContextAnalysis, by=team, now=make.NOW)
    documents.save(case, ContextAnalysis, FULL, by=team, now=make.NOW)
    assert documents.complete(case, ContextAnalysis, by=team, now=make.NOW).completed_at == make.NOW


def test_changing_a_complete_document_makes_a_new_version():
    """What was complete stays readable as it was; the change is version 2."""
    case, team = make.case("context_analysis"), actor("team")
    documents.save(case, ContextAnalysis, FULL, by=team, now=make.NOW)
    documents.complete(case, ContextAnalysis, by=team, now=make.NOW)
    documents.save(case, ContextAnalysis, {**FULL, "events": "Anders."}, by=team, now=make.NOW)
    second, first = case.analyses.all()
    assert (first.number, first.events, first.is_editable) == (1, "Leerlingen staan stil.", False)
    assert (second.number, second.events, second.is_editable) == (2, "Anders.", True)


def test_the_second_person_is_another_one():
    """Who finished a problem statement cannot approve it; a colleague can, once."""
    case, writer, colleague = make.case("problem_statement"), actor("team"), actor("team")
    documents.save(case, ProblemStatement, STATEMENT, by=writer, now=make.NOW)
    with pytest.raises(NotNow, match="niet klaar"):
        documents.approve_statement(case, by=colleague, now=make.NOW)
    documents.complete(case, ProblemStatement, by=writer, now=make.NOW)
    with pytest.raises(NotPermitted, match="zelf"):
        documents.approve_statement(case, by=writer, now=make.NOW)
    approved = documents.approve_statement(case, by=colleague, now=make.NOW)
    assert (approved.checked_by, approved.approved_at) == (colleague.user, make.NOW)
    with pytest.raises(NotNow, match="al goedgekeurd"):
        documents.approve_statement(case, by=colleague, now=make.NOW)


def test_who_adds_the_last_word_becomes_the_author():
    """A colleague who finishes somebody else's text cannot approve it either."""
    case, writer, finisher = make.case("problem_statement"), actor("team"), actor("team")
    documents.save(case, ProblemStatement, STATEMENT, by=writer, now=make.NOW)
    documents.complete(case, ProblemStatement, by=finisher, now=make.NOW)
    with pytest.raises(NotPermitted):
        documents.approve_statement(case, by=finisher, now=make.NOW)


def test_a_statement_can_be_given_back_with_a_reason():
    """The second person gives it back: it can be edited again, the reason is on the timeline."""
    case, writer, colleague = make.case("problem_statement"), actor("team"), actor("team")
    documents.save(case, ProblemStatement, STATEMENT, by=writer, now=make.NOW)
    documents.complete(case, ProblemStatement, by=writer, now=make.NOW)
    returned = documents.return_statement(case, "Te vaag.", by=colleague, now=make.NOW)
    assert returned.is_editable
    assert case.timeline.get(type="casus.statement_returned").data["reason"] == "Te vaag."


def test_two_people_on_one_document():
    """The second to save has seen an older version and is told; the first one's text stands."""
    case, team = make.case("context_analysis"), actor("team")
    documents.save(case, ContextAnalysis, {**FULL, "seen": 0}, by=team, now=make.NOW)
    with pytest.raises(Stale):
        documents.save(case, ContextAnalysis, {"events": "Ouder.", "seen": 0}, by=team, now=make.NOW)
    assert case.analyses.get().events == "Leerlingen staan stil."


@pytest.mark.parametrize("state", ["outcome_set", "feedback", "closed", "parked"])
def test_documents_do_not_change_after_the_outcome(state):
    """After the outcome the documents are history."""
    with pytest.raises(NotNow, match="verandert dit stuk niet"):
        documents.save(make.case(state), ContextAnalysis, FULL, by=actor("team"), now=make.NOW)


# --- Ministries ------------------------------------------------------------------------------------


def chosen(case, *codes):
    return [
        threads.add_thread(
            case,
            {
                "ministry": contact.ministry,
                "contact": contact,
                "reason": "Eigenaar van de regel.",
                "question": "Mag het?",
            },
            by=actor("team"),
            now=make.NOW,
        )
        for contact in (make.ministry_contact(code, f"beleid-{code}@ministerie.example") for code in codes)
    ]


def ready_case():
    case = make.case("problem_statement", assignee=actor("team").user)
    make.analysis(case)
    make.statement(case)
    return case


def test_sending_puts_a_dated_question_to_each_chosen_ministry():
    """Two ministries: both threads sent, due in eight weeks, the case escalated, a mail with a link each."""
    case = ready_case()
    threads.send_threads(case, chosen(case, "ocw", "vws"), by=actor("team"), now=make.NOW)
    case.refresh_from_db()
    assert case.state == "escalated"
    assert {(thread.state, thread.due_at) for thread in case.threads.all()} == {("sent", date(2027, 1, 18))}
    deliveries.deliver_due(lambda: make.NOW)
    assert sorted(letter.to[0] for letter in mail.outbox) == [
        "beleid-ocw@ministerie.example",
        "beleid-vws@ministerie.example",
    ]
    assert all("/l/" in letter.body and "Mag het?" not in letter.body for letter in mail.outbox)
    links_sent = {letter.body.split("/l/")[1].split("/")[0] for letter in mail.outbox}
    assert len(links_sent) == 2


def test_nothing_leaves_without_an_approved_statement():
    """All or nothing: without a second person's approval no thread goes out."""
    case = make.case("problem_statement")
    make.statement(case, approved=False)
    with pytest.raises(NotNow, match="tweede persoon"):
        threads.send_threads(case, chosen(case, "ocw"), by=actor("team"), now=make.NOW)
    assert case.threads.get().state == "draft"


def test_sending_to_nobody_is_refused():
    """At least one ministry must be chosen."""
    case = ready_case()
    with pytest.raises(NotNow, match="minstens één"):
        threads.send_threads(case, [], by=actor("team"), now=make.NOW)


def test_a_thread_needs_a_contact_with_an_address():
    """One thread without a contact stops the whole sending; nothing went out."""
    case = ready_case()
    good, bad = chosen(case, "ocw", "vws")
    MinistryThread.objects.filter(pk=bad.pk).update(contact=None)
    with pytest.raises(NotNow, match="contactpersoon"):
        threads.send_threads(case, [good, bad], by=actor("team"), now=make.NOW)
    assert {thread.state for thread in case.threads.all()} == {"draft"}


def test_a_ministry_is_asked_once_per_case():
    """A second thread to the same ministry is refused while the first lives."""
    case = ready_case()
    chosen(case, "ocw")
    contact = case.threads.get().contact
    with pytest.raises(NotNow, match="al gekozen"):
        threads.add_thread(
            case,
            {"ministry": contact.ministry, "contact": contact, "reason": "a", "question": "b"},
            by=actor("team"),
            now=make.NOW,
        )


def test_ministries_are_chosen_after_the_problem_statement():
    """Not during the analysis."""
    with pytest.raises(NotNow, match="na de probleemstelling"):
        chosen(make.case("context_analysis"), "ocw")


def test_a_ministry_reaches_only_its_own_thread():
    """The holder of one ministry's link can answer that thread, and not the other's."""
    case = make.case("escalated")
    own, other = make.thread(case, "sent", "ocw"), make.thread(case, "sent", "vws")
    holder = links.actor_for(make.thread_link(own))
    with pytest.raises(NotPermitted):
        threads.acknowledge(other, by=holder, now=make.NOW)
    assert threads.acknowledge(own, by=holder, now=make.NOW).subject.state == "acknowledged"


def test_the_clock_stands_still_while_the_ministry_waits_for_us():
    """A question back that waits some working days gives the ministry as many more."""
    thread = make.thread(state="acknowledged")
    holder = links.actor_for(make.thread_link(thread))
    threads.ask_back(thread, "Welke scholen?", by=holder, now=make.NOW)
    later = make.NOW + timedelta(days=10)
    done = threads.answer_back(thread, "Vier scholen.", by=actor("team"), now=later)
    assert (done.subject.state, done.subject.due_at) == ("investigating", date(2027, 1, 28))
    said = [(message.side, message.text) for message in thread.case.messages.all()]
    assert said == [("other", "Welke scholen?"), ("team", "Vier scholen.")]


@pytest.mark.parametrize("new_date", [date(2027, 1, 18), date(2027, 1, 1), date(2027, 2, 16)])
def test_an_extension_stays_between_the_term_and_four_weeks_later(new_date):
    """The old date, an earlier one, and one day too late are refused."""
    thread = make.thread(state="acknowledged")
    with pytest.raises(NotNow, match="na 18 januari 2027, en uiterlijk 15 februari 2027"):
        threads.extend(thread, "Meer tijd nodig.", new_date, by=actor("team"), now=make.NOW)


def test_one_extension_only():
    """The last allowed day is accepted; a second extension is refused."""
    thread = make.thread(state="acknowledged")
    done = threads.extend(thread, "Meer tijd nodig.", date(2027, 2, 15), by=actor("team"), now=make.NOW)
    assert (done.subject.state, done.subject.due_at) == ("extended", date(2027, 2, 15))
    MinistryThread.objects.update(state="investigating")
    with pytest.raises(NotNow, match="één keer"):
        threads.extend(thread, "Nog meer.", date(2027, 3, 1), by=actor("team"), now=make.NOW)


ANSWER = {"stance": "follows", "kind": "explanation", "reasoning": "Het mag.", "public_text": "Het mag."}


def test_a_kept_answer_does_not_count_and_a_sent_one_does_not_change():
    """A draft leaves the thread as it is; after sending, saving is refused."""
    thread = make.thread(state="acknowledged")
    holder = links.actor_for(make.thread_link(thread))
    threads.save_answer(thread, {**ANSWER, "reasoning": ""}, by=holder, now=make.NOW)
    thread.refresh_from_db()
    assert thread.state == "acknowledged"
    with pytest.raises(NotNow, match="met uitleg"):
        threads.answer(thread, {**ANSWER, "reasoning": " "}, by=holder, now=make.NOW)
    done = threads.answer(thread, ANSWER, by=holder, now=make.NOW)
    assert (done.subject.state, done.subject.settled_at) == ("answered", make.NOW)
    with pytest.raises(NotNow, match="al beantwoord"):
        threads.save_answer(thread, ANSWER, by=holder, now=make.NOW)


def test_a_silent_ministrys_term_passes_the_day_after_and_an_answer_is_still_welcome(monkeypatch):
    """On the due date nothing happens, the day after the thread expires; a late answer counts."""
    thread = make.thread(state="sent", due_at=date(2026, 11, 23))
    monkeypatch.setattr("ruimte_in_de_regels.tasks.timezone.now", lambda: make.NOW)
    assert expire_threads() == 0
    monkeypatch.setattr("ruimte_in_de_regels.tasks.timezone.now", lambda: make.NOW + timedelta(days=1))
    assert expire_threads() == 1
    assert expire_threads() == 0
    thread.refresh_from_db()
    assert thread.state == "expired"
    assert threads.answer(thread, ANSWER, by=actor("team"), now=make.NOW).subject.state == "answered"


def test_the_portal_does_not_let_a_term_pass_too_early():
    """Even when asked, expiry before the date is refused."""
    with pytest.raises(NotNow, match="nog niet voorbij"):
        threads.expire(make.thread(state="sent"), by=SYSTEM, now=make.NOW)


# --- Outcome, feedback, close -----------------------------------------------------------------------


def test_weighing_waits_for_every_ministry():
    """One answer of two is not enough; with the second one expired it is."""
    case, team = ready_case(), actor("team")
    ObstacleCase.objects.filter(pk=case.pk).update(state="escalated")
    make.thread(case, "answered", "ocw")
    silent = make.thread(case, "investigating", "vws")
    with pytest.raises(NotNow, match="Nog niet elk ministerie"):
        cases.move(case, "weigh", {}, by=team, now=make.NOW)
    MinistryThread.objects.filter(pk=silent.pk).update(state="expired")
    weighed = cases.move(case, "weigh", {}, by=team, now=make.NOW).subject
    assert (weighed.state, weighed.due_at) == ("weighing_answers", None), "the ministries' term is over"


def test_the_adviser_writes_the_outcome_and_the_coordinator_sets_it():
    """Writing is the adviser's, setting the coordinator's; feedback is then due in five working days."""
    case, adviser = make.case("weighing_answers"), actor("team")
    with pytest.raises(NotNow, match="uitkomst"):
        cases.move(case, "set_outcome", {}, by=actor("coordinator"), now=make.NOW)
    values = {"kind": "already_allowed", "reasoning": "De regel verbiedt het niet."}
    outcome = outcomes.write_outcome(case, values, by=adviser, now=make.NOW)
    assert outcome.author == adviser.user
    with pytest.raises(NotPermitted, match="coördinator"):
        cases.move(case, "set_outcome", {}, by=adviser, now=make.NOW)
    done = cases.move(case, "set_outcome", {}, by=actor("coordinator"), now=make.NOW)
    assert (done.subject.state, done.subject.due_at) == ("outcome_set", date(2026, 11, 30))


def test_an_outcome_can_be_taken_back_only_while_weighing():
    """A wrong outcome can go before it is set, not after."""
    case, team = make.case("weighing_answers"), actor("team")
    values = {"kind": "no_room", "reasoning": "Nee."}
    outcome = outcomes.write_outcome(case, values, by=team, now=make.NOW)
    ObstacleCase.objects.filter(pk=case.pk).update(state="outcome_set")
    with pytest.raises(NotNow):
        outcomes.remove_outcome(outcome, by=team, now=make.NOW)
    ObstacleCase.objects.filter(pk=case.pk).update(state="weighing_answers")
    outcomes.remove_outcome(outcome, by=team, now=make.NOW)
    assert not CaseOutcome.objects.exists()


def test_feedback_reaches_every_reporter_of_the_case():
    """Two open reports are answered with the text; a withdrawn one is left alone; both get a mail.

    The term for telling them was met: the case is not late afterwards.
    """
    case = make.case("outcome_set", due_at=date(2026, 11, 30))
    first, second = make.report("accepted", case=case), make.report("merged", case=case)
    gone = make.report("withdrawn", case=case)
    deliveries.deliver_due(lambda: make.NOW)  # what the reports themselves announced
    for number, report in enumerate((first, second)):
        contact = Contact.objects.create(email=f"melder{number}@voorbeeld.example")
        ReporterIdentity.objects.create(report=report, contact=contact)
    done = cases.give_feedback(case, "Het mag. Vraag het na.", by=actor("team"), now=make.NOW)
    assert done.subject.due_at is None
    for report in (first, second):
        report.refresh_from_db()
        assert report.state == "answered"
        assert report.messages.get().text == "Het mag. Vraag het na."
    gone.refresh_from_db()
    assert (gone.state, gone.messages.count()) == ("withdrawn", 0)
    deliveries.deliver_due(lambda: make.NOW)
    assert len(mail.outbox) == 2
    assert "Vraag het na" not in mail.outbox[0].body


def test_a_case_cannot_close_before_every_reporter_heard():
    """One report still waiting keeps the case open, and the reason says so."""
    case, team = make.case("feedback"), actor("team")
    waiting = make.report("accepted", case=case)
    with pytest.raises(NotNow, match="Nog niet elke melder"):
        cases.move(case, "close", {}, by=team, now=make.NOW)
    reports.answer(waiting, "Het mag.", by=team, now=make.NOW)
    assert cases.move(case, "close", {}, by=team, now=make.NOW).subject.due_at is None


def test_parking_asks_reason_and_date_and_shows_the_date_as_term():
    """A parked case comes back on its review date."""
    case, coordinator = make.case("escalated"), actor("coordinator")
    with pytest.raises(Incomplete) as refused:
        cases.move(case, "park", {"reason": "Wacht", "review_date": None}, by=coordinator, now=make.NOW)
    assert refused.value.fields == ["review_date"]
    given = {"reason": "Wacht op een wet", "review_date": date(2027, 3, 1)}
    parked = cases.move(case, "park", given, by=coordinator, now=make.NOW).subject
    assert (parked.due_at, parked.review_date) == (date(2027, 3, 1), date(2027, 3, 1))


@pytest.mark.parametrize("name", ["escalate", "give_feedback"])
def test_moves_with_a_form_of_their_own_are_no_plain_moves(name):
    """They cannot be made with the plain button, so their own checks cannot be passed by."""
    with pytest.raises(NotNow, match="eigen formulier"):
        cases.move(make.case("outcome_set"), name, {}, by=actor("coordinator"), now=make.NOW)


# --- Public text ------------------------------------------------------------------------------------

TEXT = {
    "title": "Stage in de zomer",
    "situation": "Leerlingen willen werken.",
    "obstacle": "Scholen denken dat het niet mag.",
    "problem": "Niemand weet het zeker.",
    "outcome": "Het mag.",
    "what_you_can_do": "Vraag het na.",
}
ALL_POINTS = [code for code, _ in CHECKLIST]


def test_the_public_text_needs_a_second_person_and_every_point():
    """The author cannot approve; a colleague cannot with one point open; then it works."""
    case, writer, colleague = make.case("feedback"), actor("team"), actor("team")
    text = publications.save_text(case, TEXT, by=writer, now=make.NOW)
    with pytest.raises(NotPermitted, match="zelf"):
        publications.approve(text, ALL_POINTS, by=writer, now=make.NOW)
    with pytest.raises(NotNow, match="alle punten"):
        publications.approve(text, ALL_POINTS[1:], by=colleague, now=make.NOW)
    assert Publication.objects.get().checklist == []
    done = publications.approve(text, ALL_POINTS, by=colleague, now=make.NOW)
    assert (done.subject.state, done.subject.checked_by) == ("approved", colleague.user)


def test_a_change_after_the_check_undoes_the_check():
    """Revising and changing an approved text needs a new check, by somebody else than who changed it."""
    case, writer, colleague = make.case("feedback"), actor("team"), actor("team")
    text = publications.save_text(case, TEXT, by=writer, now=make.NOW)
    publications.approve(text, ALL_POINTS, by=colleague, now=make.NOW)
    with pytest.raises(NotNow, match="Pas aan"):
        publications.save_text(case, TEXT, by=colleague, now=make.NOW)
    publications.revise(text, by=colleague, now=make.NOW)
    changed = publications.save_text(case, {**TEXT, "title": "Anders"}, by=colleague, now=make.NOW)
    assert (changed.checklist, changed.checked_by, changed.author) == ([], None, colleague.user)


def test_a_reporter_who_refuses_publication_is_respected():
    """One no among the reporters stops the approval."""
    case = make.case("feedback")
    make.report("answered", case=case, publish_consent="no")
    text = publications.save_text(case, TEXT, by=actor("team"), now=make.NOW)
    with pytest.raises(NotNow, match="wil geen publicatie"):
        publications.approve(text, ALL_POINTS, by=actor("team"), now=make.NOW)


def test_publishing_lists_the_case_and_retracting_unlists_it():
    """Published: public and listed from that moment. Retracted: the team's again, with the reason logged."""
    case, coordinator = make.case("feedback"), actor("coordinator")
    text = publications.save_text(case, TEXT, by=actor("team"), now=make.NOW)
    publications.approve(text, ALL_POINTS, by=actor("team"), now=make.NOW)
    publications.publish(text, by=coordinator, now=make.NOW)
    case.refresh_from_db()
    assert (case.listed_at, case.visibility) == (make.NOW, "public")
    assert list(Publication.objects.published()) == [text]
    publications.retract(text, "Toch herkenbaar.", "We schrijven hem opnieuw.", by=coordinator, now=make.NOW)
    case.refresh_from_db()
    assert (case.listed_at, case.visibility) == (None, "team")
    assert not Publication.objects.published().exists()
    assert case.timeline.get(type="publicatie.retract").data["reason"] == "Toch herkenbaar."


@pytest.mark.parametrize("state", ["escalated", "weighing_answers"])
def test_nothing_is_published_before_the_outcome(state):
    """An approved text waits until the outcome is set."""
    text = make.publication(make.case(state), "approved", checklist=ALL_POINTS)
    with pytest.raises(NotNow, match="uitkomst"):
        publications.publish(text, by=actor("coordinator"), now=make.NOW)


def test_two_texts_with_one_title_get_two_addresses():
    """The second address carries the reference."""
    team = actor("team")
    first = publications.save_text(make.case("feedback"), TEXT, by=team, now=make.NOW)
    other = make.case("feedback")
    second = publications.save_text(other, TEXT, by=team, now=make.NOW)
    assert first.slug == "stage-in-de-zomer"
    assert second.slug == f"stage-in-de-zomer-{other.reference.lower()}"


def test_a_case_parked_while_a_ministry_is_asked_shows_its_term_again():
    """Proves that a case that goes on after parking is due when its ministry is to answer, not later."""
    thread, coordinator = make.thread(state="sent"), actor("coordinator")
    given = {"reason": "Even wachten.", "review_date": date(2027, 3, 1)}
    cases.move(thread.case, "park", given, by=coordinator, now=make.NOW)
    thread.case.refresh_from_db()
    assert thread.case.due_at == date(2027, 3, 1)
    cases.move(thread.case, "unpark", {}, by=coordinator, now=make.NOW)
    thread.case.refresh_from_db()
    assert (thread.case.state, thread.case.due_at) == ("escalated", thread.due_at)
