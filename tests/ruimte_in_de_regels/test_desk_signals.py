# SPDX-License-Identifier: EUPL-1.2
"""Signals, intake rules, terms, reminders, reactions, silence, the overview and the daily health mail."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from netwerk import deliveries
from netwerk.access import Actor
from netwerk.casework import health, silence
from netwerk.models import Delivery, Dossier, HealthReport, Message, SecretLink, Task, Theme
from netwerk.perform import NotNow
from ruimte_in_de_regels import tasks
from ruimte_in_de_regels.actions import drafts, reactions, reports
from ruimte_in_de_regels.models import DeskTerms, IntakeRule, ObstacleCase, ObstacleReport, Reaction
from tests.factories import obstacles as make
from tests.factories.desk import Colleague
from tests.factories.people import actor, user

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim():
    """Somebody of the team."""
    return Colleague("team", first_name="Kim")


def references(dossiers):
    """Return the references of dossiers."""
    return {one.reference for one in dossiers}


def test_a_signal_of_the_network_itself_has_its_own_list(kim):
    """A signal keeps where it came from, stands in the list of signals, and leaves it when work begins."""
    page = kim.page("signal_new")
    assert "Zelf gevonden" in page and "Gemeld" not in page
    values = {"title": "Oude eis in een formulier", "origin": "partner", "source": "Brief van een partner"}
    kim.done("signal_new", **values)
    signal = ObstacleCase.objects.get()
    assert (signal.state, signal.origin, signal.assignee) == ("signal", "partner", kim.user)
    make.case("signal")  # from a report
    rows = kim.see("signals").context["object_list"]
    assert references(rows) == {signal.reference}
    assert "Brief van een partner" in kim.page("signals")
    assert "Brief van een partner" in kim.page("case", signal.pk)
    kim.done("case_move", signal.pk, "start_analysis")
    assert not kim.see("signals").context["object_list"]


def test_a_new_report_goes_to_its_handler_by_the_first_rule_that_fits(kim, django_assert_max_num_queries):
    """Rules in order, all parts must fit; what came in is told, mailed, and can be tried beforehand."""
    robin, theme = user("team", first_name="Robin"), Theme.objects.first()
    gone = user("lid", first_name="Weg")
    coordinator = Colleague("coordinator")
    rule = {"active": "on", "domain": "", "theme": "", "sector": "", "region": "", "words": ""}
    assert kim.press("rule_new").status_code == 403
    coordinator.done("rule_new", **rule | {"name": "Rest", "position": "90", "handler": kim.user.pk})
    named = {"name": "Stage", "position": "20", "theme": theme.pk, "words": "stages lopen"}
    coordinator.done("rule_new", **rule | named | {"handler": robin.pk})
    IntakeRule.objects.create(name="Oud", position=1, handler=gone)
    make.sent_report()  # the counter of the year exists
    draft = drafts.start_draft(make.NOW)
    with django_assert_max_num_queries(15 + 2):  # two of the test's own savepoint
        one = reports.send_report(draft, make.answers(themes=[theme]), make.NOW).report
    other = make.sent_report(story="Iets heel anders, over een formulier.", themes=[theme]).report
    assert (one.assignee, other.assignee) == (robin, kim.user)
    assert one.timeline.filter(type="melding.routed").get().data["rule"] == "Stage"
    while deliveries.expand_batch(make.NOW):
        pass
    assert [d.user for d in Delivery.objects.filter(notice="report-routed").order_by("pk")] == [
        kim.user,
        robin,
        kim.user,
    ]
    screen = kim.see("rules", reference=other.reference)
    tried = screen.context["judgements"]
    assert [(j.rule.name, j.fits, j.counts) for j in tried] == [
        ("Oud", False, False), ("Stage", False, False), ("Rest", True, True),
    ]  # fmt: skip
    assert "past niet, door de woorden." in screen.content.decode()
    unknown = kim.see("rules", reference="RR-1999-0001")
    assert "We vinden geen melding met dit kenmerk." in unknown.content.decode()
    assert unknown.context["judgements"] is None, "no report is no report without answers"
    assert "Rijnstreek" not in coordinator.page("rules") + coordinator.page("rule_new"), "it is no region now"
    typed = kim.see("rules", themes=str(theme.pk), story="Wij willen een stage lopen").context["judgements"]
    assert typed[1].counts and typed[2].fits
    for one_rule in IntakeRule.objects.all():
        coordinator.done("rule_drop", one_rule.pk, seen="")
    assert make.sent_report().report.assignee is None


def test_the_coordinator_sets_the_terms(kim):
    """A changed term counts from the next step on; what makes no sense is said at the field."""
    before = make.sent_report().report
    assert before.due_at == date(2026, 11, 30)
    coordinator = Colleague("coordinator")
    values = {field.name: field.default for field in DeskTerms._meta.fields if field.name != "id"}
    assert coordinator.press("terms", **values | {"first_contact": "0"}).status_code == 200
    coordinator.done("terms", **values | {"first_contact": "3", "intake": "4"})
    assert kim.see("terms").status_code == 403
    after = make.sent_report().report
    assert after.due_at == date(2026, 11, 26)
    before.refresh_from_db()
    assert before.due_at == date(2026, 11, 30), "a date that was given stays"
    taken = reports.take(after, by=actor("team"), now=make.NOW).subject
    assert taken.due_at == date(2026, 11, 27)


def test_a_reporter_is_reminded_once_and_never_left_in_silence():
    """After the term one reminder and a task; after weeks without news a message; twice adds nothing."""
    adviser = user("team")
    report = make.report("in_intake", assignee=adviser)
    reports.ask(report, "Waar was dit?", by=Actor.of(adviser), now=make.NOW)
    assert tasks.remind_reporters(make.NOW + timedelta(days=14)) == 0
    late = make.NOW + timedelta(days=23)
    assert [tasks.remind_reporters(late), tasks.remind_reporters(late + timedelta(days=1))] == [1, 0]
    assert Task.objects.get().assignee == adviser
    reports.reply(report, "In mei.", by=Actor.of(adviser), now=late)
    weeks = late + timedelta(weeks=6, days=1)
    assert references(silence._silences["no-news"].dossiers(actor("team"), weeks)) == {report.reference}
    assert [tasks.remind_reporters(weeks), tasks.remind_reporters(weeks + timedelta(days=1))] == [1, 0]
    assert Message.objects.latest("pk").text == reactions.STILL_BUSY


def test_a_reporter_says_whether_the_problem_is_recognised(kim):
    """Before a statement is approved there is nothing to say; "nee" puts one task ready, no more."""
    sent = make.sent_report()
    report, by = sent.report, Actor.holder(sent.link, "Melder")
    case = make.case("problem_statement", assignee=kim.user)
    ObstacleReport.objects.filter(pk=report.pk).update(state="accepted", case=case)
    report.refresh_from_db()
    make.statement(case, approved=False)
    with pytest.raises(NotNow):
        reactions.react(report, "yes", "", by=by, now=make.NOW)
    make.statement(case, number=2)
    reactions.react(report, "no", "Het gaat niet om de zomer.", by=by, now=make.NOW)
    page = kim.page("case", case.pk)
    assert "Het gaat niet om de zomer." in page and "Nee</b>, zegt de melder" in page
    assert Task.objects.get().assignee == kim.user
    reactions.react(report, "partly", "", by=by, now=make.NOW)
    assert Reaction.objects.get().recognises == "partly", "the last word counts"
    case.refresh_from_db()
    assert case.state == "problem_statement"


def test_the_silence_report_shows_blind_spots(kim):
    """What nobody touched, what nobody opened, what no ministry acknowledged; fresh work is in none of it."""
    now = timezone.now()
    old = now - timedelta(weeks=8)
    stuck = make.case("context_analysis")
    Dossier.objects.filter(pk=stuck.pk).update(last_news_at=old)
    unopened = make.report("accepted", make.case("escalated"))
    SecretLink.objects.filter(dossier=unopened.pk).update(created_at=old, expires_at=now + timedelta(days=9))
    Dossier.objects.filter(pk=unopened.pk).update(last_news_at=now)
    asked = make.thread(make.case("escalated"), "sent", sent_at=old)
    fresh = make.case("signal")
    Dossier.objects.exclude(pk=stuck.pk).update(last_news_at=now)
    kim.desk = "desk"
    parts = {part["silence"].code: references(part["rows"]) for part in kim.see("silence").context["parts"]}
    assert parts["stuck"] == {stuck.reference}
    assert parts["unopened"] == {unopened.reference}
    assert parts["unacknowledged"] == {asked.case.reference}
    assert not any(fresh.reference in found for found in parts.values())


@pytest.mark.parametrize("rows", [1, 12])
def test_the_overview_counts_in_a_fixed_number_of_queries(kim, rows, django_assert_max_num_queries):
    """Stock, late, idle, waiting and failed mail, in at most fifteen queries whatever there is."""
    for _ in range(rows):
        make.case("escalated", due_at=date(2020, 1, 1))
        make.report("waiting_reporter")
        Delivery.objects.create(notice="mail", channel="mail", state="dead", next_attempt_at=make.NOW,
                                created_at=make.NOW)  # fmt: skip
    kim.desk = "desk"
    kim.see("dashboard")
    with django_assert_max_num_queries(15):
        context = kim.see("dashboard").context
    boards = {board.title: board for board in context["boards"]}
    numbers = {cell.label: cell.number for cell in boards["Casus"].cells}
    assert (numbers["te laat"], numbers["daarvan veel te laat"]) == (str(rows), str(rows))
    assert [cell.number for cell in boards["Melding"].waiting] == [str(rows)]
    assert context["dead"] == str(rows)
    for cell in (*boards["Casus"].cells, *boards["Melding"].waiting):
        assert not cell.url or kim.get(cell.url).status_code == 200


def test_the_health_mail_goes_once_a_day_and_survives_a_broken_check(monkeypatch):
    """One check that breaks is named, the others still tell; a second run the same day sends nothing."""
    reader, _other = user("beheerder"), user("team")
    Delivery.objects.create(
        notice="mail", channel="mail", state="dead", next_attempt_at=make.NOW, created_at=make.NOW
    )

    def broken(now):
        raise RuntimeError("stuk")

    monkeypatch.setitem(health.CHECKS, "zoekmachine", broken)
    first = health.send_daily(make.NOW)
    assert health.send_daily(make.NOW + timedelta(hours=3)) is None
    assert health.send_daily(make.NOW + timedelta(days=1)) is not None
    assert "1 bericht kwam niet aan, ook niet na alle pogingen." in first.lines
    assert "De controle ‘zoekmachine’ lukte niet (RuntimeError)." in first.lines
    assert [one.to for one in mail.outbox] == [[reader.email]] * 2
    assert "kwam niet aan" in mail.outbox[0].body and "vragen aandacht" in mail.outbox[0].subject
    page = Colleague("coordinator").get(reverse("desk:dashboard")).content.decode()
    assert "lukte niet (RuntimeError)" in page
    assert HealthReport.objects.count() == 2
