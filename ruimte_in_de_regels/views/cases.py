# SPDX-License-Identifier: EUPL-1.2
"""One published case. Only what stands in the public text is shown."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netwerk import cache_tags
from netwerk.access import Actor

from .. import experiments
from ..models import OutcomeKind, Publication
from . import case_shown


@require_safe
def case_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One case: the outcome first, then the story, then what each ministry said.

    What was public and is so no longer says in one sentence why; what never was, does not exist.
    """
    if request.user.is_authenticated:
        return _for_member(request, slug)
    cache_tags.note(cache_tags.listing("casus"))
    publication = case_shown.ON_SITE.filter(slug=slug).first()
    if publication is None:
        gone = get_object_or_404(Publication.objects.gone_from_sight(), slug=slug)
        return _gone(request, gone)
    cache_tags.note(cache_tags.dossier(publication.case.pk))
    return _page(request, publication)


@never_cache
def _for_member(request: HttpRequest, slug: str) -> HttpResponse:
    """The same for somebody with an account, who also reads what is the network's alone."""
    publication = case_shown.TEXTS.readable_by(Actor.of(request.user)).filter(slug=slug).first()
    if publication is None:
        gone = get_object_or_404(Publication.objects.gone_from_sight(), slug=slug)
        return _gone(request, gone)
    return _page(request, publication)


def _page(request: HttpRequest, publication: Publication) -> HttpResponse:
    return render(request, "ruimte_in_de_regels/case_page.html", case_shown.shown(publication))


def _gone(request: HttpRequest, publication: Publication) -> HttpResponse:
    """Say that the case was taken back, and why: not its title, and nothing of its text."""
    context = {"crumbs": case_shown.crumbs(), "reason": publication.public_reason}
    response = render(request, "ruimte_in_de_regels/case_gone.html", context, status=410)
    response["X-Robots-Tag"] = "noindex"
    return response


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
