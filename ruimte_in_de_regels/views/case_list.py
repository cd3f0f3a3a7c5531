# SPDX-License-Identifier: EUPL-1.2
"""The cases on the site: the list with its filters. Members also find what is the network's alone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netwerk import cache_tags, search
from netwerk.access import Actor
from netwerk.cards import give_themes
from netwerk.desk.paging import CappedPaginator
from netwerk.search import Question

from ..cards import cards_of, rows_for_cards
from ..facets import facets_of
from ..forms.case_filter import CaseFilter
from ..kinds import CASE
from ..models import ObstacleCase
from ..querysets import CaseQuerySet

PAGE_SIZE = 24
_DESK = {"label": "Ruimte in de Regels", "url": "/ruimte-in-de-regels/"}


@require_safe
def case_list(request: HttpRequest) -> HttpResponse:
    """The cases on the site, newest first, narrowed by what the address says."""
    if request.user.is_authenticated:
        return _for_member(request)
    cache_tags.note(cache_tags.listing(CASE), cache_tags.listing("regel"))
    return _list(request, ObstacleCase.objects.listed(), Actor.of(request.user))


@never_cache
def _for_member(request: HttpRequest) -> HttpResponse:
    """The same for somebody with an account, who also finds what is the network's alone."""
    actor = Actor.of(request.user)
    return _list(request, ObstacleCase.objects.readable_by(actor), actor)


def _list(request: HttpRequest, found: CaseQuerySet, actor: Actor) -> HttpResponse:
    chosen = CaseFilter(request.GET)
    rows = chosen.narrow(found)
    # What only the team wrote does not belong in this list, whoever reads it.
    question = Question(chosen.words, within=CASE, on_site=True)
    answer = search.ask(question, actor) if chosen.words else None
    if answer is not None:
        rows = rows.filter(pk__in=[hit.dossier_id for hit in answer.hits])
    # The numbers that are kept of a long list are those of everybody.
    chosen.count(facets_of(rows, narrowed=bool(chosen.pairs) or actor.user is not None))
    page = CappedPaginator(rows, PAGE_SIZE, rows_for_cards()).fetch(request.GET.get("pagina", "1"))
    cards = cards_of(page)
    give_themes(cards, chosen.themes)
    context = {
        "chosen": chosen,
        "chips": chosen.chips,
        "corrected": answer.corrected if answer else "",
        "page": page,
        "cards": cards,
        "query": f"{chosen.query}&" if chosen.query else "",
        "crumbs": [_DESK],
    }
    response = render(request, "ruimte_in_de_regels/case_list.html", context)
    if chosen.chips:
        # Every combination of choices is an address: none of them belongs in somebody else's index.
        response["X-Robots-Tag"] = "noindex"
    return response
