# SPDX-License-Identifier: EUPL-1.2
"""The outbox on screen: dead letters are seen, filtered, and sent again by who may."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.desk import Colleague, delivery, said

pytestmark = pytest.mark.django_db

OUTBOX = "/beheer/berichten/"


def test_dead_letters_show_with_the_kind_of_error():
    """The list says what failed and with which error, and never to which address."""
    delivery("dead", raw={"to": ["geheim@voorbeeld.example"], "subject": "Geheim onderwerp"})
    page = Colleague("team").get(OUTBOX).content.decode()
    assert "1 bericht kwam niet aan" in page
    assert "SMTPServerDisconnected" in page
    assert "geheim@voorbeeld.example" not in page
    assert "Geheim onderwerp" not in page


def test_the_list_filters_on_state():
    """Each state has its own address; counts stand at each."""
    sent = delivery("sent", sent_at=timezone.now())
    dead = delivery("dead")
    page = Colleague("team").get(OUTBOX, {"stand": "dead"}).content.decode()
    assert f"nummer {dead.pk}" in page
    assert f"nummer {sent.pk}" not in page


def test_sending_again_tells_of_each_message_how_it_went():
    """A dead letter gets a fresh start; one that was not dead is left alone, and both are said."""
    sent, dead = delivery("sent"), delivery("dead")
    response = Colleague("team").post(reverse("desk:outbox_resend"), {"bericht": [sent.pk, dead.pk, "x"]})
    sent.refresh_from_db()
    dead.refresh_from_db()
    assert (sent.state, dead.state, dead.attempts, dead.error) == ("sent", "pending", 0, "")
    assert f"Bericht {dead.pk} gaat opnieuw op weg" in said(response)
    assert f"Bericht {sent.pk} was niet mislukt" in said(response)


def test_choosing_nothing_is_said():
    """Without a choice nothing happens, and the page says what to do."""
    response = Colleague("team").post(reverse("desk:outbox_resend"), {})
    assert "Kies eerst" in said(response)


def test_only_who_may_sees_and_sends():
    """An editor gets a 403 on both; a visitor goes to the login; sending again is never a GET."""
    dead = delivery("dead")
    editor = Colleague("redacteur")
    assert editor.get(OUTBOX).status_code == 403
    assert editor.post(reverse("desk:outbox_resend"), {"bericht": [dead.pk]}).status_code == 403
    assert Colleague("team").get(reverse("desk:outbox_resend")).status_code == 405
    assert editor.get("/beheer/").content.decode().count("/beheer/berichten/") == 0
    dead.refresh_from_db()
    assert dead.state == "dead"


@pytest.mark.parametrize("rows", [1, 50])
def test_the_number_of_queries_does_not_grow(rows, django_assert_max_num_queries):
    """One message or a full page: no more than fourteen queries."""
    for _ in range(rows):
        delivery("dead")
    team = Colleague("team")
    team.get(OUTBOX)
    with django_assert_max_num_queries(14):
        team.get(OUTBOX)
