# SPDX-License-Identifier: EUPL-1.2
"""`/sitemap.xml`: every public address for search engines, in parts.

A part is a range of keys: it costs the same at the end of a hundred thousand as at the beginning, and is
never larger than `PART` addresses. Kept like a page, until what everybody can find changes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import connection
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from netwerk import cache_tags
from netwerk.models import Regulation, SearchDocument
from portal.pages.addresses import address_of
from ruimte_in_de_regels import public as desk

_SHOWN = (cache_tags.FOUND, cache_tags.TREE, cache_tags.listing("regel"))
FIXED = "vast"
"""The part of the lists and pages with an address of their own, which are always there."""
_FIXED_NAMES = (
    "ruimte_in_de_regels:case_list",
    "ruimte_in_de_regels:promise_list",
    "ruimte_in_de_regels:regulation_list",
    "insight",
    "open_data",
)
PART = 1_000
"""Keys in one part; an address takes some two hundred bytes."""
XML = "application/xml"


@dataclass(frozen=True)
class Place:
    """One address, and when it last changed."""

    address: str
    changed: datetime | None


def _pages() -> QuerySet[Page]:
    return Page.objects.live().public().filter(depth__gt=1)


def _dossiers() -> QuerySet[SearchDocument]:
    return SearchDocument.objects.filter(audience=SearchDocument.Audience.PUBLIC, dossier__isnull=False)


def _regulations() -> QuerySet[Regulation]:
    return desk.shown_regulations()


def _page_places(first: int, end: int) -> Iterator[Place]:
    for page in _pages().filter(pk__range=(first, end)).order_by("pk"):
        yield Place(address_of(page), page.last_published_at)


def _dossier_places(first: int, end: int) -> Iterator[Place]:
    found = _dossiers().filter(pk__range=(first, end)).order_by("pk")
    for address, dated in found.values_list("url", "dated"):
        yield Place(address, dated)


def _regulation_places(first: int, end: int) -> Iterator[Place]:
    for rule in _regulations().filter(pk__range=(first, end)).order_by("pk"):
        yield Place(rule.get_absolute_url(), None)


def _fixed_places(first: int) -> Iterator[Place]:
    if first == 0:
        yield from (Place(reverse(name), None) for name in _FIXED_NAMES)


SOURCES: dict[str, tuple[Callable[[], QuerySet[Model]], Callable[[int, int], Iterator[Place]]]] = {
    "paginas": (_pages, _page_places),
    "dossiers": (_dossiers, _dossier_places),
    "regels": (_regulations, _regulation_places),
}
"""By name in the address: what there is, and the places of a range of keys."""


def _numbers(name: str) -> list[int]:
    """Return the numbers of the parts that hold something.

    From each part to the first key beyond it: a hundred steps in an index, where counting reads all rows.
    """
    rows, _ = SOURCES[name]
    keys, values = rows().order_by().values("pk").query.sql_with_params()
    first = f"SELECT MIN(pk) / {PART} FROM ({keys}) AS found"  # noqa: S608 (our own words)
    steps = f"""WITH RECURSIVE part(n) AS ({first} UNION ALL
        SELECT ({first} WHERE pk >= (part.n + 1) * {PART}) FROM part WHERE part.n IS NOT NULL)
        SELECT n FROM part WHERE n IS NOT NULL"""  # noqa: S608 (our own words)
    with connection.cursor() as cursor:
        cursor.execute(steps, [*values, *values])
        return [number for (number,) in cursor.fetchall()]


@require_safe
def index(_request: HttpRequest) -> HttpResponse:
    """Name every part that holds something."""
    cache_tags.note(*_SHOWN)
    # The whole text: writing a hundred addresses takes longer than all the rest of the answer.
    text = cache_tags.kept(f"sitemap:{settings.BASE_URL}", _SHOWN, _index)
    return HttpResponse(text, content_type=XML)


def _index() -> str:
    parts = [reverse("sitemap_part", args=[FIXED, 0])]
    parts += [reverse("sitemap_part", args=[name, number]) for name in SOURCES for number in _numbers(name)]
    return render_to_string("portal/sitemap_index.xml", {"parts": parts, "base_url": settings.BASE_URL})


@require_safe
def part(request: HttpRequest, name: str, number: str) -> HttpResponse:
    """Name the addresses of one part. Raises Http404 when there are none."""
    if name not in (FIXED, *SOURCES):
        raise Http404
    cache_tags.note(*_SHOWN)
    first = int(number) * PART
    found = _fixed_places(first) if name == FIXED else SOURCES[name][1](first, first + PART - 1)
    places = list(found)
    if not places:
        raise Http404
    context = {"places": places, "base_url": settings.BASE_URL}
    return render(request, "portal/sitemap.xml", context, content_type=XML)
