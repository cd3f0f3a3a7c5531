# SPDX-License-Identifier: EUPL-1.2
"""What ministries promised, for everybody: kept, late, still to come, or not coming."""

from collections import Counter
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from netwerk import cache_tags
from netwerk.desk.paging import MOST_COUNTED, CappedPaginator

from .. import public
from ..models import Ministry
from ..querysets import PromiseQuerySet
from ..workflow import PROMISE

PAGE_SIZE = 24
STATE, MINISTRY = "stand", "ministerie"
_WORDS = {"loopt": "open", "te-laat": "late", "nagekomen": "kept", "komt-er-niet": "dropped"}
"""The states as words in an address."""
_DESK = {"label": "Ruimte in de Regels", "url": "/ruimte-in-de-regels/"}


@require_safe
def promise_list(request: HttpRequest) -> HttpResponse:
    """The promises in cases on the site, narrowed by what the address says."""
    cache_tags.note(cache_tags.listing("toezegging"))
    chosen = _chosen(request.GET)
    rows = public.shown_promises()
    context = {
        "page": CappedPaginator(_narrowed(rows, chosen), PAGE_SIZE).get_page(request.GET.get("pagina")),
        "filters": _filters(rows, chosen),
        "chosen": chosen,
        "query": "".join(f"{name}={value}&" for name, value in chosen.items()),
        "crumbs": [_DESK],
    }
    response = render(request, "ruimte_in_de_regels/promise_list.html", context)
    if chosen:
        response["X-Robots-Tag"] = "noindex"
    return response


def _chosen(data: QueryDict) -> dict[str, str]:
    """Return what the address asks for and can be had: the state, and the ministry by its code."""
    state, ministry = data.get(STATE, ""), data.get(MINISTRY, "").replace("\x00", "")[:10]
    found = {STATE: state} if state in _WORDS else {}
    if ministry and Ministry.objects.filter(code=ministry).exists():
        found[MINISTRY] = ministry
    return found


def _narrowed(rows: PromiseQuerySet, chosen: dict[str, str]) -> PromiseQuerySet:
    if STATE in chosen:
        rows = rows.filter(state=_WORDS[chosen[STATE]])
    return rows.filter(ministry__code=chosen[MINISTRY]) if MINISTRY in chosen else rows


def _filters(rows: PromiseQuerySet, chosen: dict[str, str]) -> list[dict[str, Any]]:
    """Return the choices as links, each with how many there are within the other choice."""
    ministries = [(ministry.code, ministry.abbreviation) for ministry in Ministry.objects.all()]
    states = [(word, PROMISE.state(code).label) for word, code in _WORDS.items()]
    held = list(rows.order_by().values_list("state", "ministry__code")[: MOST_COUNTED + 1])
    known = len(held) <= MOST_COUNTED
    words = {code: word for word, code in _WORDS.items()}
    pairs = [(words[state], ministry) for state, ministry in held] if known else []
    by_state = Counter(state for state, ministry in pairs if chosen.get(MINISTRY, ministry) == ministry)
    by_ministry = Counter(ministry for state, ministry in pairs if chosen.get(STATE, state) == state)
    shown = [(code, label) for code, label in ministries if by_ministry[code] or not known]
    return [
        _group(STATE, "stand", states, by_state if known else None, chosen),
        _group(MINISTRY, "ministerie", shown, by_ministry if known else None, chosen),
    ]


def _group(
    name: str,
    label: str,
    choices: list[tuple[str, str]],
    numbers: Counter[str] | None,
    chosen: dict[str, str],
) -> dict[str, Any]:
    others = {key: value for key, value in chosen.items() if key != name}
    links = [{"label": "Alle", "query": _query(others), "current": name not in chosen}]
    for value, words in choices:
        number = f" ({numbers[value]})" if numbers is not None else ""
        current = chosen.get(name) == value
        links.append({"label": words + number, "query": _query({**others, name: value}), "current": current})
    return {"name": label, "links": links}


def _query(values: dict[str, str]) -> str:
    query = QueryDict(mutable=True)
    query.update(values)
    return query.urlencode()
