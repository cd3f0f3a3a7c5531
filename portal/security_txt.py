# SPDX-License-Identifier: EUPL-1.2
"""`/.well-known/security.txt` (RFC 9116) and `/robots.txt`."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.context import contact

VALID_FOR = timedelta(days=180)  # the norm asks for less than a year ahead
PLAIN = "text/plain; charset=utf-8"
CLOSED = (
    "/account/",
    "/beheer/",
    "/bijlage/",
    "/l/",
    "/mijn/",
    # The first screen of the report form may be found; what follows it may not.
    "/ruimte-in-de-regels/melden/2/",
    "/ruimte-in-de-regels/melden/3/",
    "/ruimte-in-de-regels/melden/4/",
    "/ruimte-in-de-regels/melden/verstuurd/",
    "/ruimte-in-de-regels/volgen/",
    "/ruimte-in-de-regels/antwoord/",
)


def security_lines(now: datetime) -> list[str]:
    """The fields of the file; the end date moves along, so the file never goes stale."""
    expires = (now + VALID_FOR).astimezone(UTC).replace(microsecond=0, second=0, minute=0)
    address = getattr(settings, "SECURITY_CONTACT", "") or f"mailto:{contact()['email']}"
    return [
        f"Contact: {address}",
        f"Expires: {expires.strftime('%Y-%m-%dT%H:%M:%SZ')}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.BASE_URL}/.well-known/security.txt",
    ]


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Whom to tell about a weak spot."""
    return HttpResponse("\n".join(security_lines(timezone.now())) + "\n", content_type=PLAIN)


@require_safe
def robots_txt(request: HttpRequest) -> HttpResponse:
    """What search engines leave alone; none of it is secret by being named here."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in CLOSED),
        "",
        f"Sitemap: {settings.BASE_URL}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type=PLAIN)
