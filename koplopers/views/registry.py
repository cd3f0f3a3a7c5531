# SPDX-License-Identifier: EUPL-1.2
"""The register for everybody: the list with its filters, and one initiative. Same for every reader."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from netwerk import cache_tags, search
from netwerk.access import Actor
from netwerk.cards import give_places, give_themes
from netwerk.desk.paging import CappedPaginator
from netwerk.search import Answer, Question

from ..facets import facets_of
from ..forms.province_map import province_map
from ..forms.register import RegisterFilter
from ..kinds import INITIATIVE
from ..models import Evidence, Initiative

PAGE_SIZE = 24
LANDING = {"label": "Koplopers", "url": "/koplopers/"}
_ANYBODY = Actor("visitor", "Bezoeker")


@require_safe
def registry(request: HttpRequest) -> HttpResponse:
    """The initiatives on the site, newest first, narrowed by what the address says."""
    cache_tags.note(cache_tags.listing(INITIATIVE))
    chosen = RegisterFilter(request.GET)
    rows = chosen.narrow(Initiative.objects.listed())
    answer = None
    if chosen.words:
        answer = _ask(chosen.words)
        rows = rows.filter(pk__in=[hit.dossier_id for hit in answer.hits])
    facets = facets_of(rows, narrowed=bool(chosen.pairs))
    chosen.count(facets)
    page = CappedPaginator(rows, PAGE_SIZE, Initiative.objects.for_cards()).fetch(
        request.GET.get("pagina", "1")
    )
    give_themes(page, chosen.themes)
    give_places(page)
    context = {
        "chosen": chosen,
        "chips": chosen.chips,
        "provinces": province_map(facets, chosen.in_province, chosen.place),
        "corrected": answer.corrected if answer else "",
        "page": page,
        "query": f"{chosen.query}&" if chosen.query else "",
        "crumbs": [LANDING],
    }
    response = render(request, "koplopers/registry.html", context)
    if chosen.chips:
        # Every combination of choices is an address: none of them belongs in somebody else's index.
        response["X-Robots-Tag"] = "noindex"
    return response


def _ask(words: str) -> Answer:
    """Search as anybody would: what only the team can find does not belong in this list."""
    return search.ask(Question(words, within=INITIATIVE), _ANYBODY)


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """One initiative as a story; a part without text is left out."""
    initiative = get_object_or_404(Initiative.objects.listed().for_page(), slug=slug)
    cache_tags.note(cache_tags.dossier(initiative.pk), cache_tags.listing(INITIATIVE))
    sections = _sections(initiative)
    context = {
        "initiative": initiative,
        "theme": initiative.lead_theme,
        "sections": sections,
        "evidence": _evidence(initiative),
        "partners": _partners(initiative),
        "in_short": _in_short(initiative),
        "course": _course(initiative),
        "crumbs": [LANDING, {"label": "Overzicht", "url": "/koplopers/overzicht/"}],
    }
    return render(request, "koplopers/page.html", context)


def _sections(initiative: Initiative) -> list[dict[str, str]]:
    """Return the parts that were told, in the order of the story, for the page and its contents."""
    parts = (
        ("waarom", "Waarom dit begon", initiative.problem),
        ("aanpak", "Zo werkt het", initiative.approach),
        ("voor-wie", "Voor wie werkt het?", initiative.for_whom),
        ("met-wie", "Wie doen er mee?", initiative.by_whom),
        ("resultaat", "Wat het oplevert", initiative.results),
        ("niet", "Wat niet werkte", initiative.what_did_not_work),
        ("overnemen", "Overnemen", initiative.transfer),
    )
    return [{"id": key, "title": title, "text": text} for key, title, text in parts if text.strip()]


def _evidence(initiative: Initiative) -> dict[str, Any] | None:
    """Return on what the results rest, as a word and as dots out of three."""
    if not initiative.evidence:
        return None
    level = list(Evidence).index(Evidence(initiative.evidence))
    dots = [number <= level for number in range(len(Evidence))]
    return {"label": initiative.get_evidence_display(), "dots": dots}


def _partners(initiative: Initiative) -> list[dict[str, str]]:
    """Return who did it: who started it first, then each partner with its role."""
    found = [{"term": "Initiatiefnemer", "text": initiative.initiator}]
    for partner in initiative.partners.all():
        found.append({"term": partner.get_role_display(), "text": str(partner.organisation)})
    if initiative.recognised and len(found) > 1:
        found.append({"term": "Erkenning", "text": "Geldt ook voor de partners"})
    return found


def _in_short(initiative: Initiative) -> list[dict[str, Any]]:
    """Return the short facts beside the story."""
    goals = ", ".join(initiative.goals)
    facts: list[dict[str, Any]] = [
        {"term": "Sector", "text": ", ".join(str(sector) for sector in initiative.sectors.all())},
        {"term": "Regio", "text": ", ".join(str(region) for region in initiative.regions.all())},
        {"term": "Fase", "text": initiative.get_phase_display()},
        {"term": "Doel", "text": goals},
    ]
    return [fact for fact in facts if fact["text"]]


def _course(initiative: Initiative) -> list[dict[str, Any]]:
    """Return what everybody may know of its course, oldest first."""
    days = (
        (initiative.started_on, "Begonnen", ""),
        (_day(initiative.listed_at), "Op deze site", ""),
        (initiative.recognised_at, "Benoemd tot Koploper", f"Door {initiative.recognised_by}."),
        (_day(initiative.retired_at), "Oud-Koploper", ""),
    )
    told = [{"when": day, "title": title, "text": text} for day, title, text in days if day is not None]
    return sorted(told, key=lambda item: str(item["when"]))


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment is not None else None
