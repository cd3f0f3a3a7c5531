# SPDX-License-Identifier: EUPL-1.2
"""A ministry says by its link how its promise stands; the team takes it over, or says why not."""

import re
from datetime import date

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from netwerk import deliveries, follows, links
from netwerk.access import SYSTEM, Actor, NotPermitted
from netwerk.models import Dossier
from netwerk.perform import NotNow
from ruimte_in_de_regels.actions import promise_news, promises
from ruimte_in_de_regels.models import PromiseNews
from tests.factories import obstacles as make
from tests.factories.desk import Colleague
from tests.factories.people import actor, user

pytestmark = pytest.mark.django_db
DUE, NEW = date(2027, 3, 10), date(2027, 5, 1)
LIST = reverse("ruimte_in_de_regels:promise_list")


def heard():
    """Send what is due, and return the mails by whom they went to."""
    mail.outbox.clear()
    deliveries.deliver_due(timezone.now)
    return {sent.to[0]: sent for sent in mail.outbox}


def moment(day):
    """Return a moment on a day."""
    return timezone.make_aware(timezone.datetime(day.year, day.month, day.day, 9))


def test_a_ministry_says_how_its_promise_stands_and_the_team_takes_it_over(client, uncached):
    """From the reminder's link: later with a date (errors stand at their field), which nobody reads before
    the team takes it over with one click and those words; then followers hear. What the team does not take
    over, the ministry hears with the reason, and says again. Nobody is asked while something waits."""
    team = Colleague("team")
    text = make.publication(state="published")
    case, follower = text.case, user("lid")
    case.assignee = team.user
    case.save()
    follows.follow(Dossier.objects.get(pk=case.pk), by=Actor.of(follower), now=make.NOW)
    thread = make.thread(case, "acknowledged")
    officer = thread.contact.contact.email
    promise = make.promise(case, due_on=DUE, owner=team.user)
    promises.ask(promise, by=SYSTEM, now=moment(DUE))
    ministry = Client()
    door = re.search(r"/l/[\w-]+/", heard()[officer].body).group()
    sheet = ministry.post(door).url
    tell = reverse("ruimte_in_de_regels:thread_promise", args=[sheet.split("/")[-2], promise.pk])
    assert tell in ministry.get(sheet).content.decode()

    page = ministry.post(tell, {"said": "later", "text": "De wet duurt langer."})
    assert "Kies een nieuwe datum." in page.content.decode()
    assert "De wet duurt langer." in page.content.decode(), "what was typed stays"
    later = {"said": "later", "text": "De wet duurt langer.", "new_date_maand": "5", "new_date_dag": "1"}
    assert "Kies een datum na 10 maart 2027." in ministry.post(
        tell, {**later, "new_date_jaar": "2027", "new_date_maand": "3"}
    ).content.decode().replace("&nbsp;", " ")
    assert ministry.post(tell, {**later, "new_date_jaar": "2027"}).url == sheet
    assert "Het netwerkteam kijkt ernaar" in ministry.get(sheet).content.decode()
    assert "duurt langer" not in client.get(LIST).content.decode(), "nothing is public before"
    assert list(heard()) == [team.user.email], "whoever watches it hears, and nobody else"
    promise.refresh_from_db()
    assert (promise.state, promise.due_on) == ("open", DUE)
    with pytest.raises(NotNow):
        promises.ask(promise, by=SYSTEM, now=moment(DUE))
    assert "Bericht van OCW" in team.page("promises")

    take_over = reverse("rir_desk:promise_move", args=[case.pk, promise.pk, "move_date"])
    assert take_over in team.page("case", case.pk)
    form = team.page("promise_move", case.pk, promise.pk, "move_date")
    assert "De wet duurt langer." in form
    assert 'value="2027"' in form
    assert "duurt langer" not in team.page("promise_move", case.pk, promise.pk, "keep"), (
        "another move is empty"
    )
    team.done(
        "promise_move",
        case.pk,
        promise.pk,
        "move_date",
        reason="De wet duurt langer.",
        new_date_dag=1,
        new_date_maand=5,
        new_date_jaar=2027,
    )
    promise.refresh_from_db()
    assert promise.due_on == NEW
    assert heard()[follower.email].subject == "Een toezegging kreeg een andere datum"
    assert 'datetime="2027-05-01"' in client.get(LIST).content.decode()
    assert not PromiseNews.objects.waiting().exists()

    ministry.post(tell, {"said": "kept", "text": "Het staat er."})
    ministry.post(tell, {"said": "kept", "text": "Het staat in de wet."})
    assert [one.text for one in PromiseNews.objects.waiting()] == ["Het staat in de wet."], "the newest"
    heard()
    assert "Het staat in de wet." in team.page("promise_news", case.pk, promise.pk)
    team.done("promise_news", case.pk, promise.pk, reason="Welk artikel is het?")
    assert "Over jullie bericht" in heard()[officer].subject
    assert "Welk artikel is het?" in ministry.get(sheet).content.decode()
    assert team.see("promise_news", case.pk, promise.pk).status_code == 404, "nothing waits any more"
    ministry.post(tell, {"said": "kept", "text": "Artikel 3 van de Voorbeeldwet."})
    team.done("promise_move", case.pk, promise.pk, "keep", result="Artikel 3 van de Voorbeeldwet.")
    assert "Artikel 3 van de Voorbeeldwet." in client.get(LIST).content.decode()
    assert "Artikel 3" in ministry.get(sheet).content.decode()
    assert ministry.get(tell).url == sheet, "it is settled"
    assert not PromiseNews.objects.waiting().exists()


def test_only_the_party_that_promised_says_how_it_stands():
    """By the link to its own question in that case: not another party, another case, or a colleague."""
    case = make.case("monitoring")
    own, other = make.thread(case, "answered"), make.thread(case, "answered", "vws")
    elsewhere = make.thread(make.case("monitoring"), "answered")
    promise, news = make.promise(case, "late", due_on=date(2026, 11, 1)), promise_news.News("kept", "Klaar.")
    strangers = [links.actor_for(make.thread_link(thread)) for thread in (other, elsewhere)]
    for by in (*strangers, actor("team"), SYSTEM):
        with pytest.raises(NotPermitted):
            promise_news.say_how_it_stands(promise, news, by=by, now=make.NOW)
    holder = links.actor_for(make.thread_link(own))
    promise_news.say_how_it_stands(promise, news, by=holder, now=make.NOW)
    waiting = promise.news.get()
    promises.drop(promise, "Het kabinet viel.", by=actor("team"), now=make.NOW)
    with pytest.raises(NotNow):
        promise_news.leave_news(waiting, "Nee.", by=actor("team"), now=make.NOW)
    with pytest.raises(NotNow):
        promise_news.say_how_it_stands(promise, news, by=holder, now=make.NOW)
