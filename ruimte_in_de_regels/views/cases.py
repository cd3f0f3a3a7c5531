# SPDX-License-Identifier: EUPL-1.2
"""One published case. Only what stands in the public text is shown."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netwerk import cache_tags
from netwerk.access import Actor

from .. import experiments, public
from ..figures import reach
from ..models import OutcomeKind, Publication
from .case_answers import public_answer
from .factsheet import has_sheet

_DESK = {"label": "Ruimte in de Regels", "url": "/ruimte-in-de-regels/"}


@require_safe
def case_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One case: the outcome first, then the story, then what each ministry said.

    What was public and is so no longer says in one sentence why; what never was, does not exist.
    """
    if request.user.is_authenticated:
        return _for_member(request, slug)
    cache_tags.note(cache_tags.listing("casus"))
    rows = Publication.objects.published().for_pages().order_by()
    publication = rows.prefetch_related("case__sectors").filter(slug=slug).first()
    if publication is None:
        gone = get_object_or_404(Publication.objects.gone_from_sight(), slug=slug)
        return _gone(request, gone)
    cache_tags.note(cache_tags.dossier(publication.case.pk))
    return render(request, "ruimte_in_de_regels/case_page.html", shown(publication))


@never_cache
def _for_member(request: HttpRequest, slug: str) -> HttpResponse:
    """The same for somebody with an account, who also reads what is the network's alone."""
    rows = Publication.objects.readable_by(Actor.of(request.user)).for_pages()
    publication = rows.prefetch_related("case__sectors").filter(slug=slug).first()
    if publication is None:
        gone = get_object_or_404(Publication.objects.gone_from_sight(), slug=slug)
        return _gone(request, gone)
    return render(request, "ruimte_in_de_regels/case_page.html", shown(publication))


def _gone(request: HttpRequest, publication: Publication) -> HttpResponse:
    """Say that the case was taken back, and why: not its title, and nothing of its text."""
    context = {"crumbs": _crumbs(), "reason": publication.public_reason}
    response = render(request, "ruimte_in_de_regels/case_gone.html", context, status=410)
    response["X-Robots-Tag"] = "noindex"
    return response


def shown(publication: Publication) -> dict[str, Any]:
    """Return what the page of a case shows."""
    case = publication.case
    threads = list(case.threads.asked().select_related("ministry", "answer"))
    outcomes = list(case.outcomes.all())
    regulations = list(public.shown_regulations().filter(dossiers=case.pk))
    cache_tags.note(*(cache_tags.regulation(rule.pk) for rule in regulations))
    return {
        "crumbs": _crumbs(),
        "publication": publication,
        "weight": reach.weight(case),
        "has_sheet": has_sheet(publication),
        "case": case,
        "themes": list(case.themes.all()),
        "sectors": ", ".join(str(sector) for sector in case.sectors.all()),
        "outcome": outcomes[0] if outcomes else None,
        "other_outcomes": outcomes[1:],
        "room": next((item for item in outcomes if item.kind == OutcomeKind.EXPERIMENT), None),
        "promises": list(case.promises.select_related("ministry")),
        "regulations": regulations,
        "answers": [public_answer(thread) for thread in threads],
        "todo": [line.strip() for line in publication.what_you_can_do.splitlines() if line.strip()],
    }


@never_cache
@login_required
@require_safe
def join_experiment(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a learning project within the room that a case made; what it says is what everybody reads."""
    rows = Publication.objects.readable_by(Actor.of(request.user)).select_related("case")
    publication = get_object_or_404(rows, slug=slug)
    room = publication.case.outcomes.filter(kind=OutcomeKind.EXPERIMENT).first()
    if room is None:
        raise Http404
    return redirect(experiments.start_url(publication.case, room, publication.title, publication.problem))


def _crumbs() -> list[dict[str, str]]:
    return [_DESK, {"label": "Casussen", "url": reverse("ruimte_in_de_regels:case_list")}]
