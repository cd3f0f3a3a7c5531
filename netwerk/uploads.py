# SPDX-License-Identifier: EUPL-1.2
"""Files from outside: checked by what they hold, stripped of hidden data, served by permission."""

import io
import logging
import uuid
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

import filetype
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from PIL import Image, ImageOps

from . import kinds, virus
from .access import Actor
from .links import SESSION_KEY, actor_for
from .models import Attachment, Dossier, SecretLink

logger = logging.getLogger(__name__)

_OFFICE = "application/vnd.openxmlformats-officedocument."
TYPES = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "docx": _OFFICE + "wordprocessingml.document",
    "xlsx": _OFFICE + "spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
}
"""What may come in, by the ending of its name."""
ALLOWED_TEXT = "pdf, jpg, png, docx, xlsx of odt"
MAX_PIXELS = 40_000_000
MAX_UNPACKED = 100 * 1024 * 1024
MAX_ZIP_MEMBERS = 2_000


@dataclass(frozen=True)
class CleanFile:
    """A file that passed every check."""

    name: str
    content_type: str
    content: bytes


Enclosure = CleanFile | Attachment
"""A file to go along: one that was just checked, or one that was checked and staged before."""


def clean_upload(upload: UploadedFile) -> CleanFile:
    """Check a file by its size, name and content, and strip the hidden data of a picture.

    Raises:
        ValidationError: with a Dutch message that names the file and says what is wrong.
    """
    name = _clean_name(upload.name or "")
    limit = settings.ATTACHMENT_MAX_BYTES
    if upload.size is None or upload.size > limit:
        raise ValidationError(
            f"\u2018{name}\u2019 is te groot. Een bestand mag {limit // 1024 // 1024} MB zijn."
        )
    content = upload.read()
    if not content:
        raise ValidationError(f"\u2018{name}\u2019 is leeg. Kies een ander bestand.")
    by_name = TYPES.get(PurePosixPath(name).suffix.lower().lstrip("."))
    if by_name is None:
        raise ValidationError(
            f"\u2018{name}\u2019 kunnen we niet lezen. Kies een bestand van het type {ALLOWED_TEXT}."
        )
    if filetype.guess_mime(content[:8192]) != by_name or _is_two_things(content, by_name):
        raise ValidationError(
            f"\u2018{name}\u2019 is iets anders dan de naam zegt. Sla het opnieuw op en probeer het nog eens."
        )
    _refuse_virus(content, name)
    if by_name.startswith("image/"):
        content = _bare_picture(content, name)
    elif by_name != TYPES["pdf"]:
        _check_zip(content, name)
    return CleanFile(name, by_name, content)


def _refuse_virus(content: bytes, name: str) -> None:
    """Hold a file against known viruses, where a scanner runs; what cannot be checked does not come in."""
    if not settings.CLAMAV_URL:
        return
    try:
        infected = virus.is_infected(content, settings.CLAMAV_URL)
    except virus.ScannerAwayError as error:
        logger.error("The virus scanner does not answer: %s", error)
        raise ValidationError(
            f"\u2018{name}\u2019 kunnen we nu niet nakijken op virussen. "
            "Probeer het over een kwartier opnieuw, of ga verder zonder dit bestand."
        ) from error
    if infected:
        raise ValidationError(f"In \u2018{name}\u2019 zit een virus. We hebben het niet bewaard.")


def _clean_name(raw: str) -> str:
    """Keep the last part of a name, printable and short; its ending stays."""
    name = "".join(char for char in raw.replace("\\", "/").rsplit("/", 1)[-1] if char.isprintable())
    path = PurePosixPath(name.strip() or "bestand")
    return f"{path.stem[:100]}{path.suffix[:10]}"


def _is_two_things(content: bytes, content_type: str) -> bool:
    """Tell whether a PDF or a picture is at the same time a web page, or an archive at its end."""
    head = content[:2048].lower()
    if any(mark in head for mark in (b"<html", b"<script", b"<svg", b"<!doctype")):
        return True
    is_archive = content_type not in {TYPES["pdf"], TYPES["jpg"], TYPES["png"]}
    if is_archive:
        return False
    if content_type == TYPES["pdf"] and not content.startswith(b"%PDF-"):
        return True
    return zipfile.is_zipfile(io.BytesIO(content))


def _bare_picture(content: bytes, name: str) -> bytes:
    """Draw the picture anew: the way it stood stays, place, camera and anything appended go."""
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise ValidationError(f"\u2018{name}\u2019 heeft te veel beeldpunten. Maak de foto kleiner.")
            kind = picture.format or "PNG"
            upright = ImageOps.exif_transpose(picture)
            if kind == "JPEG":
                upright = upright.convert("RGB")
            upright.info.clear()
            out = io.BytesIO()
            upright.save(out, kind, **({"quality": 88} if kind == "JPEG" else {"optimize": True}))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        if isinstance(error, ValidationError):
            raise
        raise ValidationError(f"\u2018{name}\u2019 is beschadigd. Kies een andere foto.") from error
    return out.getvalue()


def _check_zip(content: bytes, name: str) -> None:
    """Refuse an office file that is broken, carries macros or would unpack to something huge."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except zipfile.BadZipFile as error:
        raise ValidationError(f"\u2018{name}\u2019 is beschadigd. Sla het opnieuw op.") from error
    if len(members) > MAX_ZIP_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
        raise ValidationError(f"\u2018{name}\u2019 is uitgepakt te groot.")
    if any(member.filename.lower().endswith("vbaproject.bin") for member in members):
        raise ValidationError(f"\u2018{name}\u2019 bevat macro's. Sla het op zonder macro's.")


def clean_all(files: Iterable[UploadedFile]) -> list[CleanFile]:
    """Check several files.

    Raises:
        ValidationError: with a sentence for every file that is refused.
    """
    good, wrong = sorted_out(files)
    if wrong:
        raise ValidationError(wrong)
    return good


def sorted_out(files: Iterable[UploadedFile]) -> tuple[list[CleanFile], list[ValidationError]]:
    """Check several files each by itself. Returns those that pass, and a sentence for each of the others."""
    good: list[CleanFile] = []
    wrong: list[ValidationError] = []
    for upload in files:
        try:
            good.append(clean_upload(upload))
        except ValidationError as error:
            wrong.append(error)
    return good, wrong


def stage(clean: CleanFile, draft: uuid.UUID, now: datetime) -> Attachment:
    """Keep a checked file for a draft that is not sent yet.

    Raises:
        ValidationError: the draft has as many files as it may have.
    """
    return stage_all([clean], draft, now)[0]


def stage_all(cleans: Sequence[CleanFile], draft: uuid.UUID, now: datetime) -> list[Attachment]:
    """Keep checked files for a draft that is not sent yet: all of them, or none.

    Raises:
        ValidationError: together with what is there they are more than a draft may have.
    """
    limit = settings.ATTACHMENT_MAX_COUNT
    if Attachment.objects.filter(staged_for=draft).count() + len(cleans) > limit:
        raise ValidationError(f"Je kunt {limit} bestanden meesturen.")
    return [_store(clean, Attachment(staged_for=draft, created_at=now)) for clean in cleans]


def attach(
    file: Enclosure, dossier: Dossier, now: datetime, *, part: str = "", audience: str = "team"
) -> Attachment:
    """Add a file to a dossier: a checked one, or one that was staged before.

    What was staged is not stored again: several dossiers show the same stored file, each by a row and a
    permission of its own. So adding one touches no disk, and can be undone with its transaction.
    """
    attachment = Attachment(dossier_id=dossier.pk, part=part, audience=audience, created_at=now)
    if isinstance(file, CleanFile):
        return _store(file, attachment)
    attachment.file, attachment.name = file.file.name, file.name
    attachment.content_type, attachment.size = file.content_type, file.size
    attachment.save(force_insert=True)
    return attachment


def _store(clean: CleanFile, attachment: Attachment) -> Attachment:
    attachment.name, attachment.content_type, attachment.size = (
        clean.name,
        clean.content_type,
        len(clean.content),
    )
    attachment.file.save(clean.name, ContentFile(clean.content), save=False)
    attachment.save(force_insert=True)
    return attachment


def adopt(draft: uuid.UUID, dossier: Dossier) -> int:
    """Give the files of a draft to the dossier that came of it. Returns how many."""
    return Attachment.objects.filter(staged_for=draft).update(dossier_id=dossier.pk, staged_for=None)


def discard(attachments: "list[Attachment]") -> None:
    """Delete files for good; on the disk too, unless another dossier shows the same stored file."""
    names = [attachment.file.name for attachment in attachments]
    for attachment in attachments:
        attachment.delete()
    shared = set(Attachment.objects.filter(file__in=names).values_list("file", flat=True))
    for attachment in attachments:
        if attachment.file.name not in shared:
            attachment.file.delete(save=False)


def _actors(request: HttpRequest) -> list[Actor]:
    """Return everybody this session may act as: the account, and the holders of opened links."""
    held = SecretLink.objects.filter(
        public_id__in=request.session.get(SESSION_KEY, []),
        revoked_at__isnull=True,
        expires_at__gt=timezone.now(),
    )
    return [Actor.of(request.user), *(actor_for(link) for link in held)]


@never_cache
@require_safe
def download(request: HttpRequest, public_id: uuid.UUID) -> FileResponse:
    """Serve one attachment to somebody who may read it; for everybody else it does not exist."""
    attachment = get_object_or_404(Attachment.objects.select_related("dossier"), public_id=public_id)
    if attachment.dossier is None:
        raise Http404
    kind = kinds.kind(attachment.dossier.kind)
    if not any(kind.may_read_attachment(actor, attachment) for actor in _actors(request)):
        raise Http404
    response = FileResponse(
        attachment.file.open("rb"),
        as_attachment=True,
        filename=attachment.name,
        content_type=attachment.content_type,
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "no-store, private"
    return response
