# SPDX-License-Identifier: EUPL-1.2
""" "Dit speelt ook bij ons", on pages of its own: the page of the case stays the same for everybody."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from netwerk import links
from netwerk.access import Actor
from netwerk.limits import over_limit
from netwerk.perform import Refused

from .. import access
from ..actions import also
from ..forms.also import AlsoUsForm
from ..models import Publication

SAID_AN_HOUR = 10
TOO_OFTEN = "Je deed dit net al een paar keer. Wacht een uur en probeer het dan nog eens."


def _text(request: HttpRequest, slug: str) -> Publication:
    rows = Publication.objects.readable_by(Actor.of(request.user)).select_related("case")
    return get_object_or_404(rows, slug=slug)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def also_us(request: HttpRequest, slug: str) -> HttpResponse:
    """How heavy it is, and where it plays."""
    text = _text(request, slug)
    form = AlsoUsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if over_limit(request, "also-us", limit=SAID_AN_HOUR, seconds=3600):
            form.add_error(None, TOO_OFTEN)
        else:
            given = form.cleaned_data
            also.say_also(text, given["key"], given, by=Actor.of(request.user), now=timezone.now())
            return redirect("ruimte_in_de_regels:also_thanks", slug)
    context = {"text": text, "form": form}
    status = 422 if form.errors else 200
    response = render(request, "ruimte_in_de_regels/also_us.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response


@never_cache
@require_safe
def thanks(request: HttpRequest, slug: str) -> HttpResponse:
    """What happens with it now."""
    response = render(request, "ruimte_in_de_regels/also_thanks.html", {"text": _text(request, slug)})
    response["X-Robots-Tag"] = "noindex"
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Behind the link in the mail: confirm the address, or stop."""
    link = links.held_link(request, public_id, access.ALSO_SCOPE)
    row = also.of_link(link)
    if row is None:
        raise Http404
    if request.method == "POST":
        by, now = links.actor_for(link), timezone.now()
        try:
            if "stop" in request.POST:
                also.stop(row, by=by, now=now)
                return links.private(render(request, "ruimte_in_de_regels/also_stopped.html"))
            also.confirm(row, by=by, now=now)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, "Je adres is bevestigd.")
        return links.private(redirect("ruimte_in_de_regels:also_mine", public_id))
    text = getattr(row.case, "publication", None)
    shown = text if text is not None and access.may_read_text(links.actor_for(link), text) else None
    gone = text is not None and text.state == "retracted"
    context = {"row": row, "text": shown, "reason": text.public_reason if text and gone else ""}
    return links.private(render(request, "ruimte_in_de_regels/also_mine.html", context))
