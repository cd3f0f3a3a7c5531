# SPDX-License-Identifier: EUPL-1.2
"""The rules in law for everybody: the list, and one rule with all that happened on it in public."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from netwerk import cache_tags
from netwerk.desk.paging import CappedPaginator
from netwerk.models import Regulation

from .. import public
from ..figures import reach
from ..models import MinistryThread, ObstacleCase, OutcomeKind, Promise
from .connected import connected

PAGE_SIZE = 24
MOST_ASKED, MOST_WORDS = 100, 8
"""Characters and words of what somebody looks for."""
SHOWN = 50
"""Cases on the page of one rule, the newest; the others stand in the list of cases."""
CHANGES = frozenset({OutcomeKind.RULE_CHANGED, OutcomeKind.CLARIFIED})
_DESK = {"label": "Ruimte in de Regels", "url": "/ruimte-in-de-regels/"}


@dataclass(frozen=True)
class Event:
    """One thing that happened on a rule, as the time line shows it."""

    when: date
    title: str
    text: str = ""


@require_safe
def regulation_list(request: HttpRequest) -> HttpResponse:
    """The rules about which a case is on the site, by name; narrowed to names with the words of `q`."""
    cache_tags.note(cache_tags.listing("regel"))
    asked = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:MOST_ASKED]
    rows = public.shown_regulations()
    for word in asked.split()[:MOST_WORDS]:
        rows = rows.filter(Q(name__icontains=word) | Q(article__icontains=word))
    page = CappedPaginator(rows, PAGE_SIZE).get_page(request.GET.get("pagina"))
    query = f"{urlencode({'q': asked})}&" if asked else ""
    context = {"page": page, "crumbs": [_DESK], "asked": asked, "query": query}
    response = render(request, "ruimte_in_de_regels/regulation_list.html", context)
    if asked:
        response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def regulation_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One rule: its cases, what ministries said, and what came of it. Nothing that is not public."""
    regulation = get_object_or_404(public.shown_regulations(), slug=slug)
    cache_tags.note(cache_tags.regulation(regulation.pk))
    cases = _cases(regulation)
    keys = [case.pk for case in cases]
    cache_tags.note(*map(cache_tags.dossier, keys))
    threads = _threads(cases)
    promises = list(public.shown_promises().filter(case__in=keys))
    events = sorted(
        [*_events(cases, threads), *_promised(promises)], key=lambda event: event.when, reverse=True
    )
    reports = reach.reports_hit(keys)
    context = {
        "regulation": regulation,
        "cards": [_card(case) for case in cases],
        "more_url": f"{reverse('ruimte_in_de_regels:case_list')}?regel={regulation.slug}",
        "capped": len(cases) == SHOWN,
        "reports": reports,
        "organisations": reach.organisations_hit(keys),
        "events": events,
        "promises": promises,
        "facts": _facts(regulation),
        "connected": connected(keys, Q(dossier__regulations=regulation)),
        "crumbs": [
            _DESK,
            {"label": "Wetten en regels", "url": reverse("ruimte_in_de_regels:regulation_list")},
        ],
    }
    return render(request, "ruimte_in_de_regels/regulation_page.html", context)


def _cases(regulation: Regulation) -> list[ObstacleCase]:
    """Return the newest cases on the site about a rule, with their public text and outcomes."""
    rows = ObstacleCase.objects.listed().about_regulations([regulation.slug])
    return list(rows.select_related("publication").prefetch_related("outcomes__ministry")[:SHOWN])


def _threads(cases: list[ObstacleCase]) -> list[MinistryThread]:
    """Return what ministries were asked and answered in these cases."""
    rows = MinistryThread.objects.filter(case__in=cases, state="answered", settled_at__isnull=False)
    return list(rows.select_related("ministry", "answer"))


def _card(case: ObstacleCase) -> dict[str, Any]:
    text = case.publication
    outcome = next(iter(case.outcomes.all()), None)
    return {
        "title": text.title,
        "url": text.get_absolute_url(),
        "text": text.problem,
        "icon": "scale",
        "state": outcome.state_info if outcome else None,
    }


def _events(cases: list[ObstacleCase], threads: list[MinistryThread]) -> Iterator[Event]:
    """Yield what everybody may know: cases that appeared, answers, and changes of the rule."""
    for case in cases:
        text = case.publication
        yield Event(_day(case.listed_at), "Casus op de site", f"{text.title}. {text.problem}")
        for outcome in case.outcomes.all():
            if outcome.kind in CHANGES:
                who = f"{outcome.ministry}: " if outcome.ministry else ""
                yield Event(_day(outcome.created_at), f"{who}{outcome.get_kind_display()}", text.title)
    for thread in threads:
        title = f"{thread.ministry}: {thread.answer.get_stance_display().lower()}"
        yield Event(_day(thread.settled_at), title, thread.answer.public_text)


def _promised(promises: list[Promise]) -> Iterator[Event]:
    """Yield when each promise was made, and when it was settled."""
    for promise in promises:
        yield Event(promise.made_on, f"{promise.ministry} doet een toezegging", promise.text)
        if promise.state == "late":
            passed = promise.due_on + timedelta(days=1)
            yield Event(passed, f"Toezegging van {promise.ministry} is te laat", promise.text)
        if promise.settled_at is not None:
            title = f"Toezegging van {promise.ministry}: {promise.state_info.label.lower()}"
            yield Event(_day(promise.settled_at), title, promise.result)


def _day(moment: datetime | None) -> date:
    """Return the local day of a moment that is there: what is public has its moments."""
    return timezone.localdate(moment)


def _facts(regulation: Regulation) -> list[dict[str, str]]:
    owner = regulation.owner_name or regulation.get_owner_display()
    return [
        {"term": "Soort", "text": regulation.get_kind_display()},
        {"term": "Wie maakte de regel?", "text": owner},
    ]
