# SPDX-License-Identifier: EUPL-1.2
"""Accounts: one way in, a clear sign-up, and mails in our own look."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth import password_validation
from django.core import mail

from netwerk.models import User
from tests.plain_dutch import JARGON

FIELDS = {
    "first_name": "Noor",
    "last_name": "Voorbeeld",
    "email": "noor@voorbeeld.example",
    "password1": "een heel lang wachtwoord",
    "privacy": "on",
}

PAGES = ("/account/login/", "/account/signup/", "/account/password/reset/")


@pytest.fixture
def outbox(settings):
    """Mails as they are handed over, without the outbox between."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    return mail.outbox


@pytest.mark.parametrize(
    ("asked", "target"),
    [
        ("/beheer/login/?next=/beheer/pages/", "/beheer/pages/"),
        ("/beheer/login/", "/beheer/"),
        ("/beheer/login/?next=https://elders.example/", "/beheer/"),
        ("/beheer/login/?next=//elders.example/", "/beheer/"),
    ],
)
def test_admin_has_no_login_of_its_own(client, db, asked, target):
    """Proves that the admin's login leads to the one login, and never on to another site."""
    response = client.get(asked)
    parts = urlsplit(response.url)
    assert response.status_code == 302
    assert parts.path == "/account/login/"
    assert parse_qs(parts.query)["next"] == [target]


def test_admin_login_takes_no_password(client, make_user):
    """Proves that nobody can log in past the second factor: the admin's login refuses a post."""
    user = make_user(is_superuser=True)
    response = client.post("/beheer/login/", {"username": user.email, "password": "x"})
    assert response.status_code == 405


def test_signup_keeps_the_name_and_asks_to_confirm(client, db, outbox):
    """Proves that a new account has its name, and starts with a mail in text and in our layout."""
    response = client.post("/account/signup/", FIELDS)
    assert response.status_code == 302, response.context["form"].errors
    user = User.objects.get(email="noor@voorbeeld.example")
    assert (user.first_name, user.last_name) == ("Noor", "Voorbeeld")
    (message,) = outbox
    html, kind = message.alternatives[0]
    assert kind == "text/html"
    assert "Het team van het Actie Leer Netwerk" in message.body
    assert "<style" not in html
    assert "max-width: 600px" in html or "max-width:600px" in html


def test_signup_says_what_is_missing(client, db):
    """Proves that an empty sign-up gives our sentences, a summary and a title that says so."""
    html = client.post("/account/signup/", {}).content.decode()
    assert "<title>Fout: " in html
    assert "Zet een vinkje als je weet hoe we met je gegevens omgaan." in html
    assert html.count('class="error-summary"') == 1
    assert html.index('class="error-summary"') < html.index("<h1>")
    assert not User.objects.exists()


def test_account_pages_address_the_reader_as_je(client, db):
    """Proves that no page of an account says "u" to somebody whom the rest of the site calls "je"."""
    for address in PAGES:
        text = re.sub(r"<[^>]+>", " ", client.get(address).content.decode())
        assert not re.search(r"\b(u|uw|Uw)\b", text), address


def test_account_pages_keep_the_menu(client, db):
    """Proves that a library's own variable does not hide ours on its pages."""
    assert "Over het netwerk" in client.get("/account/signup/").content.decode()


def test_what_a_password_must_be_is_said_in_plain_words(client, db):
    """Proves that no rule about passwords says "u", as help or as an error, where somebody signs up."""
    for chosen, said in (
        ("kort", "Kies minstens 12 tekens."),
        ("noor@voorbeeld.example", "lijkt te veel op: e-mailadres"),
        ("password1234", "Dit wachtwoord gebruiken veel mensen."),
    ):
        page = client.post("/account/signup/", {**FIELDS, "password1": chosen}).content.decode()
        assert said in page, chosen
        assert 'value="Noor"' in page, "what else was typed stays"
    words = " ".join(password_validation.password_validators_help_texts())
    assert words.startswith("Je wachtwoord heeft minstens 12 tekens.")
    assert not JARGON.search(words)
