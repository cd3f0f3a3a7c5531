# SPDX-License-Identifier: EUPL-1.2
"""The outbox: nothing announced that did not happen, nothing that happened forgotten."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.core import mail
from django.core.mail import get_connection, send_mail
from django.db import transaction

from netwerk import deliveries
from netwerk.models import Contact, Delivery, OutboxEvent
from netwerk.tasks import deliver_outbox
from tests.factories import obstacles as make
from tests.factories.people import actor

pytestmark = [pytest.mark.django_db, pytest.mark.both]


def reported(email="melder@voorbeeld.example"):
    """A report whose reporter left an address: one letter waits."""
    return make.sent_report(email=email).report


def write_to_member():
    """Send a mail as a library does: through the project's own backend (the test runner puts another one)."""
    own = get_connection("netwerk.mail.OutboxEmailBackend")
    send_mail("Je code", "Je code is 123456", None, ["lid@voorbeeld.example"], connection=own)


def at(moment):
    return lambda: moment


def test_a_report_leads_to_one_letter_without_the_story():
    """The reporter gets a mail with reference and secret link, and not a word of what was reported."""
    report = reported()
    assert deliveries.deliver_due(at(make.NOW)) == 1
    (letter,) = mail.outbox
    assert letter.to == ["melder@voorbeeld.example"]
    assert report.reference in letter.subject
    assert "/l/" in letter.body
    html = letter.alternatives[0][0]
    assert report.story[:20] not in letter.body + html + letter.subject
    assert "<style" not in html, "styles must be inlined"
    assert re.search(r'<p[^>]* style="', html)


def test_delivering_twice_sends_once():
    """The sweep may come by as often as it likes."""
    reported()
    deliver_outbox()
    deliver_outbox()
    assert len(mail.outbox) == 1
    assert Delivery.objects.get().state == "sent"


def test_expanding_again_makes_no_second_delivery():
    """A worker that died after making deliveries and before marking the event makes no doubles."""
    reported()
    deliveries.expand_batch(make.NOW)
    OutboxEvent.objects.update(expanded_at=None)
    deliveries.expand_batch(make.NOW)
    assert Delivery.objects.count() == 1


def test_a_rolled_back_change_announces_nothing():
    """When the change is undone, so is its letter."""
    with pytest.raises(RuntimeError), transaction.atomic():
        reported()
        raise RuntimeError
    assert deliveries.deliver_due(at(make.NOW)) == 0
    assert mail.outbox == []


def test_a_reporter_without_address_gets_no_letter():
    """An anonymous report has nobody to write to."""
    make.sent_report()
    assert deliveries.deliver_due(at(make.NOW)) == 0
    assert not Delivery.objects.exists()


def test_nobody_is_told_what_they_did_themselves():
    """The adviser who completes a statement is not asked to check it; the colleagues are."""
    case, writer, colleague = make.case("problem_statement"), actor("team"), actor("team")
    make.statement(case, approved=False)
    from ruimte_in_de_regels.actions import documents
    from ruimte_in_de_regels.models import ProblemStatement

    documents.complete(case, ProblemStatement, by=writer, now=make.NOW)
    deliveries.expand_batch(make.NOW)
    told = set(Delivery.objects.values_list("user", flat=True))
    assert colleague.user.pk in told
    assert writer.user.pk not in told


def test_a_dead_workers_lease_runs_out():
    """A delivery that a killed worker had in hand is taken over after its lease, not before."""
    reported()
    deliveries.expand_batch(make.NOW)
    assert len(deliveries.lease_batch(make.NOW)) == 1
    assert deliveries.lease_batch(make.NOW + timedelta(minutes=4)) == []
    assert len(deliveries.lease_batch(make.NOW + timedelta(minutes=6))) == 1


def test_a_worker_whose_lease_ran_out_sends_nothing():
    """A slow worker leaves the message to whoever has the lease now."""
    reported()
    deliveries.expand_batch(make.NOW)
    (slow,) = deliveries.lease_batch(make.NOW)
    later = make.NOW + timedelta(minutes=6)
    deliveries.lease_batch(later)
    deliveries.send(slow, mail.get_connection(settings.DELIVERY_EMAIL_BACKEND), later)
    assert mail.outbox == []


class BrokenServer:
    """A mail server that refuses everything."""

    def open(self):
        raise ConnectionRefusedError("smtp.intern.example: melder@voorbeeld.example")

    def close(self):
        pass


def test_failures_are_retried_with_growing_gaps_and_then_given_up_visibly(monkeypatch):
    """Each failure waits longer; after the last one the delivery is dead and shows the kind of error only."""
    reported()
    monkeypatch.setattr(deliveries, "get_connection", lambda *_: BrokenServer())
    moment, gaps = make.NOW, []
    for _ in range(len(deliveries.RETRY_AFTER)):
        deliveries.deliver_due(at(moment))
        delivery = Delivery.objects.get()
        assert delivery.state == "pending"
        gaps.append(delivery.next_attempt_at - moment)
        moment = delivery.next_attempt_at
    assert gaps == sorted(gaps)
    assert gaps == list(deliveries.RETRY_AFTER)
    deliveries.deliver_due(at(moment))
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.error) == ("dead", "ConnectionRefusedError")
    assert "melder@" not in delivery.error


def test_smtp_down_and_back(monkeypatch):
    """While the server is down nothing is lost; when it is back the same message goes out, once."""
    reported()
    with monkeypatch.context() as broken:
        broken.setattr(deliveries, "get_connection", lambda *_: BrokenServer())
        deliveries.deliver_due(at(make.NOW))
    delivery = Delivery.objects.get()
    before = delivery.message_id
    deliveries.deliver_due(at(delivery.next_attempt_at))
    (letter,) = mail.outbox
    assert str(before) in letter.extra_headers["Message-ID"]
    assert Delivery.objects.get().state == "sent"


def test_a_failing_letter_does_not_stop_the_next(monkeypatch):
    """One recipient whose letter cannot be made does not hold up the others."""
    first, second = reported("een@voorbeeld.example"), reported("twee@voorbeeld.example")
    real = deliveries.notifications.letter_for

    def letter_for(delivery):
        if delivery.event.entry.dossier_id == first.pk:
            raise ValueError("kapot sjabloon")
        return real(delivery)

    monkeypatch.setattr(deliveries.notifications, "letter_for", letter_for)
    deliveries.deliver_due(at(make.NOW))
    assert [letter.to for letter in mail.outbox] == [["twee@voorbeeld.example"]]
    assert Delivery.objects.get(event__entry__dossier=first).state == "pending"
    assert Delivery.objects.get(event__entry__dossier=second).state == "sent"


def test_a_dead_delivery_can_be_sent_again():
    """Resending gives a dead delivery a fresh start; one that was sent is left alone."""
    reported()
    deliveries.expand_batch(make.NOW)
    Delivery.objects.update(state="dead", attempts=8)
    assert deliveries.resend(Delivery.objects.get(), make.NOW)
    deliveries.deliver_due(at(make.NOW))
    assert len(mail.outbox) == 1
    assert not deliveries.resend(Delivery.objects.get(), make.NOW)


def test_a_forgotten_contact_is_skipped():
    """When the address was erased in the meantime, there is nobody to write to and no error."""
    reported()
    deliveries.expand_batch(make.NOW)
    Contact.objects.get(email="melder@voorbeeld.example").forget(make.NOW)
    deliveries.deliver_due(at(make.NOW))
    assert Delivery.objects.get().state == "skipped"
    assert mail.outbox == []


def test_library_mail_goes_through_the_outbox_and_its_body_is_erased():
    """Mail of Django, Wagtail and allauth waits in the same table; once sent its text is gone."""
    write_to_member()
    assert mail.outbox == []
    waiting = Delivery.objects.get(notice="mail")
    assert "123456" in waiting.raw["body"]
    deliveries.deliver_due()
    assert mail.outbox[0].body == "Je code is 123456"
    waiting.refresh_from_db()
    assert (waiting.state, waiting.raw) == ("sent", None)


def test_a_lost_kick_is_found_by_the_sweep(settings, monkeypatch, django_capture_on_commit_callbacks):
    """When the broker is away the change stays saved, and the sweep sends the letter."""
    settings.REDIS_URL = "redis://127.0.0.1:1/0"

    def away(*_args, **_kwargs):
        raise ConnectionError("no broker")

    monkeypatch.setattr("celery.app.base.Celery.send_task", away)
    with django_capture_on_commit_callbacks(execute=True):
        reported()
    deliver_outbox()
    assert len(mail.outbox) == 1
