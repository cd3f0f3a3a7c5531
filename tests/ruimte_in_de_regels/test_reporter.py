# SPDX-License-Identifier: EUPL-1.2
"""The reporter's side: before sending and after it."""

import io
import json
import re
from datetime import datetime, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from netwerk import links, search
from netwerk.access import SYSTEM
from netwerk.deliveries import deliver_due
from netwerk.models import RetentionPeriod, SearchDocument, SecretLink, Task
from netwerk.perform import NotNow
from ruimte_in_de_regels import tasks
from ruimte_in_de_regels.actions import drafts, reporter, reports
from ruimte_in_de_regels.figures import first_answer
from ruimte_in_de_regels.forms.report import AboutYouScreen, ObstacleScreen, RuleScreen
from ruimte_in_de_regels.models import DeskTerms, ObstacleReport, Reaction, ReportDraft
from tests.access.world import browser_of
from tests.factories import files, people
from tests.factories import obstacles as make

pytestmark = pytest.mark.django_db

START = "/ruimte-in-de-regels/melden/"
SIMILAR, SECOND, THIRD, CHECK = f"{START}lijkt-erop/", f"{START}2/", f"{START}3/", f"{START}4/"
ONE = {
    "story": "Onze leerlingen mogen in de zomer geen stage lopen in het verpleeghuis.",
    "goal": "Dat het wel mag.",
    "effect": "",
    "domain": "mixed",
}
THREE = {"employer_may_know": "no", "publish_consent": "later", "ministry_may_contact": "False"}


def text_of(response):
    return response.content.decode()


def page_of(client, link):
    """Open a reporter's link; return the address behind it."""
    return client.post(reverse("secret_link", args=[links.token_for(link)])).url


def send(client, third=THREE, **first):
    """Walk through the screens and send; return the report."""
    for address, answers in ((START, {**ONE, **first}), (SECOND, {}), (THIRD, third)):
        assert client.post(address, answers).status_code == 302
    assert client.post(CHECK, {"privacy": "on"}).status_code == 302
    return ObstacleReport.objects.latest("pk")


def mailed_link(mails):
    """Return the secret link of the last mail."""
    return re.search(r"http\S+?(/l/\S+/)", mails[-1].body)[1]


def public_case(title="Stage lopen in de zomer in het verpleeghuis"):
    """Make a published case that the search knows."""
    case = make.case("closed", visibility="public")
    make.publication(case, "published", title=title, situation="Leerlingen lopen stage.")
    search.index_stale()
    return case


# --- Before sending -------------------------------------------------------------------------------


def test_what_looks_like_it_is_shown_before_the_second_screen(client):
    """Proves that a known case is shown, can be named as the same, and that the report then says so; by the
    title on the site: the team's own may be how another reporter's story begins."""
    case = public_case()
    type(case).objects.update(title="Mijn leidinggevende in Ons Dorp wil geen stagiairs")
    assert client.post(START, ONE).url == SIMILAR
    page = text_of(client.get(SIMILAR))
    assert "Stage lopen in de zomer in het verpleeghuis" in page
    named = text_of(client.post(SIMILAR, {"same": str(case.pk), "differs": "Mevrouw Jansen wil het in mei."}))
    assert "een naam?" in named
    assert client.post(SIMILAR, {"same": str(case.pk), "differs": "Bij ons ook in mei."}).url == SECOND
    assert client.post(SECOND, {}).url == THIRD
    assert client.post(THIRD, THREE).url == CHECK
    checking = text_of(client.get(CHECK))
    assert "Je sluit aan bij een bekende casus" in checking and "Ons Dorp" not in checking
    assert "Stage lopen in de zomer in het verpleeghuis" in checking
    assert "Bij ons ook in mei." in checking and f'href="{SIMILAR}#id_differs"' in checking
    assert client.post(SIMILAR, {"same": str(case.pk), "differs": "Bij ons ook in mei."}).url == CHECK
    client.post(CHECK, {"privacy": "on"})
    report = ObstacleReport.objects.get()
    own = reverse("ruimte_in_de_regels:report_status", args=[report.secret_links.get().public_id])
    shown = text_of(client.get(own))
    assert "Stage lopen in de zomer in het verpleeghuis" in shown and "Ons Dorp" not in shown
    type(case).objects.update(visibility="team")
    assert "Een casus die nu niet op de site staat." in text_of(client.get(own))
    assert (report.also_hits, report.differs) == (case, "Bij ons ook in mei.")
    assert list(case.also_hit.all()) == [report]


def test_a_case_that_is_not_public_cannot_be_named(client):
    """Proves that a forged number of a hidden case is refused, and that one hidden meanwhile is dropped."""
    case, hidden = public_case(), make.case("context_analysis")
    client.post(START, ONE)
    response = client.post(SIMILAR, {"same": str(hidden.pk)})
    assert response.status_code == 422
    assert "same" in response.context["form"].errors
    client.post(SIMILAR, {"same": str(case.pk)})
    type(case).objects.update(visibility="team")
    client.post(SECOND, {})
    client.post(THIRD, THREE)
    client.post(CHECK, {"privacy": "on"})
    assert ObstacleReport.objects.get().also_hits is None


def test_nothing_alike_leads_straight_on(client):
    """Proves that who writes about something new sees no empty page in between."""
    assert client.post(START, ONE).url == SECOND
    assert client.get(SIMILAR).url == SECOND


def test_while_typing_the_same_is_shown_and_the_story_is_in_no_address(client):
    """Proves that the list beside the field comes by POST, is empty for a short text, and is limited."""
    public_case()
    address = reverse("ruimte_in_de_regels:report_similar_fragment")
    assert "Stage lopen in de zomer" in text_of(client.post(address, {"text": ONE["story"]}))
    assert "Stage lopen in de zomer" not in text_of(client.post(address, {"text": "stage"}))
    assert client.get(address, {"text": ONE["story"]}).status_code == 405
    for _ in range(45):
        last = client.post(address, {"text": ONE["story"]})
    assert "Stage lopen in de zomer" not in text_of(last)


def test_a_name_in_the_story_is_shown_once_and_the_writer_decides(client):
    """Proves that the place is marked before anything is kept; unchanged and sent again it goes through."""
    told = {**ONE, "story": "Mijn collega Fatima mag geen medicijnen delen. Bel 06 12345678."}
    response = client.post(START, told)
    assert response.status_code == 200
    page = text_of(response)
    assert "<mark>collega Fatima</mark> <small>(een naam?)</small>" in page
    assert "<mark>06 12345678</mark> <small>(een telefoonnummer?)</small>" in page
    assert page.index("Herkent iemand hier een persoon?") < page.index("<h1"), "also seen without script"
    mark = re.search(r'name="looked_at" value="(\w+)"', page)[1]
    other = client.post(START, {**told, "goal": "Dat Karim het mag.", "looked_at": mark})
    assert other.status_code == 200, "another text is looked at anew"
    assert client.post(START, {**told, "looked_at": mark}).status_code == 302
    assert ReportDraft.objects.filter(reached=2).count() == 1


def test_stop_and_go_on_by_a_mailed_link(client, mailoutbox):
    """Proves that half a screen is kept, only the link opens it elsewhere, and the mail tells nothing."""
    client.post(START, ONE)
    half = {"rule_text": "Iets met stage", "people": "geen getal", "later": "1"}
    assert client.post(SECOND, half).url == f"{START}later/"
    wrong = client.post(f"{START}later/", {"email": "geen adres"})
    assert wrong.status_code == 422
    assert client.post(f"{START}later/", {"email": "noor@voorbeeld.example"}).status_code == 302
    assert "De link is onderweg" in text_of(client.get(f"{START}later/")), "and no empty form"
    assert client.get(f"{START}later/").url == START
    assert client.get(SECOND).url == START, "this browser forgot it: it may be somebody else's"
    assert len(mailoutbox) == 1
    assert ONE["story"] not in str(mailoutbox[0].message())
    assert "Iets met stage" not in mailoutbox[0].body
    elsewhere = Client()
    door = elsewhere.post(mailed_link(mailoutbox))
    assert elsewhere.get(door.url).url == SECOND
    page = text_of(elsewhere.get(SECOND))
    assert 'value="Iets met stage"' in page
    assert 'value="geen getal"' in page
    elsewhere.post(SECOND, {})
    elsewhere.post(THIRD, THREE)
    elsewhere.post(CHECK, {"privacy": "on"})
    assert ObstacleReport.objects.get().story == ONE["story"]
    assert "al verstuurd" in text_of(elsewhere.get(door.url, follow=True))


def test_a_resume_link_expires_with_the_draft():
    """Proves that after seven days neither the link nor what was typed is there any more."""
    now = timezone.now()
    draft = drafts.start_draft(now)
    link = drafts.mail_resume_link(draft, "noor@voorbeeld.example", now)
    assert link.is_live(now + timedelta(days=7) - timedelta(seconds=1))
    assert drafts.draft_of(link, now + timedelta(days=7) - timedelta(seconds=1)) == draft
    late = now + timedelta(days=7, seconds=1)
    assert not link.is_live(late)
    assert drafts.draft_of(link, late) is None


def test_a_member_finds_the_own_name_filled_in(client):
    """Proves that a member need not type name and address again, and may take them out to stay unknown."""
    member = people.user("lid", first_name="Lies")
    client.force_login(member)
    client.post(START, ONE)
    client.post(SECOND, {})
    page = text_of(client.get(THIRD))
    assert f'value="{member}"' in page
    assert f'value="{member.email}"' in page
    assert "Voor wie meld je?" not in page
    report = send(client)
    assert not hasattr(report, "identity")
    assert report.timeline.get().actor is None


@pytest.mark.parametrize(("role", "email"), [("regiocoordinator", ""), ("coordinator", "beller@a.example")])
def test_reporting_for_somebody_else_keeps_how_it_came(role, email, mailoutbox):
    """Proves that a call becomes a report with its source, the one who typed it, and no name filled in; that
    who typed it is told how the way back comes to the caller, whose mail says that we wrote it down."""
    user = people.user(role, first_name="Rik")
    client = browser_of(user)
    client.post(START, ONE)
    client.post(SECOND, {})
    assert 'value="Rik' not in text_of(client.get(THIRD))
    report = send(client, {**THREE, "email": email, "channel": "phone", "source": "Op een regiodag."})
    assert (report.channel, report.source) == ("phone", "Op een regiodag.")
    told = "We mailen degene voor wie je meldt" if email else "Geef de link of de code door"
    assert told in text_of(client.get(f"{START}verstuurd/"))
    deliver_due(timezone.now)
    assert all("We schreven het op." in letter.body for letter in mailoutbox if letter.to == [email])
    assert sum(letter.to == [email] for letter in mailoutbox) == bool(email)
    entry = report.timeline.get(type="melding.entered")
    assert entry.actor == user
    assert "regiodag" not in json.dumps(entry.data)


def test_a_member_cannot_report_for_somebody_else(client):
    """Proves that a forged channel of who may not do that is not taken."""
    client.force_login(people.user("lid"))
    report = send(client, {**THREE, "channel": "phone", "source": "verzonnen"})
    assert (report.channel, report.source) == ("web", "")
    assert list(report.timeline.values_list("type", flat=True)) == ["melding.sent"]


def test_the_time_to_a_first_answer_is_measured_over_enough_real_reports(client):
    """Proves that the median is told from the safe minimum of real reports on, and never from demo data."""
    monday, team = make.NOW, people.actor("team")
    for number in range(4):
        report = make.sent_report(monday).report
        later = monday + timedelta(days=1 if number < 2 else 3)
        reports.take(report, by=team, now=later)
        reports.ask(report, "Wat zei de school?", by=team, now=later)
    today = timezone.localdate(monday) + timedelta(days=4)
    assert first_answer.first_answer(today) is None
    cache.clear()
    last = make.sent_report(monday).report
    reports.take(last, by=team, now=monday + timedelta(days=1))
    reports.ask(last, "Wat zei de school?", by=team, now=monday + timedelta(days=1))
    assert first_answer.first_answer(today) == first_answer.FirstAnswer(days=1, reports=5)
    cache.clear()
    ObstacleReport.objects.filter(pk=last.pk).update(is_demo=True)
    assert first_answer.first_answer(today) is None


# --- Finding it back --------------------------------------------------------------------------------


def test_an_anonymous_reporter_comes_back_by_the_code(client):
    """Proves that the code of the receipt opens the report, however it is typed, and a wrong one does not;
    that the page of the code is reached from a dead link, and takes no reference for a code."""
    report = send(client)
    sent = text_of(client.get(f"{START}verstuurd/"))
    assert "Geef alsnog een e-mailadres" in sent
    code = re.search(r"\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}\b", sent)[0]
    assert not re.search("[ILOU]", code)
    assert code not in "".join(map(str, SecretLink.objects.values_list("code_hash", "token_hash")))
    elsewhere, address = Client(), reverse("ruimte_in_de_regels:report_follow")
    wrong = elsewhere.post(address, {"code": "AAAA-BBBB-CCCC-DDDD"})
    assert wrong.status_code == 422
    assert "vinden we geen melding" in text_of(wrong)
    assert f'href="{address}"' in text_of(elsewhere.get("/l/onzin/"))
    assert "Dit is je kenmerk" in text_of(elsewhere.post(address, {"code": report.reference.lower()}))
    found = elsewhere.post(address, {"code": f" {code.lower().replace('-', ' ')} "}, follow=True)
    assert report.reference in text_of(found)
    assert SecretLink.objects.get(dossier=report).opened == 1


def test_codes_cannot_be_guessed_by_the_thousand(client):
    """Proves that after twenty tries in an hour even the right code waits."""
    link = make.sent_report(timezone.now()).link
    address = reverse("ruimte_in_de_regels:report_follow")
    for _ in range(links.CODE_TRIES_PER_HOUR):
        client.post(address, {"code": "0000-0000-0000-0000"})
    response = client.post(address, {"code": links.code_for(link)})
    assert response.status_code == 422
    assert "Wacht een uur" in text_of(response)


def test_all_my_reports_by_a_mailed_link(client, mailoutbox):
    """Proves that one link opens every report of an address and nobody else's, for two hours."""
    now = timezone.now()
    mine = [make.sent_report(now, email=email).report for email in ("noor@a.example", "Noor@A.example")]
    other = make.sent_report(now, email="ander@a.example").report
    address = reverse("ruimte_in_de_regels:my_reports_ask")
    asked = client.post(address, {"email": "NOOR@a.example"}, follow=True)
    unknown = client.post(address, {"email": "niemand@a.example"}, follow=True)
    sentence = "Als er meldingen zijn met dit adres"
    assert sentence in text_of(asked)
    assert sentence in text_of(unknown)
    assert [mail.to for mail in mailoutbox] == [["noor@a.example"]]
    page = text_of(client.post(mailed_link(mailoutbox), follow=True))
    assert all(report.reference in page for report in mine)
    assert other.reference not in page
    one = re.search(r"/ruimte-in-de-regels/volgen/[0-9a-f-]{36}/", page)[0]
    assert client.get(one).status_code == 200
    link = SecretLink.objects.get(scope="mijn-meldingen")
    assert link.is_live(now + timedelta(minutes=119))
    assert not link.is_live(now + timedelta(minutes=121))


# --- Afterwards -------------------------------------------------------------------------------------


def test_the_receipt_on_paper_holds_reference_code_and_answers(client):
    """Proves that the PDF can be read and holds what is needed to come back, and what was sent."""
    report = send(client, story=ONE["story"] + " <b>Echt</b>")
    link = report.secret_links.get()
    response = client.get(reverse("ruimte_in_de_regels:report_receipt", args=[link.public_id]))
    assert response["Content-Type"] == "application/pdf"
    assert "no-store, private" in response["Cache-Control"]
    read = " ".join(PdfReader(io.BytesIO(response.content)).pages[0].extract_text().split())
    assert report.reference in read
    assert links.code_for(link) in read
    assert "<b>Echt</b>" in read
    assert "Vraag het me later" in read


def test_information_with_a_file_comes_in_after_closing_too(client):
    """Proves that a closed report takes a message with a file, and that a double click is one message."""
    report = make.report("closed", assignee=people.user("team"))
    page = page_of(client, report.secret_links.get())
    given = {"text": "Het speelt weer.", "documents": files.upload("brief.pdf", files.PDF)}
    assert client.post(page, given).status_code == 302
    assert client.post(page, {"text": "Het speelt weer."}).status_code == 422
    assert report.messages.get().text == "Het speelt weer."
    assert report.attachments.get().audience == "reporter"
    entry = report.timeline.filter(type="melding.added").get()
    assert "speelt" not in json.dumps(entry.data)
    assert "brief.pdf" in text_of(client.get(page))


def test_a_withdrawn_report_takes_nothing_more(client):
    """Proves that who withdrew finds no form, but the way to a new report; and keeps what was typed when the
    page was still open."""
    report = make.report("withdrawn")
    page = page_of(client, report.secret_links.get())
    shown = text_of(client.get(page))
    assert 'name="text"' not in shown and f'href="{START}"' in shown
    response = client.post(page, {"text": "Toch nog iets."})
    assert response.status_code == 422
    assert "Je trok deze melding in" in text_of(response)
    assert "Toch nog iets." in text_of(response)
    assert not report.messages.exists()


def test_each_choice_is_made_by_itself(client):
    """Proves that consents change separately, are shown, and that the timeline names no answer."""
    report = make.report("in_intake")
    page = page_of(client, report.secret_links.get())
    given = {"employer_may_know": "no", "publish_consent": "yes", "ministry_may_contact": "False"}
    assert client.post(f"{page}keuzes/", given).url == page
    report.refresh_from_db()
    assert (report.publish_consent, report.employer_may_know, report.ministry_may_contact) == (
        "yes", "no", False,
    )  # fmt: skip
    assert "Ja, zonder namen" in text_of(client.get(page))
    assert report.timeline.get(type="melding.choices").data == {}
    assert client.post(f"{page}keuzes/", {**given, "publish_consent": "x"}).status_code == 422


def test_asking_to_look_again_becomes_a_task_and_the_coordinator_decides(client):
    """Proves that a reporter asks once, that it waits as a task, and that a coordinator reopens."""
    adviser = people.user("team")
    report = make.report("answered", assignee=adviser)
    page = page_of(client, report.secret_links.get())
    assert "Vraag om heropenen" in text_of(client.get(page))
    assert client.post(f"{page}heropenen/", {"reason": ""}).status_code == 422
    assert client.post(f"{page}heropenen/", {"reason": "De school weigert nog."}).url == page
    waiting = text_of(client.get(page))
    assert "Vraag om heropenen" not in waiting and "De coördinator kijkt naar je vraag." in waiting
    assert Task.objects.get().assignee == adviser
    again = client.post(f"{page}heropenen/", {"reason": "Nog eens"})
    assert "Je vroeg dit al" in text_of(again)
    coordinator = people.actor("coordinator")
    done = reports.reopen(report, "We bellen de school.", by=coordinator, now=timezone.now())
    assert (done.subject.state, done.subject.reopen_asked_at) == ("in_intake", None)
    assert "We kijken opnieuw naar de melding." in text_of(client.get(page))
    assert "We bellen de school." in text_of(client.get(page))


def test_an_open_report_cannot_be_asked_to_reopen(client):
    """Proves that who waits is pointed to a message instead."""
    report = make.report("accepted", case=make.case("context_analysis"))
    page = page_of(client, report.secret_links.get())
    assert "Vraag om heropenen" not in text_of(client.get(page))
    assert "Je melding loopt nog" in text_of(client.post(f"{page}heropenen/", {"reason": "Duurt lang."}))


def test_a_page_without_anything_to_answer_says_so(client):
    """Proves that a question to the reporter that is not asked (yet) is told in words with the way back,
    without a form, and that each opens when its time has come."""
    report = make.report("accepted", case=make.case("context_analysis"))
    page = page_of(client, report.secret_links.get())
    early = {
        "herken-je-dit": "Er is nog niets om op te reageren.",
        "kun-je-verder": "Er is nog geen uitkomst.",
        "werkt-het": "Er is nog geen uitkomst.",
        "heropenen": "Je melding loopt nog.",
    }
    for step, words in early.items():
        shown = text_of(client.get(f"{page}{step}/"))
        assert words in shown and "Hier valt nu niets in te vullen" in shown and "Verstuur mijn" not in shown
        assert f'href="{page}"' in shown
    away = make.report("closed", next_desk="Een vertrouwenspersoon")
    gone = text_of(client.get(page_of(client, away.secret_links.get())))
    assert "Ga verder bij: Een vertrouwenspersoon." in gone, "closed, and still nothing came of it here"
    assert "kun-je-verder/" not in gone and "wat de uitkomst voor jou betekent" not in gone
    make.statement(report.case)
    ObstacleReport.objects.filter(pk=report.pk).update(state="answered")
    assert "We vragen je dit later" in text_of(client.get(f"{page}werkt-het/"))
    ObstacleReport.objects.filter(pk=report.pk).update(aftercare_asked_at=timezone.now())
    for step in early:
        assert "Verstuur mijn" in text_of(client.get(f"{page}{step}/")), step


def test_right_after_the_outcome_we_ask_whether_it_helps(client):
    """Proves that the question comes with the outcome, once, that "nee" is a task and reopens nothing, and
    that the team reads why."""
    sent = make.sent_report(timezone.now())
    page = page_of(client, sent.link)
    question = f"{page}kun-je-verder/"
    assert question not in text_of(client.get(page))
    early = client.post(question, {"goes_on": "no"})
    assert "Er is nog geen uitkomst." in text_of(early)
    ObstacleReport.objects.filter(pk=sent.report.pk).update(state="answered")
    assert question in text_of(client.get(page))
    assert client.post(question, {"goes_on": ""}).status_code == 422
    client.post(question, {"goes_on": "no", "explanation": "De school houdt vol."})
    after = text_of(client.get(page))
    assert question not in after and "Kun je hiermee verder? Het antwoord: nee." in after
    sent.report.refresh_from_db()
    assert sent.report.state == "answered"
    assert Task.objects.get(dossier=sent.report.pk).title.startswith("De melder kan niet verder")
    desk = browser_of(people.user("team")).get(reverse("rir_desk:report", args=[sent.report.pk]))
    assert "De school houdt vol." in text_of(desk)


def test_weeks_later_we_ask_whether_it_works(client):
    """Proves that the question comes half a year after the outcome, once, and that "no" becomes a task."""
    team, now = people.actor("team"), make.NOW
    report = make.report("accepted", case=make.case("outcome_set"), email="x")
    reports.answer(report, "Het mag.", by=team, now=now)
    half_year = now + relativedelta(months=6)
    assert tasks.ask_aftercare(half_year - timedelta(days=1)) == 0
    assert tasks.ask_aftercare(half_year) == 1
    assert tasks.ask_aftercare(half_year) == 0
    report.refresh_from_db()
    with pytest.raises(NotNow):
        reporter.ask_whether_it_works(report, by=SYSTEM, now=half_year)
    page = page_of(client, report.secret_links.get())
    assert "Werkt het nu?" in text_of(client.get(page))
    assert client.post(f"{page}werkt-het/", {"works": "no", "text": "Nog niet."}).url == page
    report.refresh_from_db()
    assert (report.works_now, report.state) == ("no", "answered")
    assert Task.objects.get().dossier_id == report.pk
    assert "Vertel het ons" not in text_of(client.get(page))


def test_everything_held_about_a_reporter_can_be_taken_along(client):
    """Proves that the file holds answers, identity, messages, reactions, mails, links and course, in words
    and in Dutch time, and no notes of the team."""
    sent = make.sent_report(timezone.now(), name="Noor", email="noor@a.example", tried="Gebeld.")
    statement = make.statement(make.case("problem_statement"))
    wrong = {"recognises": "no", "explanation": "Het was de school.", "created_at": timezone.now()}
    Reaction.objects.create(report=sent.report, statement=statement, **wrong)
    deliver_due()
    reports.take(sent.report, by=people.actor("team"), now=timezone.now())
    reports.open_identity(sent.report, "bellen", by=people.actor("team"), now=timezone.now())
    page = page_of(client, sent.link)
    client.post(page, {"text": "Nog iets."})
    held = json.loads(client.get(f"{page}gegevens/").content)
    assert held["kenmerk"] == sent.report.reference
    assert held["melding"]["Wat heb je al geprobeerd?"] == "Gebeld."
    assert held["melding"]["Mag je werkgever weten dat jij dit meldt?"] == "Nee"
    assert [one["tekst"] for one in held["herken_je_dit"]] == ["Het was de school."]
    assert (held["links"][0]["keer_geopend"], len(held["mails"])) == (1, 1)
    assert datetime.fromisoformat(held["gemeld_op"]).utcoffset() == timezone.localtime().utcoffset()
    assert held["melder"]["e-mailadres"] == "noor@a.example"
    assert held["berichten"][0]["tekst"] == "Nog iets."
    assert held["keer_dat_iemand_je_naam_bekeek"] == 1
    assert "bellen" not in json.dumps(held)
    assert SearchDocument.objects.filter(dossier=sent.report, audience="public").count() == 0


def test_the_reporter_says_whether_our_words_are_right(client):
    """Proves that the approved problem is shown with the question, that "nee" is kept and becomes a task."""
    case = make.case("problem_statement", assignee=people.user("team"))
    statement = make.statement(case)
    report = make.report("accepted", case=case)
    page = page_of(client, report.secret_links.get())
    assert "Herken je dit?" in text_of(client.get(page))
    asked = text_of(client.get(f"{page}herken-je-dit/"))
    assert statement.for_reporter in asked
    assert client.post(f"{page}herken-je-dit/", {"recognises": "misschien"}).status_code == 422
    given = {"recognises": "no", "explanation": "Anders."}
    told = text_of(client.post(f"{page}herken-je-dit/", given, follow=True))
    assert "Een adviseur kijkt ernaar" in told and "Je zei: nee. Wijzig je antwoord" in told
    assert "De melder" not in told, "nobody is spoken of who reads along"
    assert report.reactions.get().explanation == "Anders."
    assert Task.objects.get().dossier_id == case.pk


def test_the_team_reads_what_the_reporter_said_besides(client):
    """Proves that the team sees the case that was named, what differs and how it came, and can reopen it."""
    case = make.case("context_analysis", visibility="public")
    report = make.report("answered", also_hits=case, differs="Bij ons ook in mei.", source="Op een regiodag.")
    reporter.ask_reopening(
        report, "De school weigert.", by=links.actor_for(report.secret_links.get()), now=make.NOW
    )
    browser = browser_of(people.user("coordinator"))
    screen = text_of(browser.get(reverse("rir_desk:report", args=[report.pk])))
    for told in (case.reference, "Bij ons ook in mei.", "Op een regiodag.", "om heropenen"):
        assert told in screen
    report.refresh_from_db()
    address = reverse("rir_desk:report_move", args=[report.pk, "reopen"])
    assert "De melder leest dit." in text_of(browser.get(address))
    browser.post(address, {"reason": "We bellen de school.", "seen": report.version})
    report.refresh_from_db()
    assert report.state == "in_intake"
    to_case = text_of(browser.get(reverse("rir_desk:report_to_case", args=[report.pk])))
    assert f'value="{case.pk}" selected' in to_case


def test_another_address_is_confirmed_by_the_new_and_told_to_the_old(client, mailoutbox):
    """Proves that nothing changes before the new mailbox confirms, and that the old one hears of it."""
    sent = make.sent_report(timezone.now(), email="oud@a.example")
    page = page_of(client, sent.link)
    assert client.post(f"{page}adres/", {"email": "verkeerd@a.example"}).url == page
    mistyped = mailed_link(mailoutbox)
    assert client.post(f"{page}adres/", {"email": "nieuw@a.example"}).url == page
    assert Client().post(mistyped).status_code == 404, "only the last address can confirm"
    identity = sent.report.identity
    identity.contact.refresh_from_db()
    assert identity.contact.email == "oud@a.example"
    assert [mail.to for mail in mailoutbox] == [["verkeerd@a.example"], ["nieuw@a.example"]]
    elsewhere = Client()
    confirm = elsewhere.post(mailed_link(mailoutbox)).url
    assert "Ja, dit is mijn adres" in text_of(elsewhere.get(confirm))
    identity.contact.refresh_from_db()
    assert identity.contact.email == "oud@a.example", "looking changes nothing"
    assert re.search('Je adres is bevestigd.*/volgen/"', text_of(elsewhere.post(confirm)), re.DOTALL)
    identity.contact.refresh_from_db()
    assert (identity.contact.email, identity.contact.new_email) == ("nieuw@a.example", "")
    assert mailoutbox[-1].to == ["oud@a.example"]
    assert "nieuw@a.example" not in str(mailoutbox[-1].message())
    assert elsewhere.post(confirm).status_code == 404
    assert not [e for e in sent.report.timeline.all() if "example" in json.dumps(e.data)]


def test_who_was_anonymous_can_give_an_address_later(client, mailoutbox):
    """Proves that an anonymous reporter becomes reachable once the address is confirmed, and not before."""
    report = make.sent_report(timezone.now()).report
    page = page_of(client, report.secret_links.get())
    assert "Geef een e-mailadres" in text_of(client.get(page))
    client.post(f"{page}adres/", {"email": "nieuw@a.example"})
    assert "Geef een e-mailadres" in text_of(client.get(page))
    elsewhere = Client()
    elsewhere.post(elsewhere.post(mailed_link(mailoutbox)).url)
    assert "Wijzig je e-mailadres" in text_of(client.get(page))
    assert report.identity.contact.email == "nieuw@a.example"


def test_the_first_screen_helps_with_examples_and_with_each_question(client):
    """What others reported is text to read, and no button that does nothing; every question of every screen
    has help, and help at a written answer belongs to its field."""
    page = text_of(client.get(START))
    examples = page.partition('aria-labelledby="voorbeelden">')[2].partition("</div>")[0]
    assert examples.count("<li>") >= 3
    assert not re.search(r'<(a|button)\b|class="chip', examples)
    for name in ("story", "goal", "effect"):
        described = re.search(rf'<textarea[^>]*name="{name}"[^>]*aria-describedby="([^"]+)"', page)
        assert described and all(f'id="{one}"' in page for one in described[1].split()), name
    for screen in (ObstacleScreen, RuleScreen, AboutYouScreen):
        assert [name for name, field in screen().fields.items() if not field.help_text] == []


def test_the_last_screen_promises_what_the_coordinator_set(client):
    """The days until a first answer and the months that a name is kept are the settings of this moment."""
    client.post(START, ONE)
    client.post(SECOND, {})
    client.post(THIRD, THREE)
    page = text_of(client.get(CHECK))
    assert "Binnen 5 werkdagen neemt" in page and "verwijderen we 12 maanden nadat" in page
    DeskTerms.objects.update_or_create(pk=1, defaults={"first_contact": 1})
    RetentionPeriod.objects.create(rule="melding.melder", length=6, set_at=timezone.now())
    page = text_of(client.get(CHECK))
    assert "Binnen 1 werkdag neemt" in page and "verwijderen we 6 maanden nadat" in page
