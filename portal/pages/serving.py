# SPDX-License-Identifier: EUPL-1.2
"""Finding the page of an address by its whole path.

Wagtail asks for the site first, then for its front page, and walks down from there level by level. There is
one site, and every page knows its whole address: so two queries are enough, and one for the front page. The
first brings the pages above it too, for the way back.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import re_path
from wagtail import urls as wagtail_urls
from wagtail import views
from wagtail.models import Page

from .addresses import address_of
from .models import HomePage
from .models.base import OF_TRAIL

_ON_THE_WAY = Page.objects.order_by().select_related("themepage__theme").only("content_type", *OF_TRAIL)


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serve the page of an address as Wagtail does. Raises Http404 when no page is published there."""
    # Where Wagtail keeps what it found: so it does not look again.
    request._wagtail_route_for_request = find(path).route(request, [])  # type: ignore[attr-defined]
    return views.serve(request, path)


def find(path: str) -> Page:
    """Return the page of an address without its first slash, published or not, as its own type.

    Raises Http404 when there is none.
    """
    if not path:
        found: Page | None = HomePage.objects.order_by().first()
    else:
        found = _below(path.rstrip("/").split("/"))
    if found is None:
        raise Http404
    return found


def _below(parts: list[str]) -> Page | None:
    """Return the page at the end of these parts of an address, with the pages above it as its trail."""
    # Asked by their last parts, because those have an index and whole paths have none.
    known = {address_of(page): page for page in _ON_THE_WAY.filter(slug__in=parts)}
    way = [known.get("/" + "/".join(parts[:end]) + "/") for end in range(1, len(parts) + 1)]
    if way[-1] is None:
        return None
    found: Page = way[-1].specific
    found.trail = [page for page in way[:-1] if page is not None]  # as `PortalPage.trail` finds them
    return found


urlpatterns = [re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve")]
