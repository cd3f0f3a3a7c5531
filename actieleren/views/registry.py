# SPDX-License-Identifier: EUPL-1.2
"""The list for everybody, and the card or story of one project."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netwerk import cache_tags
from netwerk.access import Actor
from netwerk.cards import give_themes
from netwerk.desk.paging import CappedPaginator

from ..forms.register import ProjectFilter
from ..models import LearningProject, Lesson

PAGE_SIZE = 24
LANDING = {"label": "Actieleren", "url": "/actieleren/"}


@require_safe
def registry(request: HttpRequest) -> HttpResponse:
    """The projects on the site, newest first, narrowed by what the address says."""
    cache_tags.note(cache_tags.listing("leertraject"))
    chosen = ProjectFilter(request.GET)
    rows = chosen.narrow(LearningProject.objects.listed())
    paginator = CappedPaginator(rows, PAGE_SIZE, LearningProject.objects.for_cards())
    page = paginator.fetch(request.GET.get("pagina", "1"))
    give_themes(page, chosen.themes)
    context = {
        "chosen": chosen,
        "page": page,
        "query": f"{chosen.query}&" if chosen.query else "",
        "crumbs": [LANDING],
    }
    response = render(request, "actieleren/registry.html", context)
    if chosen.chosen:
        # Every combination of choices is an address: none of them belongs in somebody else's index.
        response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def project(request: HttpRequest, slug: str) -> HttpResponse:
    """One project: its card while it goes on, its story once it was shared."""
    if request.user.is_authenticated:
        return _for_reader(request, slug)
    found = get_object_or_404(LearningProject.objects.listed().for_page(), slug=slug)
    cache_tags.note(cache_tags.dossier(found.pk), cache_tags.listing("leertraject"))
    return render(request, "actieleren/project.html", _page(found, Actor.of(request.user)))


@never_cache
def _for_reader(request: HttpRequest, slug: str) -> HttpResponse:
    """The same for somebody with an account, who also reads what is the network's alone."""
    actor = Actor.of(request.user)
    found = get_object_or_404(LearningProject.objects.open_to(actor).for_page(), slug=slug)
    return render(request, "actieleren/project.html", _page(found, actor))


def _page(found: LearningProject, actor: Actor) -> dict[str, Any]:
    shared = found.state == "shared"
    parts = (
        ("verhaal", "Ons verhaal", found.story),
        ("waarom-gestopt", "Waarom we stopten", found.stop_reason),
        ("veranderd", "Wat er veranderde", found.changed),
        ("verbetering", "Voor wie het een verbetering is", found.improvement_for),
        ("blijft", "Wat er overblijft", found.remains),
    )
    return {
        "project": found,
        "theme": found.lead_theme,
        "shared": shared,
        "sections": [
            {"id": key, "title": title, "text": text} for key, title, text in parts if shared and text.strip()
        ],
        "lessons": list(Lesson.objects.readable_by(actor).filter(project=found)),
        "crumbs": [LANDING, {"label": "Leertrajecten", "url": "/actieleren/projecten/"}],
    }
