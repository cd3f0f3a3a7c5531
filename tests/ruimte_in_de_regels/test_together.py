# SPDX-License-Identifier: EUPL-1.2
"""Two colleagues, or fifty reporters, at the same moment: one wins, the other hears it, nothing is lost."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from netwerk import invariants, links
from netwerk.access import SYSTEM
from netwerk.models import OutboxEvent, TimelineEntry
from netwerk.perform import NotNow
from ruimte_in_de_regels.actions import (
    cases,
    drafts,
    gather,
    promises,
    publications,
    reports,
    threads,
    weighing,
)
from ruimte_in_de_regels.models import MinistryAnswer, ObstacleReport
from tests.factories import obstacles as make
from tests.factories.people import actor

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]

DONE = "done"
SENDERS = 50
LONG = 30
"""Seconds after which somebody waits for ever."""


def at_once(*attempts):
    """Let everybody begin at the same moment. Returns of each what came of it, in the same order."""
    start = threading.Barrier(len(attempts))

    def go(attempt):
        try:
            start.wait(LONG)
            return attempt() or DONE
        except NotNow as refusal:
            return str(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(attempts)) as pool:
        return [future.result(LONG) for future in [pool.submit(go, attempt) for attempt in attempts]]


def one_of(outcomes, *refusals):
    """Assert that one won and the other read one of these. Returns the place of who won."""
    assert sorted(outcome == DONE for outcome in outcomes) == [False, True], outcomes
    assert [outcome for outcome in outcomes if outcome != DONE][0] in refusals, outcomes
    return outcomes.index(DONE)


def told(dossier, *types):
    """Return how often the timeline tells any of these."""
    return TimelineEntry.objects.filter(dossier_id=dossier.pk, type__in=types).count()


def quietly(action, *args, **who):
    """Return an attempt that does something and keeps what came of it to itself."""

    def attempt():
        action(*args, **who, now=make.NOW)

    return attempt


def test_two_colleagues_do_the_same_at_once():
    """Proves of taking, withdrawing, answering and closing: one wins, the other reads how it stands now."""
    one, two = actor("team"), actor("team")
    report = make.report()
    won = one_of(
        at_once(quietly(reports.take, report, by=one), quietly(reports.take, report, by=two)),
        "Dit kan niet meer: de status is nu ‘In intake’.",
    )
    report.refresh_from_db()
    assert (report.assignee, told(report, "melding.take")) == ((one.user, two.user)[won], 1)

    thread = make.thread(state="sent")
    answers = [
        {"stance": stance, "kind": "explanation", "reasoning": stance}
        for stance in ("follows", "not_followed")
    ]
    won = one_of(
        at_once(*(quietly(threads.answer, thread, given, by=one) for given in answers)),
        "Deze vraag is al beantwoord of ingetrokken.",
    )
    answer = MinistryAnswer.objects.get(thread=thread)
    assert answer.reasoning == answers[won]["reasoning"], "the answer that counts is the winner's, whole"
    assert told(thread.case, "ministerievraag.answer") == 1

    case = make.case("feedback")
    closing = [quietly(cases.move, case, "close", {}, by=by) for by in (one, two)]
    one_of(at_once(*closing), "Dit kan niet meer: de status is nu ‘Gesloten’.")
    assert told(case, "casus.close") == 1
    assert invariants.check([report.pk, case.pk]) == []


def test_two_coordinators_publish_and_settle_at_once():
    """Proves of publishing, taking back and keeping a promise: one wins, and followers hear of it once."""
    one, two = actor("coordinator"), actor("coordinator")
    text = make.publication(state="approved")
    publishing = [quietly(publications.publish, text, "public", by=by) for by in (one, two)]
    one_of(at_once(*publishing), "Dit kan niet meer: de status is nu ‘Gepubliceerd’.")
    assert told(text.case, "publicatie.publish") == 1
    taking_back = [
        quietly(publications.retract, text, reason, "Er stond iets fout.", by=one) for reason in ("a", "b")
    ]
    one_of(at_once(*taking_back), "Dit kan niet meer: de status is nu ‘Ingetrokken’.")
    promise = make.promise()
    keeping = [quietly(promises.keep, promise, result, by=one) for result in ("De regel.", "Iets anders.")]
    won = one_of(at_once(*keeping), "Dit kan niet meer: de status is nu ‘Nagekomen’.")
    promise.refresh_from_db()
    assert promise.result == ("De regel.", "Iets anders.")[won]
    assert told(promise.case, "toezegging.keep") == 1


def test_two_replies_of_one_party_at_once():
    """Proves that of two people with a link to one joint question the first reply stays whole."""
    case = make.case("weighing_answers")
    asked = [make.thread(case, "answered", code) for code in ("ocw", "vws")]
    new = weighing.NewJointQuestion("Wie heeft gelijk?", make.NOW.date(), asked)
    joint = weighing.ask_jointly(case, new, by=actor("team"), now=make.NOW)
    reply = joint.replies.get(thread=asked[0])
    texts = ("Wij.", "Zij.")
    writing = [quietly(weighing.reply_jointly, reply, text, by=actor("team")) for text in texts]
    won = one_of(at_once(*writing), "Jullie antwoord is al binnen. Het verandert niet meer.")
    reply.refresh_from_db()
    assert reply.text == texts[won]
    assert told(case, "ministerievraag.joint_replied") == 1


def test_two_links_answer_at_once_and_one_answer_counts():
    """Proves of two people of one ministry with a link each: one answer is sent, whole; the other reads
    that it was answered; and that a chasing beat at the same moment does nothing twice."""
    thread = make.thread(state="sent")
    first = links.actor_for(make.thread_link(thread))
    colleague = threads.forward(
        thread, threads.Colleague("Cas", "cas@ministerie.example"), by=first, now=make.NOW
    )
    own = links.make_link(
        "ministerie", thread.case, contact=colleague.contact, part=first.link.part, now=make.NOW
    )
    holders = (first, links.actor_for(own))
    answers = [
        {"stance": stance, "kind": "explanation", "reasoning": stance} for stance in ("follows", "explains")
    ]
    won = one_of(
        at_once(
            *(
                quietly(threads.answer, thread, given, by=by)
                for given, by in zip(answers, holders, strict=True)
            )
        ),
        "Deze vraag is al beantwoord of ingetrokken.",
    )
    assert MinistryAnswer.objects.get(thread=thread).reasoning == answers[won]["reasoning"]
    assert told(thread.case, "ministerievraag.answer") == 1
    waiting = make.thread(
        make.case("escalated"), "expired", "vws", due_at=make.NOW.date() - timedelta(days=1)
    )
    chased = at_once(*[quietly(threads.chase, waiting, "pressed", by=SYSTEM)] * 2)
    one_of(chased, "Dit is al gedaan, of niet meer nodig.")
    assert told(waiting.case, "ministerievraag.pressed") == 1


def test_an_answer_comes_while_the_term_passes():
    """Proves that an answer at the moment of expiry is kept: it comes first and nothing expires, or it comes
    just after and is still welcome."""
    thread = make.thread(state="sent", due_at=make.NOW.date() - timedelta(days=1))
    given = {"stance": "follows", "kind": "explanation", "reasoning": "Het mag."}
    by = links.actor_for(make.thread_link(thread))
    answered, expired = at_once(
        quietly(threads.answer, thread, given, by=by), quietly(threads.expire, thread, by=SYSTEM)
    )
    thread.refresh_from_db()
    assert (answered, thread.state) == (DONE, "answered")
    assert expired in (DONE, "Dit kan niet meer: de status is nu ‘Beantwoord’.")
    assert told(thread.case, "ministerievraag.expire") == (expired == DONE)
    assert invariants.check([thread.case_id]) == []


def test_taking_and_withdrawing_at_once():
    """Proves that a report that is taken and taken back at the same moment ends withdrawn."""
    report, team = make.report(), actor("team")
    taken, withdrawn = at_once(
        quietly(reports.take, report, by=team), quietly(reports.withdraw, report, "Opgelost.", by=team)
    )
    report.refresh_from_db()
    assert (withdrawn, report.state, report.due_at) == (DONE, "withdrawn", None)
    assert taken in (DONE, "Dit kan niet meer: de status is nu ‘Ingetrokken’.")
    assert told(report, "melding.take") == (taken == DONE)
    assert [message.text for message in report.messages.all()] == ["Opgelost."]


def test_one_case_merged_into_two_others_at_once():
    """Proves that its reports and its closing end in one of the two, and that nobody waits for ever."""
    case, goals, team = make.case(), (make.case(), make.case()), actor("team")
    moving = {make.report("accepted", case).pk for _ in range(2)}
    won = one_of(
        at_once(*(quietly(gather.merge_cases, case, goal, by=team) for goal in goals)),
        "Dit kan niet meer: de status is nu ‘Gesloten’.",
    )
    case.refresh_from_db()
    assert (case.state, case.merged_into_id) == ("closed", goals[won].pk)
    assert set(goals[won].reports.values_list("pk", flat=True)) == moving
    assert [told(goal, "casus.merged_in") for goal in goals] == [1 - won, won]
    assert told(case, "casus.merge_into") == 1


def test_a_report_that_comes_while_its_case_is_merged_or_closed():
    """Proves that a report is never left in a case that closed under it: it joins before, or hears no."""
    case, goal, team = make.case(), make.case(), actor("team")
    report = make.report("in_intake")
    joined, merged = at_once(
        quietly(reports.add_to_case, report, case, by=team), quietly(gather.merge_cases, case, goal, by=team)
    )
    report.refresh_from_db()
    assert merged == DONE
    if joined == DONE:
        assert report.case_id == goal.pk, "it came first and went along"
    else:
        assert (joined, report.case_id) == ("Deze casus neemt geen meldingen meer aan.", None)
    assert invariants.check([report.pk, case.pk, goal.pk]) == []


def test_two_reports_come_into_an_empty_case_at_once():
    """Proves that one is the first, and the other joins it: both reporters read what is true."""
    case, team = make.case(), actor("team")
    both = [make.report("in_intake") for _ in range(2)]
    assert at_once(*(quietly(reports.add_to_case, one, case, by=team) for one in both)) == [DONE, DONE]
    states = ObstacleReport.objects.filter(case=case).values_list("state", flat=True)
    assert sorted(states) == ["accepted", "merged"]


def test_fifty_reports_at_once_are_each_stored_once():
    """Proves of fifty drafts: fifty reports, numbered without a gap, each told and announced once; and of
    one draft sent fifty times: one report, of which everybody reads the reference."""
    waiting = [drafts.start_draft(make.NOW) for _ in range(SENDERS)]

    def send(draft):
        return lambda: reports.send_report(draft, make.answers(), make.NOW).report.reference

    references = at_once(*(send(draft) for draft in waiting))
    assert sorted(references) == [f"RR-2026-{number:04d}" for number in range(1, SENDERS + 1)]
    sent = TimelineEntry.objects.filter(type="melding.sent")
    assert sent.values("dossier").distinct().count() == sent.count() == SENDERS
    assert OutboxEvent.objects.filter(entry__in=sent).count() == SENDERS
    drafted = {draft.pk: reference for draft, reference in zip(waiting, references, strict=True)}
    assert dict(ObstacleReport.objects.values_list("submission_key", "reference")) == drafted

    draft = drafts.start_draft(make.NOW)
    assert set(at_once(*[send(draft)] * SENDERS)) == {f"RR-2026-{SENDERS + 1:04d}"}
    assert ObstacleReport.objects.count() == sent.count() == SENDERS + 1
    assert invariants.check() == []
