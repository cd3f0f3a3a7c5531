# SPDX-License-Identifier: EUPL-1.2
"""One secret link closed by hand: what its holder gets from then on, and how they come back."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from netwerk import deliveries, links, retention
from netwerk.access import SYSTEM, NotPermitted
from netwerk.models import Delivery, SecretLink
from netwerk.perform import NotNow
from netwerk.timeline import sentence
from ruimte_in_de_regels.actions import links as team_links
from ruimte_in_de_regels.actions import reactions, threads
from tests.factories import obstacles as make
from tests.factories.desk import Colleague, said
from tests.factories.people import actor
from tests.factories.retaining import over

pytestmark = pytest.mark.django_db


def sent_since():
    """Send what waits, and return the addresses that got something, oldest first."""
    before = len(mail.outbox)
    deliveries.deliver_due(lambda: make.NOW + timedelta(days=400))
    return [letter.to[0] for letter in mail.outbox[before:]]


def test_a_link_of_a_ministry_is_closed_and_replaced_from_the_case_screen():
    """The holder finds the page of an expired link, at the door and inside; others keep theirs; no mail
    brings a new link until the team sends one; the timeline tells of it without a name."""
    case = make.case("escalated", assignee=actor("team").user)
    thread = make.thread(case, "sent")
    first = make.thread_link(thread)
    colleague = threads.Colleague("Cas Collega", "cas@ministerie.example", "jurist")
    threads.forward(thread, colleague, by=links.actor_for(first), now=make.NOW)
    sent_since()
    theirs = SecretLink.objects.get(contact__name="Cas Collega")
    inside, kim = Client(), Colleague("team", first_name="Kim")
    sheet = inside.post(f"/l/{links.token_for(theirs)}/").url
    assert inside.get(sheet).status_code == 200
    address = [case.pk, thread.pk, theirs.pk]
    assert "de link van Cas Collega" in kim.page("case", case.pk)
    assert "Dit is de link van Cas Collega." in kim.page("link_withdraw", *address)
    assert "Kies" in kim.press("link_withdraw", *address).content.decode(), "a reason is asked"
    kim.done("link_withdraw", *address, reason="weg")

    expired = links.new_link("ministerie", case, contact=None, now=make.NOW - timedelta(days=800))
    doors = [inside.get(f"/l/{links.token_for(one)}/") for one in (theirs, expired)]
    assert [door.status_code for door in doors] == [404, 404]
    assert doors[0].content == doors[1].content and "Deze link werkt niet" in doors[0].content.decode()
    assert inside.get(sheet).status_code == 404
    assert Client().get(f"/l/{links.token_for(first)}/").status_code == 200, "the other link works"

    threads.chase(thread, "reminded", by=SYSTEM, now=make.NOW + timedelta(days=45))
    assert sent_since() == ["beleid@ministerie.example"]
    assert Delivery.objects.get(state="skipped").contact == theirs.contact
    entry = case.timeline.get(type="ministerievraag.link_withdrawn")
    assert sentence(entry) == f"{kim.user} trok een link bij OCW in: deze persoon werkt er niet meer."
    assert "Cas" not in str(entry.data)
    page = kim.page("case", case.pk)
    assert "De link is ingetrokken op" in page and "Stuur een nieuwe link" in page
    assert "werkt al niet meer" in said(kim.press("link_withdraw", *address, reason="weg"))

    kim.done("link_renew", *address)
    assert sent_since() == ["cas@ministerie.example"] and "nieuwe link" in mail.outbox[-1].subject
    fresh = SecretLink.objects.get(contact=theirs.contact, revoked_at__isnull=True)
    assert Client().get(f"/l/{links.token_for(fresh)}/").status_code == 200
    with pytest.raises(NotNow, match="al een nieuwe link"):
        team_links.send_new_link(thread, theirs, by=actor("team"), now=make.NOW)


def test_a_reporter_loses_the_link_and_gets_another(client):
    """Only the team may; the list of own reports leaves it out; without an address nothing can be sent."""
    sent = make.sent_report(email="rita@voorbeeld.example")
    report, link = sent.report, sent.report.secret_links.get()
    sent_since()
    for role in ("lid", "redacteur", "beheerder"):
        with pytest.raises(NotPermitted):
            team_links.withdraw_link(report, link, "elders", by=actor(role), now=make.NOW)
    kim = Colleague("team", first_name="Kim")
    assert "Trek de link in" in kim.page("report", report.pk)
    kim.done("report_link_withdraw", report.pk, reason="elders")
    assert client.get(f"/l/{links.token_for(link)}/").status_code == 404
    assert "De link is ingetrokken op" in kim.page("report", report.pk)
    reactions.say_still_busy(report, by=SYSTEM, now=make.NOW)
    assert sent_since() == []

    mine = links.new_link("mijn-meldingen", None, contact=link.contact, now=make.NOW)
    listed = client.post(f"/l/{links.token_for(mine)}/", follow=True).content.decode()
    assert report.reference not in listed
    kim.done("report_link_renew", report.pk)
    assert sent_since() == ["rita@voorbeeld.example"]
    assert (
        report.reference
        in client.get(reverse("ruimte_in_de_regels:my_reports", args=[mine.public_id])).content.decode()
    )

    silent = make.sent_report().report
    kim.done("report_link_withdraw", silent.pk, reason="verzoek")
    assert "geen e-mailadres" in kim.page("report", silent.pk)
    assert "geen e-mailadres" in said(kim.press("report_link_renew", silent.pk))


def test_what_was_closed_by_hand_stays_closed_until_its_dossier_is_over():
    """One closed by hand goes with its dossier only, not after months: a mail would bring a new one."""
    report = make.sent_report(email="rita@voorbeeld.example").report
    link = report.secret_links.get()
    team_links.withdraw_link(report, link, "elders", by=actor("team"), now=make.NOW)
    later = make.NOW + timedelta(days=200)
    retention.run(later)
    with pytest.raises(links.Withdrawn):
        links.make_link(link.scope, report, contact=link.contact, now=later)
    over(report, "melding.close", "closed", make.NOW)
    retention.run(later)
    assert not SecretLink.objects.filter(pk=link.pk).exists()
