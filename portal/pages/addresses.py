# SPDX-License-Identifier: EUPL-1.2
"""Addresses of pages: what they are, and which ones the site keeps for itself."""

from functools import cache

from django.urls import get_resolver
from wagtail.models import Page

# First parts of addresses that no page may take: parts of the site, files, and words of the desk
# that people might guess. Those in portal/urls.py are added by `reserved_slugs`.
_KEPT = frozenset(
    """
    account agenda antwoord api beheer bijlage casussen demo-post documenten feeds gezondheid l
    media melden mijn robots.txt sitemap.xml static stijlgids stijlgids volgen zoeken
    """.split()
)


def address_of(page: Page) -> str:
    """Return the address of a page without asking the database.

    There is one site and its front page stands directly below the root, so the first part of the
    path in the tree is the front page itself.
    """
    return "/" + page.url_path.split("/", 2)[2]


@cache
def reserved_slugs() -> frozenset[str]:
    """Return the first parts of addresses that are no pages: a page there would never be reached."""
    taken = set()
    for pattern in get_resolver().url_patterns:
        first = str(pattern.pattern).lstrip("^").split("/")[0]
        if first and first.replace("-", "").replace(".", "").isalnum():
            taken.add(first)
    return _KEPT | taken
