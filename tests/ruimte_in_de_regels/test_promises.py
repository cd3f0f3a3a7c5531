# SPDX-License-Identifier: EUPL-1.2
"""What ministries promised: written down by itself, asked after, publicly late, and publicly kept."""

from datetime import date, datetime, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from netwerk import deliveries
from netwerk.access import SYSTEM
from netwerk.models import Delivery
from netwerk.perform import NotNow
from ruimte_in_de_regels import tasks
from ruimte_in_de_regels.actions import promises, threads
from ruimte_in_de_regels.models import Ministry, Promise
from tests.factories import obstacles as make
from tests.factories.desk import Colleague
from tests.factories.people import actor

pytestmark = pytest.mark.django_db
DUE = date(2027, 3, 10)
ANSWER = {
    "stance": "follows",
    "kind": "change",
    "reasoning": "Dit blijft binnen.",
    "public_text": "We passen het aan.",
    "commitment_date": DUE,
}
LIST = reverse("ruimte_in_de_regels:promise_list")


def on(day):
    """Return a moment on a day."""
    return timezone.make_aware(datetime(day.year, day.month, day.day, 9))


def told(now):
    """Send everything that is due, and return the subjects of the mails with whom they went to."""
    mail.outbox.clear()
    deliveries.deliver_due(lambda: now)
    return sorted((sent.to[0], sent.subject) for sent in mail.outbox)


def test_a_promise_is_asked_after_late_and_then_kept(client, uncached):
    """An answer with a date becomes a promise. Its owner and the ministry hear of it a month before and on
    the day, once each; the day after it is publicly late; kept it is publicly kept, with what came of it."""
    owner = Colleague("team")
    case = make.publication(state="published", title="Samen opleiden").case
    case.assignee = owner.user
    case.save()
    thread = make.thread(case, "investigating")
    threads.answer(thread, ANSWER, by=actor("team"), now=make.NOW)
    promise = Promise.objects.get()
    assert (promise.text, promise.due_on, promise.owner) == ("OCW past de regel aan.", DUE, owner.user)
    told(make.NOW)
    quiet, soon, late = DUE - timedelta(days=31), DUE - timedelta(days=30), DUE + timedelta(days=1)
    assert tasks.watch_promises(on(quiet)) == 0
    for day in (soon, DUE):
        assert [tasks.watch_promises(on(day)), tasks.watch_promises(on(day))] == [1, 0], "asked once"
        heard = told(on(day))
        assert [address for address, _ in heard] == [thread.contact.contact.email, owner.user.email]
        assert "Samen opleiden" not in str(heard), "a mail holds nothing of the case"
    assert "Loopt nog" in client.get(LIST).content.decode()
    assert tasks.watch_promises(on(late)) == 1
    assert told(on(late)) == [(owner.user.email, f"Toezegging van OCW is te laat ({case.reference})")]
    page = client.get(LIST).content.decode()
    assert "Te laat" in page
    assert "OCW past de regel aan." in page
    page = owner.page("case", case.pk)
    assert "Nagekomen" in page
    case.refresh_from_db()
    address = reverse("rir_desk:promise_move", args=[case.pk, promise.pk, "keep"])
    assert "Beantwoord de vraag" in owner.post(address, {"seen": case.version}).content.decode(), (
        "what came of it is asked"
    )
    owner.post(address, {"result": "De nieuwe regel geldt.", "seen": case.version})
    promise.refresh_from_db()
    assert promise.state == "kept"
    page = client.get(LIST).content.decode()
    assert "De nieuwe regel geldt." in page
    assert "Te laat" not in page.split("stream")[1]
    rule = make.regulation(case)
    shown = client.get(case.publication.get_absolute_url()).content.decode()
    assert "De nieuwe regel geldt." in shown
    assert rule.get_absolute_url() in shown
    assert tasks.watch_promises(on(late + timedelta(days=30))) == 0
    assert Delivery.objects.exclude(state="sent").count() == 0


def test_a_date_moves_with_a_reason_and_the_first_one_stays_to_be_read(client, uncached):
    """A late promise with a new date runs again and is asked after again; everybody reads the first date."""
    case, team = make.publication(state="published").case, actor("team")
    promise = make.promise(case, "late", due_on=DUE, asked_on=DUE)
    for day in (DUE, DUE - timedelta(days=1)):
        with pytest.raises(NotNow):
            promises.move_date(promise, day, "Later.", by=team, now=on(DUE - timedelta(days=60)))
    new = DUE + timedelta(days=40)
    promises.move_date(promise, new, "Het advies komt later.", by=team, now=on(DUE))
    page = client.get(LIST).content.decode()
    assert 'datetime="2027-03-10"' in page
    assert f'datetime="{new.isoformat()}"' in page
    assert tasks.watch_promises(on(new - timedelta(days=29))) == 1
    for act in (promises.ask, promises.lapse):
        with pytest.raises(NotNow):
            act(promise, by=SYSTEM, now=on(new - timedelta(days=29)))


def test_what_promises_nothing_by_a_date_is_no_promise():
    """An explanation, and a change without a date, leave the register alone."""
    team = actor("team")
    for answer in ({**ANSWER, "kind": "explanation"}, {**ANSWER, "commitment_date": None}):
        threads.answer(make.thread(state="investigating"), answer, by=team, now=make.NOW)
    assert not Promise.objects.exists()


def test_the_team_writes_a_promise_down_by_hand_and_gives_it_to_a_colleague():
    """Only for a ministry that was asked; the words and who watches can be changed later."""
    team, colleague = Colleague("team"), actor("team").user
    case = make.case("monitoring")
    make.thread(case, "answered", "ocw")
    vws, ocw = Ministry.objects.get(code="vws"), Ministry.objects.get(code="ocw")
    values = {"ministry": vws.pk, "text": "VWS kijkt ernaar."}
    values = {**values, "due_on_dag": "1", "due_on_maand": "3", "due_on_jaar": "2027", "seen": case.version}
    address = reverse("rir_desk:promise_new", args=[case.pk])
    assert team.post(address, values).status_code == 200, "VWS was asked nothing"
    with pytest.raises(NotNow):
        given = {"ministry": vws, "text": "x", "due_on": DUE}
        promises.make_promise(case, given, by=actor("team"), now=make.NOW)
    assert team.post(address, {**values, "ministry": ocw.pk}).status_code == 302
    promise = Promise.objects.get()
    case.refresh_from_db()
    address = reverse("rir_desk:promise_change", args=[case.pk, promise.pk])
    team.post(address, {"text": "OCW kijkt ernaar.", "owner": colleague.pk, "seen": case.version})
    promise.refresh_from_db()
    assert (promise.text, promise.owner) == ("OCW kijkt ernaar.", colleague)
    assert "OCW kijkt ernaar." in team.page("promises")
    assert "OCW kijkt ernaar." not in team.page("promises", stand="kept")


def test_the_public_list_shows_cases_on_the_site_alone_and_counts_by_hand(client, uncached):
    """Promises of other cases are nowhere; the numbers beside the choices are those of the rows."""
    shown = make.publication(state="published").case
    make.promise(make.publication(state="approved").case, text="Dit weet nog niemand.")
    for state, code in (
        ("open", "ocw"),
        ("open", "vws"),
        ("late", "ocw"),
        ("kept", "ocw"),
        ("dropped", "vws"),
    ):
        make.promise(shown, state, code, text=f"{code} belooft {state}.")
    page = client.get(LIST).content.decode()
    assert "Dit weet nog niemand." not in page
    for label in ("Loopt nog (2)", "Te laat (1)", "Nagekomen (1)", "Komt er niet (1)", "OCW (3)", "VWS (2)"):
        assert label in page
    assert "SZW" not in page
    page = client.get(LIST, {"stand": "loopt", "ministerie": "ocw"}).content.decode()
    assert page.count('<li id="toezegging-') == 1
    assert "Loopt nog (1)" in page
    assert "OCW (1)" in page
    assert "ocw belooft open." in page
    page = client.get(LIST, {"stand": "onzin", "ministerie": "\x00"})
    assert page.content.decode().count('<li id="toezegging-') == 5
    assert (
        "Hier past geen toezegging bij"
        in client.get(LIST, {"stand": "te-laat", "ministerie": "vws"}).content.decode()
    )


def test_promises_cost_the_same_with_three_and_with_sixty(client, uncached):
    """The public list, the team's list and the case's screen ask a fixed number of questions."""
    case, team = make.publication(state="published").case, Colleague("team")
    addresses = {
        LIST: client,
        reverse("rir_desk:promises"): team,
        reverse("rir_desk:case", args=[case.pk]): team,
    }

    def cost():
        found = []
        for address, browser in addresses.items():
            browser.get(address)
            with CaptureQueriesContext(connection) as asked:
                assert browser.get(address).status_code == 200
            found.append(len(asked))
        return found

    for _ in range(3):
        make.promise(case)
    few = cost()
    for _ in range(57):
        make.promise(case)
    assert cost() == few
    assert few[0] <= 16
