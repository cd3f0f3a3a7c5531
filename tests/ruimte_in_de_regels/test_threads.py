# SPDX-License-Identifier: EUPL-1.2
"""Between a case and those whom it asks: passing on, sharing a link, a second round, answers on behalf."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from netwerk import deliveries, links
from netwerk.access import NotPermitted
from netwerk.models import Attachment, Contact, SecretLink, Task, TimelineEntry
from netwerk.perform import NotNow, Stale
from netwerk.timeline import part_key, sentence
from ruimte_in_de_regels.actions import cases, threads
from ruimte_in_de_regels.figures.days import days_with, turns
from ruimte_in_de_regels.models import Ministry, MinistryContact, MinistryThread, ReporterIdentity
from tests.factories import files
from tests.factories import obstacles as make
from tests.factories.desk import Colleague
from tests.factories.people import actor

pytestmark = pytest.mark.django_db

ANSWER = {"stance": "follows", "kind": "explanation", "reasoning": "Het mag al."}


def later(**span):
    return make.NOW + timedelta(**span)


def opened(client, link):
    """Open a link as its holder does; return the address of the sheet."""
    return client.post(f"/l/{links.token_for(link)}/").url


def step(link, name):
    return reverse(f"ruimte_in_de_regels:thread_{name}", args=[link.public_id])


def text_of(response):
    return response.content.decode()


def escalated(*codes):
    """Make a case whose questions were sent just now, by the team."""
    case = make.case("problem_statement", assignee=actor("team").user)
    make.statement(case)
    asked = [make.thread(case, "draft", code) for code in codes]
    threads.send_threads(case, asked, by=actor("team"), now=make.NOW)
    return [MinistryThread.objects.get(pk=thread.pk) for thread in asked]


def holder(thread):
    return links.actor_for(make.thread_link(thread))


# --- Not ours ----------------------------------------------------------------------------------------


def test_not_ours_goes_on_until_the_owner_answers(client):
    """A ministry names a party that nobody knows yet: its question stands ready with the same words and the
    reason, the team looks at the party and sends, the new owner answers; hand-overs and days are counted."""
    (first,) = escalated("ocw")
    kim = Colleague("team")
    other = {"party": "other", "why": "Zij maken de lijst."}
    link = make.thread_link(first)
    sheet = opened(client, link)
    response = client.post(step(link, "pass_on"), {"party": "other", "name": "ocw", "why": ""})
    assert "Dit zijn jullie zelf" in text_of(response), "nobody passes on to themselves"
    client.post(step(link, "pass_on"), {**other, "name": "Voorbeeldraad  Stages"})
    first.refresh_from_db()
    second = first.next_thread
    assert (first.state, first.next_owner) == ("not_competent", "Voorbeeldraad Stages")
    assert (second.state, second.question) == ("draft", first.question)
    assert second.reason == "Doorverwezen door OCW. Zij maken de lijst."
    assert "Wie er wel over gaat" in text_of(client.get(sheet))
    with pytest.raises(NotNow, match="Er staat een vraag klaar"):
        cases.move(first.case, "weigh", {}, by=actor("team"), now=make.NOW)
    party = second.ministry
    assert (party.kind, party.checked) == ("other", False)
    assert party not in Ministry.objects.to_choose(), "a name somebody mentioned is offered to nobody yet"
    assert "maar nog niet nagekeken" in kim.page("case", first.case_id)
    kim.done(
        "party_change", party.pk, seen="", kind="branch", abbreviation="VRS", name="Voorbeeldraad Stages"
    )
    person = {"ministry": party.pk, "name": "Bo", "email": "bo@raad.example", "active": "on"}
    kim.done("contact_new", **person)
    with pytest.raises(NotNow, match="contactpersoon"):
        threads.send_threads(first.case, [second], by=actor("team"), now=make.NOW)
    contact = MinistryContact.objects.get(contact__email="bo@raad.example")
    values = {"contact": contact, "reason": second.reason, "question": second.question}
    threads.change_thread(second, values, by=actor("team"), now=make.NOW)
    threads.send_threads(first.case, [second], by=actor("team"), now=later(days=7))
    second.refresh_from_db()
    assert second.due_at > first.due_at, "the new owner has a whole term"
    threads.answer(second, ANSWER, by=holder(second), now=later(days=14))
    assert cases.move(first.case, "weigh", {}, by=actor("team"), now=later(days=14)).subject.state
    page = kim.page("case", first.case_id)
    assert "1 keer doorverwezen" in page
    assert "VRS 5 werkdagen" in page


def test_passing_on_to_who_was_asked_already_asks_nobody_twice():
    """A party with a question keeps it; one that itself passed on is asked once more, as a second round."""
    ocw, vws = escalated("ocw", "vws")
    threads.pass_on(ocw, vws.ministry, by=holder(ocw), now=make.NOW)
    ocw.refresh_from_db()
    assert ocw.next_thread == vws
    threads.pass_on(vws, "OCW", by=holder(vws), now=make.NOW)
    vws.refresh_from_db()
    back = vws.next_thread
    assert (back.ministry, back.round, back.previous, back.state) == (ocw.ministry, 2, ocw, "draft")
    assert back.contact == ocw.contact, "the only contact there is chosen already"
    with pytest.raises(NotNow, match="jullie zelf"):
        threads.pass_on(escalated("szw")[0], "szw", by=actor("team"), now=make.NOW)


def test_passing_on_after_the_outcome_becomes_a_task():
    """A late \u201cnot ours\u201d in a decided case puts no question ready, but nobody loses sight of it."""
    case = make.case("feedback", assignee=actor("team").user)
    thread = make.thread(case, "expired")
    done = threads.pass_on(thread, "De voorbeeldgemeente", by=holder(thread), now=make.NOW)
    assert done.subject.next_thread is None
    task = Task.objects.get(dossier=case)
    assert (task.assignee, "De voorbeeldgemeente" in task.title) == (case.assignee, True)


def test_days_lie_with_who_has_the_question():
    """Working days count for whoever must move: the party, or the network while it is asked back and until
    the next owner is asked; a weekend counts for nobody, and what lies there still counts to today."""
    monday = date(2026, 11, 23)
    days = [("send", 0), ("ask_back", 2), ("answer_back", 7), ("draft_saved", 8), ("pass_on", 9)]
    steps = [(move, monday + timedelta(days=after)) for move, after in days]
    lain = turns("OCW", steps, monday + timedelta(days=11))
    assert days_with(lain, monday + timedelta(days=60)) == {"OCW": 4, "Netwerkteam": 5}
    still = turns("OCW", steps[:3])
    assert days_with(still, monday + timedelta(days=8)) == {"OCW": 3, "Netwerkteam": 3}
    assert days_with(turns("OCW", steps), monday + timedelta(days=9))["Netwerkteam"] == 3
    assert turns("OCW", []) == []


# --- One thread, several links -----------------------------------------------------------------------


def test_a_colleague_gets_an_own_link_and_both_links_act(client, django_capture_on_commit_callbacks):
    """The holder names a colleague at the own organisation, who gets a mail; both links open the same
    question; the name stands apart from the timeline; the team sees who holds a link and used it."""
    (thread,) = escalated("ocw")
    link = make.thread_link(thread)
    sheet = opened(client, link)
    who = {"name": "Cas Collega", "email": "cas@elders.example", "job": "jurist"}
    refused = client.post(step(link, "forward"), who)
    assert refused.status_code == 422
    assert "eigen organisatie: @ministerie.example" in text_of(refused)
    assert "Cas Collega" in text_of(refused), "what was typed stays"
    assert not Contact.objects.filter(name="Cas Collega").exists()
    client.post(step(link, "forward"), {**who, "email": "cas@afdeling.ministerie.example"})
    deliveries.deliver_due(lambda: make.NOW + timedelta(days=400))
    letter = next(sent for sent in mail.outbox if sent.to == ["cas@afdeling.ministerie.example"])
    assert "Cas" not in letter.subject + letter.body, "no name in the mail"
    entry = TimelineEntry.objects.get(type="ministerievraag.forwarded")
    assert sentence(entry) == "OCW stuurde de vraag door aan een collega."
    assert "Cas" not in str(entry.data)
    assert entry.personal.data == {"name": "Cas Collega", "job": "jurist"}
    own = SecretLink.objects.get(contact__name="Cas Collega")
    client.cookies.clear()
    assert client.get(sheet).status_code == 404, "the colleague has only the own link"
    opened(client, own)
    client.post(step(own, "received"))
    thread.refresh_from_db()
    assert thread.state == "acknowledged"
    threads.investigate(thread, by=links.actor_for(link), now=make.NOW)
    page = Colleague("team").page("case", thread.case_id)
    assert "Cas Collega, jurist (collega)" in page
    assert "1 keer geopend" in page
    assert "De link voor een collega aan Cas Collega" in page


def test_a_link_is_shared_with_a_few_only():
    """Not twice with the same address, not with a sixth colleague, not by another party, nor afterwards."""
    thread, other = escalated("ocw", "vws")
    by = holder(thread)

    def share(number, **who):
        to = threads.Colleague(f"C{number}", f"c{number}@ministerie.example")
        return threads.forward(thread, to, **{"by": by, "now": make.NOW, **who})

    with pytest.raises(NotPermitted):
        share(1, by=holder(other))
    for number in range(5):
        share(number)
    with pytest.raises(NotNow, match="met 5 collega's"):
        share(6)
    thread.holders.last().delete()
    with pytest.raises(NotNow, match="al een link"):
        share(0)
    threads.answer(thread, ANSWER, by=by, now=make.NOW)
    with pytest.raises(NotNow, match="al beantwoord"):
        share(7)


def test_two_links_write_one_answer_and_nothing_is_lost(client):
    """Who saves over a colleague's newer draft reads both texts first; who comes after the sending reads that
    it is answered, with the own text to take along; who checks an old draft does not send the new one. What
    is not asked stays marked the same, also while nothing is needed yet."""
    (thread,) = escalated("ocw")
    link = make.thread_link(thread)
    sheet = opened(client, link)
    not_asked = text_of(client.get(sheet)).count("(niet verplicht)")
    mine = {**ANSWER, "reasoning": "Mijn uitleg", "seen": ""}
    threads.save_answer(thread, {**ANSWER, "reasoning": "Haar uitleg"}, by=holder(thread), now=make.NOW)
    page = client.post(sheet, {**mine, "keep": "1"})
    assert page.status_code == 422
    assert text_of(page).count("(niet verplicht)") == not_asked > 0
    assert "Een collega heeft het antwoord net gewijzigd" in text_of(page)
    assert "Haar uitleg" in text_of(page)
    assert "Mijn uitleg" in text_of(page)
    seen = page.context["seen"]
    assert client.post(sheet, {**mine, "seen": seen}).url == step(link, "check"), "now knowingly"
    old = client.get(step(link, "check")).context["seen"]
    threads.save_answer(thread, {**ANSWER, "reasoning": "Toch anders"}, by=holder(thread), now=later(hours=1))
    told = client.post(step(link, "check"), {"seen": old}, follow=True)
    assert "net gewijzigd" in text_of(told)
    thread.refresh_from_db()
    assert thread.state == "sent"
    with pytest.raises(Stale):
        threads.answer(thread, ANSWER, by=holder(thread), now=make.NOW, seen=old)
    threads.answer(thread, ANSWER, by=holder(thread), now=later(hours=2))
    late = client.post(sheet, mine)
    assert late.status_code == 422
    assert "Deze vraag is al beantwoord of ingetrokken." in text_of(late)
    assert "Mijn uitleg" in text_of(late)
    assert "al beantwoord" in text_of(client.post(step(link, "check"), {"seen": old}, follow=True))


def test_files_at_an_answer_are_that_partys_and_the_teams(client):
    """A file joins the answer, is checked by its content, can go again before sending; another ministry in
    the same case and a visitor do not get it, the team does."""
    thread, other = escalated("ocw", "vws")
    sheet = opened(client, make.thread_link(thread))

    def upload(name, content):
        file = SimpleUploadedFile(name, content)
        return client.post(sheet, {"reasoning": "Zie de brief", "keep": "1", "documents": [file]})

    assert "anders dan de naam zegt" in text_of(upload("brief.pdf", b"<html>"))
    assert upload("brief.pdf", files.PDF).status_code == 302
    upload("tweede.pdf", files.PDF)
    first, second = Attachment.objects.order_by("pk")
    assert (first.part, first.audience) == (part_key(thread), "ministry")
    client.post(step(make.thread_link(thread), "file_drop"), {"file": str(second.public_id)})
    assert list(threads.files_of(thread)) == [first]
    address = reverse("attachment", args=[first.public_id])
    assert client.get(address).status_code == 200
    client.cookies.clear()
    opened(client, make.thread_link(other))
    assert client.get(address).status_code == 404
    assert Colleague("team").get(address).status_code == 200
    assert "brief.pdf" in Colleague("team").page("case", thread.case_id)


def test_who_reported_is_shown_to_a_ministry_only_with_consent(client):
    """Without consent the sheet has no button and a forged click gives nothing; with consent the click shows
    name and address and is in the log of who looked; when consent goes, so does the page."""
    (thread,) = escalated("ocw")
    link = make.thread_link(thread)
    sheet = opened(client, link)
    reports = [make.report("accepted", thread.case) for _ in range(2)]
    for number, report in enumerate(reports):
        contact = Contact.objects.create(name=f"Melder {number}", email=f"m{number}@huis.example")
        ReporterIdentity.objects.create(report=report, contact=contact)
    assert step(link, "reporters") not in text_of(client.get(sheet))
    refused = client.post(step(link, "reporters"), follow=True)
    assert "Geen melder wil" in text_of(refused)
    assert not TimelineEntry.objects.filter(type="ministerievraag.reporters_opened").exists()
    type(reports[0]).objects.filter(pk=reports[0].pk).update(ministry_may_contact=True)
    page = text_of(client.get(sheet))
    assert step(link, "reporters") in page
    assert "Melder 0" not in page
    shown = client.post(step(link, "reporters"))
    assert "m0@huis.example" in text_of(shown)
    assert "m1@huis.example" not in text_of(shown)
    assert "no-store" in shown["Cache-Control"]
    entry = TimelineEntry.objects.get(type="ministerievraag.reporters_opened")
    assert entry.data["reports"] == reports[0].reference
    type(reports[0]).objects.filter(pk=reports[0].pk).update(ministry_may_contact=False)
    assert step(link, "reporters") not in text_of(client.get(sheet))
    with pytest.raises(NotPermitted):
        threads.open_reporters(thread, by=actor("team"), now=make.NOW)


# --- On behalf, and once more ------------------------------------------------------------------------


def test_an_answer_on_behalf_says_who_wrote_it_down_and_how_it_came(client):
    """The team enters what was said by telephone: on the timeline, on the case, on the sheet and on the site
    it stands that the team wrote it down; an answer by the link says nothing of the kind."""
    thread, other = escalated("ocw", "vws")
    kim = Colleague("team")
    refused = kim.press("thread_move", thread.case_id, thread.pk, "answer", **ANSWER)
    assert "Hoe kwam het antwoord?" in text_of(refused), "the source is asked"
    kim.done(
        "thread_move", thread.case_id, thread.pk, "answer", **ANSWER, channel="phone", public_text="Mag."
    )
    threads.answer(other, {**ANSWER, "channel": "phone"}, by=holder(other), now=make.NOW)
    entries = TimelineEntry.objects.filter(type="ministerievraag.answer").order_by("pk")
    assert [sentence(entry) for entry in entries] == [
        "OCW antwoordde (per telefoon, opgeschreven door het netwerkteam).",
        "VWS antwoordde.",
    ]
    page = kim.page("case", thread.case_id)
    assert page.count("Per telefoon, opgeschreven door") == 1
    assert str(kim.user) in page
    assert "opgeschreven door het netwerkteam" in text_of(
        client.get(opened(client, make.thread_link(thread)))
    )
    text = make.publication(thread.case, "published")
    public = text_of(client.get(text.get_absolute_url()))
    assert public.count("per telefoon, opgeschreven door het netwerk") == 1


def test_a_second_round_leaves_the_first_answer_as_it_was(client):
    """With a reason and an own day, the same party is asked again while the answers are weighed: the case
    lies with it again, both answers are kept, and a third question at once is refused."""
    (thread,) = escalated("ocw")
    case, team = thread.case, actor("team")
    threads.answer(thread, {**ANSWER, "public_text": "Eerst"}, by=holder(thread), now=make.NOW)
    cases.move(case, "weigh", {}, by=team, now=make.NOW)
    values = {
        "reason": "De uitleg gaat over iets anders.",
        "question": "En in juli?",
        "until": date(2026, 12, 14),
    }
    for day in (date(2026, 11, 24), date(2027, 8, 1)):
        with pytest.raises(NotNow, match="Kies een dag"):
            threads.again(thread, {**values, "until": day}, by=team, now=make.NOW)
    with pytest.raises(NotPermitted):
        threads.again(thread, values, by=holder(thread), now=make.NOW)
    kim = Colleague("team")
    assert "Vraag het opnieuw" in kim.page("case", case.pk)
    second = threads.again(thread, values, by=team, now=make.NOW)
    with pytest.raises(NotNow, match="al een volgende ronde"):
        threads.again(thread, values, by=team, now=make.NOW)
    threads.send_threads(case, [second], by=team, now=make.NOW)
    case.refresh_from_db()
    second.refresh_from_db()
    assert (case.state, case.due_at, second.due_at) == ("escalated", values["until"], values["until"])
    page = text_of(client.get(opened(client, make.thread_link(second))))
    assert "De uitleg gaat over iets anders." in page
    assert "Het mag al." in page, "they read their first answer"
    threads.answer(second, {**ANSWER, "reasoning": "In juli ook."}, by=holder(second), now=later(days=3))
    cases.move(case, "weigh", {}, by=team, now=later(days=3))
    both = kim.page("answers", case.pk)
    assert "Het mag al." in both
    assert "In juli ook." in both
    assert "OCW (ronde 2)" in both
