# SPDX-License-Identifier: EUPL-1.2
"""The health checks: the right answer in sickness, and nothing told to strangers."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.urls import reverse
from django.utils import timezone

from netwerk.models import Delivery
from portal import health

pytestmark = pytest.mark.both


@pytest.fixture(autouse=True)
def _forget_earlier_answers(monkeypatch):
    monkeypatch.setattr(health, "_migrated", False)


def waiting(due, state=Delivery.State.PENDING):
    """Make a message that was due at a moment."""
    return Delivery.objects.create(
        notice="proef", channel=Delivery.Channel.MAIL, state=state, next_attempt_at=due, created_at=due
    )


def test_live_answers_without_database(client):
    """No `db` fixture here: touching the database would fail this test."""
    answer = client.get(reverse("health_live"))
    assert (answer.status_code, answer.content) == (200, b"ok")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "no-store" in answer["Cache-Control"]
    assert client.post(reverse("health_live")).status_code == 405


def test_ready_names_every_part(client, db, settings):
    """All is well: 200, and one word for each part."""
    answer = client.get(reverse("health_ready"))
    expected = {"database", "migrations", "outbox"} | ({"broker"} if settings.REDIS_URL else set())
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "checks": dict.fromkeys(expected, "ok")}
    assert "no-store" in answer["Cache-Control"]


def test_ready_fails_when_the_outbox_stands_still(client, db):
    """A message that has been due for eleven minutes means that nobody sends; nine is nothing yet."""
    now = timezone.now()
    waiting(now - timedelta(minutes=9))
    waiting(now - timedelta(days=2), Delivery.State.SENT)
    waiting(now - timedelta(days=2), Delivery.State.DEAD)
    assert client.get(reverse("health_ready")).status_code == 200
    waiting(now - timedelta(minutes=11), Delivery.State.SENDING)
    answer = client.get(reverse("health_ready"))
    assert answer.status_code == 503
    assert answer.json()["checks"]["outbox"] == "fout"


def test_ready_fails_when_a_migration_is_missing(client, db):
    """Code that is newer than its tables takes no visitors."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = %s", ["netwerk"])
    answer = client.get(reverse("health_ready"))
    assert answer.status_code == 503
    assert answer.json()["checks"]["migrations"] == "fout"


def test_ready_keeps_the_reason_to_itself(client, db, monkeypatch, caplog):
    """The database is away: 503 and one word; the reason stands in the log."""

    def refuse():
        raise OperationalError("connection to 10.0.0.5 refused for user portal")

    monkeypatch.setattr(health, "check_database", refuse)
    answer = client.get(reverse("health_ready"))
    assert answer.status_code == 503
    assert answer.json()["checks"]["database"] == "fout"
    assert b"10.0.0.5" not in answer.content
    assert "10.0.0.5" in caplog.text


def test_ready_fails_when_the_broker_is_away(client, db, settings):
    """Nothing listens on port 1: an answer within seconds, and no page that hangs."""
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    answer = client.get(reverse("health_ready"))
    assert answer.status_code == 503
    assert answer.json()["checks"] == {
        "database": "ok",
        "migrations": "ok",
        "outbox": "ok",
        "broker": "fout",
    }
