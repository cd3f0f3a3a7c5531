# SPDX-License-Identifier: EUPL-1.2
"""A public text that appears and is taken back: who hears of it, and that nobody finds it a moment later."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from netwerk import deliveries, follows, links, search
from netwerk.access import SYSTEM
from netwerk.models import Contact, Dossier, User
from netwerk.timeline import part_key
from ruimte_in_de_regels.access import ALSO_SCOPE
from ruimte_in_de_regels.actions import cases, outcomes, promises, publications
from ruimte_in_de_regels.models import CHECKLIST, AlsoUs, ObstacleCase, ReporterIdentity
from tests.factories import obstacles as make
from tests.factories.people import actor

pytestmark = pytest.mark.django_db

REASONS = ("Mia was herkenbaar.", "Deze tekst klopt niet meer.")
FOLLOWER, ALSO = "volger@voorbeeld.example", "ook@voorbeeld.example"
REPORTER, MINISTRY = "melder@voorbeeld.example", "beleid@ministerie.example"


def heard():
    """Deliver what waits; return who got which subject, and empty the post."""
    deliveries.deliver_due(lambda: make.NOW + timedelta(days=1))
    found = {letter.to[0]: letter.subject for letter in mail.outbox}
    mail.outbox.clear()
    return found


def shown_case():
    """Return a case with an answer and an approved text, and everybody who may hear of it."""
    thread = make.thread(make.case("feedback"), "answered")
    report = make.report("answered", case=thread.case)
    contact = Contact.objects.create(email=REPORTER)
    ReporterIdentity.objects.create(report=report, contact=contact)
    row = AlsoUs.objects.create(
        case=thread.case, hours=1, people=1, created_at=make.NOW, confirmed_at=make.NOW,
        contact=Contact.objects.create(email=ALSO),
    )  # fmt: skip
    member = actor("lid")
    User.objects.filter(pk=member.user.pk).update(email=FOLLOWER)
    follows.follow(Dossier.objects.get(pk=thread.case_id), by=member, now=make.NOW)
    text = make.publication(thread.case, "approved", checklist=[code for code, _ in CHECKLIST])
    heard()
    return text, row


def found_by_anybody(text):
    """Return whether a visitor finds the text, as the index is now."""
    return text.get_absolute_url() in Client().get("/zoeken/", {"q": text.title, "x": "1"}).content.decode()


def test_who_hears_that_a_text_appears_and_that_it_is_taken_back():
    """Proves that followers, reporters, who has it too and the ministry hear of both, that the reason of the
    team is in no mail, that the mail of a follower leads to the public reason, and that search does not
    wait for the worker to let go of it."""
    text, row = shown_case()
    coordinator = actor("coordinator")
    publications.publish(text, by=coordinator, now=make.NOW)
    told = heard()
    assert set(told) == {FOLLOWER, ALSO, REPORTER, MINISTRY}
    assert "jullie antwoord staat op de site" in told[MINISTRY]
    while search.index_stale():
        pass
    assert found_by_anybody(text)

    publications.retract(text, *REASONS, by=coordinator, now=make.NOW)
    assert not found_by_anybody(text), "before the worker came by"
    deliveries.deliver_due(lambda: make.NOW + timedelta(days=1))
    assert {letter.to[0] for letter in mail.outbox} == {FOLLOWER, ALSO, REPORTER, MINISTRY}
    assert not [letter for letter in mail.outbox if "Mia" in letter.body or text.title in letter.body]
    to_follower = next(letter for letter in mail.outbox if letter.to == [FOLLOWER])
    assert text.get_absolute_url() in to_follower.body
    link = links.make_link(ALSO_SCOPE, text.case, contact=row.contact, part=part_key(row), now=make.NOW)
    browser = Client()
    page = browser.get(browser.post(f"/l/{links.token_for(link)}/").url).content.decode()
    assert "De casus staat nu niet op de site. Deze tekst klopt niet meer." in page and text.title not in page


def test_who_has_it_too_hears_each_public_step_after_the_feedback():
    """Proves that who said so on the site, when reporters were told long ago, hears of promises, of a case
    that opens again and of its next outcome, and of nothing while nobody can read the case."""
    text, _row = shown_case()
    case, team, coordinator = text.case, actor("team"), actor("coordinator")
    values = {
        "ministry": case.threads.get().ministry,
        "text": "OCW past de uitleg aan.",
        "due_on": make.NOW.date(),
    }
    unseen = promises.make_promise(case, values, by=team, now=make.NOW)
    promises.drop(unseen, "Het kan niet.", by=team, now=make.NOW)
    assert ALSO not in heard()
    publications.publish(text, by=coordinator, now=make.NOW)
    heard()
    promise = promises.make_promise(case, values, by=team, now=make.NOW)
    late = promises.lapse(promise, by=SYSTEM, now=make.NOW + timedelta(days=1)).subject
    assert ALSO in heard()
    promises.keep(late, "De uitleg staat er.", by=team, now=make.NOW)
    assert ALSO in heard()
    cases.move(case, "reopen", {"reason": "Scholen weigeren nog."}, by=coordinator, now=make.NOW)
    told = heard()
    assert {ALSO, FOLLOWER} <= set(told) and "We kijken opnieuw" in told[FOLLOWER]
    ObstacleCase.objects.filter(pk=case.pk).update(state="weighing_answers")
    outcomes.write_outcome(
        case, {"kind": "clarified", "reasoning": "Nu staat het er."}, by=team, now=make.NOW
    )
    cases.move(case, "set_outcome", {}, by=coordinator, now=make.NOW)
    assert {ALSO, FOLLOWER} <= set(heard())
