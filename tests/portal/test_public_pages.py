# SPDX-License-Identifier: EUPL-1.2
"""The first pages of the site: cacheable for strangers, honest, and made only once."""

import gzip
import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.conf import settings as project
from django.core.exceptions import ValidationError
from django.core.management import call_command
from wagtail.models import Page, Site

from portal.management.commands.build_css import SHEETS, bundle
from portal.pages.models import HomePage, StandardPage
from portal.security_txt import security_lines
from tests.factories import people

CSS = project.BASE_DIR / "static" / "css"


@pytest.mark.parametrize("address", ["/", "/over-het-netwerk/", "/privacy/", "/ruimte-in-de-regels/"])
def test_a_stranger_gets_no_cookie_and_no_token(client, site, address):
    """Proves that a public page is the same for every stranger: no cookie, no token, no form to send."""
    response = client.get(address)
    html = response.content.decode()
    assert response.status_code == 200
    assert not response.cookies
    assert "csrfmiddlewaretoken" not in html
    assert 'method="post"' not in html


@pytest.mark.parametrize("address", ["/", "/privacy/", "/ruimte-in-de-regels/", "/account/login/"])
def test_pages_bring_nothing_inline_and_nothing_from_elsewhere(client, site, address):
    """Proves that pages live under the policy: no styles or scripts inside, no other hosts fetched."""
    html = client.get(address).content.decode()
    assert not re.search(r"\sstyle=|\son\w+=|<style", html)
    assert not re.search(r"<script(?![^>]*(?:src=|application/json))", html)
    assert not re.search(r'(?:src|href)="(?:https?:)?//(?!creativecommons)', html)


def test_every_page_has_one_heading_a_language_and_a_skip_link(client, site):
    """Proves the skeleton of a page: Dutch, a title of its own, one h1, main to skip to. The page of the
    desk leads whoever reported before to the own report."""
    for address in ("/", "/privacy/", "/ruimte-in-de-regels/"):
        html = client.get(address).content.decode()
        assert '<html lang="nl">' in html
        assert html.count("<h1") == 1
        assert '<a class="skip" href="#inhoud">' in html
        assert '<main id="inhoud"' in html
        assert re.search(r"<title>[^<]+ - Actie Leer Netwerk</title>", html)
    assert html.count('href="/ruimte-in-de-regels/volgen/"') == 2


def test_starter_content_is_made_once_and_never_overwrites(site):
    """Proves that a second start keeps what an editor wrote, and adds nothing."""
    page = StandardPage.objects.get(slug="privacy")
    page.title = "Onze privacyverklaring"
    page.save()
    count = Page.objects.count()
    call_command("load_starter_content", verbosity=0)
    assert Page.objects.count() == count
    assert StandardPage.objects.get(slug="privacy").title == "Onze privacyverklaring"
    default = Site.objects.get(is_default_site=True)
    assert (default.hostname, default.port) == ("localhost", 8000)
    assert default.root_page.specific == HomePage.objects.get()


def test_page_cannot_take_an_address_of_the_site(site):
    """Proves that an editor cannot make a page that nobody would ever reach."""
    with pytest.raises(ValidationError, match="al in gebruik"):
        HomePage.objects.get().add_child(instance=StandardPage(title="Beheer", slug="beheer"))


def test_menu_marks_where_the_reader_is(client, site, settings):
    """Proves that the kept menu and footer are those of this place, reader and mode, in any order."""
    here, foot = '<a href="/over-het-netwerk/" aria-current="page">', "Proefopstelling: namen"
    settings.DEMO_MODE = False
    assert here not in client.get("/privacy/").content.decode()
    html = client.get("/over-het-netwerk/", {"x": "1"}).content.decode()
    assert here in html and "Inloggen" in html and foot not in html
    assert html.count("aria-current=") == 3  # menu, small menu, breadcrumb
    settings.DEMO_MODE = True
    client.force_login(people.user("lid"))
    html = client.get("/over-het-netwerk/", {"x": "1"}).content.decode()
    assert here in html and "Mijn overzicht" in html and "Inloggen" not in html and foot in html
    assert here not in client.get("/privacy/", {"x": "1"}).content.decode()


def test_menu_and_footer_lead_somewhere(client, site):
    """Proves that nothing in menu and footer is a dead link, and that figures and feeds can be found."""
    html = client.get("/").content.decode()
    assert {"/cijfers/", "/open-data/"} <= set(re.findall(r'href="([^"]+)"', html[html.index("<footer") :]))
    for address in sorted(set(re.findall(r'<a[^>]* href="(/[^"#]*)"', html))):
        assert client.get(address).status_code < 400, address


def _sentences(html):
    """The sentences of the main part of a page; a heading, item or button ends one too."""
    main = html[html.index("<main") : html.index("</main>")]
    text = re.sub(r"</(?:p|h\d|li|a|dt|dd|span|summary|b|label)>", ". ", main)
    words = unescape(re.sub(r"<[^>]+>", " ", text))
    return [part.split() for part in re.split(r"[.?!:]+\s", words) if len(part.split()) > 2]


@pytest.mark.parametrize(
    "address", ["/", "/over-het-netwerk/", "/privacy/", "/toegankelijkheid/", "/ruimte-in-de-regels/"]
)
def test_texts_are_plain(client, site, address):
    """Proves the measure of plain Dutch: twelve words a sentence on average, never above twenty."""
    found = _sentences(client.get(address).content.decode())
    longest = max(found, key=len)
    assert len(longest) <= 20, longest
    assert sum(map(len, found)) / len(found) <= 12


def test_security_txt_has_its_fields(client, db):
    """Proves contact, one end date well within a year, language and address of the file."""
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    fields = [line.split(": ", 1) for line in response.content.decode().splitlines()]
    names = [name for name, _ in fields]
    values = dict(fields)
    assert names.count("Expires") == 1
    assert re.match(r"(mailto:|https:|tel:)", values["Contact"])
    assert values["Canonical"].endswith("/.well-known/security.txt")
    assert values["Preferred-Languages"] == "nl, en"


def test_security_txt_never_goes_stale():
    """Proves that on any day the end date lies between 30 days and a year ahead."""
    now = datetime(2030, 2, 28, 23, 59, tzinfo=UTC)
    line = next(line for line in security_lines(now) if line.startswith("Expires: "))
    expires = datetime.fromisoformat(line.removeprefix("Expires: "))
    assert timedelta(days=30) < expires - now < timedelta(days=365)


def test_robots_keep_out_of_personal_places(client, db):
    """Proves that search engines are asked to leave accounts, admin and secret links alone."""
    text = client.get("/robots.txt").content.decode()
    for place in ("/beheer/", "/account/", "/l/", "/mijn/"):
        assert f"Disallow: {place}" in text


@pytest.mark.parametrize("name", SHEETS)
def test_style_sheet_is_fresh_small_and_self_contained(name):
    """Proves that a committed sheet is made from its sources, small enough, and fetches nothing."""
    text = (CSS / name).read_text(encoding="utf-8")
    assert text == bundle(CSS, name), "run manage.py build_css"
    assert ".button--danger" in text  # what both share is in both
    assert len(gzip.compress(text.encode(), 9)) <= 13_000
    assert not re.search(r"@import|data:|https?:", text)


def test_style_guide_shows_every_component(client, db, settings):
    """Proves that the living style guide renders, and exists in demo mode only."""
    assert client.get("/stijlgids/").status_code == 404
    settings.DEMO_MODE = True
    html = client.get("/stijlgids/").content.decode()
    for css in ("note--danger", "answer__dates", "error-summary", "timeline", "vacant", "secret", "track"):
        assert css in html, css


def test_overview_shows_what_you_may_do(client, make_user, with_second_factor):
    """Proves that a member sees no way to the admin, and who works there does."""
    client.force_login(make_user())
    assert "Naar het beheer" not in client.get("/mijn/").content.decode()
    with_second_factor(make_user("baas@voorbeeld.example", is_superuser=True))
    assert "Naar het beheer" in client.get("/mijn/").content.decode()


def test_overview_is_for_members(client, db):
    """Proves that a stranger is asked to log in, and comes back afterwards."""
    assert client.get("/mijn/").url == "/account/login/?next=/mijn/"
