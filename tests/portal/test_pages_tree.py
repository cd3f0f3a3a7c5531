# SPDX-License-Identifier: EUPL-1.2
"""Where pages may stand, which addresses they may have, and how they are found."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import get_resolver, reverse
from wagtail.models import PageViewRestriction

from netwerk.models import Theme
from portal.pages.addresses import address_of, reserved_slugs
from portal.pages.models import (
    ActielerenLandingPage,
    ArticleIndexPage,
    ArticlePage,
    DeskLandingPage,
    HomePage,
    KoplopersLandingPage,
    QuestionIndexPage,
    QuestionPage,
    StandardPage,
    ThemeIndexPage,
    ThemePage,
    ToolIndexPage,
    ToolPage,
)
from tests.factories import pages

pytestmark = pytest.mark.usefixtures("uncached")

TYPES = [
    HomePage,
    ThemeIndexPage,
    ThemePage,
    ArticleIndexPage,
    ArticlePage,
    QuestionIndexPage,
    QuestionPage,
    ToolIndexPage,
    ToolPage,
    StandardPage,
    ActielerenLandingPage,
    KoplopersLandingPage,
    DeskLandingPage,
]

TAKEN = (
    "melden volgen antwoord casussen beheer account api l mijn zoeken media static documenten bijlage "
    "gezondheid demo-post stijlgids koplopers actieleren agenda ruimte-in-de-regels themas artikelen "
    "vragen gereedschap"
).split()
DEEP = [
    "/themas/",
    "/themas/meer-uren-werken/",
    "/themas/meer-uren-werken/artikelen/",
    "/gereedschap/tien-spelregels/",
    "/over-het-netwerk/ambassadeurs/",
]


def allowed(parent):
    """The page types that editors may make below a type."""
    return {child.__name__ for child in TYPES if child in parent.allowed_subpage_models()}


@pytest.mark.parametrize(
    ("parent", "children"),
    [
        (ThemeIndexPage, {"ThemePage"}),
        (ThemePage, {"ArticleIndexPage", "QuestionIndexPage", "ToolIndexPage"}),
        (ArticleIndexPage, {"ArticlePage"}),
        (QuestionIndexPage, {"QuestionPage"}),
        (ToolIndexPage, {"ToolPage"}),
        (ArticlePage, set()),
        (QuestionPage, set()),
        (ToolPage, set()),
        (ActielerenLandingPage, set()),
        (KoplopersLandingPage, set()),
        (DeskLandingPage, set()),
        (StandardPage, {"StandardPage"}),
    ],
)
def test_each_type_has_its_place(parent, children):
    """Proves that theme content lives under its theme, and that landings and content hold nothing else."""
    assert allowed(parent) == children


def test_front_page_holds_the_parts_of_the_site(site):
    """Proves what may stand at the top: the parts of the site and standard pages, no content of a kind."""
    assert allowed(HomePage) == {
        "ThemeIndexPage",
        "ArticleIndexPage",
        "QuestionIndexPage",
        "ToolIndexPage",
        "StandardPage",
        "ActielerenLandingPage",
        "KoplopersLandingPage",
        "DeskLandingPage",
    }
    assert not HomePage.can_create_at(HomePage.objects.get().get_parent())


def test_address_of_the_site_is_refused(site):
    """Proves that an editor cannot make a page that hides a part of the site, or that nobody reaches."""
    home = HomePage.objects.get()
    for slug in TAKEN:
        page = StandardPage(title="Nieuw", slug=slug)
        with pytest.raises(ValidationError, match="al in gebruik"):
            home.add_child(instance=page)


def test_every_address_of_the_site_is_kept_free(db):
    """Proves that a new line in the list of addresses is refused as a page without further work."""
    first = {str(line.pattern).split("/")[0].lstrip("^") for line in get_resolver().url_patterns}
    literal = {part for part in first if part and not set(part) & set("(?<$:\\")}
    assert literal - {".well-known"} <= reserved_slugs()


def test_reserved_word_is_free_below_another_page(site):
    """Proves that the refusal is for the top only: /over-het-netwerk/account/ hides nothing."""
    page = pages.at("/over-het-netwerk/").add_child(instance=StandardPage(title="Account", slug="account"))
    page.full_clean()
    assert address_of(page) == "/over-het-netwerk/account/"


def test_parts_of_the_site_keep_their_address(site):
    """Proves that menus and templates can count on the address of a landing."""
    page = pages.at("/koplopers/")
    page.slug = "kopgroep"
    with pytest.raises(ValidationError, match="staat altijd op"):
        page.full_clean()


def test_theme_page_takes_the_address_of_its_theme(site):
    """Proves that address, filter and colour of a theme are one word, whatever an editor fills in."""
    page = pages.at("/themas/gezond-werken/")
    page.slug = "iets-anders"
    page.full_clean()
    assert page.slug == Theme.objects.get(name="Gezond werken").slug


def test_pages_are_found_by_their_whole_address(client, site):
    """Proves that every level of the tree is found, and that half an address is not."""
    for address in DEEP:
        response = client.get(address)
        assert response.status_code == 200, address
        assert address_of(response.context["page"]) == address
        assert client.get(address.rstrip("/") + "x/").status_code == 404
        assert client.get("/bestaat-niet" + address).status_code == 404


def test_drafts_are_not_found(client, site):
    """Proves that an unpublished page is a 404, and shows in no list."""
    draft = pages.article(live=False, title="Nog geheim")
    assert client.get(address_of(draft)).status_code == 404
    for address in ("/artikelen/", "/"):
        assert "Nog geheim" not in client.get(address).content.decode()


def test_theme_content_hides_with_nothing_but_itself(client, site):
    """Proves that a page below an unpublished page is still found, as Wagtail itself does it."""
    child = pages.article("/themas/gezond-werken/artikelen/")
    parent = pages.at("/themas/gezond-werken/artikelen/")
    parent.live = False
    parent.save(clean=False)
    html = client.get(address_of(child)).content.decode()
    assert child.title in html
    assert f'href="{address_of(parent)}"' not in html


def test_old_address_of_the_koplopernetwerk_leads_on(client, site):
    """Proves that the address of the first site still works."""
    response = client.get("/koplopernetwerk/")
    assert response.status_code == 301
    assert response.url.endswith("/koplopers/")


def test_no_page_can_be_made_private(admin_client):
    """Proves that no page can be hidden in the admin: what is published is kept for everybody."""
    assert all(model.private_page_options == [] for model in TYPES)
    address = reverse("wagtailadmin_pages:set_privacy", args=[HomePage.objects.get().pk])
    for restriction in ("login", "password", "groups"):
        admin_client.post(address, {"restriction_type": restriction, "password": "x", "groups": ["1"]})
    assert not PageViewRestriction.objects.exists()
