# SPDX-License-Identifier: EUPL-1.2
"""The demo mailbox: every mail of the embedded default, readable in the browser.

Nothing leaves the machine in demo mode: Django's file backend writes the mails to
`MAILBOX_DIR`, these views read them. Outside demo mode the mailbox does not exist.
"""

import email
import email.policy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from functools import wraps
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

SEPARATOR = re.compile(rb"^-{79}\r?\n", re.MULTILINE)
FILE_TYPES = {".log", ".eml"}
SHOWN = 200
# A mail may style itself and nothing else: no scripts, no forms, nothing from elsewhere.
HTML_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; "
    "sandbox allow-popups allow-popups-to-escape-sandbox"
)


@dataclass(frozen=True)
class Mail:
    """One mail of the mailbox, as the pages show it."""

    key: str
    subject: str
    to: str
    sender: str
    date: datetime
    text: str
    html: str


def _only_in_demo(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
    @wraps(view)
    def guarded(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponseBase:
        if settings.PRODUCTION or not settings.DEMO_MODE:
            raise Http404
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return require_safe(guarded)


@_only_in_demo
def mailbox(request: HttpRequest) -> HttpResponse:
    """List the mails, newest first."""
    return render(request, "portal/demo_post.html", {"mails": read_mailbox(settings.MAILBOX_DIR)})


@_only_in_demo
def message(request: HttpRequest, key: str) -> HttpResponse:
    """Show one mail as text, with its links made clickable."""
    return render(request, "portal/demo_post_message.html", {"mail": _find(key)})


@_only_in_demo
def message_html(request: HttpRequest, key: str) -> HttpResponse:
    """Show the HTML part of one mail as a mail program would, under its own narrow policy."""
    mail = _find(key)
    if not mail.html:
        raise Http404
    return HttpResponse(mail.html, headers={"Content-Security-Policy": HTML_POLICY})


def read_mailbox(folder: Path) -> list[Mail]:
    """Return the newest mails of this folder, newest first."""
    files = [path for path in _files(folder) if path.suffix in FILE_TYPES]
    # The file backend starts each name with the time, so the names sort as the mails do.
    files = sorted(files, key=lambda path: path.name, reverse=True)[:SHOWN]
    mails = [mail for path in files for mail in _read_file(path)]
    return sorted(mails, key=lambda mail: mail.date, reverse=True)[:SHOWN]


def _find(key: str) -> Mail:
    """Look the key up among the mails that are there; it never becomes part of a path."""
    for path in _files(settings.MAILBOX_DIR):
        if path.suffix in FILE_TYPES and key.startswith(f"{path.stem}-"):
            for mail in _read_file(path):
                if mail.key == key:
                    return mail
    raise Http404


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.is_file()] if folder.is_dir() else []


def _read_file(path: Path) -> Iterator[Mail]:
    """Yield each mail of a file: one connection that sent several wrote them all to one file."""
    written = datetime.fromtimestamp(path.stat().st_mtime, tz=timezone.get_current_timezone())
    for number, raw in enumerate(SEPARATOR.split(path.read_bytes())):
        if not raw.strip():
            continue
        parsed = email.message_from_bytes(raw, policy=email.policy.default)
        yield Mail(
            key=f"{path.stem}-{number}",
            subject=_header(parsed, "Subject") or "(geen onderwerp)",
            to=_header(parsed, "To"),
            sender=_header(parsed, "From"),
            date=_date(parsed) or written,
            text=_part(parsed, "plain"),
            html=_part(parsed, "html"),
        )


def _header(parsed: EmailMessage, name: str) -> str:
    return str(parsed.get(name, ""))


def _date(parsed: EmailMessage) -> datetime | None:
    try:
        date = parsed["Date"].datetime
    except (AttributeError, ValueError):
        return None
    # A zone of "-0000", which Django writes, is the time of the world without a place: it comes as naive.
    return date if date is None or timezone.is_aware(date) else timezone.make_aware(date, UTC)


def _part(parsed: EmailMessage, kind: str) -> str:
    body = parsed.get_body((kind,))
    if body is None:
        return ""
    try:
        return str(body.get_content())
    except (LookupError, ValueError):  # a charset nobody knows: show what can be shown
        payload = body.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
