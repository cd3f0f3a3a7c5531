# SPDX-License-Identifier: EUPL-1.2
"""Secret links: what they open, for how long, and what they never give away."""

import logging
from datetime import timedelta

import pytest
from django.urls import reverse

from netwerk import links, scopes
from netwerk.models import Contact, SecretLink
from portal.logs import HideSecretLinks
from tests.factories import obstacles as make

pytestmark = pytest.mark.django_db


def fresh_link(contact=None):
    from django.utils import timezone

    report = make.sent_report().report
    return links.make_link("melding", report, contact=contact, now=timezone.now())


def door(link):
    return reverse("secret_link", args=[links.token_for(link)])


def test_a_token_has_192_bits_and_is_not_stored():
    """The row holds a hash; the token is derived with a key that is not in the database."""
    link = fresh_link()
    token = links.token_for(link)
    assert len(token) == 32  # 24 bytes in base64
    stored = SecretLink.objects.filter(pk=link.pk).values().get()
    assert token not in [str(value) for value in stored.values()]
    assert links.find(token, make.NOW).pk == link.pk


def test_another_key_gives_another_token(settings):
    """A copy of the database opens nothing without the key."""
    link = fresh_link()
    token = links.token_for(link)
    settings.LINK_KEY = "een-andere-sleutel-van-ruim-veertig-tekens-lang"
    assert links.token_for(link) != token


def test_getting_the_door_opens_nothing(client):
    """A mail scanner that follows the link counts no opening and gets no session."""
    link = fresh_link()
    response = client.get(door(link))
    link.refresh_from_db()
    assert "Open" in response.content.decode()
    assert link.opened == 0
    assert links.SESSION_KEY not in client.session


def test_the_button_counts_and_leads_to_an_address_without_token(client):
    """Opening counts, remembers the link in the session and goes to a token-free page."""
    link = fresh_link()
    response = client.post(door(link))
    link.refresh_from_db()
    assert link.opened == 1
    assert link.last_opened_at is not None
    assert response.url == reverse("ruimte_in_de_regels:report_status", args=[link.public_id])
    assert links.token_for(link) not in response.url
    assert "Ontvangen" in client.get(response.url).content.decode()


def test_headers_of_the_door(client):
    """No path in a referrer, nothing stored, nothing indexed."""
    response = client.get(door(fresh_link()))
    assert response["Referrer-Policy"] == "strict-origin"
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"


def test_without_opening_the_page_does_not_exist(client):
    """Knowing the address of a status page is worth nothing."""
    link = fresh_link()
    address = reverse("ruimte_in_de_regels:report_status", args=[link.public_id])
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("fate", ["revoked", "expired", "unknown"])
def test_closed_links_look_the_same(client, fate):
    """Revoked, expired and never existed give the same page with the same status, also after opening."""
    link = fresh_link()
    client.post(door(link))
    address = reverse("ruimte_in_de_regels:report_status", args=[link.public_id])
    wrong = client.get(reverse("secret_link", args=["a" * 32]))
    if fate == "revoked":
        links.revoke(link, make.NOW)
    elif fate == "expired":
        SecretLink.objects.update(expires_at=make.NOW - timedelta(days=400))
    else:
        SecretLink.objects.all().delete()
    closed = client.get(door(link))
    assert (closed.status_code, closed.content) == (wrong.status_code, wrong.content)
    assert client.get(address).status_code == 404


def test_one_live_link_per_contact():
    """Asking again gives the same link; after it expired, a new one replaces it."""
    contact = Contact.objects.create(email="a@voorbeeld.example")
    report = make.sent_report().report
    first = links.make_link("melding", report, contact=contact, now=make.NOW)
    assert links.make_link("melding", report, contact=contact, now=make.NOW).pk == first.pk
    later = make.NOW + scopes.scope("melding").lifetime + timedelta(days=1)
    second = links.make_link("melding", report, contact=contact, now=later)
    assert second.pk != first.pk
    first.refresh_from_db()
    assert first.revoked_at == later


def test_a_session_holds_a_limited_number_of_links(client, rf):
    """The oldest goes when somebody opens very many."""
    request = rf.get("/")
    request.session = {}
    opened = [fresh_link() for _ in range(links.MAX_OPEN_LINKS + 2)]
    for link in opened:
        links.remember(request, link)
    kept = request.session[links.SESSION_KEY]
    assert len(kept) == links.MAX_OPEN_LINKS
    assert str(opened[0].public_id) not in kept
    assert str(opened[-1].public_id) in kept


def test_hammering_is_answered_with_the_neutral_page(client):
    """After many tries in a minute even a right token gives the neutral page."""
    link = fresh_link()
    for _ in range(links.TRIES_PER_MINUTE):
        client.get(reverse("secret_link", args=["b" * 32]))
    assert client.get(door(link)).status_code == 404


def test_tokens_never_reach_the_log(caplog):
    """Any log line that holds a link shows three stars instead of its token."""
    record = logging.LogRecord("x", logging.INFO, "f", 1, "GET %s", ("/l/geheim123/?a=1",), None)
    HideSecretLinks().filter(record)
    assert record.getMessage() == "GET /l/***/?a=1"
