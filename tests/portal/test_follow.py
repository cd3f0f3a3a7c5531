# SPDX-License-Identifier: EUPL-1.2
"""Following a theme, a rule or a case: on a page apart, seen back in "mijn overzicht", told once."""

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from netwerk import deliveries, follows, search
from netwerk.access import Actor, NotPermitted
from netwerk.models import Dossier, Follow, Theme
from ruimte_in_de_regels.actions import promises, publications
from tests.factories import obstacles as make
from tests.factories.people import actor, user

pytestmark = pytest.mark.django_db


def indexed():
    """Let the search know what everybody may read."""
    while search.index_stale():
        pass


def heard():
    """Send what is due, and return who got which mail."""
    mail.outbox.clear()
    deliveries.deliver_due(timezone.now)
    return sorted((sent.to[0], sent.subject) for sent in mail.outbox)


def test_a_member_follows_a_rule_and_a_case_hears_once_of_each_step_and_stops(client, uncached):
    """Rule, case and theme followed by one person: one mail when the case appears, one when a promise is
    kept; the mail names nothing of the case. After stopping, silence. Nobody hears of what is not public."""
    member, other = user("lid"), user("lid")
    client.force_login(member)
    text = make.publication(state="approved", title="Zomerstage")
    case, coordinator = text.case, actor("coordinator")
    theme = Theme.objects.first()
    case.themes.add(theme)
    rule = make.regulation(case, make.publication(state="published").case)
    follows.follow(theme, by=Actor.of(other), now=make.NOW)
    follows.follow(theme, by=Actor.of(member), now=make.NOW)
    address = reverse("follow", args=["regel", rule.slug])
    assert address in client.get(rule.get_absolute_url()).content.decode()
    assert "Volg niet meer" not in client.get(address).content.decode()
    for _ in range(2):
        client.post(address, {"do": "follow"})
    assert Follow.objects.filter(regulation=rule).count() == 1
    assert "Volg niet meer" in client.get(address).content.decode()
    promise = make.promise(case)

    publications.publish(text, by=coordinator, now=make.NOW)
    subject = "Er staat een casus op de site"
    assert heard() == [(member.email, subject), (other.email, subject)]
    assert "Zomerstage" not in str(mail.outbox[0].message())
    assert text.get_absolute_url() in mail.outbox[0].body

    indexed()
    client.post(reverse("follow", args=["dossier", case.reference]), {"do": "follow"})
    page = client.get(reverse("overview")).content.decode()
    assert "Zomerstage" in page
    assert str(rule) in page
    assert case.title not in page, "the title of the dossier is the team's own"
    promises.keep(promise, "Geregeld.", by=coordinator, now=make.NOW)
    assert heard() == [(member.email, "Een toezegging is nagekomen")], "a theme brings new cases only"

    for kind, key in (("regel", rule.slug), ("dossier", case.reference)):
        client.post(reverse("follow", args=[kind, key]), {"do": "stop"})
    promises.reopen(promise, "Vergissing.", by=coordinator, now=make.NOW)
    promises.drop(promise, "Toch niet.", by=coordinator, now=make.NOW)
    assert heard() == []


def test_of_what_is_taken_off_the_site_nobody_hears_more_than_that_it_went(client, uncached):
    """A mail that waits is skipped once the case is retracted; "mijn overzicht" does not name it any more."""
    member, text = user("lid"), make.publication(state="published", title="Zomerstage")
    client.force_login(member)
    indexed()
    dossier = Dossier.objects.get(pk=text.case_id)
    for _ in range(2):
        follows.follow(dossier, by=Actor.of(member), now=make.NOW)
    assert "Zomerstage" in client.get(reverse("overview")).content.decode()
    promise = make.promise(text.case)
    promises.keep(promise, "Geregeld.", by=actor("team"), now=make.NOW)
    deliveries.expand_batch(timezone.now())
    publications.retract(text, "Fout.", "Fout.", by=actor("coordinator"), now=make.NOW)
    gone = "Een casus staat niet meer op de site"
    assert heard() == [(member.email, gone)], "that it went, without its title, and nothing of what waited"
    assert "Zomerstage" not in client.get(reverse("overview")).content.decode()
    assert client.get(reverse("follow", args=["dossier", dossier.reference])).status_code == 404


def test_following_needs_an_account_and_sends_who_has_none_to_the_login(client):
    """The link on a kept page leads to the login, and from there back to the page that follows."""
    rule = make.regulation(make.publication(state="published").case)
    address = reverse("follow", args=["regel", rule.slug])
    answer = client.get(address)
    assert answer.status_code == 302
    assert address in answer.url.replace("%2F", "/")
    with pytest.raises(NotPermitted):
        follows.follow(rule, by=Actor("visitor", "Bezoeker"), now=make.NOW)
    page = client.get(rule.get_absolute_url())
    assert "Je hebt er een account voor nodig." in page.content.decode(), "said before the login asks"
    assert "csrfmiddlewaretoken" not in page.content.decode()
    assert not page.cookies
