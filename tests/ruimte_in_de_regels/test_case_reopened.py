# SPDX-License-Identifier: EUPL-1.2
"""A case that was told, and opens again: its reporters know it, and hear the new outcome as well."""

from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.core import mail
from django.urls import reverse

from netwerk import deliveries, links
from netwerk.access import SYSTEM
from netwerk.models import Contact
from netwerk.perform import NotNow
from ruimte_in_de_regels import tasks
from ruimte_in_de_regels.actions import cases, reactions, reports
from ruimte_in_de_regels.models import CaseOutcome, ObstacleCase, ObstacleReport, ReporterIdentity
from tests.factories import obstacles as make
from tests.factories.people import actor

pytestmark = pytest.mark.django_db


def page_of(client, report):
    """Open the link of a report as its reporter does, and return what the page says."""
    link = report.secret_links.latest("pk")
    client.post(links.url_for(link), follow=True)
    page = client.get(reverse("ruimte_in_de_regels:report_status", args=[link.public_id]))
    return page.content.decode()


def told(case, state="answered"):
    """Return a report of the case, told the first outcome, with an address."""
    report = make.report("accepted", case=case)
    reports.answer(report, "Het mag al.", by=actor("team"), now=make.NOW)
    contact = Contact.objects.create(email=f"{state}@voorbeeld.example")
    ReporterIdentity.objects.create(report=report, contact=contact)
    ObstacleReport.objects.filter(pk=report.pk).update(state=state)
    return ObstacleReport.objects.get(pk=report.pk)


def test_reporters_of_a_case_that_opens_again_know_it_and_hear_the_new_outcome(client):
    """Proves that reports that were told or closed go on with their case, that the reporter reads and is
    mailed so, that the case does not close before they heard the new outcome, and that all is asked anew.
    """
    team, coordinator = actor("team"), actor("coordinator")
    case = make.case("closed", assignee=team.user)
    answered, closed = told(case), told(case, "closed")
    gone = make.report("withdrawn", case=case)
    reactions.react_to_outcome(
        answered, "yes", "", by=links.actor_for(answered.secret_links.first()), now=make.NOW
    )
    half_year = make.NOW + relativedelta(months=6)
    tasks.ask_aftercare(half_year)
    deliveries.deliver_due(lambda: half_year)
    mail.outbox.clear()

    reopened = half_year + timedelta(days=1)
    cases.move(case, "reopen", {"reason": "De school weigert."}, by=coordinator, now=reopened)
    for report in (answered, closed):
        report.refresh_from_db()
        assert report.state == "accepted"
    gone.refresh_from_db()
    assert gone.state == "withdrawn"
    deliveries.deliver_due(lambda: reopened)
    assert sorted(letter.to[0] for letter in mail.outbox) == [
        "answered@voorbeeld.example",
        "closed@voorbeeld.example",
    ]
    assert all("kijken opnieuw" in letter.subject and "weigert" not in letter.body for letter in mail.outbox)
    page = page_of(client, answered)
    assert "We kijken er opnieuw naar." in page and "kun-je-verder/" not in page

    ObstacleCase.objects.filter(pk=case.pk).update(state="feedback")
    with pytest.raises(NotNow, match="Nog niet elke melder"):
        cases.move(case, "close", {}, by=team, now=reopened)
    ObstacleCase.objects.filter(pk=case.pk).update(state="outcome_set")
    CaseOutcome.objects.create(case=case, kind="clarified", reasoning="Nu staat het er.", created_at=reopened)
    cases.give_feedback(case, "Nu staat het er echt.", by=team, now=reopened)
    answered.refresh_from_db()
    assert answered.state == "answered" and answered.messages.last().text == "Nu staat het er echt."
    assert "kun-je-verder/" in page_of(client, answered)
    # Half a year runs from the newest outcome, not from the first.
    assert tasks.ask_aftercare(reopened + timedelta(days=30)) == 0
    assert tasks.ask_aftercare(reopened + relativedelta(months=6)) == 2


def test_a_long_silence_is_broken_in_words_that_are_true(client):
    """Proves that who waits for an outcome reads that there is none yet, and that who waits only for our
    words reads that there is one; the mail says neither."""
    waiting = make.report("accepted", case=make.case("escalated"))
    nearly = make.report("accepted", case=make.case("outcome_set"))
    for number, report in enumerate((waiting, nearly)):
        contact = Contact.objects.create(email=f"melder{number}@voorbeeld.example")
        ReporterIdentity.objects.create(report=report, contact=contact)
        reactions.say_still_busy(report, by=SYSTEM, now=make.NOW)
    assert "Er is nog geen uitkomst." in waiting.messages.get().text
    assert "Er is een uitkomst." in nearly.messages.get().text
    deliveries.deliver_due(lambda: make.NOW)
    busy = [letter.body for letter in mail.outbox if "nog bezig" in letter.subject]
    assert len(busy) == 2 and not any("nog geen uitkomst" in body for body in busy)
