# SPDX-License-Identifier: EUPL-1.2
"""`/feeds/`: Atom feeds of published cases, of one theme or one rule, and of promises.

A feed holds the newest entries only, so that it costs the same however much there is. Kept like a page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.text import Truncator
from django.views.decorators.http import require_safe

from netwerk import cache_tags
from netwerk.models import Theme, about
from ruimte_in_de_regels import public as desk

MOST = 50
"""Entries in one feed."""
SUMMARY = 400
"""Characters of a summary."""
ATOM = "application/atom+xml; charset=utf-8"
_BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Item:
    """One entry. `key` tells entries of one page apart."""

    title: str
    url: str
    summary: str
    published: datetime
    updated: datetime
    key: str = ""


class _Feed(Atom1Feed):
    """Django's Atom feed, which says of an empty feed the same each time it is asked."""

    def latest_post_date(self) -> datetime:
        """Return the moment of the latest change; a fixed one when there is nothing yet."""
        return super().latest_post_date() if self.items else _BEGIN


@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """The cases on the site, newest first."""
    return _answer(
        request, "Casussen van Ruimte in de Regels", reverse("ruimte_in_de_regels:case_list"), _cases()
    )


@require_safe
def theme_cases(request: HttpRequest, slug: str) -> HttpResponse:
    """The cases on the site about one theme."""
    theme = get_object_or_404(Theme, slug=slug)
    found = _cases(desk.published_cases().filter(about(theme, "case")))
    return _answer(request, f"Casussen over {theme.name}", f"/themas/{theme.slug}/", found)


@require_safe
def regulation_cases(request: HttpRequest, slug: str) -> HttpResponse:
    """The cases on the site about one rule. Raises Http404 while there are none."""
    rule = get_object_or_404(desk.shown_regulations(), slug=slug)
    cache_tags.note(cache_tags.regulation(rule.pk))
    found = _cases(desk.published_cases().filter(case__in=rule.dossiers.values("pk")))
    return _answer(request, f"Casussen over {rule}", rule.get_absolute_url(), found)


@require_safe
def promises(request: HttpRequest) -> HttpResponse:
    """What ministries promised, and what came of it; what changed last comes first."""
    cache_tags.note(cache_tags.listing("toezegging"))
    rows = desk.shown_promises()
    newest = [
        *rows.order_by("-made_on", "-pk")[:MOST],
        *rows.filter(settled_at__isnull=False).order_by("-settled_at")[:MOST],
    ]
    late = rows.filter(state="late").order_by("-due_on", "-pk")[:MOST]
    found = {promise.pk: _promise(promise) for promise in (*newest, *late)}
    latest = sorted(found.values(), key=lambda item: item.updated, reverse=True)[:MOST]
    return _answer(
        request, "Toezeggingen van ministeries", reverse("ruimte_in_de_regels:promise_list"), latest
    )


def _cases(rows: desk.PublicationQuerySet | None = None) -> list[Item]:
    found = desk.published_cases() if rows is None else rows
    return [
        Item(text.title, text.get_absolute_url(), text.problem, text.case.listed_at, text.case.listed_at)
        for text in found[:MOST]
    ]


def _promise(promise: desk.Promise) -> Item:
    made = _start_of(promise.made_on)
    late = _start_of(promise.due_on + timedelta(days=1)) if promise.state == "late" else made
    return Item(
        f"{promise.state_info.label}: {promise.text}",
        promise.case.publication.get_absolute_url(),
        promise.result or f"Beloofd door {promise.ministry}.",
        made,
        promise.settled_at or late,
        f"#toezegging-{promise.pk}",
    )


def _start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _answer(request: HttpRequest, title: str, page: str, items: Iterable[Item]) -> HttpResponse:
    feed = _Feed(
        title=f"{title} - Actie Leer Netwerk",
        link=settings.BASE_URL + page,
        description="Wat er op de site kwam, het nieuwste eerst.",
        language="nl",
        author_name="Actie Leer Netwerk",
        feed_url=settings.BASE_URL + request.path,
    )
    for item in items:
        address = settings.BASE_URL + item.url
        feed.add_item(
            title=Truncator(item.title).chars(200),
            link=address,
            description=Truncator(item.summary).chars(SUMMARY),
            unique_id=address + item.key,
            pubdate=item.published,
            updateddate=item.updated,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=ATOM)
