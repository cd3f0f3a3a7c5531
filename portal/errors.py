# SPDX-License-Identifier: EUPL-1.2
"""The pages for when something goes wrong: what happened, and what to do now.

The page for a server error may not itself fail, so it asks for nothing: no database, no session,
no context processors.
"""

import logging
from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from netwerk import links

logger = logging.getLogger(__name__)

LAST_RESORT = (
    '<!doctype html><html lang="nl"><head><meta charset="utf-8">'
    "<title>Er ging iets mis - Actie Leer Netwerk</title></head><body><main>"
    "<h1>Er ging iets mis</h1><p>Dat ligt aan ons. Probeer het over een paar minuten nog een keer.</p>"
    "</main></body></html>"
)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request could not be read."""
    return render(request, "errors/400.html", status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: this reader may not see this."""
    return render(request, "errors/403.html", status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: there is no such page, or not for this reader; behind a secret link: open it again."""
    if isinstance(exception, links.NotOpened):
        context = {"behind": True, "sent": request.method == "POST"}
        return links.private(render(request, "netwerk/link_closed.html", context, status=404))
    return render(request, "errors/404.html", status=404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was open too long, or came from elsewhere. What was typed here can be copied."""
    answer = render(request, "errors/csrf.html", {"typed": _typed(request)}, status=403)
    add_never_cache_headers(answer)
    return answer


def logged_out(request: HttpRequest) -> HttpResponse | None:
    """403: the session ended while a form was open. None when nothing was typed: then log in at once."""
    typed = _typed(request)
    if not typed:
        return None
    sender = urlsplit(request.headers.get("Referer", ""))  # a button's own address is no page to go back to
    form = sender.path if sender.netloc == request.get_host() else request.path
    login = f"{reverse('account_login')}?{urlencode({'next': form})}"
    answer = render(request, "errors/logged_out.html", {"typed": typed, "login_url": login}, status=403)
    add_never_cache_headers(answer)
    return answer


def _typed(request: HttpRequest) -> list[str]:
    """Return the sentences that somebody sent from a page of ours; never what another site lets them send."""
    sender = request.headers.get("Origin") or request.headers.get("Referer", "")
    if urlsplit(sender).netloc != request.get_host():
        return []
    sent = [text for name in request.POST for text in request.POST.getlist(name) if "password" not in name]
    return [text for text in sent if len(text.split()) > 1]


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault. Rendered without a request, so that nothing more can break."""
    try:
        body: str = render_to_string("errors/500.html")
    except Exception:  # whatever is broken, the reader gets a page
        logger.exception("the page for a server error could not be rendered")
        body = LAST_RESORT
    return HttpResponse(body, status=500)
