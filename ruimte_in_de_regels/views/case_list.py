# SPDX-License-Identifier: EUPL-1.2
"""The cases on the site for everybody: the list with its filters. Same for every reader."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from netwerk import cache_tags, search
from netwerk.access import Actor
from netwerk.desk.paging import CappedPaginator
from netwerk.models import Theme
from netwerk.search import Question
from netwerk.workflow import State

from ..facets import facets_of
from ..forms.case_filter import CaseFilter
from ..kinds import CASE
from ..models import ObstacleCase

PAGE_SIZE = 24
_DESK = {"label": "Ruimte in de Regels", "url": "/ruimte-in-de-regels/"}
_ANYBODY = Actor("visitor", "Bezoeker")


@dataclass(frozen=True)
class Card:
    """What a card shows of a published case."""

    title: str
    url: str
    summary: str
    state_info: State | None
    themes: list[Theme]


@require_safe
def case_list(request: HttpRequest) -> HttpResponse:
    """The cases on the site, newest first, narrowed by what the address says."""
    cache_tags.note(cache_tags.listing(CASE), cache_tags.listing("regel"))
    chosen = CaseFilter(request.GET)
    rows = chosen.narrow(ObstacleCase.objects.listed())
    # Search as anybody would: what only the team can find does not belong in this list.
    answer = search.ask(Question(chosen.words, within=CASE), _ANYBODY) if chosen.words else None
    if answer is not None:
        rows = rows.filter(pk__in=[hit.dossier_id for hit in answer.hits])
    chosen.count(facets_of(rows, narrowed=bool(chosen.pairs)))
    page = CappedPaginator(rows, PAGE_SIZE, ObstacleCase.objects.for_cards()).fetch(
        request.GET.get("pagina", "1")
    )
    context = {
        "chosen": chosen,
        "chips": chosen.chips,
        "corrected": answer.corrected if answer else "",
        "page": page,
        "cards": [_card(case) for case in page],
        "query": f"{chosen.query}&" if chosen.query else "",
        "crumbs": [_DESK],
    }
    response = render(request, "ruimte_in_de_regels/case_list.html", context)
    if chosen.chips:
        # Every combination of choices is an address: none of them belongs in somebody else's index.
        response["X-Robots-Tag"] = "noindex"
    return response


def _card(case: ObstacleCase) -> Card:
    text = case.publication
    outcome = next(iter(case.outcomes.all()), None)
    return Card(
        title=text.title,
        url=text.get_absolute_url(),
        summary=text.problem,
        state_info=outcome.state_info if outcome else None,
        themes=list(case.themes.all()),
    )
