# SPDX-License-Identifier: EUPL-1.2
"""Pages for anonymous readers are kept, and made anew when something they showed changes.

Only what noted a tag is kept (`netwerk.cache_tags`), and only for readers without a session. A page that is
being made anew is served as it was to everybody else, so that a change never brings a crowd to the database.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from netwerk import cache_tags, demo

KEEP = 24 * 3600
MAKING = 10
"""Seconds that one request may take to make a page anew while others get it as it was."""
PARAMETERS = frozenset({"pagina", "thema"})
"""Addresses with other parameters are not kept: anybody can think of endless ones."""
NEVER = (
    "/gezondheid/",
    "/beheer/",
    "/account/",
    "/mijn/",
    "/l/",
    "/bijlage/",
    "/static/",
    "/media/",
    "/demo-post/",
)
"""Nothing below these is for everybody, or must not wait for a cache."""
KEPT_TYPES = ("text/html", "application/xml", "application/atom+xml")
FOR_PROXIES = "public, max-age=0, s-maxage=30, stale-while-revalidate=60"


@dataclass(frozen=True)
class Kept:
    """A page as it was made, with the versions of what it showed."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    etag: str
    tags: dict[str, str]

    def response(self) -> HttpResponse:
        """Return it as an answer."""
        response = HttpResponse(self.body)
        for name, value in self.headers:
            response.headers[name] = value
        return response


class PageCacheMiddleware:
    """Answers anonymous readers from the cache. Stands outside everything that knows who somebody is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer from the cache when the page is there and fresh; else make it, and keep it."""
        if not _may_be_kept(request):
            return self.get_response(request)
        key = _key(request)
        kept: Kept | None = cache.get(key)
        if kept is not None and (_fresh(kept) or not cache.add(f"{key}:making", 1, MAKING)):
            return _conditional(request, kept, "hit")
        response = self._make(request, key)
        cache.delete(f"{key}:making")
        return response

    def _make(self, request: HttpRequest, key: str) -> HttpResponse:
        before = cache_tags.versions([cache_tags.ANYTHING, cache_tags.EVERYWHERE])
        demo.look_again(before[cache_tags.EVERYWHERE])
        cache_tags.start()
        try:
            response = self.get_response(request)
        finally:
            tags = cache_tags.finish()
        if not tags or not _publishable(request, response):
            return response
        now = cache_tags.versions([*tags, cache_tags.ANYTHING, cache_tags.EVERYWHERE])
        if now.pop(cache_tags.ANYTHING) != before[cache_tags.ANYTHING]:
            return response  # something changed meanwhile: perhaps what this shows
        etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
        response.headers["Cache-Control"] = FOR_PROXIES
        response.headers["ETag"] = etag
        kept = Kept(response.content, tuple(response.headers.items()), etag, now)
        cache.set(key, kept, KEEP)
        return _conditional(request, kept, "made")


def _may_be_kept(request: HttpRequest) -> bool:
    known = settings.SESSION_COOKIE_NAME in request.COOKIES or "Authorization" in request.headers
    open_to_all = not known and not request.path.startswith(NEVER)
    return request.method in ("GET", "HEAD") and open_to_all and set(request.GET) <= PARAMETERS


def _key(request: HttpRequest) -> str:
    address = f"{request.scheme}://{request.get_host()}{request.get_full_path()}"
    return "page:" + hashlib.sha256(address.encode()).hexdigest()


def _fresh(kept: Kept) -> bool:
    return cache_tags.versions(kept.tags) == kept.tags


def _publishable(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether an answer is the same for everybody: a whole page, without cookie and without token."""
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "CSRF_COOKIE_NEEDS_UPDATE" not in request.META
        and "Cache-Control" not in response.headers
        and response.headers.get("Content-Type", "").startswith(KEPT_TYPES)
    )


def _conditional(request: HttpRequest, kept: Kept, how: str) -> HttpResponse:
    response = kept.response()
    response.headers["X-Page-Cache"] = how
    answer = get_conditional_response(request, etag=kept.etag, response=response)
    return answer if isinstance(answer, HttpResponse) else response
