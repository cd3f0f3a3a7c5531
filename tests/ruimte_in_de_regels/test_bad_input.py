# SPDX-License-Identifier: EUPL-1.2
"""The report form against whatever may be sent to it: a clear answer at the field, and nothing changed."""

import io
import uuid
from datetime import timedelta
from html import escape, unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from netwerk.models import Attachment, TimelineEntry
from ruimte_in_de_regels.models import ObstacleReport, ReportDraft
from tests.factories import files, obstacles

START = "/ruimte-in-de-regels/melden/"
SECOND, THIRD, CHECK = f"{START}2/", f"{START}3/", f"{START}4/"
SENT = f"{START}verstuurd/"
FILES = "documents"
STORY = "Onze leerlingen mogen in de zomer geen stage lopen."
ONE = {"story": STORY, "goal": "Dat het wel mag.", "effect": "", "domain": "mixed"}
THREE = {"employer_may_know": "no", "publish_consent": "later", "ministry_may_contact": "False"}
ODD = {
    "emoji": "Wij 👩🏽‍⚕️ mogen dit niet 😀 en dat is niet goed.",
    "right to left": "\u202eمرحبا\u202c שלום en dit is een gewoon knelpunt.",
    "html": "<script>alert(1)</script><b onclick='x()'>een knelpunt & een regel</b>",
    "template": "{{ settings.SECRET_KEY }} {% debug %} ${7*7} en een knelpunt",
}

pytestmark = pytest.mark.django_db


def show(text):
    """Return a text as a page shows it."""
    return escape(text)


def errors(response):
    """Return the sentences at the fields, in order."""
    form = response.context["form"]
    return {name: [unescape(text) for text in texts] for name, texts in form.errors.items()}


@pytest.fixture
def to(client):
    """Walk a visitor to a screen of the report form."""

    def walk(screen, third=THREE, browser=client, **first):
        for address, answers in ((START, {**ONE, **first}), (SECOND, {}), (THIRD, third))[: screen - 1]:
            assert browser.post(address, answers).status_code == 302, errors(browser.post(address, answers))
        return browser

    return walk


def draft():
    """Return the one draft there is."""
    return ReportDraft.objects.get()


# --- The screens: text -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"story": ""}, "story", "Beantwoord de vraag ‘Waar loop je tegenaan?’"),
        ({"story": " \t\r\n "}, "story", "Beantwoord de vraag ‘Waar loop je tegenaan?’"),
        ({"story": "te kort"}, "story", "Schrijf minstens 20 tekens."),
        ({"story": "x" * 3001}, "story", "Je hebt 1 teken te veel."),
        ({"story": "x" * 500_000}, "story", "Je hebt 497000 tekens te veel."),
        ({"story": f"nul\x00teken {STORY}"}, "story", "Er stond een onleesbaar teken"),
        ({"goal": "y" * 2010}, "goal", "Je hebt 10 tekens te veel."),
        ({"domain": ""}, "domain", "Kies een antwoord bij"),
        ({"domain": "space\x00"}, "domain", "Kies een van de antwoorden bij"),
        ({"domain": "' OR 1=1 --"}, "domain", "Kies een van de antwoorden bij"),
    ],
)
def test_wrong_text_on_the_first_screen(client, changed, field, sentence):
    """Proves that each wrong answer is told in Dutch at its own field, and the rest is kept as typed."""
    typed = {**ONE, "effect": "We sturen ze naar huis.", **changed}
    response = client.post(START, typed)
    html = response.content.decode()
    assert response.status_code == 422
    assert list(errors(response)) == [field]
    assert sentence in errors(response)[field][0]
    assert f'id="id_{field}_error"' in html
    assert f'href="#id_{field}' in html
    assert "<title>Fout: " in html
    kept = typed[field].replace("\x00", "").strip() if field != "domain" else typed["goal"]
    assert show(kept) in html
    assert "We sturen ze naar huis." in html
    assert "\x00" not in html
    assert not ReportDraft.objects.exists()


def test_a_text_in_which_nothing_can_be_seen_is_no_text(client):
    """Proves that marks of no width alone are an empty answer, and that those inside a text stay."""
    invisible = client.post(START, {**ONE, "story": "\u200b\u200d\u2060 " * 20})
    assert errors(invisible)["story"] == ["Beantwoord de vraag ‘Waar loop je tegenaan?’"]
    assert not ReportDraft.objects.exists()
    client.post(START, {**ONE, "story": f"\u200f{STORY} 👩\u200d⚕️"})
    assert ReportDraft.objects.get().answers["1"]["story"].endswith("👩\u200d⚕️")


@pytest.mark.parametrize(
    ("screen", "changed", "field", "sentence"),
    [
        (2, {"people": "veel"}, "people", "Vul bij ‘Hoeveel mensen raakt het ongeveer?’ een getal in"),
        (2, {"people": "-1"}, "people", "ongeveer?’ een getal in van minstens 0."),
        (2, {"people": "9" * 40}, "people", "ongeveer?’ een getal in van hoogstens 1000000."),
        (2, {"people": "9" * 9000}, "people", "een getal in"),
        (2, {"rule_kind": "wet"}, "rule_kind", "Kies een van de antwoorden"),
        (2, {"rule_text": "r" * 301}, "rule_text", "1 teken te veel"),
        (2, {"initiative": "a\x00b"}, "initiative", "onleesbaar teken"),
        (3, {"email": "noor@"}, "email", "Vul een e-mailadres in"),
        (3, {"email": "noor@x.nl\nBcc: a@b.nl"}, "email", "Vul een e-mailadres in"),
        (3, {"email": f"{'n' * 400}@x.nl"}, "email", "te veel"),
        (3, {"sector": "9" * 40}, "sector", "Kies een van de antwoorden"),
        (3, {"region": "drop table"}, "region", "Kies een van de antwoorden"),
        (3, {"themes": ["9" * 40]}, "themes", "Kies een van de antwoorden"),
        (3, {"themes": ["1", "-5"]}, "themes", "Kies een van de antwoorden"),
        (3, {"themes": "\x00"}, "themes", "niet toegestaan"),
        (3, {"publish_consent": "x"}, "publish_consent", "Kies een van de antwoorden"),
        (3, {"employer_may_know": ""}, "employer_may_know", "Kies een antwoord"),
        (3, {"ministry_may_contact": "True"}, "email", "Anders kan niemand je bereiken."),
        (3, {"phone": "1" * 31}, "phone", "1 teken te veel"),
    ],
)
def test_wrong_answers_on_later_screens(client, to, screen, changed, field, sentence):
    """Proves the same for the rule and for who somebody is, with forged choices among them."""
    to(screen)
    address, base = {2: (SECOND, {"tried": "We belden."}), 3: (THIRD, {**THREE, "name": "Noor"})}[screen]
    response = client.post(address, {**base, **changed})
    assert response.status_code == 422
    assert list(errors(response)) == [field]
    assert any(sentence in text for text in errors(response)[field])
    assert ("We belden." if screen == 2 else 'value="Noor"') in response.content.decode()
    assert draft().reached == screen


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_text_comes_through_whole_and_harmless(client, to, text):
    """Proves that emoji, right-to-left, HTML and template code are kept, and shown as text only."""
    to(4, story=text)
    assert show(text) in client.get(START).content.decode()
    html = client.get(CHECK).content.decode()
    assert show(text) in html
    client.post(CHECK, {"privacy": "on"})
    report = ObstacleReport.objects.get()
    assert report.story == text
    own = client.get(reverse("ruimte_in_de_regels:report_status", args=[report.secret_links.get().public_id]))
    assert show(text) in own.content.decode()
    for page in (html, own.content.decode()):
        assert "<script>alert" not in page
        assert "<b onclick" not in page


def test_control_characters_and_line_ends_are_put_right(client, to):
    """Proves that what nobody types is gone, and a line end counts once."""
    to(4, story="Eerste regel van het verhaal\r\n\x07\x1btweede regel\x0b.")
    client.post(CHECK, {"privacy": "on"})
    assert ObstacleReport.objects.get().story == "Eerste regel van het verhaal\ntweede regel."


def test_a_text_of_exactly_the_limit_fits(client, to):
    """Proves that the limit itself is allowed, also with line ends that a browser sends double."""
    to(2, story="x" * 2998 + "\r\n" + "y")
    assert draft().reached == 2


@pytest.mark.parametrize(
    "sent", [{"story": "x" * 3_000_000}, {f"veld{number}": "x" for number in range(600)}], ids=["big", "many"]
)
def test_a_flood_is_refused_with_a_page(client, sent):
    """Proves that a form far too large, or with far too many fields, is refused in words."""
    response = client.post(START, sent)
    assert response.status_code == 400
    assert "Dit verzoek konden we niet lezen" in response.content.decode()


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ('{"story": "x"}', "application/json"),
        ("\xff\xfe%%%=&&&", "application/x-www-form-urlencoded"),
        ("--x\r\nonzin", "multipart/form-data; boundary=x"),
        ("geen grens", "multipart/form-data"),
    ],
)
def test_a_body_that_is_no_form(client, body, content_type):
    """Proves that something else than a form never breaks the page: it is an empty form, or refused."""
    response = client.generic("POST", START, body, content_type)
    assert response.status_code in (400, 422)
    assert "<h1>" in response.content.decode()


def test_without_token_nothing_is_taken():
    """Proves that a form from elsewhere is refused, and says what to do."""
    response = Client(enforce_csrf_checks=True).post(START, ONE)
    assert response.status_code == 403
    assert "nog een keer" in response.content.decode()
    assert not ReportDraft.objects.exists()


# --- The screens: tampering ------------------------------------------------------------------------


def test_fields_that_are_not_asked_are_not_taken(client, to):
    """Proves that state, case, reference, channel and owner cannot be sent along on any screen."""
    other = obstacles.case("weighing_answers")
    extra = {
        "state": "closed", "case": str(other.pk), "reference": "RR-1-1", "kind": "casus", "channel": "phone",
        "visibility": "public", "assignee": "1", "is_demo": "on", "reached": "4", "title": "Gekozen titel",
        "submission_key": str(uuid.uuid4()), "id": "1", "privacy": "on", "next_desk": "x", "case_id": "1",
    }  # fmt: skip
    for address, answers in ((START, ONE), (SECOND, {}), (THIRD, THREE)):
        assert client.post(address, {**answers, **extra}).status_code == 302
    assert set(draft().answers["1"]) == {"story", "goal", "effect", "domain"}
    client.post(CHECK, {**extra, "privacy": "on"})
    report = ObstacleReport.objects.get()
    assert (report.state, report.case, report.kind, report.channel) == ("received", None, "melding", "web")
    assert (report.visibility, report.assignee, report.is_demo) == ("team", None, False)
    assert report.title == STORY
    assert report.reference.startswith("RR-20")
    assert report.next_desk == ""


@pytest.mark.parametrize("sent", [{"privacy": ""}, {"privacy": "on", "website": "https://spam.example"}])
def test_last_screen_needs_consent_and_a_person(client, to, sent):
    """Proves that nothing is sent without the tick, or when the hidden field was filled in."""
    to(4)
    response = client.post(CHECK, sent)
    assert response.status_code == 422
    assert errors(response)
    assert STORY in response.content.decode()
    assert not ObstacleReport.objects.exists()


def test_no_screen_can_be_skipped(client, to):
    """Proves that asking or sending a later screen leads to the first one that is still open."""
    for address in (SECOND, THIRD, CHECK):
        for response in (client.get(address), client.post(address, {**THREE, "privacy": "on"})):
            assert (response.status_code, response.url) == (302, START)
    to(2)
    for address in (THIRD, CHECK):
        for response in (client.get(address), client.post(address, {**THREE, "privacy": "on"})):
            assert (response.status_code, response.url) == (302, SECOND)
    assert "Vul eerst deze stap in." in client.get(SECOND).content.decode()
    assert draft().reached == 2
    assert client.get(f"{START}1/").status_code == 404
    assert client.get(f"{START}9/").status_code == 404


def test_what_stopped_being_right_is_asked_again(client, to):
    """Proves that answers are checked once more before sending: a kept wrong one stops the sending."""
    to(4)
    kept = draft()
    kept.answers["3"]["publish_consent"] = "x"
    kept.save()
    response = client.post(CHECK, {"privacy": "on"})
    assert response.url == THIRD
    assert "klopt iets niet meer" in client.get(THIRD).content.decode()
    assert not ObstacleReport.objects.exists()


@pytest.mark.parametrize("age", [timedelta(days=8), None])
def test_a_draft_that_is_gone_is_told(client, to, age):
    """Proves that after a week, or after cleaning up, somebody is told to begin again."""
    to(3)
    if age:
        ReportDraft.objects.update(updated_at=timezone.now() - age)
    else:
        ReportDraft.objects.all().delete()
    response = client.post(THIRD, THREE, follow=True)
    assert response.redirect_chain == [(START, 302)]
    assert "Begin hier opnieuw." in response.content.decode()


def test_two_visitors_never_meet(to):
    """Proves that a draft belongs to one browser: another one sees nothing of it."""
    noor, other = Client(), Client()
    to(4, browser=noor)
    assert STORY not in other.get(START).content.decode()
    assert other.get(CHECK).url == START


# --- Sending twice ---------------------------------------------------------------------------------


def test_sending_twice_makes_one_report(client, to):
    """Proves that a second click, and the same form from a page that stayed open, make no second report."""
    to(4)
    waiting = dict(client.session.items())
    first, second = client.post(CHECK, {"privacy": "on"}), client.post(CHECK, {"privacy": "on"})
    assert first.url == second.url == SENT
    session = client.session
    session.update(waiting)  # two requests that left the browser at the same moment
    session.save()
    third = client.post(CHECK, {"privacy": "on"})
    assert third.url == SENT
    assert ObstacleReport.objects.count() == 1
    assert TimelineEntry.objects.filter(type="melding.sent").count() == 1
    assert client.get(SENT).context["reference"] == ObstacleReport.objects.get().reference


def test_after_sending_no_screen_leads_back(client, to):
    """Proves that the back button shows no old answers, and that what is sent then starts a new report."""
    to(4)
    client.post(CHECK, {"privacy": "on"})
    assert STORY not in client.get(START).content.decode()
    for address in (SECOND, THIRD):
        assert client.post(address, THREE).url == START
    assert ObstacleReport.objects.count() == 1


def test_the_answers_leave_the_draft(client, to):
    """Proves that who reported stands in one place only once it is sent."""
    to(4, third={**THREE, "email": "noor@voorbeeld.example", "name": "Noor"})
    assert "noor@voorbeeld.example" in str(draft().answers)
    client.post(CHECK, {"privacy": "on"})
    assert draft().answers == {}


def test_many_reports_from_one_address_are_slowed_down(client, to, monkeypatch):
    """Proves that above the limit nothing is sent, nothing is lost, and the page says when to try again."""
    monkeypatch.setattr("ruimte_in_de_regels.views.report.REPORTS_AN_HOUR", 0)
    to(4)
    response = client.post(CHECK, {"privacy": "on"}, follow=True)
    assert "Probeer het over een uur nog eens." in response.content.decode()
    assert STORY in response.content.decode()
    assert not ObstacleReport.objects.exists()


# --- Files -----------------------------------------------------------------------------------------

BAD_FILES = {
    "program as pdf": (files.upload, "brief.pdf", b"MZ\x90\x00" + bytes(64), "iets anders dan de naam"),
    "page as picture": (files.upload, "foto.png", b"<html><script>alert(1)</script>", "iets anders"),
    "picture as other picture": (files.upload, "foto.png", files.picture("JPEG"), "iets anders"),
    "spreadsheet as text": (files.upload, "lijst.xlsx", files.docx(), "iets anders"),
    "svg": (files.upload, "tekening.svg", b"<svg xmlns='x'><script/></svg>", "kunnen we niet lezen"),
    "page": (files.upload, "pagina.html", b"<html></html>", "kunnen we niet lezen"),
    "no ending": (files.upload, "bestand", files.PDF, "kunnen we niet lezen"),
    "two endings": (files.upload, "foto.png.exe", files.picture(), "kunnen we niet lezen"),
    "empty": (files.upload, "leeg.pdf", b"", "is leeg"),
    "page in a picture": (files.upload, "foto.png", files.picture()[:33] + b"<html>", "iets anders"),
    "archive in a picture": (
        files.upload, "foto.png", files.picture() + files.archive({"a": b"b"}), "iets anders",
    ),
    "archive in a pdf": (files.upload, "brief.pdf", files.PDF + files.archive({"a": b"b"}), "iets anders"),
    "page in a pdf": (files.upload, "brief.pdf", files.PDF[:9] + b"<html><script>", "iets anders"),
    "junk before a pdf": (files.upload, "brief.pdf", b"MZ" + files.PDF, "iets anders"),
    "broken picture": (files.upload, "foto.png", files.picture(size=(90, 90))[:60], "beschadigd"),
    "enormous picture": (files.upload, "foto.png", files.huge_dimensions(), "foto"),
    "macros": (files.upload, "brief.docx", files.docx({"word/vbaProject.bin": b"x"}), "bevat macro's"),
    "zip bomb": (files.upload, "brief.docx", files.zip_bomb(), "uitgepakt te groot"),
    "very many parts": (
        files.upload, "brief.docx", files.docx({f"p{n}": b"" for n in range(2100)}), "uitgepakt te groot",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("make", "name", "content", "sentence"), BAD_FILES.values(), ids=BAD_FILES)
def test_wrong_files_are_refused_by_name(client, to, make, name, content, sentence):
    """Proves that content counts and not the name: each wrong file is named with what to do, and not kept;
    the right one beside it is."""
    to(2)
    sent = {"tried": "We belden.", FILES: [make(name, content), files.upload("goed.pdf", files.PDF)]}
    response = client.post(SECOND, sent)
    assert response.status_code == 422
    assert list(errors(response)) == [FILES]
    assert sentence in errors(response)[FILES][0]
    html = response.content.decode()
    assert "We belden." in html
    assert [file.name for file in Attachment.objects.all()] == ["goed.pdf"] and "goed.pdf (" in html
    assert draft().reached == 2


def test_a_huge_file_is_refused(client, to, settings):
    """Proves that the size limit is told in megabytes, before anything else is looked at."""
    to(2)
    content = files.PDF + bytes(settings.ATTACHMENT_MAX_BYTES)
    response = client.post(SECOND, {FILES: files.upload("groot.pdf", content)})
    assert errors(response)[FILES] == ["‘groot.pdf’ is te groot. Een bestand mag 10 MB zijn."]


def test_too_many_files_are_refused_whole(client, to, settings):
    """Proves that the count holds for one sending and for all together, and that nothing is half kept."""
    to(2)

    def pdfs(count):
        return {FILES: [files.upload(f"{n}.pdf", files.PDF) for n in range(count)]}

    response = client.post(SECOND, pdfs(6))
    assert errors(response)[FILES] == ["Kies hoogstens 5 bestanden."]
    assert client.post(SECOND, pdfs(3)).status_code == 302
    response = client.post(SECOND, pdfs(3))
    assert response.status_code == 422
    assert "5 bestanden" in errors(response)[FILES][0]
    assert Attachment.objects.count() == 3


def test_pictures_lose_what_they_tell(client, to):
    """Proves that place and camera, and anything glued behind the picture, are gone once it is kept."""
    to(2)
    sneaky = files.picture() + b"<?php system('x'); ?>"
    pair = [files.upload("a.jpg", files.photo_with_place()), files.upload("b.png", sneaky)]
    assert client.post(SECOND, {FILES: pair}).status_code == 302
    for kept in Attachment.objects.all():
        content = kept.file.read()
        assert b"CameraVanNoor" not in content
        assert b"<?php" not in content
        assert not dict(Image.open(io.BytesIO(content)).getexif())


def test_odd_names_are_tamed(client, to):
    """Proves that a name never becomes a path, hides its ending or runs as HTML."""
    to(2)
    names = ["../../etc/passwd.pdf", "C:\\geheim\\x.pdf", "leuk\u202efdp.pdf", f"{'n' * 300}.pdf", "<b>x.pdf"]
    pack = [files.upload("tijdelijk.pdf", files.PDF) for _ in names]
    for file, name in zip(pack, names, strict=True):
        file.__dict__["_name"] = name  # past what Django itself would clean away
    assert client.post(SECOND, {FILES: pack}).status_code == 302
    kept = {attachment.name for attachment in Attachment.objects.all()}
    assert {"passwd.pdf", "x.pdf", "leukfdp.pdf", "<b>x.pdf"} < kept
    assert max(map(len, kept)) <= 110
    assert all(str(a.public_id.hex) in a.file.name for a in Attachment.objects.all())
    html = client.get(SECOND).content.decode()
    assert "&lt;b&gt;x.pdf" in html
    assert "<b>x.pdf" not in html


def test_a_file_can_only_be_removed_by_its_own_draft(client, to):
    """Proves that forged ids remove nothing: another draft's file, one that does not exist, no id at all."""
    stranger = to(2, browser=Client())
    stranger.post(SECOND, {FILES: files.upload("van-een-ander.pdf", files.PDF)})
    theirs = Attachment.objects.get()
    to(2)
    for forged in (str(theirs.public_id), str(uuid.uuid4()), "1; drop table", "\x00", ""):
        assert client.post(SECOND, {"remove_file": forged, "tried": "We belden."}).status_code == 302
    assert Attachment.objects.get() == theirs
    assert "We belden." in client.get(SECOND).content.decode()
    stranger.post(SECOND, {"remove_file": str(theirs.public_id)})
    assert not Attachment.objects.exists()


@pytest.mark.parametrize("typed", ["nul\x00teken", "x" * 400], ids=["null", "long"])
def test_removing_a_file_keeps_even_wrong_text(client, to, typed):
    """Proves that removing a file never breaks on what stands in the other fields, and checks it later."""
    to(4)
    client.post(SECOND, {FILES: files.upload("weg.pdf", files.PDF)})
    sent = {"remove_file": str(Attachment.objects.get().public_id), "rule_text": typed}
    assert client.post(SECOND, sent).status_code == 302
    assert not Attachment.objects.exists()
    html = client.get(SECOND).content.decode()
    assert "\x00" not in html
    assert typed.replace("\x00", "") in html


def test_files_of_a_draft_are_open_to_nobody(client, to):
    """Proves that a file cannot be read before it is sent, and after that only with the reporter's link."""
    to(4)
    client.post(SECOND, {FILES: files.upload("brief.pdf", files.PDF)})
    address = reverse("attachment", args=[Attachment.objects.get().public_id])
    assert client.get(address).status_code == 404
    client.post(CHECK, {"privacy": "on"})
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment")
    assert "sandbox" in response["Content-Security-Policy"]
    assert Client().get(address).status_code == 404
    assert client.get(reverse("attachment", args=[uuid.uuid4()])).status_code == 404
