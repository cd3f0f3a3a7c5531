# SPDX-License-Identifier: EUPL-1.2
"""Weighing answers: differences, one question to several, outcomes that last, projects that try them."""

from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from actieleren.models import LearningProject
from netwerk import links
from netwerk.access import NotPermitted
from netwerk.deliveries import deliver_due
from netwerk.models import Connection, SearchDocument
from netwerk.perform import Act, NotNow, perform
from ruimte_in_de_regels import access, tasks
from ruimte_in_de_regels.actions import cases, outcomes, weighing
from ruimte_in_de_regels.desk.weighing_forms import JointQuestionForm
from ruimte_in_de_regels.models import (
    CaseOutcome,
    Difference,
    JointReply,
    MinistryAnswer,
    ObstacleCase,
)
from ruimte_in_de_regels.silence import SILENCES
from tests.access.world import browser_of, holder_of
from tests.factories import obstacles as make
from tests.factories.people import actor, user

pytestmark = pytest.mark.django_db
NOW = make.NOW


def answered(case, code, stance="follows", kind="explanation"):
    """A party that answered."""
    thread = make.thread(case, "answered", code, settled_at=NOW - timedelta(days=30))
    MinistryAnswer.objects.create(
        thread=thread, stance=stance, kind=kind, reasoning=f"{code} vindt dit.", updated_at=NOW
    )
    return thread


def two_who_disagree():
    """A case with two answers that differ."""
    case = make.case("weighing_answers", assignee=user("team"))
    threads = [answered(case, "ocw"), answered(case, "vws", "explains", "no_room")]
    return case, threads


def test_answers_that_differ_are_marked_and_asked_about_together(client):
    """Two ministries disagree: the team marks it and asks both; each reads the other's reply and no more."""
    case, (ocw, vws) = two_who_disagree()
    szw = answered(case, "szw")
    team = browser_of(user("team"))
    page = team.get(reverse("rir_desk:answers", args=[case.pk])).content.decode()
    assert page.count("Verschilt") == 2, "stance and kind differ"
    seen = {"seen": ObstacleCase.objects.get(pk=case.pk).version}
    noted = {"aspect": "stance", "note": "OCW ziet ruimte, VWS niet."}
    assert team.post(reverse("rir_desk:difference_new", args=[case.pk]), {**noted, **seen}).status_code == 302
    due = (timezone.localdate() + timedelta(days=28)).timetuple()
    asked = {
        "threads": [ocw.pk, vws.pk],
        "question": "Wie heeft gelijk?",
        "due_on_dag": due.tm_mday, "due_on_maand": due.tm_mon, "due_on_jaar": due.tm_year,
        "seen": ObstacleCase.objects.get(pk=case.pk).version,
    }  # fmt: skip
    assert team.post(reverse("rir_desk:joint_new", args=[case.pk]), asked).status_code == 302
    deliver_due()
    assert len(mail.outbox) == 2
    assert not any("Wie heeft gelijk?" in letter.body for letter in mail.outbox)
    joint = case.joint_questions.get()
    holders = {thread: holder_of(make.thread_link(thread)) for thread in (ocw, vws, szw)}
    address = {
        thread: reverse("ruimte_in_de_regels:thread_joint", args=[link.public_id, joint.pk])
        for thread, link in ((thread, make.thread_link(thread)) for thread in holders)
    }
    assert holders[szw].get(address[szw]).status_code == 404, "who was not asked together sees nothing"
    empty = holders[ocw].post(address[ocw], {"text": " "})
    assert empty.status_code == 422
    assert "Jullie antwoord" in empty.content.decode()
    assert holders[ocw].post(address[ocw], {"text": "Wij zien ruimte."}).status_code == 302
    mail.outbox.clear()
    deliver_due()
    told = [letter for letter in mail.outbox if "Een andere partij antwoordde" in letter.subject]
    assert len(told) == 1 and "Wij zien ruimte." not in told[0].body, (
        "the other one knows that there is a reply"
    )
    other = holders[vws].get(address[vws]).content.decode()
    assert "Wij zien ruimte." in other
    assert "szw vindt dit." not in other
    assert "OCW ziet ruimte, VWS niet." not in other, "what the team noted stays with the team"
    again = holders[ocw].post(address[ocw], {"text": "Toch niet."})
    assert again.status_code == 422
    assert "Toch niet." in again.content.decode(), "nothing typed is lost"
    assert JointReply.objects.get(joint=joint, thread=ocw).text == "Wij zien ruimte."
    sheet = reverse("ruimte_in_de_regels:thread_sheet", args=[make.thread_link(vws).public_id])
    assert "Een vraag aan jullie samen" in holders[vws].get(sheet).content.decode()
    column = team.get(reverse("rir_desk:case", args=[case.pk])).content.decode()
    assert (
        column.index("ocw vindt dit.")
        < column.index("OCW, op de gezamenlijke vraag")
        < column.index("Wij zien ruimte.")
    ), "below the answer, and called what it is"
    beside = team.get(reverse("rir_desk:answers", args=[case.pk])).content.decode()
    assert "Wij zien ruimte." in beside
    assert "OCW ziet ruimte, VWS niet." in beside


@pytest.mark.parametrize("chosen", ["one", "draft", "twice"])
def test_together_starts_at_two_who_were_asked(chosen):
    """One party, one that was never asked, or one party in two rounds, makes no joint question; of a party
    that was asked again, the form offers the newest round alone."""
    case, (ocw, vws) = two_who_disagree()
    again = make.thread(case, "sent", "ocw", round=2) if chosen == "twice" else None
    other = {"one": [], "draft": [make.thread(case, "draft", "szw")], "twice": [again]}[chosen]
    threads = [ocw, *other]
    if again is not None:
        form = JointQuestionForm(threads=case.threads.asked())
        assert set(form.fields["threads"].queryset) == {again, vws}
    new = weighing.NewJointQuestion("Wie heeft gelijk?", NOW.date(), threads)
    with pytest.raises(NotNow, match="minstens twee"):
        weighing.ask_jointly(case, new, by=actor("team"), now=NOW)
    assert not case.joint_questions.exists()


def test_a_difference_can_be_taken_away_but_not_by_another_door():
    """A mark is not removed through another case; through its own it is, and the log still says so."""
    case, _threads = two_who_disagree()
    team = actor("team")
    mark = weighing.mark_difference(case, {"aspect": "date", "note": "x"}, by=team, now=NOW)
    other, _ = two_who_disagree()
    browser = browser_of(team.user)
    seen = {"seen": other.version}
    address = reverse("rir_desk:difference_remove", args=[other.pk, mark.pk])
    assert browser.post(address, seen).status_code == 404
    weighing.unmark_difference(mark, by=team, now=NOW)
    assert not Difference.objects.exists()
    log = case.timeline.order_by("pk").values_list("type", flat=True)
    assert list(log) == ["casus.difference_marked", "casus.difference_removed"]


def test_no_case_closes_while_a_party_has_no_outcome_and_no_reason():
    """One of two asked parties has an outcome: closing waits for the other's, or for a logged reason."""
    case, (ocw, vws) = two_who_disagree()
    CaseOutcome.objects.create(
        case=case, ministry=ocw.ministry, kind="clarified", reasoning="x", created_at=NOW
    )
    ObstacleCase.objects.filter(pk=case.pk).update(state="feedback")
    team = actor("team")
    with pytest.raises(NotNow, match="VWS heeft nog geen uitkomst"):
        cases.move(case, "close", {}, by=team, now=NOW)
    page = browser_of(team.user).get(reverse("rir_desk:set_aside", args=[case.pk])).content.decode()
    assert f'value="{vws.ministry_id}"' in page and f'value="{ocw.ministry_id}"' not in page
    szw = make.thread(case, "draft", "szw")
    with pytest.raises(NotNow, match="niets gevraagd"):
        weighing.set_aside(case, szw.ministry, "x", by=team, now=NOW)
    with pytest.raises(NotPermitted):
        weighing.set_aside(case, vws.ministry, "x", by=actor("lid"), now=NOW)
    weighing.set_aside(case, vws.ministry, "De vraag viel weg.", by=team, now=NOW)
    assert cases.move(case, "close", {}, by=team, now=NOW).subject.state == "closed"


def test_an_outcome_of_the_whole_case_counts_for_every_party():
    """Without a party an outcome is of all of them, and nobody is to be set aside."""
    case, _threads = two_who_disagree()
    CaseOutcome.objects.create(case=case, kind="no_room", reasoning="x", created_at=NOW)
    ObstacleCase.objects.filter(pk=case.pk).update(state="feedback")
    screen = browser_of(user("team")).get(reverse("rir_desk:case", args=[case.pk])).content.decode()
    assert "Geen uitkomst voor een partij" not in screen
    assert cases.move(case, "close", {}, by=actor("team"), now=NOW).subject.state == "closed"


def test_each_kind_of_outcome_asks_what_belongs_to_it():
    """First the kind, then its fields; an experiment needs its dates and who may join, in the right order."""
    case, (ocw, _vws) = two_who_disagree()
    team = browser_of(user("team"))
    address = reverse("rir_desk:outcome_new", args=[case.pk])
    choice = team.get(address).content.decode()
    assert "?soort=experiment" in choice
    assert "<textarea" not in choice
    form = team.get(f"{address}?soort=experiment").content.decode()
    assert "Wie mogen meedoen?" in form
    assert "Welke tafel?" not in form
    sent = {
        "kind": "experiment", "ministry": ocw.ministry_id, "reasoning": "Het mag een tijd.",
        "starts_on_dag": 1, "starts_on_maand": 3, "starts_on_jaar": 2027,
        "ends_on_dag": 1, "ends_on_maand": 2, "ends_on_jaar": 2027, "seen": case.version,
    }  # fmt: skip
    wrong = team.post(address, sent).content.decode()
    assert "Het einde ligt na het begin." in wrong
    assert "Wie mogen meedoen?" in wrong
    assert "Het mag een tijd." in wrong
    right = {**sent, "ends_on_jaar": 2029, "who_may_join": "Alle huizen in de regio"}
    assert team.post(address, right).status_code == 302
    made = case.outcomes.get()
    assert (made.kind, str(made.last_day), made.who_may_join) == (
        "experiment", "2029-02-01", "Alle huizen in de regio",
    )  # fmt: skip
    page = team.get(reverse("rir_desk:case", args=[case.pk])).content.decode()
    assert "Alle huizen in de regio" in page


def experiment(ends, **fields):
    """A decided case that makes room to experiment until a day."""
    case = make.case("monitoring", assignee=user("team"))
    thread = answered(case, "ocw", kind="experiment")
    values = {"kind": "experiment", "reasoning": "x", "starts_on": NOW.date(), "ends_on": ends}
    outcome = CaseOutcome.objects.create(
        case=case, ministry=thread.ministry, created_at=NOW, **{**values, **fields}
    )
    return case, outcome


def test_half_a_year_before_the_end_the_handler_hears_of_it_once():
    """A day too early nothing happens; on the day one mail; extended, its new end is announced anew."""
    ends = NOW.date() + timedelta(days=400)
    case, outcome = experiment(ends)
    first = NOW + (ends - relativedelta(months=6) - NOW.date())
    assert tasks.announce_ends(now=first - timedelta(days=1)) == 0
    assert tasks.announce_ends(now=first) == 1
    assert tasks.announce_ends(now=first + timedelta(days=1)) == 0
    deliver_due()
    assert [letter.to for letter in mail.outbox] == [[case.assignee.email]]
    with pytest.raises(NotPermitted, match="coördinator"):
        outcomes.extend(outcome, ends + timedelta(days=365), "Nog niet klaar.", by=actor("team"), now=first)
    coordinator = actor("coordinator")
    with pytest.raises(NotNow, match="na het einde"):
        outcomes.extend(outcome, ends, "x", by=coordinator, now=first)
    outcomes.extend(outcome, ends + timedelta(days=365), "Nog niet klaar.", by=coordinator, now=first)
    assert tasks.announce_ends(now=first) == 0
    assert tasks.announce_ends(now=first + timedelta(days=365)) == 1


def test_room_to_experiment_becomes_a_project_that_reports_back():
    """From the public case by the check to a project with dates and tie; its story reaches the ministry."""
    ends = timezone.localdate() + timedelta(days=700)
    case, _outcome = experiment(ends, who_may_join="Alle huizen")
    text = make.publication(case, "published")
    page = Client().get(text.get_absolute_url()).content.decode()
    assert "Er is ruimte om te experimenteren" in page
    assert "Alle huizen" in page
    member = user("lid")
    browser = browser_of(member)
    check = browser.get(reverse("ruimte_in_de_regels:join_experiment", args=[text.slug])).url
    fits = {
        "acuut": "nee",
        **dict.fromkeys(("tijd", "urgent", "invloed", "iedereen", "cultuur", "ruimte"), "ja"),
    }
    handed = check.partition("overdracht=")[2]
    query = "&".join(f"{name}={value}" for name, value in fits.items())
    advice = browser.get(f"{check}&{query}").content.decode()
    start = advice.partition('href="/actieleren/beginnen/')[2].partition('"')[0].replace("&amp;", "&")
    assert handed[:40] in start
    form = browser.get(f"/actieleren/beginnen/{start}")
    shown = form.content.decode()
    assert text.title in shown, "the words that everybody may read go along"
    assert "Er is ruimte om dit te proberen" in shown
    hidden = form.context
    made = browser.post(
        "/actieleren/beginnen/",
        {
            "check": hidden["note"], "overdracht": hidden["handed"], "key": str(hidden["key"]),
            "title": "Wij proberen het", "problem": "Stage in de zomer.", "themes": ["gezond-werken"],
            "organisation_name": "Huis Voorbeeld",
        },
    )  # fmt: skip
    assert made.status_code == 302, made.content.decode()
    project = LearningProject.objects.get()
    assert project.ends_on == ends
    tie = Connection.objects.get(from_dossier=project)
    assert (tie.to_dossier_id, tie.relation) == (case.pk, "tests")
    report_back(project, case)


def report_back(project, case):
    """Complete and share the project: the handler hears of the first, the ministry of the second."""
    now = timezone.now()
    by = actor("team")
    perform(project, Act("leertraject.complete", access.handles_cases), by=by, now=now)
    deliver_due()
    assert [letter.to for letter in mail.outbox] == [[case.assignee.email]]
    perform(project, Act("leertraject.share", access.handles_cases), by=by, now=now)
    deliver_due()
    assert len(mail.outbox) == 1, "a story that only the network reads is no news for a ministry"
    SearchDocument.objects.create(
        key="verhaal", dossier=project, kind="leertraject", audience="public", title="Ons verhaal",
        url="/actieleren/projecten/ons-verhaal/", dated=now, terms="", terms_title="",
    )  # fmt: skip
    perform(project, Act("leertraject.share", access.handles_cases), by=by, now=now)
    deliver_due()
    assert mail.outbox[-1].to == ["beleid@ministerie.example"]
    assert "/actieleren/projecten/ons-verhaal/" in mail.outbox[-1].body
    told = len(mail.outbox)
    case.outcomes.update(ministry=None)
    perform(project, Act("leertraject.share", access.handles_cases), by=by, now=now)
    deliver_due()
    assert len(mail.outbox) == told + 1, "room of the whole case: who answered that it can be tried hears it"


def test_a_changed_or_foreign_note_begins_an_ordinary_project():
    """A note that the portal did not write brings nothing along, and ties nothing."""
    case, _outcome = experiment(timezone.localdate() + timedelta(days=400))
    browser = browser_of(user("lid"))
    answer = browser.get(reverse("actieleren:check"), {"overdracht": f"{case.pk}:gewijzigd"})
    assert answer.status_code == 200
    hidden = reverse("ruimte_in_de_regels:join_experiment", args=[make.publication(state="approved").slug])
    assert browser.get(hidden).status_code == 404, "a case that is not public hands nothing over"
    assert not Connection.objects.exists()
    assert links.SESSION_KEY not in browser.session


def test_a_joint_question_that_waits_too_long_shows_in_the_silence_report():
    """On its last day it is not there yet, the day after it is, and once everybody replied it is gone."""
    case, threads = two_who_disagree()
    new = weighing.NewJointQuestion("Wie heeft gelijk?", NOW.date(), threads)
    joint = weighing.ask_jointly(case, new, by=actor("team"), now=NOW)
    late = next(silence for silence in SILENCES if silence.code == "joint-late")
    team = actor("team")
    assert not late.dossiers(team, NOW)
    assert [found.pk for found in late.dossiers(team, NOW + timedelta(days=1))] == [case.pk]
    for reply in joint.replies.all():
        weighing.reply_jointly(reply, "Zo.", by=team, now=NOW)
    assert not late.dossiers(team, NOW + timedelta(days=1))
