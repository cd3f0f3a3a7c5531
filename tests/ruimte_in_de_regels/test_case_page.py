# SPDX-License-Identifier: EUPL-1.2
"""The page of a case on the site: how it went, where it stands, how long it lay with whom, who goes on."""

from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse

from netwerk import cache_tags, links, search
from netwerk.casework import ties
from netwerk.models import Dossier
from ruimte_in_de_regels.actions import cases, threads
from ruimte_in_de_regels.models import CaseOutcome, MinistryThread, ObstacleCase
from tests.factories import learning
from tests.factories import obstacles as make
from tests.factories.desk import Colleague
from tests.factories.people import actor

pytestmark = pytest.mark.django_db

ANSWER = {"stance": "follows_partly", "kind": "explanation", "reasoning": "Het mag al."}


def later(**span):
    return make.NOW + timedelta(**span)


def read(client, text):
    """Return the page as everybody reads it, made anew."""
    cache.clear()
    return " ".join(client.get(text.get_absolute_url()).content.decode().split())


def test_the_page_tells_how_a_case_went_and_how_long_it_lay_with_whom(client):
    """One party is asked, asks back, gets more time and answers; the other points to a third, whose answer is
    awaited. The page tells each step in order, the stand, what is still to come, the working days that the
    question lay with each, and how often it was passed on; never the day of a report, nor a name of ours."""
    case = make.case("problem_statement", assignee=actor("team").user)
    make.statement(case)
    make.report("accepted", case=case)
    asked = [make.thread(case, "draft", code) for code in ("ocw", "vws")]
    threads.send_threads(case, asked, by=actor("team"), now=make.NOW)
    ocw, vws = (MinistryThread.objects.get(pk=thread.pk) for thread in asked)
    holder = links.actor_for(make.thread_link(ocw))
    threads.acknowledge(ocw, by=holder, now=make.NOW)
    threads.extend(ocw, "Druk.", ocw.due_at + timedelta(days=14), by=holder, now=later(days=1))
    threads.ask_back(ocw, "Wie?", by=holder, now=later(days=7))
    threads.answer_back(ocw, "Scholen.", by=actor("team"), now=later(days=14))
    threads.answer(ocw, ANSWER, by=holder, now=later(days=21))
    to = make.ministry_contact("szw", "werk@szw.example").ministry
    threads.pass_on(vws, to, by=links.actor_for(make.thread_link(vws)), now=later(days=7))
    vws.refresh_from_db()
    threads.send_threads(case, [vws.next_thread], by=actor("team"), now=later(days=8))
    make.promise(case, "open", text="OCW schrijft het op.", due_on=date(2027, 6, 1))
    page = read(client, make.publication(Dossier.objects.get(pk=case.pk).obstaclecase, "published"))
    course = page[page.index('id="verloop"') :]
    steps = ("We vroegen OCW en VWS", "VWS: gaat hier niet over", "We vroegen SZW", "OCW: volgt het voorstel")
    to_come = (">Nu<", "De vraag ligt bij het ministerie.", "Antwoord van SZW", "Toezegging van OCW")
    places = [course.index(words) for words in (*steps, *to_come)]
    assert places == sorted(places), "in the order in which it happened, then now, then what is to come"
    assert "10 werkdagen, 1 keer verlengd" in page, "the week in which OCW waited for us does not count"
    assert "5 werkdagen<" in page
    assert "1 keer doorverwezen" in page
    assert "Melding" not in course.split("</section>")[0]
    assert actor("team").label not in page


def test_a_case_that_opened_again_says_that_its_outcome_may_change(client):
    """Proves that the page and the sheet of a case that is looked at again say so beside it, that the
    team is asked about that outcome, and that neither is said once a new one was set."""
    text = make.publication(make.case("feedback", assignee=actor("team").user), "published")
    case, says = text.case, "We kijken er opnieuw naar"
    CaseOutcome.objects.create(case=case, kind="clarified", reasoning="Het mag.", created_at=make.NOW)
    sheet = reverse("ruimte_in_de_regels:factsheet", args=[text.slug])
    assert says not in read(client, text) and says not in client.get(sheet).content.decode()
    reason = {"reason": "De school weigert."}
    cases.move(case, "reopen", reason, by=actor("coordinator"), now=later(days=1))
    page = read(client, text)
    assert says in page and "De uitkomst kan veranderen." in page and "weigert" not in page
    assert "Het antwoord kan veranderen." in client.get(sheet, {"x": "1"}).content.decode()
    ObstacleCase.objects.filter(pk=case.pk).update(state="weighing_answers")
    kim = Colleague("team")
    assert "Van voor het heropenen." in kim.page("case", case.pk)
    CaseOutcome.objects.filter(case=case).update(created_at=later(days=2))
    assert "Van voor het heropenen." not in kim.page("case", case.pk)
    ObstacleCase.objects.filter(pk=case.pk).update(state="outcome_set")
    assert "De uitkomst kan veranderen." not in read(client, text)


def test_who_goes_on_is_shown_once_everybody_may_see_it(client):
    """A learning project that tries the room of a case stands with it as soon as the project is public."""
    text = make.publication(state="published")
    shown, secret = learning.project("shared"), learning.project("running")
    for project in (shown, secret):
        ties.tie(text.case, project, "tests", by=actor("team", "beheerder"), now=make.NOW)
    assert "Hangt samen met" not in read(client, text), "nothing of it is found by everybody yet"
    while search.index_stale():
        pass
    page = read(client, text)
    assert shown.title in page[page.index("Hangt samen met") :]
    assert page.count('class="tile"') == 1, "one project, and not the other"


def test_a_case_tied_to_its_reports_alone_stays_kept(client):
    """Nearly every case is tied to a report: its kept page is not made anew whenever anything is indexed."""
    text = make.publication(state="published")
    team = actor("team")
    ties.tie(text.case, make.report("accepted", case=text.case), "started_from", by=team, now=make.NOW)
    cache.clear()
    address = text.get_absolute_url()
    assert client.get(address).headers["X-Page-Cache"] == "made"
    cache_tags.bump(cache_tags.FOUND)
    assert client.get(address).headers["X-Page-Cache"] == "hit"
    ties.tie(text.case, learning.project("shared"), "tests", by=actor("team", "beheerder"), now=make.NOW)
    cache.clear()
    client.get(address)
    cache_tags.bump(cache_tags.FOUND)
    assert client.get(address).headers["X-Page-Cache"] == "made"


def test_a_party_with_a_long_name_gets_a_picture_for_its_tile(client):
    """A name that does not fit in the tile is not cut in two: a picture stands there, and the name once."""
    text = make.publication(state="published")
    thread = make.thread(text.case, "expired", "ocw")
    name = "Een verzonnen opleidingsraad"
    type(thread.ministry).objects.filter(pk=thread.ministry_id).update(abbreviation=name, name=name)
    page = read(client, text)
    tile = page[page.index('class="ministry"') :]
    assert "building-community" in tile[: tile.index("<h3>")]
    assert f"<p>{name}</p>" not in page
