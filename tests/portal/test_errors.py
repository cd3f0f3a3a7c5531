# SPDX-License-Identifier: EUPL-1.2
"""The pages for when something goes wrong; the one for our own faults leans on nothing."""

from urllib.parse import quote

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404
from django.test import Client
from django.urls import path

from portal import errors, urls
from portal.errors import LAST_RESORT, server_error


def _raise(error):
    def view(request):
        raise error

    return view


def _token(request):
    return None  # never reached: the token is missing


urlpatterns = [
    path("boem/", _raise(RuntimeError("boem"))),
    path("vreemd/", _raise(SuspiciousOperation("vreemd"))),
    path("verboden/", _raise(PermissionDenied)),
    path("weg/", _raise(Http404)),
    path("formulier/", _token),
    *urls.urlpatterns,
]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


@pytest.fixture
def broken(settings):
    """A client of a site with addresses that go wrong."""
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


@pytest.mark.parametrize(
    ("address", "status", "heading"),
    [
        ("/vreemd/", 400, "Dit verzoek konden we niet lezen"),
        ("/verboden/", 403, "Dit mag je niet bekijken"),
        ("/weg/", 404, "Deze pagina bestaat niet"),
    ],
)
def test_error_pages_say_what_to_do(broken, db, address, status, heading):
    """Proves that each error has its status, one clear heading, the menu and a way on."""
    response = broken.get(address)
    html = response.content.decode()
    assert response.status_code == status
    assert html.count("<h1>") == 1
    assert f"<h1>{heading}</h1>" in html
    assert 'aria-label="Hoofdmenu"' in html
    assert "Naar de startpagina" in html


def test_missing_token_is_explained(broken, db):
    """Proves that a form without token gets words about forms, and that nothing was sent."""
    response = broken.post("/formulier/", {"x": "y"})
    assert response.status_code == 403
    assert "Verstuur het formulier nog een keer" in response.content.decode()


def test_what_was_typed_can_be_copied_when_the_token_is_gone(broken, db):
    """Who lost the cookies reads their own sentences back, no password and nothing as markup; what another
    site lets somebody send is not shown."""
    sent = {"story": "Ik mag <b>niet</b> mee.\n\nEcht niet.", "zorg": "ja", "password1": "een lang geheim"}
    here = broken.post("/formulier/", sent, headers={"origin": "http://testserver"})
    html = here.content.decode()
    assert "<p>Ik mag &lt;b&gt;niet&lt;/b&gt; mee.</p>\n\n<p>Echt niet.</p>" in html
    assert "geheim" not in html and "no-store" in here.headers["Cache-Control"]
    for elsewhere in ({"origin": "https://kwaad.example"}, {"origin": "null"}, {}):
        assert "niet&lt;" not in broken.post("/formulier/", sent, headers=elsewhere).content.decode()


def test_what_was_typed_in_the_admin_can_be_copied_when_the_session_ended(client, db):
    """Who is logged out while writing reads the own words back, with the way to log in and return to the
    page of the form; without words, or from another site, it is the login at once."""
    form, sent = (
        "/beheer/lijsten/casus/filter/",
        {"name": "Een lange <b>naam</b>", "password": "een lang geheim"},
    )
    page = "http://testserver/beheer/ruimte-in-de-regels/casussen/1/"
    here = client.post(form, sent, headers={"origin": "http://testserver", "referer": page})
    html = here.content.decode()
    assert here.status_code == 403 and "no-store" in here.headers["Cache-Control"]
    assert "Een lange &lt;b&gt;naam" in html and "geheim" not in html
    assert f'href="/account/login/?next={quote(page[17:], safe="")}"' in html
    for values, origin in ((sent, "https://kwaad.example"), ({"name": "kort"}, "http://testserver")):
        answer = client.post(form, values, headers={"origin": origin})
        assert (answer.status_code, answer.url.split("?")[0]) == (302, "/account/login/")


def test_server_error_needs_no_database(broken):
    """Proves that the page for our own faults is whole without any database (this test has none)."""
    response = broken.get("/boem/")
    html = response.content.decode()
    assert response.status_code == 500
    assert "Er ging iets mis" in html
    assert "css/site.css" in html
    assert html != LAST_RESORT


def test_server_error_needs_no_context_processor(rf, monkeypatch):
    """Proves that the page stands when whatever fills the other pages is broken."""
    monkeypatch.setattr("portal.context.contact", _raise(RuntimeError("stuk")))
    assert b"footer" in server_error(rf.get("/")).content


def test_server_error_survives_a_broken_template(rf, monkeypatch):
    """Proves that even without templates the reader gets a page with words."""
    monkeypatch.setattr(errors, "render_to_string", lambda name: 1 / 0)
    response = server_error(rf.get("/"))
    assert response.status_code == 500
    assert response.content.decode() == LAST_RESORT
