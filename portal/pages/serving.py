# SPDX-License-Identifier: EUPL-1.2
"""Finding the page of an address by its whole path.

Wagtail asks for the site first, then for its front page, and walks down from there level by level. There is
one site, and every page knows its whole address: so two queries are enough, and one for the front page.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import re_path
from wagtail import urls as wagtail_urls
from wagtail import views
from wagtail.models import Page

from .addresses import address_of
from .models import HomePage


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
        # The last part is asked for too, because that has an index and the whole path has none.
        slug = path.rstrip("/").rsplit("/", 1)[-1]
        ending = Page.objects.filter(slug=slug, url_path__endswith=f"/{path}").order_by()
        named = ending.only("url_path", "content_type")
        found = next((page.specific for page in named if address_of(page) == f"/{path}"), None)
    if found is None:
        raise Http404
    return found


urlpatterns = [re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve")]
