# SPDX-License-Identifier: EUPL-1.2
"""Pages in tests, published below a page of the starting tree."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from wagtail.models import Page

from portal.pages.models import ArticlePage, HomePage, QuestionPage, ToolPage

FIRST = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
_numbers = count(1)


def at(address: str) -> Page:
    """Return the page at an address."""
    home = HomePage.objects.get()
    return Page.objects.get(url_path=home.url_path + address.lstrip("/")).specific


def stream(kind: type[Page], blocks: list[tuple[str, Any]], field: str = "body") -> Any:
    """Return blocks as the value of a stream field."""
    raw = [{"type": name, "value": value} for name, value in blocks]
    return kind._meta.get_field(field).stream_block.to_python(raw)


def _publish(kind: type[Page], parent: Page, **fields: Any) -> Any:
    number = next(_numbers)
    given = {
        "title": f"Voorbeeld {number}",
        "slug": f"voorbeeld-{number}",
        "first_published_at": FIRST + timedelta(hours=number),
        **fields,
    }
    page = kind(**given)
    page.locale = parent.locale
    return parent.add_child(instance=page)


def article(below: str = "/artikelen/", **fields: Any) -> ArticlePage:
    """Publish an article."""
    body = fields.pop("body", [("heading", "Zo begin je"), ("text", "<p>Kies een klein team.</p>")])
    given = {"lead": "Een korte inleiding.", **fields}
    return _publish(ArticlePage, at(below), body=stream(ArticlePage, body), **given)


def question(below: str = "/vragen/", **fields: Any) -> QuestionPage:
    """Publish a question."""
    return _publish(QuestionPage, at(below), **{"short_answer": "Ja, dat mag.", **fields})


def tool(below: str = "/gereedschap/", **fields: Any) -> ToolPage:
    """Publish a tool."""
    body = fields.pop("body", [("heading", "Zo gebruik je het"), ("text", "<p>Lees het samen.</p>")])
    return _publish(ToolPage, at(below), body=stream(ToolPage, body), **{"lead": "Een hulpmiddel.", **fields})
