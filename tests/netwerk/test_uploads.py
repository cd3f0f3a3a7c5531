# SPDX-License-Identifier: EUPL-1.2
"""Files from outside: type by content, hidden data gone, served by permission."""

import io
import socketserver
import struct
import threading
import uuid
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from netwerk import links, uploads
from netwerk.casework.health import CHECKS, problems
from netwerk.models import Attachment
from tests.factories import obstacles as make
from tests.factories.people import user

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def picture(kind="JPEG", exif=True, size=(40, 20)):
    out = io.BytesIO()
    image = Image.new("RGB", size, "teal")
    data = Image.Exif()
    if exif:
        data[0x010F] = "GeheimeCamera"
        data[0x0112] = 6  # turned a quarter
    image.save(out, kind, exif=data)
    return out.getvalue()


def office(members=("word/document.xml",), size=10):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", "<R/>")
        for name in members:
            archive.writestr(name, "x" * size)
    return out.getvalue()


def clean(name, content):
    return uploads.clean_upload(SimpleUploadedFile(name, content))


def test_a_pdf_passes_as_it_is():
    """A PDF is kept byte by byte, with its type from its content."""
    file = clean("brief.pdf", PDF)
    assert (file.name, file.content_type, file.content) == ("brief.pdf", "application/pdf", PDF)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_loses_its_hidden_data_and_stands_upright(kind):
    """Camera and place go; a picture that was turned by its data is turned for real."""
    suffix = "jpg" if kind == "JPEG" else "png"
    file = clean(f"foto.{suffix}", picture(kind))
    assert b"GeheimeCamera" not in file.content
    with Image.open(io.BytesIO(file.content)) as image:
        assert image.size == (20, 40)
        assert not image.getexif()


def test_an_office_file_passes():
    """A Word file without macros is accepted."""
    assert clean("verslag.docx", office()).content_type.endswith("wordprocessingml.document")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("leeg.pdf", b"", "is leeg"),
        ("virus.exe", b"MZ" + b"0" * 100, "kunnen we niet lezen"),
        ("plaat.svg", b"<svg xmlns='x'/>", "kunnen we niet lezen"),
        ("foto.jpg", PDF, "iets anders dan de naam zegt"),
        ("brief.pdf", picture("PNG"), "iets anders dan de naam zegt"),
        ("verslag.docx", PDF, "iets anders dan de naam zegt"),
        ("brief.pdf", b"%PDF-1.4\n<html><script>alert(1)</script>", "iets anders dan de naam zegt"),
        ("brief.pdf", PDF + office(), "iets anders dan de naam zegt"),
        ("foto.png", picture("PNG", exif=False) + office(), "iets anders dan de naam zegt"),
        ("foto.png", picture("PNG")[:60], "beschadigd"),
        ("macro.docx", office(("word/document.xml", "word/vbaProject.bin")), "macro"),
        ("bom.docx", office(size=101 * 1024 * 1024), "uitgepakt te groot"),
        ("zonder", PDF, "kunnen we niet lezen"),
    ],
)
def test_wrong_files_are_refused_by_name_and_reason(name, content, words):
    """Each kind of wrong file is refused with its name and what is wrong, in Dutch."""
    with pytest.raises(ValidationError, match=words) as refused:
        clean(name, content)
    assert name in str(refused.value)


def test_a_huge_picture_in_a_small_file_is_refused():
    """A picture that would unpack to very many pixels is not unpacked."""
    out = io.BytesIO()
    Image.new("1", (9000, 9000)).save(out, "PNG")
    with pytest.raises(ValidationError, match="te veel beeldpunten"):
        clean("groot.png", out.getvalue())


def test_a_file_above_the_limit_is_refused(settings):
    """The limit is said in MB."""
    settings.ATTACHMENT_MAX_BYTES = 1024 * 1024
    with pytest.raises(ValidationError, match="1 MB"):
        clean("groot.pdf", PDF + b"0" * 1024 * 1024)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\map\\brief.pdf", "brief.pdf"),
        ("a\x00\r\nb.pdf", "ab.pdf"),
        ("x" * 300 + ".pdf", "x" * 100 + ".pdf"),
    ],
)
def test_names_are_only_names(raw, kept):
    """No path, no control characters, no endless name."""
    assert uploads._clean_name(raw) == kept


def attachment(audience="reporter", **place):
    kept = uploads.CleanFile("brief.pdf", "application/pdf", PDF)
    if "draft" in place:
        return uploads.stage(kept, place["draft"], make.NOW)
    return uploads.attach(kept, place["dossier"], make.NOW, part=place.get("part", ""), audience=audience)


@pytest.mark.django_db
def test_a_draft_holds_a_limited_number_of_files(settings):
    """One more than allowed is refused with the number."""
    settings.ATTACHMENT_MAX_COUNT = 2
    draft = uuid.uuid4()
    attachment(draft=draft)
    attachment(draft=draft)
    with pytest.raises(ValidationError, match="2 bestanden"):
        attachment(draft=draft)


@pytest.mark.django_db
def test_the_stored_name_is_random_and_not_below_media(settings):
    """What somebody typed decides no path, and no web address reaches the folder."""
    stored = attachment(dossier=make.report())
    assert stored.public_id.hex in stored.file.name
    assert "brief" not in stored.file.name
    assert str(settings.PRIVATE_ROOT) in stored.file.path
    assert not str(settings.PRIVATE_ROOT).startswith(str(settings.MEDIA_ROOT))


@pytest.mark.django_db
def test_who_may_download(client):
    """The team and the own reporter get the file; everybody else 404, as for a file that is not there."""
    sent = make.sent_report(timezone.now())
    other = make.sent_report(timezone.now())
    file = attachment(dossier=sent.report)
    address = reverse("attachment", args=[file.public_id])
    assert client.get(address).status_code == 404
    client.post(reverse("secret_link", args=[links.token_for(other.link)]))
    assert client.get(address).status_code == 404
    client.post(reverse("secret_link", args=[links.token_for(sent.link)]))
    response = client.get(address)
    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Disposition"].startswith("attachment")
    assert "sandbox" in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_the_reporter_does_not_get_the_teams_files(client):
    """A file meant for the team stays with the team, also towards the reporter of the same report."""
    sent = make.sent_report(timezone.now())
    file = attachment("team", dossier=sent.report)
    client.post(reverse("secret_link", args=[links.token_for(sent.link)]))
    assert client.get(reverse("attachment", args=[file.public_id])).status_code == 404


@pytest.mark.django_db
def test_a_file_of_a_draft_is_served_to_nobody(client):
    """Before sending, a file belongs to no dossier and has no readers."""
    file = attachment(draft=uuid.uuid4())
    client.force_login(user("lid"))
    assert client.get(reverse("attachment", args=[file.public_id])).status_code == 404


@pytest.mark.django_db
def test_discarding_removes_the_file_itself():
    """Not only the row goes."""
    stored = attachment(dossier=make.report())
    path = stored.file.path
    uploads.discard([stored])
    assert not Attachment.objects.exists()
    with pytest.raises(FileNotFoundError):
        open(path)


@pytest.fixture
def scanner(settings):
    """A daemon that speaks ClamAV's protocol and knows one virus; gives what it was sent."""
    seen = []

    class Daemon(socketserver.StreamRequestHandler):
        def handle(self):
            command = self.read_to(b"\0")
            if command == b"zPING":
                self.wfile.write(b"PONG\0")
                return
            content = b""
            while size := struct.unpack("!I", self.rfile.read(4))[0]:
                content += self.rfile.read(size)
            seen.append(content)
            self.wfile.write(
                b"stream: Eicar-Test-Signature FOUND\0" if b"EICAR" in content else b"stream: OK\0"
            )

        def read_to(self, end):
            read = b""
            while not read.endswith(end):
                read += self.rfile.read(1)
            return read[: -len(end)]

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Daemon) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.CLAMAV_URL = f"tcp://127.0.0.1:{server.server_address[1]}"
        yield seen
        server.shutdown()


def test_a_file_with_a_virus_is_refused(scanner):
    """Proves that every byte reaches the scanner, that a clean file passes and one with a virus does not."""
    large = PDF + b"%" * 200_000
    assert uploads.clean_upload(SimpleUploadedFile("schoon.pdf", large)).content == large
    assert scanner == [large]
    with pytest.raises(ValidationError, match="In \u2018ziek.pdf\u2019 zit een virus"):
        uploads.clean_upload(SimpleUploadedFile("ziek.pdf", PDF + b"%EICAR"))


@pytest.mark.django_db
def test_without_its_scanner_nothing_comes_in_and_the_health_mail_says_so(scanner, settings):
    """Proves that a file that cannot be checked is refused in plain words, and that somebody hears of it."""
    check = {"virusscanner": CHECKS["virusscanner"]}
    assert problems(timezone.now(), check) == []
    settings.CLAMAV_URL = "tcp://127.0.0.1:1"
    with pytest.raises(ValidationError, match="kunnen we nu niet nakijken op virussen"):
        uploads.clean_upload(SimpleUploadedFile("brief.pdf", PDF))
    assert problems(timezone.now(), check) == ["De virusscanner antwoordt niet: bestanden worden geweigerd."]
