# SPDX-License-Identifier: EUPL-1.2
"""Secret links and the pages behind them against whatever may be sent to them."""

import re
import uuid
from datetime import timedelta
from html import escape, unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from netwerk import links
from netwerk.models import Dossier, Message, SecretLink
from ruimte_in_de_regels.models import MinistryAnswer, MinistryThread, ObstacleReport
from tests.factories import obstacles

pytestmark = pytest.mark.django_db
RULES = "ruimte_in_de_regels"
HTML = "<script>alert('1')</script> 😀 \u202eمرحبا\u202c & meer"
ANSWER = {"stance": "follows", "kind": "explanation", "reasoning": "Het mag al."}


def door(link):
    """Return the address that is mailed."""
    return reverse("secret_link", args=[links.token_for(link)])


def opened(client, link):
    """Open a secret link in this browser and return the address behind it."""
    response = client.post(door(link))
    assert response.status_code == 302
    return response.url


def errors(response):
    """Return the sentences at the fields."""
    form = response.context["form"]
    return {name: [unescape(text) for text in texts] for name, texts in form.errors.items()}


@pytest.fixture
def report(db):
    """A report whose reporter was asked something."""
    return obstacles.report("waiting_reporter")


@pytest.fixture
def own_page(client, report):
    """The reporter's page, opened in this browser."""
    return opened(client, report.secret_links.get())


@pytest.fixture
def thread(db):
    """A question that a ministry has."""
    return obstacles.thread(state="acknowledged")


@pytest.fixture
def sheet(client, thread):
    """The ministry's sheet, opened in this browser."""
    return opened(client, obstacles.thread_link(thread))


# --- The door --------------------------------------------------------------------------------------


@pytest.fixture
def closed_doors(report):
    """Addresses that open nothing, each for another reason."""
    live, expired = report.secret_links.get(), obstacles.report().secret_links.get()
    revoked = obstacles.report().secret_links.get()
    SecretLink.objects.filter(pk=expired.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    links.revoke(revoked, timezone.now())
    token = links.token_for(live)
    wrong = (token[:-1], token + "A", token.swapcase(), "x" * 3000, "kort", "😀", "%00", "%2e%2e")
    return {
        "expired": door(expired),
        "revoked": door(revoked),
        "public id": f"/l/{live.public_id}/",
        "hash": f"/l/{live.token_hash}/",
        **{name: f"/l/{name}/" for name in wrong},
    }


def test_every_closed_door_looks_the_same(client, closed_doors):
    """Proves that wrong, expired, revoked and half links give one page, with the same status and words."""
    answers = set()
    for name, address in closed_doors.items():
        for response in (client.get(address), client.post(address)):
            bare = re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", response.content)
            answers.add((response.status_code, bare, response["Cache-Control"], response["Referrer-Policy"]))
            assert not response.cookies, name
    assert len(answers) == 1
    status, body, cache, _referrer = answers.pop()
    assert status == 404
    assert "Deze link werkt niet" in body.decode()
    assert "no-store" in cache


def test_guessing_is_slowed_down_and_looks_the_same(client, report, monkeypatch):
    """Proves that who tries too often meets the same page, also with a right link."""
    address = door(report.secret_links.get())
    assert client.get(address).status_code == 200
    wrong = client.get("/l/mis/")
    monkeypatch.setattr(links, "TRIES_PER_MINUTE", 0)
    late = client.post(address)
    assert (late.status_code, late.content) == (404, wrong.content)
    assert SecretLink.objects.get(dossier=report).opened == 0


def test_looking_at_the_door_opens_nothing(client, report):
    """Proves that mail scanners, which only look, neither count as an opening nor get in."""
    link = report.secret_links.get()
    for method in (client.get, client.head):
        assert method(door(link)).status_code == 200
    assert SecretLink.objects.get(pk=link.pk).opened == 0
    status = reverse(f"{RULES}:report_status", args=[link.public_id])
    assert client.get(status).status_code == 404
    assert client.get(opened(client, link)).status_code == 200
    assert SecretLink.objects.get(pk=link.pk).opened == 1
    assert client.put(door(link)).status_code == 405


@pytest.mark.parametrize("change", ["expire", "revoke"])
def test_a_link_that_closes_takes_its_page_along(client, report, own_page, change):
    """Proves that an opened page closes with its link, for reading and for sending."""
    assert client.get(own_page).status_code == 200
    if change == "revoke":
        links.revoke(report.secret_links.get(), timezone.now())
    else:
        SecretLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert client.get(own_page).status_code == 404
    assert client.post(own_page, {"text": "Toch nog iets"}).status_code == 404
    assert not Message.objects.exists()


def test_no_page_behind_a_link_opens_for_another(client, own_page, sheet, report, thread):
    """Proves that a page of somebody else is not there, by its own id, another kind's or a random one."""
    other_report = obstacles.report("waiting_reporter").secret_links.get()
    other_thread = obstacles.thread_link(obstacles.thread(state="acknowledged", code="vws"))
    reporters = (
        "report_status", "report_withdraw", "report_choices", "report_reopen", "report_works",
        "report_recognise",
    )  # fmt: skip
    ministries = ("thread_sheet", "thread_check", "thread_ask", "thread_extend", "thread_pass_on")
    strange = [other_report, other_thread, uuid.uuid4()]
    mine = {"report": report.secret_links.get(), "thread": obstacles.thread_link(thread)}
    for name in (*reporters, *ministries, "thread_received", "thread_studying"):
        wrong_kind = mine["thread" if name in reporters else "report"]
        for key in (*strange, wrong_kind):
            address = reverse(f"{RULES}:{name}", args=[getattr(key, "public_id", key)])
            assert client.post(address, {"text": "x", "reason": "x"}).status_code == 404, address
            assert client.get(address).status_code in (404, 405), address
    assert ObstacleReport.objects.filter(state="waiting_reporter").count() == 2
    assert MinistryThread.objects.filter(state="acknowledged").count() == 2


@pytest.mark.parametrize("page", ["own_page", "sheet"])
def test_a_broken_id_is_an_ordinary_missing_page(client, request, page):
    """Proves that what is no id at all gives the ordinary page for that."""
    address = request.getfixturevalue(page)
    for wrong in ("1", "' OR 1", "00000000-0000-0000-0000-00000000000g", "%00"):
        broken = re.sub(r"[0-9a-f-]{36}", wrong, address)
        assert client.get(broken).status_code == 404


def test_looking_never_changes_anything(client, own_page, sheet):
    """Proves that no page behind a link writes anything to a dossier when it is only looked at."""
    MinistryAnswer.objects.create(thread=MinistryThread.objects.get(), **ANSWER, updated_at=timezone.now())
    before = list(Dossier.objects.order_by("pk").values())
    paths = [own_page, f"{own_page}intrekken/", sheet]
    paths += [
        f"{own_page}{part}/"
        for part in ("bewijs", "gegevens", "keuzes", "heropenen", "werkt-het", "herken-je-dit")
    ]
    paths += [f"{sheet}{part}/" for part in ("controleren", "vraag", "uitstel", "doorsturen", "niet-van-ons")]
    with CaptureQueriesContext(connection) as queries:
        for path in paths:
            assert client.get(path).status_code == 200, path
            assert client.head(path).status_code == 200, path
        for part in ("ontvangen", "onderzoeken"):
            assert client.get(f"{sheet}{part}/").status_code == 405
    written = [q["sql"] for q in queries if re.match(r"(INSERT|UPDATE|DELETE)", q["sql"])]
    assert not [sql for sql in written if "django_session" not in sql and "cache" not in sql]
    assert list(Dossier.objects.order_by("pk").values()) == before


# --- The reporter's page ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Vul ‘Je bericht’ in."),
        (" \r\n ", "Vul ‘Je bericht’ in."),
        ("x" * 3001, "1 teken te veel"),
        ("nul\x00teken", "onleesbaar teken"),
    ],
)
def test_wrong_reply(client, report, own_page, typed, sentence):
    """Proves that a wrong reply is told at its field, kept, and changes nothing."""
    response = client.post(own_page, {"text": typed, "token": "x"})
    assert response.status_code == 422
    assert sentence in errors(response)["text"][0]
    assert typed.replace("\x00", "").strip() in response.content.decode()
    report.refresh_from_db()
    assert report.state == "waiting_reporter"


def test_odd_reply_is_kept_and_shown_as_text(client, own_page):
    """Proves that HTML, emoji and right-to-left come through whole, as text."""
    assert client.post(own_page, {"text": HTML, "state": "closed"}).status_code == 302
    html = client.get(own_page).content.decode()
    assert escape(HTML) in html
    assert "<script>alert" not in html
    assert ObstacleReport.objects.get().state == "in_intake"


def test_replying_twice_counts_once(client, own_page):
    """Proves that a second click sends nothing twice, says so, and keeps what was typed."""
    assert client.post(own_page, {"text": "Het was in juli."}).status_code == 302
    response = client.post(own_page, {"text": "Het was in juli."})
    assert response.status_code == 422
    assert "Dit kan niet meer" in response.content.decode()
    assert Message.objects.count() == 1


def test_withdrawing_twice_or_with_nonsense(client, own_page):
    """Proves that too long a reason is told, withdrawing works once, and the second time is told too."""
    address = f"{own_page}intrekken/"
    response = client.post(address, {"reason": "x" * 1001})
    assert response.status_code == 422
    assert "1 teken te veel" in errors(response)["reason"][0]
    assert ObstacleReport.objects.get().state == "waiting_reporter"
    assert client.post(address, {"reason": HTML}).status_code == 302
    assert ObstacleReport.objects.get().state == "withdrawn"
    again = client.post(address, {"reason": "nog eens"}, follow=True)
    assert "Dit kan niet meer" in again.content.decode()
    assert Message.objects.count() == 1
    assert "<script>alert" not in again.content.decode()


# --- The ministry's sheet --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"stance": ""}, "stance", "Kies een antwoord"),
        ({"stance": "silent"}, "stance", "Kies een van de antwoorden"),
        ({"kind": "x" * 500}, "kind", "Kies een van de antwoorden"),
        ({"reasoning": "  "}, "reasoning", "Vul ‘Leg je antwoord uit’ in."),
        ({"reasoning": "x" * 5001}, "reasoning", "1 teken te veel"),
        ({"public_text": "a\x00b"}, "public_text", "onleesbaar teken"),
        ({"commitment_date_dag": "31"}, "commitment_date", "Vul ook de maand en het jaar in."),
        (
            {"commitment_date_dag": "31", "commitment_date_maand": "2", "commitment_date_jaar": "2027"},
            "commitment_date", "Deze datum bestaat niet.",
        ),
        (
            {"commitment_date_dag": "9" * 999, "commitment_date_maand": "x", "commitment_date_jaar": "-1"},
            "commitment_date", "Schrijf de datum in cijfers",
        ),
        (
            {"commitment_date_dag": "9" * 9999, "commitment_date_maand": "2", "commitment_date_jaar": "2027"},
            "commitment_date", "Deze datum bestaat niet.",
        ),
    ],
)  # fmt: skip
def test_wrong_answer(client, sheet, changed, field, sentence):
    """Proves that each wrong part of an answer is told at its field, and the rest is kept as typed."""
    response = client.post(sheet, {**ANSWER, "sources": "https://wetten.example", **changed})
    assert response.status_code == 422
    assert list(errors(response)) == [field]
    assert sentence in errors(response)[field][0]
    assert "https://wetten.example" in response.content.decode()
    assert not MinistryAnswer.objects.exists()


def test_odd_answer_is_shown_as_text_everywhere(client, sheet, thread):
    """Proves that HTML in an answer is text on the sheet, on the check page and on the public page."""
    typed = {**ANSWER, "reasoning": HTML, "public_text": HTML, "state": "withdrawn", "ministry": "1"}
    assert client.post(sheet, typed).url == f"{sheet}controleren/"
    pages = [client.get(f"{sheet}controleren/"), client.get(sheet)]
    assert client.post(f"{sheet}controleren/", {"reasoning": "iets anders"}).status_code == 302
    text = obstacles.publication(thread.case, "published")
    pages += [client.get(sheet), Client().get(text.get_absolute_url())]
    for page in pages:
        assert page.status_code == 200
        assert "<script>alert" not in page.content.decode()
    assert escape(HTML) in pages[-1].content.decode()
    thread.refresh_from_db()
    assert (thread.state, thread.answer.reasoning, thread.ministry.code) == ("answered", HTML, "ocw")


def test_checking_cannot_be_skipped_and_sending_counts_once(client, sheet, thread):
    """Proves that nothing can be sent before it is written, and an answer that was sent does not change."""
    assert client.post(f"{sheet}controleren/").url == sheet
    assert client.post(sheet, {"keep": "1", "reasoning": "half"}).url == sheet
    assert client.post(f"{sheet}controleren/").url == sheet
    thread.refresh_from_db()
    assert thread.state == "acknowledged"
    client.post(sheet, ANSWER)
    for _ in range(2):
        assert client.post(f"{sheet}controleren/").url == sheet
    late = client.post(sheet, {**ANSWER, "reasoning": "Toch niet."})
    assert late.status_code == 422
    assert "al beantwoord" in late.content.decode()
    thread.refresh_from_db()
    assert (thread.state, thread.answer.reasoning) == ("answered", "Het mag al.")
    assert thread.case.timeline.filter(type="ministerievraag.answer").count() == 1


@pytest.mark.parametrize(
    ("page", "sent", "sentence"),
    [
        ("vraag", {"question": ""}, "Beantwoord de vraag ‘Wat wil je weten?’"),
        ("vraag", {"question": "x" * 2001}, "1 teken te veel"),
        ("niet-van-ons", {"name": "\x00"}, "onleesbaar teken"),
        ("niet-van-ons", {"name": "x" * 121}, "1 teken te veel"),
        ("uitstel", {"reason": "Vakantie"}, "Tot wanneer?"),
        (
            "uitstel",
            {"reason": "Vakantie", "dag": "1", "maand": "1", "jaar": "2020"},
            "Kies een datum na 18 januari 2027",
        ),
        (
            "uitstel",
            {"reason": "Vakantie", "dag": "1", "maand": "1", "jaar": "9999"},
            "uiterlijk 15 februari",
        ),
    ],
)
def test_wrong_small_forms(client, sheet, thread, page, sent, sentence):
    """Proves the same for a question back, naming the owner and more time; nothing moves."""
    typed = {f"new_date_{k}" if k in ("dag", "maand", "jaar") else k: v for k, v in sent.items()}
    response = client.post(f"{sheet}{page}/", {**typed, "x": "y"})
    assert response.status_code == 422
    assert any(sentence in text for texts in errors(response).values() for text in texts)
    if "reason" in sent:
        assert "Vakantie" in response.content.decode()
    thread.refresh_from_db()
    assert (thread.state, thread.extended_to) == ("acknowledged", None)


def test_steps_that_are_no_longer_possible_are_told(client, sheet, thread):
    """Proves that a button of an old page does nothing and says why."""
    again = client.post(f"{sheet}ontvangen/", follow=True)
    assert "Dit kan niet meer" in again.content.decode()
    MinistryThread.objects.update(state="withdrawn")
    for part in ("ontvangen", "onderzoeken"):
        assert "Dit kan niet meer" in client.post(f"{sheet}{part}/", follow=True).content.decode()
    response = client.post(sheet, ANSWER)
    assert response.status_code == 422
    assert "ingetrokken" in response.content.decode()
    assert not MinistryAnswer.objects.exists()
