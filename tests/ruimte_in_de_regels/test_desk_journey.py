# SPDX-License-Identifier: EUPL-1.2
"""One obstacle all the way through the desk, screen by screen, by three colleagues."""

import pytest
from django.urls import reverse

from netwerk import links
from netwerk.models import Delivery, TimelineEntry
from ruimte_in_de_regels.actions import reading
from ruimte_in_de_regels.models import (
    CHECKLIST,
    Ministry,
    MinistryThread,
    ObstacleCase,
    ObstacleReport,
    ProblemStatement,
    Publication,
)
from tests.factories import obstacles as make
from tests.factories.desk import Colleague, said

pytestmark = pytest.mark.django_db

ANALYSIS = {
    "events": "Leerlingen staan in juli stil.",
    "renewal": "Stage in de zomer.",
    "involved": "Leerlingen en huizen.",
    "rule_owner": "state",
    "rule_purpose": "De regel beschermt de vrije tijd.",
    "obstacle_kind": "unclear",
    "scale": "national",
}
STATEMENT = dict.fromkeys(ProblemStatement.REQUIRED_TO_COMPLETE, "Een heldere zin.")


@pytest.fixture
def team():
    """Two of the team and a coordinator."""
    return (
        Colleague("team", first_name="Kim"),
        Colleague("team", first_name="Robin"),
        Colleague("coordinator"),
    )


def _open_case(kim: Colleague) -> tuple[ObstacleReport, ObstacleCase]:
    """Take a report, ask something, and open a case from it."""
    report = make.sent_report(email="melder@voorbeeld.example", name="Mia Melder").report
    kim.done("report_move", report.pk, "take")
    kim.done("report_move", report.pk, "ask", question="Om welke opleiding gaat het?")
    kim.done("report_move", report.pk, "reply", reply="Om de mbo-opleiding.")
    page = kim.page("report", report.pk)
    assert "Om welke opleiding gaat het?" in page
    note = page.split('name="note" value="')[1].split('"')[0]
    form = kim.press("case_new", note=note, start="1").content.decode()
    assert "Onze leerlingen mogen in de zomer geen stage lopen." in form
    kim.done("case_new", note=note, title="Stage in de zomer", origin="reported", summary="Kort.")
    return report, ObstacleCase.objects.get()


def _to_statement(kim: Colleague, robin: Colleague, case: ObstacleCase) -> None:
    """Write the analysis and the problem statement, and have it approved; the reporter hears of it."""
    kim.done("case_move", case.pk, "start_analysis")
    kim.done("analysis", case.pk, then="finish", **ANALYSIS)
    kim.done("case_move", case.pk, "state_problem")
    kim.done("statement", case.pk, then="finish", **STATEMENT)
    looked = robin.press("statement_check", case.pk, preview="1").content.decode()
    assert "Herken je dit? Over je melding" in looked and "melder@voorbeeld.example" not in looked
    robin.done("statement_check", case.pk)
    assert case.reports.get().timeline.latest("pk").type == "melding.problem_stated"
    assert case.statements.get().checked_by == robin.user


def _ask(kim: Colleague, case: ObstacleCase) -> None:
    """Choose two ministries, look at the mails, that to the reporter too, and send."""
    for code in ("ocw", "vws"):
        contact = make.ministry_contact(code, f"{code}@ministerie.example")
        values = {"ministry": contact.ministry_id, "contact": contact.pk}
        kim.done("thread_new", case.pk, reason="Maakte de regel.", question=f"Mag het, {code}?", **values)
    chosen = list(MinistryThread.objects.values_list("pk", flat=True))
    preview = kim.press("threads_send", case.pk, threads=chosen, preview="1").content.decode()
    assert "vws@ministerie.example" in preview
    assert "Een vraag van het Actie Leer Netwerk" in preview
    assert "We zijn een stap verder met je melding" in preview
    assert MinistryThread.objects.filter(state="draft").count() == 2, "looking sends nothing"
    kim.done("threads_send", case.pk, threads=chosen)
    assert MinistryThread.objects.filter(state="sent").count() == 2
    assert case.reports.get().timeline.latest("pk").type == "melding.asked_others"


def _settle(kim: Colleague, case: ObstacleCase) -> None:
    """Enter an answer, a question back and its answer, and a ministry that is not competent."""
    first, second = MinistryThread.objects.order_by("pk")
    kim.done("thread_move", case.pk, first.pk, "acknowledge")
    kim.done("thread_move", case.pk, first.pk, "ask_back", question="Om hoeveel leerlingen gaat het?")
    kim.done("thread_move", case.pk, first.pk, "answer_back", answer="Ongeveer honderd.")
    answer = {
        "stance": "follows",
        "kind": "explanation",
        "reasoning": "Het mag al.",
        "public_text": "Mag al.",
        "channel": "phone",
    }
    kim.done("thread_move", case.pk, first.pk, "answer", **answer)
    kim.done(
        "thread_move", case.pk, second.pk, "pass_on", party="other", name="De gemeente", why="Toetst dit."
    )
    put_ready = MinistryThread.objects.get(case=case, state="draft")
    assert (put_ready.question, put_ready.reason) == (
        second.question,
        f"Doorverwezen door {second.ministry}. Toetst dit.",
    )
    assert "1 keer doorverwezen" in kim.page("case", case.pk)
    kim.done("thread_move", case.pk, put_ready.pk, "withdraw", reason="De gemeente is geen partij meer.")
    side_by_side = kim.page("answers", case.pk)
    assert "Het mag al." in side_by_side
    assert "De gemeente" in side_by_side


def _decide(kim: Colleague, coordinator: Colleague, case: ObstacleCase) -> None:
    """Weigh, write the outcome, have it set, tell the reporter, and close."""
    kim.done("case_move", case.pk, "weigh")
    kim.done("outcome_new", case.pk, kind="already_allowed", reasoning="OCW zegt dat het mag.")
    assert kim.press("case_move", case.pk, "set_outcome").status_code == 403, "only the coordinator decides"
    coordinator.done("case_move", case.pk, "set_outcome")
    kim.done("case_move", case.pk, "give_feedback", message="Goed nieuws: het mag.")
    kim.done("case_move", case.pk, "close")


def _publish(kim: Colleague, robin: Colleague, coordinator: Colleague, case: ObstacleCase) -> None:
    """Write the public text, have a second person check it, and publish."""
    text = {
        "title": "Stage in de zomer",
        "situation": "S",
        "obstacle": "O",
        "problem": "P",
        "outcome": "Mag.",
    }
    kim.done("publication", case.pk, **text)
    kim.done("publication_move", case.pk, "show_reporter")
    report = case.reports.get()
    reading.react(report, "yes", "", by=links.actor_for(report.secret_links.first()), now=make.NOW)
    points = [code for code, _ in CHECKLIST]
    assert kim.press("publication_move", case.pk, "approve", checklist=points).status_code == 403
    half = robin.press("publication_move", case.pk, "approve", checklist=points[:2])
    assert "Loop eerst alle punten na" in half.content.decode()
    robin.done("publication_move", case.pk, "approve", checklist=points)
    coordinator.done("publication_move", case.pk, "publish", audience="public")


def test_a_report_becomes_a_published_case(team):
    """From the queue to the site, every step by HTTP, and each one is on the timeline."""
    kim, robin, coordinator = team
    report, case = _open_case(kim)
    _to_statement(kim, robin, case)
    _ask(kim, case)
    _settle(kim, case)
    _decide(kim, coordinator, case)
    _publish(kim, robin, coordinator, case)
    case.refresh_from_db()
    report.refresh_from_db()
    assert (case.state, report.state, Publication.objects.get().state) == ("closed", "answered", "published")
    assert case.listed_at is not None
    kim.done("report_move", report.pk, "close")
    steps = set(TimelineEntry.objects.values_list("type", flat=True))
    assert {"melding.take", "casus.escalate", "ministerievraag.answer", "casus.set_outcome"} <= steps
    assert {"casus.give_feedback", "publicatie.approve", "publicatie.publish"} <= steps
    assert Delivery.objects.count() == 0, "the worker sends, not the desk"
    assert "op de site" in kim.page("case", case.pk, logboek="alles")


def test_a_public_text_is_taken_back_and_revised(team):
    """Retracting asks a reason and hides the case; revising opens the text for writing again."""
    kim, _robin, coordinator = team
    publication = make.publication(state="published")
    case = publication.case
    empty = coordinator.press("publication_move", case.pk, "retract", reason="")
    assert "Beantwoord de vraag" in empty.content.decode()
    coordinator.done(
        "publication_move",
        case.pk,
        "retract",
        reason="Iemand was herkenbaar.",
        public_reason="Er komt een nieuwe tekst.",
    )
    case.refresh_from_db()
    assert case.listed_at is None
    kim.done("publication_move", case.pk, "revise")
    kim.done("publication", case.pk, title="Nieuw", situation="S", obstacle="O", problem="P")
    publication.refresh_from_db()
    assert (publication.state, publication.title, publication.author) == ("drafting", "Nieuw", kim.user)


def test_sending_a_question_without_contact_is_refused_before_anything_goes_out(team):
    """All go or none: the page says what is missing, already when the mails are looked at."""
    kim, _robin, _coordinator = team
    case = make.case("problem_statement", assignee=kim.user)
    make.statement(case)
    ready = make.thread(case, code="vws")
    bare = MinistryThread.objects.create(
        case=case, ministry=Ministry.objects.get(code="ocw"), reason="R", question="Q"
    )
    for extra in ({"preview": "1"}, {}):
        response = kim.press("threads_send", case.pk, threads=[ready.pk, bare.pk], **extra)
        assert response.status_code == 409
        assert "Kies eerst een contactpersoon" in said(response)
    assert not MinistryThread.objects.exclude(state="draft").exists()


def test_a_case_without_a_report(team):
    """A signal of the team itself: the form starts empty and the case has no report."""
    kim, _robin, _coordinator = team
    response = kim.done("case_new", title="Zelf gevonden", origin="proactive", summary="")
    case = ObstacleCase.objects.get()
    assert response.url == reverse("rir_desk:case", args=[case.pk])
    assert "Deze casus heeft geen melding" in kim.page("case", case.pk)
