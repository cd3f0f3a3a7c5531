# SPDX-License-Identifier: EUPL-1.2
"""How often a page asks the database: P1 and P2 of the performance goals."""

import re
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.signal_handlers import disable_reference_index_auto_update

from netwerk.models import Theme
from portal.pages.addresses import address_of
from tests.factories import initiatives, learning, obstacles, pages

pytestmark = pytest.mark.usefixtures("uncached")

CONTENT, LIST = 9, 10
THEME = "/themas/meer-uren-werken/"

READ = [
    "/privacy/",
    "/over-het-netwerk/ambassadeurs/",
    "/gereedschap/actieleren-in-15-stappen/",
    "/vragen/hoe-pakken-we-het-aan/",
    "/artikelen/een-regel-zit-in-de-weg/",
    "/koplopers/",
    "/actieleren/",
    "/ruimte-in-de-regels/",
]
LISTS = [
    "/",
    THEME,
    "/themas/",
    "/artikelen/",
    "/vragen/",
    "/gereedschap/",
    f"{THEME}artikelen/",
    f"{THEME}vragen/",
    f"{THEME}gereedschap/",
    "/artikelen/?thema=meer-uren-werken",
]


def statements(client, address):
    """The statements of a warm request, with every number and word in them taken out.

    Without what asks the cache: that is a table only where there is no Redis.
    """
    client.get(address)
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    asked = [query["sql"] for query in found if '"portal_cache"' not in query["sql"]]
    return [re.sub(r"'[^']*'|\b\d+\b", "?", sql) for sql in asked]


def repeated(found):
    """The statements that were sent more than once."""
    return [sql for sql, times in Counter(found).items() if times > 1]


def test_content_page_asks_little_and_nothing_twice(client, site):
    """Proves goal P1 (twelve) with room: nine statements at most for a page to read, none repeated."""
    for _ in range(4):
        learning.lesson(learning.project("shared"))
    for address in READ:
        found = statements(client, address)
        assert len(found) <= CONTENT, address
        assert repeated(found) == [], address


def test_article_with_everything_stays_within_the_goal(client, site):
    """Proves P1 for an article in a theme with sectors, pictures, files and links to other pages."""
    images = [
        get_image_model().objects.create(title=f"Foto {n}", file=get_test_image_file(f"foto{n}.png"))
        for n in range(3)
    ]
    target = pages.at("/privacy/").pk
    body = [("heading", "Kop")]
    body += [
        ("picture", {"image": {"image": image.pk, "decorative": True, "alt_text": ""}, "caption": "Zo"})
        for image in images
    ]
    body += [("text", f'<p><a linktype="page" id="{target}">Privacy</a></p>') for _ in range(3)]
    for _ in range(3):
        pages.article(f"{THEME}artikelen/")
    page = pages.article(f"{THEME}artikelen/", body=body, picture=images[0])
    found = statements(client, address_of(page))
    assert len(found) <= CONTENT + 3  # pictures, their sizes and the linked pages come on top
    assert repeated(found) == []


def test_lists_ask_the_same_with_ten_and_with_a_hundred_items(client, site):
    """Proves goal P2 (sixteen) with room: ten statements, and not one more with ten times the items."""

    theme = Theme.objects.get(slug="meer-uren-werken")

    def add(number):
        for _ in range(number):
            published = obstacles.publication(state="published")
            published.case.themes.add(theme)
            initiatives.initiative("recognised")
            learning.lesson(learning.project("shared"))
        for below in ("/", THEME):
            for _ in range(number):
                pages.article(f"{below}artikelen/")
                pages.question(f"{below}vragen/")
                pages.tool(f"{below}gereedschap/")

    # Who uses what is of no concern here, and keeping it takes a third of the time.
    with disable_reference_index_auto_update():
        add(10)
        few = {address: statements(client, address) for address in LISTS}
        add(90)
    for address in LISTS:
        many = statements(client, address)
        assert len(many) == len(few[address]) <= LIST, address
        assert repeated(many) == [], address
