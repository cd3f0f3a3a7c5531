# SPDX-License-Identifier: EUPL-1.2
"""Files at the messages between the team and a reporter, both ways."""

import pytest
from django.conf import settings
from django.core.files.storage import storages
from django.test import Client
from django.urls import reverse

from netwerk import links, timeline, uploads
from netwerk.access import Actor
from netwerk.models import Attachment, Message, StandardText
from ruimte_in_de_regels.actions import reports
from ruimte_in_de_regels.models import ObstacleReport
from tests.factories import files
from tests.factories import obstacles as make
from tests.factories.desk import Colleague

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim():
    """Somebody of the team."""
    return Colleague("team", first_name="Kim")


def pdf(name="brief.pdf"):
    return files.upload(name, files.PDF)


def reader_of(link):
    """Return the browser of who opened a secret link, and the page that it came to."""
    reader = Client()
    return reader, reader.post(f"/l/{links.token_for(link)}/", follow=True).content.decode()


def address(file):
    return reverse("attachment", args=[file.public_id])


def on_disk():
    """Return the files that are really stored."""
    kept = storages["private"]
    if not kept.exists("bijlagen"):
        return set()
    return {name for folder in kept.listdir("bijlagen")[0] for name in kept.listdir(f"bijlagen/{folder}")[1]}


def batch_of(response):
    return response.context["form"]["batch"].value()


def test_the_team_sends_a_file_that_only_this_reporter_and_the_team_open(kim):
    """The mail says that there is a file and not which; it stands at the message, on the timeline as a
    number, and behind the reporter's own link; another reporter and a ministry find nothing."""
    case = make.case("escalated", assignee=kim.user)
    ministry = make.thread(case, "sent")
    sent = make.sent_report(email="mia@voorbeeld.example")
    ObstacleReport.objects.filter(pk=sent.report.pk).update(state="accepted", case=case)
    photo = files.upload("foto.jpg", files.photo_with_place())
    asked = {"message": "Kijk hier eens naar.", "documents": [pdf(), photo], "preview": "1"}
    looked = kim.press("report_tell", sent.report.pk, **asked)
    (preview,) = looked.context["previews"]
    assert "Er zijn 2 bestanden bij." in preview.body and "brief.pdf" not in preview.body
    assert "Haal ‘brief.pdf’ weg" in looked.content.decode(), "what was chosen is kept"
    sends = {"message": "Kijk hier eens naar.", "batch": batch_of(looked)}
    kim.done("report_tell", sent.report.pk, **sends)
    first, second = Attachment.objects.order_by("name")
    assert (first.name, second.name, first.audience) == ("brief.pdf", "foto.jpg", "reporter")
    assert first.part == timeline.part_key(Message.objects.get(text="Kijk hier eens naar."))
    assert b"CameraVanNoor" not in second.file.open("rb").read()
    assert "met 2 bestanden" in kim.page("report", sent.report.pk)
    reader, page = reader_of(sent.link)
    said = page[page.index("Kijk hier eens naar.") : page.index('id="verloop"')]
    assert address(first) in said and "We stuurden een bericht, met 2 bestanden." in page
    assert b"".join(reader.get(address(first)).streaming_content) == files.PDF
    receipt = reader.get(reverse("ruimte_in_de_regels:report_data", args=[sent.link.public_id])).json()
    assert [file["naam"] for file in receipt["bestanden"]] == ["brief.pdf", "foto.jpg"]
    stranger, _page = reader_of(make.sent_report().link)
    asked_party, _page = reader_of(make.thread_link(ministry))
    for other in (stranger, asked_party, Client(), Colleague("lid")):
        assert other.get(address(first)).status_code == 404


def test_one_file_for_all_reporters_of_a_case_is_stored_once_and_permitted_each(kim):
    """Each reporter gets a row and a permission of their own for one stored file; who gives up theirs
    takes nothing from the other, and with the last one the stored file is gone."""
    case = make.case("escalated", assignee=kim.user)
    one, two = (make.sent_report() for _ in range(2))
    for sent in (one, two):
        ObstacleReport.objects.filter(pk=sent.report.pk).update(state="accepted", case=case)
    before = on_disk()
    looked = kim.press("case_tell", case.pk, message="Voor jullie.", documents=pdf(), preview="1")
    stored = on_disk()
    assert len(stored - before) == 1
    kim.done("case_tell", case.pk, message="Voor jullie.", batch=batch_of(looked))
    assert on_disk() == stored, "looking and sending store nothing more"
    mine, theirs = (Attachment.objects.get(dossier=sent.report.pk) for sent in (one, two))
    assert mine.file.name == theirs.file.name and mine.public_id != theirs.public_id
    reader, _page = reader_of(one.link)
    assert (reader.get(address(mine)).status_code, reader.get(address(theirs)).status_code) == (200, 404)
    assert "stuurde de melders een bericht, met een bestand" in kim.page("case", case.pk)
    uploads.discard([mine])
    other, _page = reader_of(two.link)
    assert b"".join(other.get(address(theirs)).streaming_content) == files.PDF
    uploads.discard([theirs])
    assert on_disk() == before


def test_what_is_wrong_with_a_file_stands_at_the_field_and_nothing_is_lost(kim, monkeypatch):
    """A wrong type, too large and too many are told by name; text and good files stay, also when a standard
    text is put in; a file that is taken away does not go; a form that is opened anew begins without."""
    report = make.report("in_intake", assignee=kim.user)
    path = ("report_move", report.pk, "ask")
    good = kim.press(*path, question="", documents=pdf("goed.pdf"))
    batch = batch_of(good)
    assert "Haal ‘goed.pdf’ weg" in good.content.decode()
    wrong = kim.press(*path, question="Waar?", batch=batch, documents=files.upload("x.pdf", b"<html>"))
    page = wrong.content.decode()
    assert "‘x.pdf’ is iets anders dan de naam zegt" in page and ">\nWaar?" in page
    assert wrong.context["form"].has_error("documents") and "Haal ‘goed.pdf’ weg" in page
    text = StandardText.objects.create(title="Groet", kind="melding", text="Met een groet.")
    more = {"insert": "1", "standard": text.pk, "documents": files.upload("y.exe", b"MZ")}
    put_in = kim.press(*path, question="Waar?", batch=batch, **more).content.decode()
    assert "Met een groet." in put_in and "‘y.exe’ kunnen we niet lezen" in put_in
    many = [pdf(f"{number}.pdf") for number in range(settings.ATTACHMENT_MAX_COUNT)]
    full = kim.press(*path, question="Waar?", batch=batch, documents=many)
    assert "Je kunt 5 bestanden meesturen." in full.content.decode()
    monkeypatch.setattr(settings, "ATTACHMENT_MAX_BYTES", 10)
    assert "te groot" in kim.press(*path, question="Waar?", batch=batch, documents=pdf()).content.decode()
    monkeypatch.undo()
    assert "goed.pdf" not in kim.page(*path), "stopping leaves nothing behind in the next form"
    robin = Colleague("team")
    assert "goed.pdf" not in robin.press(*path, question="", batch=batch).content.decode()
    kept = Attachment.objects.get()
    kim.done(*path, question="Waar?", batch=batch, documents=pdf("beter.pdf"), drop=str(kept.public_id))
    assert [file.name for file in report.attachments.all()] == ["beter.pdf"]
    assert "We stelden een vraag, met een bestand." in kim.page("report", report.pk)
    assert kim.press("report_tell", make.case("signal").pk, documents=pdf(), seen=0).status_code == 404
    assert not Attachment.objects.filter(staged_for__isnull=False).exists()


def test_the_reporters_answer_with_a_file_stands_at_the_answer(kim):
    """The answer to a question brings its file in the same change, at the message, on both screens."""
    sent = make.sent_report()
    reports.take(sent.report, by=Actor.of(kim.user), now=make.NOW)
    reports.ask(sent.report, "Heb je een brief?", by=Actor.of(kim.user), now=make.NOW)
    reader, _page = reader_of(sent.link)
    page = reverse("ruimte_in_de_regels:report_status", args=[sent.link.public_id])
    wrong = reader.post(page, {"text": "Ja, deze.", "documents": files.upload("x.pdf", b"<html>")})
    assert "‘x.pdf’ is iets anders dan de naam zegt" in wrong.content.decode()
    assert "Ja, deze." in wrong.content.decode() and not Attachment.objects.exists()
    assert reader.post(page, {"text": "Ja, deze.", "documents": pdf()}).status_code == 302
    file = Attachment.objects.get()
    assert file.part == timeline.part_key(Message.objects.get(text="Ja, deze."))
    for shown in (reader.get(page).content.decode(), kim.page("report", sent.report.pk)):
        assert "De vraag is beantwoord, met een bestand." in shown
        assert address(file) in shown[shown.index("Ja, deze.") :]


def test_what_the_reporter_chose_is_kept_while_something_else_is_looked_at_or_wrong():
    """A file beside a text in which somebody is named stands ready through the second look, and goes with the
    message; a wrong one is named and the right one beside it stays; what is taken away does not go."""
    sent = make.sent_report()
    reader, _page = reader_of(sent.link)
    page = reverse("ruimte_in_de_regels:report_status", args=[sent.link.public_id])
    named = "Mijn collega Fatima de Vries heeft de brief."
    looked = reader.post(page, {"text": named, "documents": pdf("goed.pdf")})
    assert "Herkent iemand hier een persoon?" in looked.content.decode()
    assert "Haal ‘goed.pdf’ weg" in looked.content.decode() and not Message.objects.exists()
    both = [pdf("beter.pdf"), files.upload("x.pdf", b"<html>")]
    wrong = reader.post(page, {"text": named, "batch": batch_of(looked), "documents": both})
    assert "‘x.pdf’ is iets anders dan de naam zegt" in wrong.content.decode()
    assert "Haal ‘beter.pdf’ weg" in wrong.content.decode()
    stranger, _page = reader_of(make.sent_report().link)
    assert stranger.post(page, {"text": "Mag ik?", "batch": batch_of(looked)}).status_code == 404
    unwanted = Attachment.objects.get(name="goed.pdf")
    told = {"text": "Een collega heeft de brief.", "batch": batch_of(wrong), "drop": str(unwanted.public_id)}
    assert reader.post(page, told).status_code == 302
    assert [file.name for file in sent.report.attachments.all()] == ["beter.pdf"]
    assert not Attachment.objects.filter(staged_for__isnull=False).exists()
    assert "beter.pdf" not in reader.get(page).context["form"].as_p(), "the next message begins without"


def test_on_the_second_screen_a_right_file_stays_when_something_else_is_wrong(client):
    """Nobody has to choose a file again because of another file or another question."""
    start = reverse("ruimte_in_de_regels:report_start")
    told = {"story": "Stage lopen in de vakantie mag niet.", "goal": "Meer handen.", "domain": "care"}
    client.post(start, told)
    screen = reverse("ruimte_in_de_regels:report_screen", args=[2])
    first = client.post(screen, {"people": "-1", "documents": pdf("een.pdf")}).content.decode()
    assert "een.pdf (" in first and "Haal weg" in first
    both = [pdf("twee.pdf"), files.upload("x.exe", b"MZ")]
    second = client.post(screen, {"documents": both}).content.decode()
    assert "een.pdf (" in second and "twee.pdf (" in second and "‘x.exe’ kunnen we niet lezen" in second
    assert client.post(screen, {}).status_code == 302
    assert Attachment.objects.filter(staged_for__isnull=False).count() == 2
