# SPDX-License-Identifier: EUPL-1.2
"""One page on paper of what is allowed already: question, short answer, who says so, what to do."""

from collections.abc import Iterable
from typing import Any

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from netwerk import cache_tags, demo, pdf
from netwerk.access import Actor
from netwerk.limits import over_limit

from .. import workflow
from ..models import WITHIN_RULES, CaseOutcome, Publication
from .case_answers import public_answer

TEMPLATE = "ruimte_in_de_regels/paper/factsheet.html"
MADE_AN_HOUR = 30
KEPT = 24 * 3600


def has_sheet(outcomes: Iterable[CaseOutcome]) -> bool:
    """Tell whether a published case with these outcomes has a sheet: it was solved within the rules."""
    return any(outcome.kind in WITHIN_RULES for outcome in outcomes)


def _find(request: HttpRequest, slug: str) -> Publication:
    rows = Publication.objects.readable_by(Actor.of(request.user)).for_pages()
    text = get_object_or_404(rows, slug=slug)
    if not has_sheet(text.case.outcomes.all()):
        raise Http404
    return text


def _told(text: Publication) -> dict[str, Any]:
    """Return what the sheet says: the public text, the rules, and what parties let the public know."""
    threads = text.case.threads.asked().filter(state="answered").select_related("ministry", "answer")
    answers = [public_answer(thread) for thread in threads]
    return {
        "text": text,
        "reconsidered": text.case.state not in workflow.CASE.sets["decided"],
        "rules": list(text.case.regulations.all()),
        "answers": [answer for answer in answers if answer.text],
        "todo": [line.strip() for line in text.what_you_can_do.splitlines() if line.strip()],
    }


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """The sheet to read and print."""
    text = _find(request, slug)
    if not request.user.is_authenticated:
        cache_tags.note(cache_tags.dossier(text.case_id))
    return render(request, TEMPLATE, {**_told(text), "pdf": False})


@require_safe
def file(request: HttpRequest, slug: str) -> HttpResponse:
    """The sheet as PDF: made once for each version of the case, because making one takes long."""
    text = _find(request, slug)
    key = f"factsheet:{text.pk}:{text.case.version}:{demo.is_there()}"
    kept: tuple[bytes, str] | None = cache.get(key)
    if kept is None:
        if over_limit(request, "factsheet", limit=MADE_AN_HOUR, seconds=3600):
            return page(request, slug)
        made = pdf.respond(request, TEMPLATE, _told(text), f"factsheet-{text.slug}")
        kept = (made.content, made.headers["Content-Type"])
        cache.set(key, kept, KEPT)
    response = HttpResponse(kept[0], content_type=kept[1])
    if kept[1] == "application/pdf":
        response["Content-Disposition"] = f'attachment; filename="factsheet-{text.slug}.pdf"'
    return response
