# SPDX-License-Identifier: EUPL-1.2
"""Reports: sent once, kept apart from who sent them, asked, joined, referred, withdrawn, answered."""

import threading
from datetime import date, timedelta

import pytest
from django.db import connection

from netwerk import links
from netwerk.access import SYSTEM, Actor, NotPermitted
from netwerk.models import Attachment, Contact, Message, Region, Sector, Theme, TimelineEntry
from netwerk.perform import NotNow
from netwerk.tasks import forget_by_retention
from netwerk.timeline import REPORTER, codes_for
from netwerk.uploads import CleanFile, stage
from ruimte_in_de_regels import access
from ruimte_in_de_regels.actions import drafts, reports
from ruimte_in_de_regels.models import ObstacleReport, ReportDraft, ReporterIdentity
from tests.factories import obstacles as make
from tests.factories.people import actor

pytestmark = pytest.mark.django_db


def holder(sent):
    return links.actor_for(sent.link)


def test_a_report_gets_reference_deadline_and_first_entry():
    """Reference RR-year-number; first contact within five working days; "sent" on the timeline."""
    report = make.sent_report().report
    assert report.reference == "RR-2026-0001"
    assert report.due_at == date(2026, 11, 30)
    assert report.title == "Onze leerlingen mogen in de zomer geen stage lopen."
    assert [entry.type for entry in report.timeline.all()] == ["melding.sent"]


def test_all_answers_arrive():
    """Sector, region, themes and every field of the form are stored where the team reads them."""
    sector, region = Sector.objects.first(), Region.objects.get(slug="landelijk")
    themes = list(Theme.objects.all()[:2])
    sent = make.sent_report(
        effect="Niets", rule_kind="law", people=12, sector=sector, region=region, themes=themes
    )
    report = ObstacleReport.objects.get(pk=sent.report.pk)
    assert (report.effect, report.rule_kind, report.people) == ("Niets", "law", 12)
    assert list(report.sectors.all()) == [sector]
    assert list(report.regions.all()) == [region]
    assert list(report.themes.all()) == themes
    assert report.privacy_accepted_at == make.NOW


def test_who_reported_stands_only_in_the_identity_table():
    """Name, address, phone and organisation are in no column of the report or its timeline."""
    secrets = {
        "name": "Noor Geheim",
        "email": "noor@geheim.example",
        "phone": "0612345678",
        "organisation_name": "Huis Geheim",
    }
    report = make.sent_report(**secrets).report
    stored = str(ObstacleReport.objects.filter(pk=report.pk).values().get())
    stored += str(list(report.timeline.values()))
    for value in secrets.values():
        assert value not in stored
    identity = ReporterIdentity.objects.select_related("contact").get(report=report)
    assert (identity.contact.name, identity.organisation_name) == ("Noor Geheim", "Huis Geheim")


def test_an_anonymous_report_has_no_identity_and_a_link():
    """Somebody who says nothing about themselves leaves no contact, and can follow by link."""
    sent = make.sent_report()
    assert not Contact.objects.exists()
    assert not ReporterIdentity.objects.exists()
    assert links.find(links.token_for(sent.link), make.NOW).dossier_id == sent.report.pk


def test_sending_twice_finds_the_first():
    """The same draft gives the same report and the same link, and one entry on the timeline."""
    draft = drafts.start_draft(make.NOW)
    first = make.sent_report(draft=draft)
    second = make.sent_report(draft=draft)
    assert (first.report.pk, first.link.pk) == (second.report.pk, second.link.pk)
    assert ObstacleReport.objects.count() == 1
    assert TimelineEntry.objects.count() == 1


def test_the_draft_is_emptied_when_its_report_is_sent():
    """What was typed stays in one place: the report."""
    draft = drafts.start_draft(make.NOW)
    drafts.keep_answers(draft, 1, {"story": "Iets"}, make.NOW)
    make.sent_report(draft=draft, email="noor@geheim.example")
    assert ReportDraft.objects.get(pk=draft.pk).answers == {}


def test_files_of_the_draft_go_along():
    """A file of the draft becomes the report's, readable for its reporter."""
    draft = drafts.start_draft(make.NOW)
    stage(CleanFile("brief.pdf", "application/pdf", b"%PDF-"), draft.pk, make.NOW)
    report = make.sent_report(draft=draft).report
    file = Attachment.objects.get()
    assert (file.dossier_id, file.staged_for, file.audience) == (report.pk, None, "reporter")


@pytest.mark.django_db(transaction=True)
@pytest.mark.both
def test_the_same_draft_sent_at_once_makes_one_report():
    """Four requests with one draft at the same moment: one report, everybody gets its reference."""
    draft = drafts.start_draft(make.NOW)
    references: list[str] = []
    ready = threading.Barrier(4)

    def send():
        try:
            ready.wait(10)
            references.append(reports.send_report(draft, make.answers(), make.NOW).report.reference)
        finally:
            connection.close()

    workers = [threading.Thread(target=send) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(30)
    assert len(references) == 4
    assert len(set(references)) == 1
    assert ObstacleReport.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.both
def test_many_reports_at_once_each_stored_once_with_its_own_reference():
    """Twenty visitors send at the same time: twenty reports, twenty consecutive references."""
    ready = threading.Barrier(4)
    failures: list[Exception] = []

    def send():
        try:
            ready.wait(10)
            for _ in range(5):
                make.sent_report()
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    workers = [threading.Thread(target=send) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert failures == []
    references = sorted(ObstacleReport.objects.values_list("reference", flat=True))
    assert references == [f"RR-2026-{number:04d}" for number in range(1, 21)]


def test_taking_makes_it_mine_and_sets_the_term_of_the_decision():
    """The adviser who takes a report has it; the decision is due ten working days after it came in."""
    report, adviser = make.report(), actor("team")
    taken = reports.take(report, by=adviser, now=make.NOW).subject
    assert (taken.assignee, taken.due_at) == (adviser.user, date(2026, 12, 7))


def test_question_and_answer_are_messages_between_two_sides():
    """The team asks, the reporter answers by link; a stranger's link cannot."""
    sent = make.sent_report()
    reports.take(sent.report, by=actor("team"), now=make.NOW)
    reports.ask(sent.report, "Wie zei dat?", by=actor("team"), now=make.NOW)
    stranger = holder(make.sent_report())
    with pytest.raises(NotPermitted, match="niet jouw melding"):
        reports.reply(sent.report, "Ik niet", by=stranger, now=make.NOW)
    done = reports.reply(sent.report, "De school.", by=holder(sent), now=make.NOW)
    assert done.subject.state == "in_intake"
    said = [(message.side, message.author_label, message.text) for message in sent.report.messages.all()]
    assert said == [("team", "Netwerkteam", "Wie zei dat?"), ("other", "Melder", "De school.")]


def test_a_question_needs_somebody_who_can_read_it():
    """A report without any link cannot be asked; the reason says so."""
    report = make.report("in_intake")
    report.secret_links.all().delete()
    with pytest.raises(NotNow, match="geen link"):
        reports.ask(report, "Hoe?", by=actor("team"), now=make.NOW)
    assert not Message.objects.exists()


def test_the_first_report_is_accepted_and_the_next_ones_join():
    """One case, three reports: the first is accepted, the others are merged with it."""
    case, team = make.case("context_analysis"), actor("team")
    three = [make.report("in_intake") for _ in range(3)]
    states = [reports.add_to_case(report, case, by=team, now=make.NOW).subject.state for report in three]
    assert states == ["accepted", "merged", "merged"]
    assert case.reports.count() == 3
    assert case.timeline.filter(type="casus.report_added").count() == 3


@pytest.mark.parametrize("state", ["outcome_set", "feedback", "monitoring", "closed"])
def test_a_decided_case_takes_no_more_reports(state):
    """A report cannot slip into a case whose outcome is known; it keeps its own state."""
    report = make.report("in_intake")
    with pytest.raises(NotNow, match="neemt geen meldingen meer aan"):
        reports.add_to_case(report, make.case(state), by=actor("team"), now=make.NOW)
    report.refresh_from_db()
    assert (report.state, report.case) == ("in_intake", None)


def test_referring_names_the_desk_and_tells_the_reporter_why():
    """The next desk is kept, and the reason is a message for the reporter."""
    report = make.report("in_intake")
    done = reports.refer(
        report, "De klachtenfunctionaris", "Dit is een klacht.", by=actor("team"), now=make.NOW
    )
    assert (done.subject.state, done.subject.next_desk) == ("referred", "De klachtenfunctionaris")
    assert report.messages.get().text == "Dit is een klacht."


def test_the_reporter_withdraws_with_or_without_a_reason():
    """A withdrawn report stops; the reason, when given, reaches the team."""
    with_reason, without = make.sent_report(), make.sent_report()
    reports.withdraw(with_reason.report, "Het is al opgelost.", by=holder(with_reason), now=make.NOW)
    reports.withdraw(without.report, "", by=holder(without), now=make.NOW)
    assert with_reason.report.messages.get().side == "other"
    assert not without.report.messages.exists()
    with pytest.raises(NotNow):
        reports.withdraw(without.report, "", by=holder(without), now=make.NOW)


def test_opening_the_identity_is_logged_with_the_reason():
    """Who looks, says why; both stand on the timeline, for the team only."""
    report, team = make.sent_report(name="Noor Geheim").report, actor("team")
    identity = reports.open_identity(report, "Ik wil bellen.", by=team, now=make.NOW)
    assert identity.contact.name == "Noor Geheim"
    entry = report.timeline.get(type="melding.identity_opened")
    assert (entry.actor, entry.data["reason"]) == (team.user, "Ik wil bellen.")
    assert entry.type not in codes_for(REPORTER)
    assert "Noor" not in str(entry.data)


@pytest.mark.parametrize("role", ["lid", "redacteur", "ambassadeur", "beheerder"])
def test_who_may_not_see_the_identity(role):
    """Editors, ambassadors and administrators have no business with who reported; nothing is logged."""
    report = make.sent_report(name="Noor Geheim").report
    with pytest.raises(NotPermitted):
        reports.open_identity(report, "Nieuwsgierig", by=actor(role), now=make.NOW)
    assert not report.timeline.filter(type="melding.identity_opened").exists()


def test_an_anonymous_report_shows_no_identity():
    """Opening is logged all the same, and gives nothing."""
    report = make.sent_report().report
    assert reports.open_identity(report, "Even kijken", by=actor("team"), now=make.NOW) is None
    assert report.timeline.filter(type="melding.identity_opened").count() == 1


def test_the_rule_and_the_filter_say_the_same():
    """For every actor and every report: reporter_or_team agrees with reports_q."""
    sent = [make.sent_report() for _ in range(3)]
    actors = [
        Actor("visitor", "Bezoeker"),
        SYSTEM,
        *(actor(role) for role in ("lid", "redacteur", "ambassadeur", "team", "coordinator", "beheerder")),
        *(holder(one) for one in sent),
    ]
    for by in actors:
        visible = set(ObstacleReport.objects.visible_to(by).values_list("pk", flat=True))
        ruled = {one.report.pk for one in sent if access.reporter_or_team(by, one.report)}
        assert visible == ruled, by


def test_stale_drafts_go_with_their_files_and_fresh_ones_stay():
    """Eight days of silence remove a draft and its files, not its report; a day less keeps it."""
    sent = make.sent_report(make.NOW - timedelta(days=30))
    old = drafts.start_draft(make.NOW - timedelta(days=8))
    kept = drafts.start_draft(make.NOW - timedelta(days=7))
    for draft in (old, kept):
        stage(CleanFile("brief.pdf", "application/pdf", b"%PDF-"), draft.pk, make.NOW)
    forget_by_retention(make.NOW)
    assert list(ReportDraft.objects.all()) == [kept]
    assert Attachment.objects.get().staged_for == kept.pk
    assert ObstacleReport.objects.filter(pk=sent.report.pk).exists()


@pytest.mark.parametrize("key", ["", None, "geen-uuid", "00000000-0000-0000-0000-000000000000"])
def test_a_forged_draft_key_finds_nothing(key):
    """Whatever stands in a session that is no draft, finds none."""
    assert drafts.find_draft(key, make.NOW) is None


def test_sending_a_report_stays_within_its_query_budget(django_assert_max_num_queries):
    """A named report with sector, region and themes takes at most 14 statements (P7)."""
    make.sent_report()  # the counter of the year exists
    draft = drafts.start_draft(make.NOW)
    given = make.answers(
        email="noor@geheim.example",
        sector=Sector.objects.first(),
        region=Region.objects.first(),
        themes=list(Theme.objects.all()[:2]),
    )
    with django_assert_max_num_queries(13 + 2):  # the savepoint of the test's own transaction counts twice
        reports.send_report(draft, given, make.NOW)
