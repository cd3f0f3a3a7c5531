# SPDX-License-Identifier: EUPL-1.2
"""The sheet of who is asked, walked as a policy officer does: contradictions, what must not be lost."""

from datetime import date

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from netwerk import links
from netwerk.deliveries import deliver_due
from ruimte_in_de_regels.actions import threads
from ruimte_in_de_regels.models import MinistryAnswer, MinistryThread
from tests.factories import files
from tests.factories import obstacles as make
from tests.factories.desk import Colleague

pytestmark = pytest.mark.django_db

GOOD = {
    "stance": "explains",
    "kind": "no_room",
    "reasoning": "De regel beschermt leerlingen.",
    "rule_purpose": "Vrije tijd.",
    "follow_up": "De afdeling mbo",
    "commitment_date_dag": "3",
    "commitment_date_maand": "2",
    "commitment_date_jaar": "2027",
}


def text_of(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def thread():
    case = make.case("escalated")
    make.statement(case)
    return make.thread(case, "acknowledged", "ocw")


@pytest.fixture
def sheet(client, thread):
    return client.post(f"/l/{links.token_for(make.thread_link(thread))}/").url


def test_an_answer_that_contradicts_itself_says_so_at_the_field(client, sheet, thread):
    """Following the proposal and "no room" at once, or refusing with "it may already", is asked about before
    it can be sent, on the sheet and where the team writes it down; "it lies elsewhere" names an owner."""
    for stance, kind, words in (
        ("follows", "no_room", "Jullie volgen het voorstel"),
        ("explains", "explanation", "Jullie volgen het voorstel niet"),
        ("explains", "elsewhere", "Gaat hier niet over"),
    ):
        response = client.post(sheet, {**GOOD, "stance": stance, "kind": kind})
        assert response.status_code == 422, (stance, kind)
        assert words in text_of(response)
        assert "De regel beschermt leerlingen." in text_of(response), "what was typed stays"
    passed = {**GOOD, "stance": "follows", "kind": "change", "commitment_date_jaar": "2020"}
    page = text_of(client.post(sheet, passed))
    assert "Deze dag is al voorbij." in page, "a promise by a day that was, would be late in public at once"
    assert not MinistryAnswer.objects.filter(thread=thread).exists()
    wrong = {**GOOD, "stance": "follows", "kind": "no_room", "channel": "phone"}
    page = text_of(Colleague("team").press("thread_move", thread.case_id, thread.pk, "answer", **wrong))
    assert "volgen het voorstel" in page
    assert MinistryThread.objects.get(pk=thread.pk).state == "acknowledged"


def test_not_ours_is_one_of_the_answers_and_leads_to_who_then(client, sheet, thread):
    """Choosing "not ours" as stance keeps what was typed, and asks who owns the rule; the reason is there."""
    chosen = {"stance": "not_ours", "reasoning": "De raad maakt de lijst."}
    response = client.post(sheet, chosen)
    assert response.url == reverse("ruimte_in_de_regels:thread_pass_on", args=[sheet.split("/")[-2]])
    assert "De raad maakt de lijst." in text_of(client.get(response.url))
    assert MinistryAnswer.objects.get(thread=thread).stance == "", "nothing was answered yet"
    client.post(response.url, {"party": "other", "name": "Voorbeeldraad", "why": "De raad maakt de lijst."})
    thread.refresh_from_db()
    assert (thread.state, str(thread.next_thread.ministry)) == ("not_competent", "Voorbeeldraad")


def test_a_step_that_cannot_be_made_says_so_instead_of_showing_a_form(client, sheet, thread):
    """Proves that whoever opens the address of a step too early or too late reads why and where to go, and
    gets no form; that asking for more time tells from when until when; and that a refusal keeps the form."""
    steps = ("vraag", "uitstel", "doorsturen", "niet-van-ons")
    may = {step: "<form" in text_of(client.get(f"{sheet}{step}/")).partition("<main")[2] for step in steps}
    assert all(may.values()), may
    assert "Jullie termijn loopt nu tot en met 18 januari 2027. Uitstel kan tot en met 15 februari 2027." in (
        text_of(client.get(f"{sheet}uitstel/"))
    )
    for state, words in (("sent", "Bevestig eerst"), ("answered", "De vraag heeft de status")):
        MinistryThread.objects.filter(pk=thread.pk).update(state=state)
        page = text_of(client.get(f"{sheet}uitstel/"))
        assert "Hier valt nu niets in te vullen" in page and words in page and sheet in page
        assert "<textarea" not in page
    late = text_of(client.post(f"{sheet}vraag/", {"question": "Om welke scholen gaat het?"}))
    assert "Om welke scholen gaat het?" in late, "what was typed stays"


def test_a_mail_offers_more_time_only_as_long_as_it_can_be_asked(thread):
    """Proves that a colleague who gets the question reads of more time once, and not after it was given."""
    for name, extended, offered in (("noor", None, True), ("bas", date(2027, 2, 1), False)):
        MinistryThread.objects.filter(pk=thread.pk).update(extended_to=extended)
        to = threads.Colleague(name.title(), f"{name}@ministerie.example", "jurist")
        threads.forward(thread, to, by=links.actor_for(make.thread_link(thread)), now=make.NOW)
        deliver_due(lambda: make.NOW)
        letter = next(letter for letter in mail.outbox if letter.to == [f"{name}@ministerie.example"])
        assert ("om uitstel vragen" in letter.body) is offered, name


def test_an_old_link_tells_that_the_question_was_asked_again(client, sheet, thread):
    """Proves that whoever opens the link to the first round reads that there is another, once it was sent."""
    MinistryThread.objects.filter(pk=thread.pk).update(state="answered")
    again = make.thread(thread.case, "draft", "ocw", round=2, previous=thread)
    assert "We vroegen het jullie opnieuw" not in text_of(client.get(sheet))
    MinistryThread.objects.filter(pk=again.pk).update(state="sent", sent_at=make.NOW)
    page = text_of(client.get(sheet))
    assert "We vroegen het jullie opnieuw" in page and "23 november 2026" in page


def test_what_was_sent_can_be_read_back_whole(client, sheet):
    """The date is in words before sending; afterwards every part stands on the sheet. The course tells
    no drafts, but where it stands. A second click says that it was answered, not by a colleague."""
    client.post(sheet, {**GOOD, "reasoning": "Half", "keep": "1"})
    page = text_of(client.get(sheet))
    assert "Beveiligde link voor OCW" in page
    assert "bewaarde een concept" not in page
    assert ">Nu<" in page, "where it stands"
    assert ">Antwoord</h3>" in page, "and what is still to come"
    check = client.post(sheet, GOOD).url
    assert "3 februari 2027" in text_of(client.get(check))
    client.post(check)
    page = text_of(client.get(sheet))
    for part in ("Vrije tijd.", "De afdeling mbo", "3 februari 2027", "Er is geen ruimte"):
        assert part in page
    twice = text_of(client.post(check, follow=True))
    assert "Deze vraag is al beantwoord." in twice
    assert "Een collega" not in twice


def test_a_file_is_not_lost_on_a_mistake_elsewhere(client, sheet, thread):
    """A good file that comes with an incomplete answer stands ready on the page that names the mistake."""
    upload = SimpleUploadedFile("uitleg.pdf", files.PDF, "application/pdf")
    page = text_of(client.post(sheet, {"reasoning": "Mijn uitleg", "documents": upload}))
    assert "Kies een antwoord bij" in page
    assert "uitleg.pdf" in page


def test_whoever_lost_the_session_hears_what_to_do(client, sheet):
    """The address of a sheet without its session says to open the link again, and of what was typed how to
    keep it; an address that never was, says the same."""
    stranger = Client()
    page = stranger.get(sheet)
    assert page.status_code == 404
    assert "Open dan de link uit je mail opnieuw" in text_of(page)
    assert page.headers["Cache-Control"] == "no-store, private"
    never = sheet.replace(sheet.split("/")[-2], "6d5a1c1e-0000-4000-8000-000000000000")
    assert stranger.get(never).content == page.content
    assert "Ga terug in je browser" in text_of(stranger.post(sheet, GOOD))
