# SPDX-License-Identifier: EUPL-1.2
"""The team's screens for initiatives, and one initiative all the way through the portal."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from koplopers.models import Initiative
from netwerk.models import Delivery, TimelineEntry
from netwerk.tasks import index_dossiers
from tests.factories import initiatives as make
from tests.factories.desk import Colleague, said
from tests.factories.people import user
from tests.koplopers.test_owner_pages import START, STORY, YIELD

pytestmark = pytest.mark.django_db


class Adviser(Colleague):
    """A colleague at the desk of Koplopers."""

    desk = "kop_desk"


def anybody(address):
    """Return what a stranger gets."""
    return Client().get(address)


def everywhere(title):
    """Return where a stranger finds a title: the register, the search."""
    index_dossiers()
    places = {"list": "/koplopers/overzicht/", "search": f"/zoeken/?q={title}"}
    return {name for name, place in places.items() if f">{title}" in _plain(anybody(place))}


def _plain(response):
    return response.content.decode().replace("<mark>", "").replace("</mark>", "")


def test_a_member_submits_the_team_publishes_and_it_shows_everywhere(uncached):
    """From two screens to Koploper: nowhere before it is published, everywhere after, and off again."""
    owner, kim, cora = Client(), Adviser("team", first_name="Kim"), Adviser("coordinator")
    member = user("lid")
    owner.force_login(member)
    second = owner.post(START, {**STORY, "title": "Ruilrooster", "for_whom": "Iedereen.", "by_whom": "Wij."})
    made = Initiative.objects.get()
    region = make.Region.objects.get(slug="drenthe")
    where = {"sectors": ["sociaal-werk"], "region": region.pk, "seen": made.version}
    owner.post(second.url, {**YIELD, **where})
    owner.post(reverse("koplopers:step", args=[made.pk, "submit"]))
    assert made.reference in kim.page("initiatives")
    kim.done("move", made.pk, "take")
    kim.done("move", made.pk, "ask", question="Hoeveel mensen?")
    page = reverse("koplopers:own", args=[made.pk])
    owner.post(page, {"reply": "Dertig."})
    assert "Dertig." in kim.page("initiative", made.pk)
    assert everywhere("Ruilrooster") == set()
    kim.done("move", made.pk, "publish")
    assert everywhere("Ruilrooster") == {"list", "search"}
    assert "goed voorbeeld" in owner.get(page).content.decode()
    cora.done("move", made.pk, "nominate")
    day = {"appointed_on_dag": "20", "appointed_on_maand": "11", "appointed_on_jaar": "2026"}
    cora.done("move", made.pk, "recognise", appointed_by="Ministerie van VWS", **day)
    made.refresh_from_db()
    assert "Koploper sinds" in anybody(made.get_absolute_url()).content.decode()
    cora.done("move", made.pk, "archive", reason="Niet meer juist.")
    assert everywhere("Ruilrooster") == set()
    assert anybody(made.get_absolute_url()).status_code == 404


def test_what_is_incomplete_is_named_and_stays_off_the_site():
    """The screen lists what misses, and pressing anyway is refused with the same words."""
    kim, made = Adviser("team"), make.initiative("in_review", user("lid"), for_whom="")
    assert "Voor wie het werkt" in kim.page("initiative", made.pk)
    response = kim.press("move", made.pk, "publish")
    assert "voor wie het werkt" in said(response)
    made.refresh_from_db()
    assert made.state == "in_review"


def test_the_team_changes_the_text_and_two_lose_nothing():
    """The same screens as the owner's; the second of two is told and keeps what was typed."""
    kim, robin = Adviser("team"), Adviser("team")
    made = make.initiative("good_example")
    seen = made.version
    kim.done("edit", made.pk, 1, **{**STORY, "title": "Van Kim"}, seen=seen)
    response = robin.press("edit", made.pk, 1, **{**STORY, "title": "Van Robin"}, seen=seen)
    assert response.status_code == 409
    assert "Van Robin" in response.content.decode()
    made.refresh_from_db()
    assert made.title == "Van Kim"
    kim.done("edit", made.pk, 2, **YIELD)
    assert "Voorbeeldhuis" in Initiative.objects.get().organisation_name


def test_scouted_then_owned_then_withdrawn():
    """What the team saw gets an owner with an account; an address without one is refused."""
    kim, member = Adviser("team"), user("lid")
    kim.done("scout", title="Nachtteam", summary="Twee huizen delen een team.")
    made = Initiative.objects.get()
    assert made.state == "prospect"
    assert "Geef" in kim.page("initiative", made.pk)
    refused = kim.press("move", made.pk, "find_owner", owner="niemand@voorbeeld.example")
    assert "Er is geen account met dit adres" in said(refused)
    kim.done("move", made.pk, "find_owner", owner=member.email.upper())
    assert made.owners.get().user == member
    kim.done("move", made.pk, "withdraw", reason="")
    assert Initiative.objects.get().state == "archived"


def test_put_forward_by_another_waits_for_the_owner():
    """The button asks for the owner; taking it is refused meanwhile."""
    kim, bringer, real = Adviser("team"), user("lid"), user("lid")
    made = make.initiative("submitted", bringer)
    kim.done("move", made.pk, "ask_consent", owner=real.email)
    assert {tie.user: tie.role for tie in made.owners.all()} == {bringer: "proposer", real: "owner"}
    assert "Dit kan niet meer" in said(kim.press("move", made.pk, "take"))


def test_declining_tells_why_and_what_helps():
    """Both are asked; the owner reads them as a message; the team's list shows no term any more."""
    cora, made = Adviser("coordinator"), make.initiative("in_review", user("lid"))
    response = cora.press("move", made.pk, "decline", reason="Te vroeg.")
    assert "what_helps" in response.content.decode()
    cora.done("move", made.pk, "decline", reason="Te vroeg.", what_helps="Een meting.")
    assert "Een meting." in made.messages.get().text
    entry = TimelineEntry.objects.get(type="initiatief.decline")
    assert "meting" not in str(entry.data), "what is said to the owner is not copied to the timeline"


def test_an_appointment_lies_in_the_past():
    """A day that is still to come is no appointment."""
    cora, made = Adviser("coordinator"), make.initiative("nominated")
    day = {"appointed_on_dag": "1", "appointed_on_maand": "1", "appointed_on_jaar": "2126"}
    response = cora.press("move", made.pk, "recognise", appointed_by="VWS", **day)
    assert "Kies een dag die al is geweest." in response.content.decode()


def test_partners_are_named_once_and_go():
    """An organisation has one role; naming it again changes the role."""
    kim, made, school = Adviser("team"), make.initiative("recognised"), make.organisation("School")
    kim.done("partner_new", made.pk, organisation=school.pk, role="partner")
    kim.done("partner_new", made.pk, organisation=school.pk, role="education")
    partner = made.partners.get()
    assert partner.role == "education"
    assert "School" in anybody(made.get_absolute_url()).content.decode()
    other = make.initiative("recognised")
    kim.done("partner_remove", other.pk, partner.pk)
    assert made.partners.exists(), "only a partner of this initiative"
    kim.done("partner_remove", made.pk, partner.pk)
    assert not made.partners.exists()


def test_assigning_moves_the_work():
    """The colleague who gets it is told of the owner's answers from then on."""
    kim, robin = Adviser("team"), Adviser("team")
    made = make.initiative("in_review", user("lid"))
    kim.done("assign", made.pk, to=robin.user.pk)
    made.refresh_from_db()
    assert made.assignee == robin.user
    assert robin.user.last_name in kim.page("initiatives", wie=str(robin.user.pk))


def test_the_queue_shows_open_work_and_finds_the_rest():
    """Without a filter what asks for work; a draft is its owner's; everything by choice."""
    kim = Adviser("team")
    new, draft = make.initiative("submitted", title="Nieuw"), make.initiative("draft", title="Concept X")
    page = kim.page("initiatives")
    assert new.title in page
    assert draft.title not in page
    assert draft.title in kim.page("initiatives", stand="alles")


def test_the_desk_asks_no_more_queries_for_more_rows():
    """Three or thirty rows: the queue asks the same; and the screen of one asks few."""
    kim, numbers = Adviser("team"), []
    kim.page("initiatives")  # from here on the frame of the admin is kept
    for total in (3, 25):
        for _ in range(total - Initiative.objects.count()):
            make.initiative("submitted", user("lid"), assignee=kim.user)
        with CaptureQueriesContext(connection) as asked:
            kim.page("initiatives")
        numbers.append(len(asked))
    assert numbers[0] == numbers[1] <= 14
    with CaptureQueriesContext(connection) as asked:
        kim.page("initiative", Initiative.objects.first().pk)
    assert len(asked) <= 26


def test_what_an_owner_typed_is_shown_to_the_team_as_text():
    """HTML in any field comes out harmless at the desk."""
    evil = "<script>alert(1)</script>"
    made = make.initiative("submitted", user("lid"), title=evil, summary=evil, organisation=None)
    Initiative.objects.filter(pk=made.pk).update(organisation_name=evil)
    for page in (Adviser("team").page("initiatives"), Adviser("team").page("initiative", made.pk)):
        assert evil not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_nothing_was_sent_by_looking():
    """Opening screens and forms writes nothing and tells nobody."""
    kim, made = Adviser("coordinator"), make.initiative("in_review", user("lid"))
    before = TimelineEntry.objects.count(), Delivery.objects.count()
    for name in ("ask", "decline", "withdraw"):
        kim.page("move", made.pk, name)
    kim.page("partner_new", made.pk)
    kim.page("scout")
    assert (TimelineEntry.objects.count(), Delivery.objects.count()) == before
