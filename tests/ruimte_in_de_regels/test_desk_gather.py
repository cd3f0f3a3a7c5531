# SPDX-License-Identifier: EUPL-1.2
"""Cases that become one or two, what stands beside a case, ties, paper, and all work of a colleague."""

import threading
from datetime import date

import pytest
from django.db import connection
from django.urls import reverse

from netwerk import deliveries, links, search, timeline
from netwerk.casework import tasks
from netwerk.models import Connection, Contact, Delivery, Export, Note, Task, Theme
from netwerk.perform import NotNow, Refused
from ruimte_in_de_regels.actions import also, cases, gather
from ruimte_in_de_regels.figures import reach
from ruimte_in_de_regels.models import AlsoUs, CaseOutcome, MinistryAnswer, ObstacleCase, ObstacleReport
from tests.factories import obstacles as make
from tests.factories.desk import Colleague, said
from tests.factories.people import actor, user

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim():
    """Somebody of the team."""
    return Colleague("team", first_name="Kim")


def told(dossier):
    """Return what the timeline says, newest first."""
    return [timeline.sentence(entry) for entry in dossier.timeline.all()]


def mailed(notice):
    """Return to whom a notice went."""
    while deliveries.expand_batch(make.NOW):
        pass
    return list(Delivery.objects.filter(notice=notice))


def report_in(case, state="accepted", **fields):
    """Put a report with an address in a case."""
    report = make.sent_report(email="mia@voorbeeld.example").report
    ObstacleReport.objects.filter(pk=report.pk).update(state=state, case=case, **fields)
    return ObstacleReport.objects.get(pk=report.pk)


def test_three_cases_become_one(kim):
    """Reports and open tasks go along, every reporter hears it, and the closed ones say where it went."""
    robin = user("team", first_name="Robin")
    goal = make.case("problem_statement", assignee=robin)
    others = [make.case("signal", assignee=kim.user), make.case("context_analysis", assignee=kim.user)]
    reports = [report_in(one) for one in others]
    done = report_in(others[0], "answered")
    task = tasks.open_task(others[0], tasks.NewTask("Bel", kim.user), by=actor("team"), now=make.NOW)
    for one in others:
        response = kim.done("case_merge", one.pk, case=goal.pk)
        assert response.url == reverse("rir_desk:case", args=[goal.pk])
        one.refresh_from_db()
        assert (one.state, one.merged_into) == ("closed", goal)
        assert kim.see("case", one.pk).context_data["track"] == [], "it never came to an outcome of its own"
        assert goal.reference in kim.page("case", one.pk)
        assert Connection.objects.filter(from_dossier=one.pk, to_dossier=goal.pk).exists()
    assert set(goal.reports.all()) == {*reports, done}
    task.refresh_from_db()
    assert task.dossier_id == goal.pk
    assert len(mailed("report-moved")) == 2, "who heard the outcome hears no more of it"
    assert [one.user for one in mailed("case-grew")] == [robin, robin]
    assert told(goal)[0] == f"Casus {others[1].reference} is hierin opgegaan."
    back = Colleague("coordinator").press("case_move", others[0].pk, "reopen", reason="Toch apart")
    assert f"ging op in {goal.reference}" in said(back)


def test_who_said_it_plays_there_too_goes_along_and_counts_once():
    """A known address or organisation at both is one, with the heavier answer; two people who both want
    to hear stay two; the link in the mail works on; reports that named the case name the other."""
    gone, goal = make.case("signal"), make.case("signal")
    rows = {}

    def says(case, name, hours, organisation="", email="", confirmed=True):
        contact = Contact.objects.create(email=email) if email else None
        when = make.NOW if contact and confirmed else None
        values = {"case": case, "hours": hours, "people": 1, "organisation_name": organisation}
        row = AlsoUs.objects.create(**values, contact=contact, confirmed_at=when, created_at=make.NOW)
        rows[name] = row.pk

    says(goal, "mia", 1, email="Mia@voorbeeld.example")
    says(gone, "mia again", 4, email="mia@voorbeeld.example")
    says(goal, "noord", 3, "Huis Noord", "wie@voorbeeld.example", confirmed=False)
    says(gone, "noord again", 2, " huis  noord", "rob@voorbeeld.example")
    says(goal, "zuid", 1, "Huis Zuid", "an@voorbeeld.example")
    says(gone, "zuid, somebody else", 1, "Huis Zuid", "bo@voorbeeld.example")
    says(goal, "nobody", 1)
    says(gone, "nobody else", 1)
    link = also.link_of(AlsoUs.objects.get(pk=rows["noord again"]), make.NOW)
    make.report("answered", also_hits=gone)
    gather.merge_cases(gone, goal, by=actor("team"), now=make.NOW)
    there = set(goal.also_us.values_list("pk", "hours"))
    heavy = {"mia": 4, "noord again": 3}
    kept = ("mia", "noord again", "zuid", "zuid, somebody else", "nobody", "nobody else")
    assert there == {(rows[name], heavy.get(name, 1)) for name in kept}
    assert not gone.also_us.exists() and reach.counted(goal) == 7
    link.refresh_from_db()
    row = also.of_link(link)
    also.stop(row, by=links.actor_for(link), now=make.NOW)
    assert not Contact.objects.filter(email="rob@voorbeeld.example").exists()
    assert not Contact.objects.filter(email="wie@voorbeeld.example").exists(), "who was taken in is forgotten"


def test_what_cannot_be_merged(kim):
    """Not with itself, not while a ministry is to answer, not into a decided case: and it says so."""
    case, by = make.case("escalated"), actor("team")
    make.thread(case, "sent")
    target, decided = make.case("signal"), make.case("outcome_set")
    late = kim.press("case_merge", case.pk, case=target.pk)
    assert (late.status_code, "Nog niet elk ministerie" in late.content.decode()) == (409, True)
    for into in (decided, target):
        with pytest.raises(NotNow):
            gather.merge_cases(target, into, by=by, now=make.NOW)
    assert not ObstacleCase.objects.filter(merged_into__isnull=False).exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_two_cases_merged_into_each_other_at_once():
    """One merge wins, the other is refused with words; nobody waits for ever and no report is lost."""
    one, two, by = make.case("signal"), make.case("signal"), actor("team")
    reports = {make.report("accepted", case).pk for case in (one, two)}
    start, outcomes = threading.Barrier(2), []

    def merge(case, into):
        start.wait()
        try:
            gather.merge_cases(case, into, by=by, now=make.NOW)
            outcomes.append("done")
        except Refused as error:
            outcomes.append(str(error))
        finally:
            connection.close()

    pair = [threading.Thread(target=merge, args=args) for args in ((one, two), (two, one))]
    for thread in pair:
        thread.start()
    for thread in pair:
        thread.join(20)
    assert sorted(outcomes) == ["De gekozen casus neemt geen meldingen meer aan.", "done"]
    goal = ObstacleCase.objects.get(state="signal")
    assert set(goal.reports.values_list("pk", flat=True)) == reports


def test_a_case_becomes_two(kim):
    """The chosen reports go to a case of their own; their reporters hear it, others do not."""
    case = make.case("context_analysis")
    case.themes.add(Theme.objects.first())
    stays, goes = report_in(case), report_in(case, "merged")
    values = {"title": "Reistijd bij twee werkgevers", "summary": ""}
    everything = kim.press("case_split", case.pk, reports=[stays.pk, goes.pk], **values)
    assert "Minstens één blijft" in everything.content.decode()
    assert ObstacleCase.objects.count() == 1, "what is refused leaves no case behind"
    kim.done("case_split", case.pk, reports=[goes.pk], **values)
    made = ObstacleCase.objects.get(title=values["title"])
    assert (list(made.reports.all()), list(case.reports.all())) == ([goes], [stays])
    assert (made.assignee, list(made.themes.all())) == (kim.user, list(case.themes.all()))
    assert [one.event.entry.dossier_id for one in mailed("report-moved")] == [goes.pk]
    assert goes.reference in told(case)[0]
    assert "Reistijd bij twee" in kim.page("case", case.pk), "the two stay tied"


def test_ties_show_from_both_ends_and_can_be_loosened(kim):
    """A tie is laid by reference, reads from either side, and goes again; a wrong reference is said."""
    case, report = make.case("signal"), make.report()
    kim.desk = "desk"
    kim.done("tie_new", case.pk, reference=report.reference.lower(), relation="blocked_by")
    assert (
        "Er is geen dossier"
        in kim.press("tie_new", case.pk, reference="RR-1", relation="related").content.decode()
    )
    again = kim.press("tie_new", case.pk, reference=report.reference, relation="blocked_by")
    assert "Dit verband is er al" in again.content.decode()
    pages = [kim.get(reverse(f"rir_desk:{kind}", args=[one.pk])).content.decode()
             for kind, one in (("case", case), ("report", report))]  # fmt: skip
    assert "Loopt vast op" in pages[0] and report.reference in pages[0]
    assert "Houdt tegen" in pages[1] and case.reference in pages[1]
    kim.done("tie_remove", report.pk, Connection.objects.get().pk)
    assert not Connection.objects.exists()
    assert told(case)[0].endswith(f"legde een verband: loopt vast op {report.reference}.")


def test_what_looks_like_a_case_stands_beside_it(kim):
    """The same rule, the same theme and shared words: each once, with the reason that says most."""
    case = make.case("context_analysis", summary="Leerlingen zonder stageplek in de zomervakantie.")
    rule, theme = make.case("signal"), make.case("signal")
    words = make.case("signal", summary="De stageplek van leerlingen vervalt.")
    far = make.case("signal", summary="Iets heel anders.")
    ObstacleCase.objects.filter(pk__in=[rule.pk, theme.pk, far.pk]).update(title="Los")
    make.report("accepted", case, rule_text="Wet op de stage, artikel 3")
    make.report("accepted", rule, rule_text="Wet op de stage, artikel 3")
    for one in (case, rule, theme):
        one.themes.add(Theme.objects.first())
    answered = make.thread(rule, "answered", "ocw")
    MinistryAnswer.objects.create(
        thread=answered, stance="follows", kind="explanation", reasoning="x", updated_at=make.NOW
    )
    search.index_stale()
    related = kim.see("case", case.pk).context["related"]
    found = {other.case: other.reason for other in related}
    assert related[0].answers == ("OCW: uitleg: het mag al",)
    assert found == {rule: "Zelfde regel", words: "Woorden die overeenkomen", theme: "Zelfde thema"}


def test_what_looks_like_a_report_stands_beside_it_until_it_has_its_place(kim):
    """The case that the reporter chose, one with the same rule and one with the same words, each with its
    reason; it is joined from there, when it still takes reports."""
    chosen = make.case("closed", visibility="public")
    rule, words = make.case("signal"), make.case("signal", summary="De stageplek van leerlingen vervalt.")
    ObstacleCase.objects.filter(pk__in=[rule.pk, chosen.pk]).update(title="Los")
    make.report("accepted", rule, rule_text="Wet op de stage")
    told = {"story": "Een stageplek voor leerlingen mag niet.", "rule_text": "wet op de stage"}
    report = make.report("in_intake", also_hits=chosen, assignee=kim.user, **told)
    search.index_stale()
    screen = kim.see("report", report.pk)
    found = [(other.case, other.reason) for other in screen.context["related"]]
    reasons = ("De melder koos deze casus", "Zelfde regel", "Woorden die overeenkomen")
    assert found == list(zip((chosen, rule, words), reasons, strict=True))
    page = screen.content.decode()
    assert f"?casus={words.pk}" in page and f"?casus={chosen.pk}" not in page
    form = kim.see("report_to_case", report.pk, casus=str(words.pk)).content.decode()
    assert f'<option value="{words.pk}" selected>' in form
    kim.done("report_to_case", report.pk, case=words.pk)
    assert kim.see("report", report.pk).context["related"] is None


def test_a_case_on_paper_holds_no_reporter_and_no_note(kim, monkeypatch):
    """The dossier for a meeting has the statement and the answers; who took it is written down."""
    case = make.case("weighing_answers")
    make.statement(case)
    make.analysis(case)
    make.thread(case, "sent")
    rule, promise = make.regulation(case), make.promise(case)
    room = {
        "kind": "experiment",
        "reasoning": "Een jaar.",
        "ends_on": date(2027, 10, 27),
        "source": "Een brief.",
    }
    CaseOutcome.objects.create(case=case, created_at=make.NOW, **room)
    sent = make.sent_report(email="mia@voorbeeld.example", name="Mia Melder").report
    ObstacleReport.objects.filter(pk=sent.pk).update(case=case)
    Note.objects.create(dossier=case, author_label="Kim", text="Onder ons", created_at=make.NOW)
    shown = []
    monkeypatch.setattr("netwerk.pdf.make_pdf", lambda html: shown.append(html) or b"%PDF")
    response = kim.press("case_paper", case.pk)
    assert response["Content-Type"] == "application/pdf"
    assert (
        "Mag stage in de vakantie?" in shown[0]
        and "Leerlingen kunnen in de zomer geen stage lopen." in shown[0]
    )
    told = (str(rule), promise.text, "27 oktober 2027", "Bron: Een brief.")
    assert all(words in shown[0] for words in told), "also the law, what was promised and until when it may"
    assert not any(secret in shown[0] for secret in ("Mia", "mia@", "Onder ons"))
    assert (Export.objects.get().user, Export.objects.get().query) == (kim.user, case.reference)


def test_all_work_of_a_colleague_goes_to_another(kim):
    """Dossiers of every kind and tasks move one by one, finished work stays, and each says how it went."""
    leaver, to = user("team", first_name="Lea"), user("team", first_name="Toon")
    report, case = make.report("in_intake", assignee=leaver), make.case("signal", assignee=leaver)
    closed = make.case("closed", assignee=leaver)
    tasks.open_task(closed, tasks.NewTask("Bel", leaver), by=actor("team"), now=make.NOW)
    leaver.is_active = False
    leaver.save()
    kim.desk = "desk"
    asked = {"leaver": leaver.pk, "to": to.pk}
    look = kim.press("hand_over", **asked).content.decode()
    assert report.reference in look and "Taak bij" in look and closed.reference in look
    assert "Kies iemand anders" in kim.press("hand_over", leaver=to.pk, to=to.pk).content.decode()
    results = kim.press("hand_over", uitvoeren="1", **asked).context["results"]
    assert [(one.dossier.reference, one.done) for one in results] == [
        (case.reference, True), (report.reference, True), (closed.reference, True),
    ]  # fmt: skip
    for one in (report, case, closed):
        one.refresh_from_db()
    assert (report.assignee, case.assignee, closed.assignee) == (to, to, leaver)
    assert Task.objects.get().assignee == to


def test_the_log_can_be_filtered_by_who_reads_it(kim):
    """Only what the reporter reads too, or everything; a made-up filter shows everything."""
    report = make.report("in_intake")
    by = actor("team")
    cases.open_case(cases.NewCase("Iets", "reported"), by=by, now=make.NOW, report=report)
    kim.press("report_rename", report.pk, title="Nieuwe titel")
    everything = len(kim.see("report", report.pk).context["lines"])
    read = kim.see("report", report.pk, wie="melder").context["lines"]
    assert 0 < len(read) < everything
    assert all(line.readers for line in read)
    assert len(kim.see("report", report.pk, wie="ministerie").context["lines"]) == everything
