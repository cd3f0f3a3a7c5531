# SPDX-License-Identifier: EUPL-1.2
"""The header matrix: what every answer carries, and where the admin differs."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data

from portal.pages.models import HomePage

PUBLIC = ["/", "/privacy/", "/ruimte-in-de-regels/", "/account/login/", "/bestaat-niet/", "/robots.txt"]
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
}
STRICT = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    "object-src": ["'none'"],
}


def policy(response):
    """The content policy as a dictionary; its order differs per process."""
    parts = (part.split() for part in response["Content-Security-Policy"].split(";") if part.strip())
    return {name: values for name, *values in parts}


@pytest.fixture
def admin(make_user, with_second_factor):
    """A client that may do everything, with a second factor in its session."""
    return with_second_factor(make_user("baas@voorbeeld.example", is_superuser=True))


@pytest.mark.parametrize("address", PUBLIC)
def test_public_pages(client, site, address):
    """Proves the strict policy and the other headers on every kind of public answer."""
    response = client.get(address)
    assert policy(response) == STRICT
    assert response["X-Frame-Options"] == "DENY"
    assert {name: response[name] for name in EVERYWHERE} == EVERYWHERE


def test_admin_pages(admin, site):
    """Proves that the admin gets what Wagtail needs and no more: nothing from elsewhere, no eval."""
    response = admin.get(reverse("wagtailadmin_home"))
    assert response.status_code == 200
    wider = policy(response)
    assert wider["script-src"] == ["'self'", "'unsafe-inline'"]
    assert wider["frame-ancestors"] == ["'none'"]
    assert response["X-Frame-Options"] == "DENY"
    for name in ("default-src", "form-action", "base-uri", "object-src", "connect-src"):
        assert wider[name] == STRICT[name]
    sources = {source for values in wider.values() for source in values}
    assert sources <= {"'self'", "'none'", "'unsafe-inline'", "data:", "blob:"}
    assert {name: response[name] for name in EVERYWHERE} == EVERYWHERE


def test_preview_may_stand_in_our_own_frame(admin, site):
    """Proves that the preview of a page can be framed by the editor, under the page's own policy."""
    home = HomePage.objects.get()
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[home.pk])
    form = nested_form_data({"title": "Anders", "slug": home.slug, "lead": "Kort", "comments": []})
    form |= {"comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0}
    assert admin.post(address, form).json()["is_valid"]
    response = admin.get(address)
    assert response.status_code == 200
    assert "Kort" in response.content.decode()
    assert policy(response) == {**STRICT, "frame-ancestors": ["'self'"]}
    assert response["X-Frame-Options"] == "SAMEORIGIN"


def test_personal_pages_are_not_kept(client, admin, site):
    """Proves that a browser or proxy keeps nothing of a session, and that anonymous pages are free."""
    assert admin.get("/mijn/")["Cache-Control"] == "private, no-store"
    admin.cookies.clear()
    assert "no-store" not in admin.get("/").get("Cache-Control", "")


def test_no_answer_names_the_software(client, site):
    """Proves that headers tell nothing about versions."""
    response = client.get("/")
    assert not {"X-Powered-By", "X-Generator"} & set(response.headers)
