# SPDX-License-Identifier: EUPL-1.2
"""Silence is chased by the calendar: each step on its day, once, and never while we owe an answer."""

from datetime import date, datetime, time, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from netwerk import deliveries, links
from netwerk.access import SYSTEM, NotPermitted
from netwerk.models import Contact, Delivery, SecretLink, Task, TimelineEntry
from netwerk.perform import NotNow
from ruimte_in_de_regels.actions import cases, threads, weighing
from ruimte_in_de_regels.models import DeskTerms, JointReply, MinistryContact, MinistryThread, ObstacleCase
from ruimte_in_de_regels.tasks import chase_threads, expire_threads
from ruimte_in_de_regels.terms import chase_days
from tests.factories import obstacles as make
from tests.factories.desk import Colleague
from tests.factories.people import actor

pytestmark = pytest.mark.django_db

DUE = date(2027, 1, 18)
"""Eight weeks after Monday 23 November 2026."""
DAYS = {
    "reminded": date(2027, 1, 4),
    "pressed": DUE,
    "backup_asked": date(2027, 1, 25),
    "raised": date(2027, 2, 1),
}
"""75 percent of eight weeks, the day itself, and five and ten working days later: by hand."""


def at(day):
    return timezone.make_aware(datetime.combine(day, time(10)))


def beat(day):
    """Let the beat come by on a day, twice: the second time there is nothing left to do."""
    expire_threads(at(day))
    done = chase_threads(at(day))
    assert chase_threads(at(day)) == 0
    deliveries.expand_batch(at(day))
    return done


def told(thread):
    """Return which steps were made, in order."""
    steps = [f"ministerievraag.{name}" for name in threads.MADE]
    entries = TimelineEntry.objects.filter(dossier=thread.case_id, type__in=steps).order_by("id")
    return [entry.type.partition(".")[2] for entry in entries]


@pytest.fixture
def thread():
    """A question that went out today, at a party with a second contact."""
    case = make.case("problem_statement", assignee=actor("team").user)
    make.statement(case)
    thread = make.thread(case, "draft", "ocw")
    backup = Contact.objects.create(name="Vera Vervanger", email="vera@ministerie.example")
    MinistryContact.objects.create(ministry=thread.ministry, contact=backup, is_backup=True, job="adviseur")
    threads.send_threads(case, [thread], by=actor("team"), now=make.NOW)
    return MinistryThread.objects.select_related("case", "ministry", "contact").get(pk=thread.pk)


def test_silence_is_chased_to_the_coordinator_and_ends_in_the_open(thread, client):
    """On the day before a step nothing happens, on its day it is made once: a reminder, a reminder on the
    last day, the second contact with an own link, the coordinator with a task and a mail. The outcome "geen
    antwoord" begins with those dates, and the public page shows them and since when the answer is late."""
    coordinator = actor("coordinator").user
    for number, (step, day) in enumerate(DAYS.items()):
        assert beat(day - timedelta(days=1)) == 0, step
        assert beat(day) == 1, step
        assert beat(day + timedelta(days=1)) == 0, step
        assert told(thread) == list(DAYS)[: number + 1]
    assert beat(DAYS["raised"] + timedelta(days=90)) == 0
    thread.refresh_from_db()
    assert thread.state == "expired"
    task = Task.objects.get(dossier=thread.case_id)
    assert (task.group, task.title.partition(".")[0]) == ("coordinator", "OCW antwoordt niet")
    deliveries.deliver_due(lambda: timezone.now() + timedelta(days=400))
    assert [sent.to for sent in mail.outbox if "antwoordt niet" in sent.subject] == [[coordinator.email]]
    to_ministry = [sent.to[0] for sent in mail.outbox if "ministerie.example" in sent.to[0]]
    assert to_ministry.count("vera@ministerie.example") == 1, "the second contact is asked, not reminded"
    assert to_ministry.count("beleid@ministerie.example") == 3
    link = SecretLink.objects.get(contact__name="Vera Vervanger")
    assert link.part == f"ruimte_in_de_regels.ministrythread:{thread.pk}"
    kim, team = Colleague("team"), actor("team")
    cases.move(thread.case, "weigh", {}, by=team, now=at(date(2027, 2, 8)))
    page = kim.page("case", thread.case_id)
    assert "Vera Vervanger, adviseur (vervanger)" in page
    assert page.count("Verstuurd") >= 4, "the fate of each message"
    assert f"?stil={thread.pk}" in page
    form = kim.see("outcome_new", thread.case_id, stil=str(thread.pk)).context["form"]
    assert form["kind"].value() == "no_answer"
    words = form["reasoning"].value()
    for day in (
        "23 november 2026",
        "4 januari 2027",
        "18 januari 2027",
        "25 januari 2027",
        "1 februari 2027",
    ):
        assert day in words
    text = make.publication(thread.case, "published")
    public = client.get(text.get_absolute_url()).content.decode()
    for seen in ("Nog geen antwoord, te laat", "23 november 2026", "4 januari 2027", "19 januari 2027"):
        assert seen in public
    for hidden in ("Vera", "Bas Beleid", "coördinator"):
        assert hidden not in public


def test_a_colleague_reminds_by_hand_but_not_day_after_day(thread, client):
    """From the column of the party, to everybody with a link: not within five working days after the last
    message, not by who may not, not while nobody is waited for; the calendar goes on, the day is public."""
    kim = Colleague("team")
    early, day = date(2026, 11, 27), date(2026, 11, 30)
    assert "Herinneren kan weer op 30 november 2026" in threads.why_no_reminder(thread, early)
    with pytest.raises(NotNow, match="30 november 2026"):
        threads.remind(thread, by=actor("team"), now=at(early))
    with pytest.raises(NotPermitted):
        threads.remind(thread, by=links.actor_for(make.thread_link(thread)), now=at(day))
    MinistryThread.objects.filter(pk=thread.pk).update(sent_at=at(date(2026, 9, 1)))
    assert "Herinner OCW" in kim.page("case", thread.case_id)
    kim.done("thread_remind", thread.case_id, thread.pk)
    assert kim.press("thread_remind", thread.case_id, thread.pk).status_code == 409
    assert "Herinner OCW" not in kim.page("case", thread.case_id)
    deliveries.deliver_due(lambda: timezone.now() + timedelta(days=400))
    assert ["beleid@ministerie.example"] in [sent.to for sent in mail.outbox if "Nog een" in sent.subject]
    thread.refresh_from_db()
    words = threads.silence_in_words(thread)
    assert "Het team herinnerde nog eens" in words
    assert beat(DAYS["reminded"]) == 1, "the calendar goes on"
    public = client.get(make.publication(thread.case, "published").get_absolute_url()).content.decode()
    assert public.count("Herinnerd op") == 2
    threads.answer(
        thread,
        {"stance": "follows", "kind": "explanation", "reasoning": "Het mag."},
        by=actor("team"),
        now=at(DUE),
    )
    thread.refresh_from_db()
    assert threads.why_no_reminder(thread, DUE + timedelta(days=90)) == "Op deze vraag wachten we nu niet."


def test_only_the_furthest_step_is_made_after_a_standstill(thread):
    """When the beat stood still for weeks, nobody gets two reminders in one minute."""
    assert beat(DAYS["backup_asked"]) == 1
    assert told(thread) == ["backup_asked"]
    assert beat(DAYS["raised"]) == 1
    assert told(thread) == ["backup_asked", "raised"]


def test_nobody_is_chased_who_waits_for_us_or_need_not_answer(thread):
    """Not while a question back is open, not in a parked or decided case, not after an answer; the days that
    a question back waited come after, and so do those of an extension."""
    holder = links.actor_for(make.thread_link(thread))
    team, coordinator = actor("team"), actor("coordinator")
    threads.acknowledge(thread, by=holder, now=make.NOW)
    threads.ask_back(thread, "Welke scholen?", by=holder, now=make.NOW)
    assert beat(DAYS["raised"]) == 0
    threads.answer_back(thread, "Alle.", by=team, now=make.NOW + timedelta(days=14))
    assert beat(DAYS["reminded"]) == 0, "the term moved along"
    thread.refresh_from_db()
    lengths = DeskTerms.current()
    moved = chase_days(make.NOW.date(), thread.due_at, lengths)
    assert moved["reminded"] > DAYS["reminded"]
    given = {"reason": "Wacht", "review_date": date(2027, 3, 1)}
    cases.move(thread.case, "park", given, by=coordinator, now=make.NOW)
    assert beat(moved["reminded"]) == 0
    cases.move(thread.case, "unpark", {}, by=coordinator, now=make.NOW)
    assert beat(moved["reminded"]) == 1
    values = {"stance": "follows", "kind": "explanation", "reasoning": "Het mag."}
    threads.answer(thread, values, by=holder, now=at(moved["reminded"]))
    assert beat(moved["raised"]) == 0
    assert told(thread) == ["reminded"]


def test_without_a_second_contact_the_coordinator_still_hears(thread):
    """A party without a backup, or whose backup holds the link already, skips that step and no other."""
    MinistryContact.objects.filter(is_backup=True).update(active=False)
    beat(DUE)
    assert beat(DAYS["backup_asked"]) == 0
    assert beat(DAYS["raised"]) == 1
    assert told(thread) == ["pressed", "raised"]
    assert not thread.holders.exists()


def test_the_days_of_chasing_follow_the_terms_as_they_are_set(thread):
    """The coordinator sets the share of the term and the working days; only the portal makes a step."""
    assert chase_days(make.NOW.date(), DUE, DeskTerms()) == DAYS
    DeskTerms.objects.create(chase_percent=50, chase_backup=1, chase_coordinator=2)
    assert beat(date(2026, 12, 18)) == 0
    assert beat(date(2026, 12, 21)) == 1
    assert chase_days(make.NOW.date(), DUE, DeskTerms.current())["raised"] == date(2027, 1, 20)
    with pytest.raises(NotPermitted):
        threads.chase(thread, "pressed", by=actor("coordinator"), now=at(DUE))
    with pytest.raises(NotNow, match="al gedaan"):
        threads.chase(thread, "reminded", by=SYSTEM, now=at(date(2026, 12, 21)))


def test_a_message_that_fails_is_seen_at_its_question(thread):
    """A mail that was given up shows at the question it belongs to, with what it was and to whom."""
    deliveries.expand_batch(make.NOW)
    Delivery.objects.filter(contact=thread.contact.contact).update(state="dead")
    page = Colleague("team").page("case", thread.case_id)
    assert "Links en berichten (niet gelukt: 1)" in page
    assert "De vraag aan Bas Beleid" in page
    assert "Niet gelukt" in page
    assert ObstacleCase.objects.get(pk=thread.case_id).state == "escalated"


def test_a_joint_question_is_chased_towards_who_did_not_reply(thread):
    """The same steps on the same days, counted from the joint question and its own day, once each, and only
    towards the silent party: everybody who holds its link, its second contact, the coordinator. A reply in
    between ends it; so does the outcome."""
    case, coordinator = thread.case, actor("coordinator").user
    other, gone = make.thread(case, "answered", "vws"), make.thread(case, "answered", "szw")
    MinistryThread.objects.filter(pk=thread.pk).update(state="answered")
    three = [thread, other, gone]
    new = weighing.NewJointQuestion("Wie heeft gelijk?", DUE, three)
    joint = weighing.ask_jointly(case, new, by=actor("team"), now=make.NOW)
    deliveries.expand_batch(make.NOW)
    Delivery.objects.all().delete()
    weighing.reply_jointly(joint.replies.get(thread=other), "Zo.", by=actor("team"), now=make.NOW)
    MinistryThread.objects.filter(pk=gone.pk).update(state="withdrawn")
    vera = Contact.objects.get(email="vera@ministerie.example")
    first = thread.contact.contact
    heard = {
        "reminded": {first}, "pressed": {first}, "backup_asked": {vera}, "raised": set(),
    }  # fmt: skip
    for step, day in DAYS.items():
        assert beat(day - timedelta(days=1)) == 0, step
        assert beat(day) == 1, step
        sent = Delivery.objects.filter(event__entry__type=f"ministerievraag.joint_{step}")
        assert {one.contact for one in sent if one.contact} == heard[step], step
        assert {one.user for one in sent if one.user} == ({coordinator} if step == "raised" else set()), step
    assert beat(DAYS["raised"] + timedelta(days=60)) == 0
    assert "gezamenlijke vraag" in Task.objects.get(dossier=case).title
    mail.outbox.clear()
    deliveries.deliver_due(lambda: at(DAYS["raised"]))
    letters = [letter for letter in mail.outbox if "samen" in letter.subject]
    to_others = [letter for letter in letters if "andere partij" in letter.subject]
    assert (len(letters), [letter.to for letter in to_others]) == (4, [[first.email]]), "not to who is out"
    assert not any("Wie heeft gelijk?" in letter.body for letter in letters)
    assert SecretLink.objects.filter(contact=vera).count() == 1
    steps = TimelineEntry.objects.filter(dossier=case.pk, type__startswith="ministerievraag.joint_")
    assert {one.part for one in steps.exclude(type__endswith="replied")} == {
        f"ruimte_in_de_regels.ministrythread:{thread.pk}"
    }

    JointReply.objects.update(reminded_at=None, pressed_at=None, backup_asked_at=None, raised_at=None)
    silent = JointReply.objects.select_related("joint__case", "thread").get(thread=thread)
    for by in (actor("team"), links.actor_for(make.thread_link(thread))):
        with pytest.raises(NotPermitted):
            threads.chase_jointly(silent, "reminded", by=by, now=at(DAYS["reminded"]))
    with pytest.raises(NotNow):
        threads.chase_jointly(silent, "reminded", by=SYSTEM, now=at(DAYS["reminded"] - timedelta(days=1)))
    ObstacleCase.objects.filter(pk=case.pk).update(state="outcome_set")
    assert beat(DUE) == 0, "what is decided is not asked any more"
