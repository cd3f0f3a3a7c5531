# SPDX-License-Identifier: EUPL-1.2
"""The reporter reads the public text along, behind the secret link, and says whether it may appear so."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from netwerk import links
from netwerk.perform import Refused

from .. import workflow
from ..actions import reading
from ..forms.reading import ReadAlongForm
from ..models import TEXTS, Publication
from .status import find_report


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def read_along(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The text as the public will read it, and one question about it."""
    link, report = find_report(request, public_id)
    text = reading.text_to_read(report)
    if text is None:
        raise Http404
    last = reading.said_of(text, report)
    said = last if last is not None and last.version == text.version else None
    initial = {"answer": said.answer, "wish": said.wish} if said else {}
    form = ReadAlongForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            reading.react(
                report, given["answer"], given["wish"], by=links.actor_for(link), now=timezone.now()
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Dank je wel. We weten nu wat jij van de tekst vindt.")
            return links.private(redirect("ruimte_in_de_regels:report_status", public_id))
    context = {"link": link, "report": report, "form": form, "said": said, "earlier": last, **_shown(text)}
    status = 422 if form.errors else 200
    return links.private(render(request, "ruimte_in_de_regels/read_along.html", context, status=status))


def _shown(text: Publication) -> dict[str, Any]:
    """Return the text part by part, and whether an answer still counts."""
    named = {name: getattr(Publication._meta.get_field(name), "verbose_name", name) for name in TEXTS}
    parts = [{"term": str(named[name]), "text": said} for name, said in text.texts().items() if said]
    return {
        "text": text,
        "parts": parts,
        "may_answer": text.state in workflow.PUBLICATION.sets["answerable"],
        "in_time": text.state == "with_reporter" and text.reading_closed_at is None,
    }
