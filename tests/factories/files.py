# SPDX-License-Identifier: EUPL-1.2
"""Files that people send: good ones, and ones that are not what they say."""

import io
import zipfile
import zlib
from collections.abc import Mapping

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def picture(kind: str = "PNG", size: tuple[int, int] = (8, 8), **options: object) -> bytes:
    """Return a small picture."""
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, **options)
    return out.getvalue()


def photo_with_place() -> bytes:
    """Return a JPEG that tells where it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "CameraVanNoor"
    exif.get_ifd(0x8825)[1] = "N"
    return picture("JPEG", exif=exif.tobytes())


def archive(members: Mapping[str, bytes]) -> bytes:
    """Return a zip with these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return out.getvalue()


def docx(more: Mapping[str, bytes] | None = None) -> bytes:
    """Return a Word document, with more members when given."""
    parts = {"[Content_Types].xml": _TYPES.encode(), "_rels/.rels": b"<x/>", "word/document.xml": b"<w/>"}
    return archive({**parts, **(more or {})})


def zip_bomb() -> bytes:
    """Return a small Word document that would unpack to more than a hundred megabytes."""
    return docx({"word/media/groot.bin": bytes(101 * 1024 * 1024)})


def huge_dimensions() -> bytes:
    """Return a few bytes of PNG that claim to be sixty thousand dots wide and high."""
    body = b"IHDR" + (60_000).to_bytes(4) * 2 + bytes((8, 2, 0, 0, 0))
    chunk = (13).to_bytes(4) + body + zlib.crc32(body).to_bytes(4)
    return b"\x89PNG\r\n\x1a\n" + chunk + picture()[33:]


def upload(name: str, content: bytes, content_type: str = "application/octet-stream") -> SimpleUploadedFile:
    """Return a file as a browser sends it; what the browser says about its type counts for nothing."""
    return SimpleUploadedFile(name, content, content_type)
