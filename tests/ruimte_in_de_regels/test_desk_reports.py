# SPDX-License-Identifier: EUPL-1.2
"""The queue of reports, and one report on screen: filters, identity, and who may what."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from netwerk import links, search
from netwerk.models import Message, Sector, Theme, TimelineEntry
from ruimte_in_de_regels.actions import reports
from ruimte_in_de_regels.models import ObstacleCase, ObstacleReport
from tests.factories import obstacles as make
from tests.factories.desk import Colleague, said
from tests.factories.people import actor

pytestmark = pytest.mark.django_db

QUEUE = "/beheer/ruimte-in-de-regels/meldingen/"


@pytest.fixture
def kim():
    """Somebody of the team."""
    return Colleague("team", first_name="Kim")


def _titles(colleague: Colleague, **query: str) -> set[str]:
    """Return the titles on the queue."""
    response = colleague.see("reports", **query)
    return {row.title for row in response.context["object_list"]}


def test_the_queue_shows_what_is_open_and_what_is_due_first(kim):
    """Closed reports stay away until asked for; the earliest term stands on top, none at the end."""
    assert reverse("ruimte_in_de_regels:report_start") in kim.page("reports"), "also when nothing is there"
    make.report("received", title="Later", due_at=date(2027, 2, 1))
    make.report("in_intake", title="Eerst", due_at=date(2026, 12, 1))
    make.report("accepted", title="Zonder", due_at=None)
    make.report("closed", title="Klaar")
    rows = kim.see("reports").context["object_list"]
    assert [row.title for row in rows] == ["Eerst", "Later", "Zonder"]
    assert _titles(kim, stand="closed") == {"Klaar"}
    assert len(_titles(kim, stand="alles")) == 4


def test_filters_on_person_theme_sector_and_text(kim):
    """Each filter keeps its own rows, and each works from the address alone."""
    theme, sector = Theme.objects.first(), Sector.objects.first()
    mine = make.report("in_intake", title="Van mij", assignee=kim.user)
    mine.themes.add(theme)
    other = make.report("in_intake", title="Van Robin", assignee=Colleague("team").user)
    other.sectors.add(sector)
    make.report("received", title="Van niemand")
    assert _titles(kim, wie="mij") == {"Van mij"}
    assert _titles(kim, wie="niemand") == {"Van niemand"}
    assert _titles(kim, wie=str(other.assignee_id)) == {"Van Robin"}
    assert _titles(kim, thema=theme.slug) == {"Van mij"}
    assert _titles(kim, sector=sector.slug) == {"Van Robin"}
    search.index_stale()
    assert _titles(kim, zoek="robin") == {"Van Robin"}
    assert _titles(kim, zoek=mine.reference) == {"Van mij"}


def test_late_leaves_out_what_waits_for_the_reporter(kim):
    """The clock stands still while a reporter is to answer, in the filter and in the cell."""
    make.report("received", title="Laat", due_at=date(2020, 1, 1))
    make.report("waiting_reporter", title="Wacht", due_at=date(2020, 1, 1))
    make.report("received", title="Nu", due_at=timezone.localdate())
    assert _titles(kim, termijn="te-laat") == {"Laat"}
    assert _titles(kim, termijn="deze-week") == {"Nu"}
    page = kim.page("reports")
    assert page.count(">Veel te laat</span>") == 1
    assert "Klok staat stil" in page
    assert page.count("1 januari 2020") == 1, "a date that moves as long as we wait is no date yet"


@pytest.mark.parametrize("query", [{"stand": "onzin"}, {"wie": "999999"}, {"thema": "x"}, {"ordering": "x"}])
def test_an_address_that_makes_no_sense_still_opens(kim, query):
    """A made-up filter or order shows the open reports, never an error."""
    make.report("received", title="Open")
    make.report("closed", title="Klaar")
    assert _titles(kim, **query) == {"Open"}


def test_the_order_can_be_turned(kim):
    """The links in the head sort, and rows without a term stay last both ways."""
    make.report("received", title="A", due_at=date(2026, 12, 1))
    make.report("received", title="B", due_at=date(2026, 12, 2))
    make.report("accepted", title="C", due_at=None)
    rows = kim.see("reports", ordering="-termijn").context["object_list"]
    assert [row.title for row in rows] == ["B", "A", "C"]


@pytest.mark.parametrize("rows", [1, 25])
def test_the_queue_asks_no_more_than_fourteen_queries(kim, rows, django_assert_max_num_queries):
    """With one row and with a full page alike."""
    for number in range(rows):
        report = make.report("received", assignee=kim.user if number % 2 else None)
        report.themes.set(Theme.objects.all()[:2])
        report.sectors.set(Sector.objects.all()[:2])
    kim.see("reports")
    with django_assert_max_num_queries(14):
        kim.see("reports")


def test_pages_by_number(kim):
    """Twenty-six reports make two pages; the second keeps the filters in its links."""
    for number in range(26):
        make.report("received", title=f"Melding {number:02d}")
    search.index_stale()
    first = kim.page("reports", zoek="melding")
    assert "26 gevonden" in first
    assert "zoek=melding&amp;pagina=2" in first
    assert len(_titles(kim, zoek="melding", pagina="2")) == 1


def test_html_in_a_title_stays_text(kim):
    """What a reporter types is shown as typed, in the queue, on the screen and in the log."""
    evil = "<script>alert(1)</script>"
    report = make.report("in_intake", title=evil, story=evil)
    for page in (kim.page("reports"), kim.page("report", report.pk)):
        assert evil not in page
        assert "&lt;script&gt;alert(1)" in page


def test_the_ordinary_screen_never_tells_who_reported(kim):
    """Name, address and organisation stay away; only whether the reporter can be reached shows."""
    report = make.sent_report(
        email="mia@voorbeeld.example", name="Mia Melder", organisation_name="Huize Herkenbaar"
    ).report
    page = kim.page("report", report.pk)
    assert "Per mail" in page
    for secret in ("Mia", "mia@voorbeeld.example", "Huize Herkenbaar"):
        assert secret not in page
        assert secret not in kim.page("report_identity", report.pk)


def test_identity_opens_by_a_post_with_a_reason_that_is_written_down(kim):
    """Without a reason nothing shows; with one the identity is in that answer only, and logged."""
    report = make.sent_report(email="mia@voorbeeld.example", name="Mia Melder").report
    empty = kim.press("report_identity", report.pk, reason="")
    assert "Mia" not in empty.content.decode()
    assert not TimelineEntry.objects.filter(type="melding.identity_opened").exists()
    response = kim.press("report_identity", report.pk, reason="Bellen over de vraag")
    assert response.status_code == 200
    assert "Mia Melder" in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
    entry = TimelineEntry.objects.get(type="melding.identity_opened")
    assert (entry.actor, entry.data["reason"]) == (kim.user, "Bellen over de vraag")
    assert "Mia" not in kim.page("report", report.pk)
    case = make.case("signal")
    called = make.sent_report(phone="0612345678").report
    ObstacleReport.objects.filter(pk=called.pk).update(state="accepted", case=case)
    for page in (kim.page("report", called.pk), kim.page("case", case.pk)):
        assert "Per telefoon" in page and "0612345678" not in page, (
            "who to call is known, the number is asked"
        )


def test_an_anonymous_report_says_so(kim):
    """There is nobody to show; that somebody looked is written down all the same."""
    report = make.report("received")
    response = kim.press("report_identity", report.pk, reason="Bellen")
    assert "anoniem" in response.content.decode()
    assert TimelineEntry.objects.filter(type="melding.identity_opened").count() == 1


def test_a_report_joins_a_case_that_takes_reports(kim):
    """The choice holds the cases that still take reports, and no other."""
    report = make.report("in_intake")
    open_case, closed_case = make.case("signal"), make.case("closed")
    page = kim.page("report_to_case", report.pk)
    assert open_case.reference in page
    assert closed_case.reference not in page
    assert kim.press("report_to_case", report.pk, case=closed_case.pk).status_code == 200
    kim.done("report_to_case", report.pk, case=open_case.pk)
    report.refresh_from_db()
    assert (report.state, report.case) == ("accepted", open_case)


def test_refer_and_withdraw(kim):
    """Referring asks both the desk and the reason; withdrawing for the reporter asks none."""
    report = make.report("in_intake")
    response = kim.press("report_move", report.pk, "refer", next_desk="", reason="Zij gaan erover.")
    assert "Zij gaan erover." in response.content.decode()
    kim.done("report_move", report.pk, "refer", next_desk="Gemeente", reason="Zij gaan erover.")
    steps = [(step.label, step.phase) for step in kim.see("report", report.pk).context_data["track"]]
    assert ("Doorverwezen", "now") in steps
    assert "In een casus" not in dict(steps), "it was never in a case"
    other = make.report("in_intake")
    kim.done("report_move", other.pk, "withdraw", reason="")
    states = ObstacleReport.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["referred", "withdrawn"]


def test_the_team_writes_to_one_reporter_or_to_all_of_a_case_at_any_time(kim):
    """Also long after intake, without a move: the mail can be looked at first and holds no word of it; the
    reporter reads it behind the link; who took the report back is left alone, and what was typed stays."""
    case = make.case("escalated", assignee=kim.user)
    sent = make.sent_report(email="mia@voorbeeld.example")
    other, gone = make.report("merged", case), make.report("withdrawn", case)
    ObstacleReport.objects.filter(pk=sent.report.pk).update(state="accepted", case=case)
    words = "We spreken volgende week iemand van het ministerie."
    assert "Stuur een bericht" in kim.page("report", sent.report.pk)
    empty = kim.press("report_tell", sent.report.pk, message="")
    assert "Beantwoord de vraag" in empty.content.decode()
    looked = kim.press("report_tell", sent.report.pk, message=words, preview="1")
    (preview,) = looked.context["previews"]
    assert "mia@" not in preview.to and "ministerie" not in preview.body
    assert words in looked.content.decode(), "what was typed stays"
    kim.done("report_tell", sent.report.pk, message=words)
    reader = Client()
    assert words in reader.post(f"/l/{links.token_for(sent.link)}/", follow=True).content.decode()
    assert "Stuur alle melders een bericht" in kim.page("case", case.pk)
    kim.done("case_tell", case.pk, message="Het duurt nog even.")
    told = Message.objects.filter(text="Het duurt nog even.").values_list("dossier", flat=True)
    assert set(told) == {sent.report.pk, other.pk}
    assert "Stuur een bericht" not in kim.page("report", gone.pk)
    refused = kim.press("report_tell", gone.pk, message=words)
    assert "trok deze melding in" in refused.content.decode() and words in refused.content.decode()


def test_assign_and_rename(kim):
    """A colleague from the list gets the report; somebody outside the team is not on it."""
    report, robin = make.report("in_intake"), Colleague("team")
    kim.done("report_assign", report.pk, to=robin.user.pk)
    kim.done("report_rename", report.pk, title="Beter")
    report.refresh_from_db()
    assert (report.assignee, report.title) == (robin.user, "Beter")
    outsider = Colleague("redacteur")
    assert kim.press("report_assign", report.pk, to=outsider.user.pk).status_code == 200
    report.refresh_from_db()
    assert report.assignee == robin.user


def test_a_second_press_on_the_same_button_is_told_so(kim):
    """Two colleagues take the same report: the second one hears that somebody was first."""
    report = make.report("received")
    robin = Colleague("team")
    seen = report.version
    kim.done("report_move", report.pk, "take", seen=seen)
    response = robin.done("report_move", report.pk, "take", seen=seen)
    assert "Iemand anders heeft dit net gewijzigd" in said(response)
    report.refresh_from_db()
    assert report.assignee == kim.user


@pytest.mark.parametrize("note", ["", "gerommel", "a:b:c"])
def test_a_forged_note_opens_no_case_from_a_report(kim, note):
    """The note that carries the report is signed: without it there is no report, a forged one is a 400."""
    report = make.report("in_intake")
    response = kim.press("case_new", note=note, title="T", origin="reported", summary="")
    report.refresh_from_db()
    assert report.state == "in_intake"
    assert response.status_code == (302 if note == "" else 400)
    assert ObstacleCase.objects.count() == (1 if note == "" else 0)


def test_who_may_not_gets_a_403_and_what_is_not_there_a_404(kim, client):
    """An editor is refused everywhere, a visitor logs in first, a forged number is not found."""
    report = make.report("received")
    editor = Colleague("redacteur")
    for name, args in (("reports", ()), ("report", (report.pk,)), ("report_identity", (report.pk,))):
        assert editor.see(name, *args).status_code == 403
        answer = client.get(reverse(f"rir_desk:{name}", args=args))
        assert (answer.status_code, answer.url.split("?")[0]) == (302, "/account/login/")
    assert editor.press("report_move", report.pk, "take").status_code == 403
    assert kim.see("report", 999_999).status_code == 404
    assert kim.see("report", make.case().pk).status_code == 404
    assert kim.press("report_move", report.pk, "onzin").status_code == 404
    assert "Ruimte in de Regels" not in editor.get("/beheer/").content.decode()
    assert "Ruimte in de Regels" in kim.get("/beheer/").content.decode()


def test_the_first_page_of_the_admin_says_what_waits(kim):
    """Who logs in reads what is theirs, what of it is late and what is nobody's, each with its list; who
    belongs to no team reads none of it."""
    make.report("in_intake", assignee=kim.user, due_at=date(2020, 1, 1))
    make.report("waiting_reporter", assignee=kim.user, due_at=date(2020, 1, 1))
    make.report("received")
    make.report("closed", assignee=kim.user)
    page = kim.get("/beheer/").content.decode()
    numbers = page.split('id="werk-1"')[1].split("</ul>")[0]
    shown = re.findall(r'<b>(\d)</b> <a href="([^"]*)">', numbers)
    queue = reverse("rir_desk:reports")
    assert shown == [
        ("2", f"{queue}?wie=mij"),
        ("1", f"{queue}?wie=mij&amp;termijn=te-laat"),
        ("1", f"{queue}?wie=niemand"),
    ]
    assert "Jouw werk" not in Colleague("redacteur").get("/beheer/").content.decode()


def test_a_plain_move_is_never_a_get(kim):
    """Opening the address of a button changes nothing and goes back to the screen."""
    report = make.report("received")
    response = kim.see("report_move", report.pk, "take")
    assert response.status_code == 302
    report.refresh_from_db()
    assert report.state == "received"


def test_the_days_of_waiting_for_the_reporter_are_given_back():
    """The clock stood still: a reply after a week moves the term a week on."""
    report = make.report("in_intake", due_at=date(2026, 12, 1))
    team = actor("team")
    reports.ask(report, "Welke opleiding?", by=team, now=make.NOW)
    reports.reply(report, "Mbo.", by=team, now=make.NOW + timedelta(days=7))
    report.refresh_from_db()
    assert report.due_at == date(2026, 12, 8)


def test_the_team_goes_on_without_an_answer_that_does_not_come(kim):
    """Proves that a report never stays stuck at a question that nobody answers: the team goes on, with a term
    again, and both the team and the reporter read that it did."""
    sent = make.sent_report(email="mia@voorbeeld.example")
    kim.done("report_move", sent.report.pk, "take")
    kim.done("report_move", sent.report.pk, "ask", question="Wie zei dat?")
    waiting = kim.page("report", sent.report.pk)
    assert "Ga verder zonder antwoord" in waiting and "We hopen op antwoord voor" in waiting
    assert "Leg het antwoord vast" in waiting, "the team answers for the reporter, not itself"
    assert "Niet ingevuld door de melder: " in waiting
    assert Colleague("lid").press("report_move", sent.report.pk, "go_on").status_code == 403
    kim.done("report_move", sent.report.pk, "go_on")
    report = ObstacleReport.objects.get(pk=sent.report.pk)
    assert report.state == "in_intake" and report.due_at is not None
    told = "We gingen verder zonder antwoord op onze vraag."
    assert told in kim.page("report", report.pk)
    reader = Client()
    assert told in reader.post(f"/l/{links.token_for(sent.link)}/", follow=True).content.decode()
