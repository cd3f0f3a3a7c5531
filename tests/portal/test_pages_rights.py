# SPDX-License-Identifier: EUPL-1.2
"""Who may write where: an ambassador in one theme, an editor everywhere, and nobody takes away a landing."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Collection

from netwerk.models import Theme
from portal.pages.models import ArticlePage
from portal.starter.rights import group_name, make_rights
from tests.factories import pages

OWN, OTHER = "/themas/gezond-werken/", "/themas/meer-uren-werken/"


@pytest.fixture
def ambassador(site, make_user, with_second_factor):
    """The client of an ambassador of Gezond werken, in the admin."""
    user = make_user("ambassadeur@voorbeeld.example")
    user.groups.set(Group.objects.filter(name__in=["ambassadeur", group_name("gezond-werken")]))
    client = with_second_factor(user)
    client.user = user
    return client


def admin(page, action="edit"):
    """The address in the admin of one page."""
    return f"/beheer/pages/{page.pk}/{action}/"


def form_of(page, **changed):
    """What the editing form of an article sends."""
    return {
        "title": page.title,
        "slug": page.slug,
        "kind": "artikel",
        "lead": page.lead,
        "picture": "",
        "picture_alt": "",
        "picture_caption": "",
        "seo_title": "",
        "search_description": "",
        "source_note": "",
        "last_checked": "",
        "go_live_at": "",
        "expire_at": "",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "heading",
        "body-0-id": "",
        "body-0-value": "Nieuwe kop",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-publish": "1",
        **changed,
    }


def test_each_theme_has_a_group_with_its_own_pages_and_files(site):
    """Proves one group for each theme, with rights below that theme only and one collection."""
    for theme in Theme.objects.all():
        group = Group.objects.get(name=group_name(theme.slug))
        on_pages = {(right.page.slug, right.permission.codename) for right in group.page_permissions.all()}
        assert on_pages == {(theme.slug, name) for name in ("add_page", "change_page", "publish_page")}
        on_files = group.collection_permissions.all()
        assert {right.collection.name for right in on_files} == {theme.name}
        assert len(on_files) == 6
        assert not group.permissions.exists()  # the door of the admin comes with the role


def test_rights_are_given_once(site):
    """Proves that what a manager takes away stays away."""
    group = Group.objects.get(name=group_name("gezond-werken"))
    group.page_permissions.all().delete()
    make_rights()
    assert not group.page_permissions.exists()
    assert Collection.objects.filter(name="Gezond werken").count() == 1


def test_ambassador_writes_in_the_own_theme(ambassador):
    """Proves that an ambassador adds, changes and publishes an article of the own theme."""
    index = pages.at(f"{OWN}artikelen/")
    assert ambassador.get(f"/beheer/pages/add/pages/articlepage/{index.pk}/").status_code == 200
    article = pages.article(f"{OWN}artikelen/")
    assert ambassador.get(admin(article)).status_code == 200
    ambassador.post(admin(article), form_of(article, title="Zo blijf je gezond"))
    article.refresh_from_db()
    assert article.title == "Zo blijf je gezond"
    assert article.live and article.body[0].value == "Nieuwe kop"


def test_ambassador_is_refused_in_another_theme(ambassador):
    """Proves that neither page, form nor address of another theme or of the network opens."""
    before = ArticlePage.objects.count()
    article = pages.article(f"{OTHER}artikelen/")
    for page in (article, pages.at(OTHER), pages.at("/privacy/"), pages.at("/actieleren/")):
        assert ambassador.get(admin(page)).status_code in (302, 403), page
        assert ambassador.get(admin(page, "delete")).status_code in (302, 403), page
    index = pages.at(f"{OTHER}artikelen/")
    assert ambassador.get(f"/beheer/pages/add/pages/articlepage/{index.pk}/").status_code in (302, 403)
    answer = ambassador.post(admin(article), form_of(article, title="Gekaapt"))
    assert answer.status_code in (302, 403)
    article.refresh_from_db()
    assert article.title != "Gekaapt"
    assert ArticlePage.objects.count() == before + 1


def test_ambassador_keeps_the_theme_itself(ambassador):
    """Proves that an ambassador changes the theme's page, but cannot delete, move or unpublish it."""
    for address in (OWN, f"{OWN}artikelen/"):
        page = pages.at(address)
        assert ambassador.get(admin(page)).status_code == 200
        for action in ("delete", "unpublish", "move"):
            assert ambassador.get(admin(page, action)).status_code in (302, 403), action
            ambassador.post(admin(page, action))
        page.refresh_from_db()
        assert page.live


def test_ambassador_removes_an_own_article(ambassador):
    """Proves that the care for the theme's page does not hold back the work below it."""
    article = pages.article(f"{OWN}artikelen/")
    assert ambassador.post(admin(article, "delete")).status_code == 302
    assert not ArticlePage.objects.filter(pk=article.pk).exists()


def test_group_alone_opens_no_door(site, make_user, client):
    """Proves that who is in a theme's group but no ambassador does not come into the admin."""
    user = make_user("lid2@voorbeeld.example")
    user.groups.add(Group.objects.get(name=group_name("gezond-werken")))
    client.force_login(user)
    assert client.get(admin(pages.at(OWN))).status_code in (302, 403)


def test_editor_writes_everywhere_but_keeps_the_landings(site, make_user, with_second_factor):
    """Proves that an editor changes any page and cannot take away what the menu counts on."""
    user = make_user("redactie@voorbeeld.example")
    user.groups.add(Group.objects.get(name="redacteur"))
    editor = with_second_factor(user)
    for address in ("/", "/privacy/", OWN, "/koplopers/", "/gereedschap/drie-redenen/"):
        assert editor.get(admin(pages.at(address))).status_code == 200, address
    assert editor.get(admin(pages.at("/koplopers/"), "delete")).status_code in (302, 403)
    assert editor.get(admin(pages.at("/gereedschap/drie-redenen/"), "delete")).status_code == 200


def test_only_the_one_who_may_everything_takes_away_a_landing(site, make_user):
    """Proves that there is a way, for who knows what hangs on it."""
    page = pages.at("/koplopers/")
    boss = make_user("baas2@voorbeeld.example", is_superuser=True)
    assert page.permissions_for_user(boss).can_delete()
    assert page.permissions_for_user(boss).can_unpublish()
    assert not page.permissions_for_user(make_user("lid3@voorbeeld.example")).can_delete()


def test_every_form_of_every_page_type_opens(site, make_user, with_second_factor):
    """Proves that each page type can be made and changed in the admin, with all its blocks and fields."""
    boss = with_second_factor(make_user("baas3@voorbeeld.example", is_superuser=True))
    opened = {"/": "standardpage", "/artikelen/": "articlepage", "/vragen/": "questionpage"}
    for above, kind in {**opened, "/gereedschap/": "toolpage", "/over-het-netwerk/": "standardpage"}.items():
        address = f"/beheer/pages/add/pages/{kind}/{pages.at(above).pk}/"
        assert boss.get(address).status_code == 200, address
    changed = ["/", "/themas/", OWN, f"{OWN}vragen/", "/actieleren/", "/koplopers/", "/ruimte-in-de-regels/"]
    for address in [*changed, "/vragen/hoe-pakken-we-het-aan/", "/gereedschap/ideale-ontwerp/"]:
        assert boss.get(admin(pages.at(address))).status_code == 200, address


def test_page_that_is_being_written_can_be_previewed(site, rf):
    """Proves that a preview works for a page without an address yet, as the editor sees it while typing."""
    page = ArticlePage(title="In de maak", lead="Kort.", slug="in-de-maak")
    page.body = pages.stream(ArticlePage, [("heading", "Kop")])
    answer = page.make_preview_request()
    assert answer.status_code == 200
    assert "In de maak" in answer.rendered_content
