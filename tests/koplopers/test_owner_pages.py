# SPDX-License-Identifier: EUPL-1.2
"""Writing an initiative and following it, by the pages of its owner."""

import uuid

import pytest
from django.urls import reverse

from koplopers.actions import owner as acts
from koplopers.actions import review
from koplopers.models import Initiative
from netwerk.access import Actor
from netwerk.models import Delivery, Membership, OutboxEvent
from netwerk.notifications import letter_for, notice
from tests.factories import initiatives as make
from tests.factories.people import actor, user

pytestmark = pytest.mark.django_db

START = "/koplopers/aanmelden/"
STORY = {
    "title": "Ruilrooster",
    "summary": "Collega's ruilen losse uren.",
    "problem": "Er stonden diensten open.",
    "approach": "Elk team heeft een potje.",
    "phase": "in-gebruik",
    "themes": ["meer-uren-werken"],
}
YIELD = {"organisation_name": "Voorbeeldhuis", "results": "Minder open diensten.", "evidence": "ervaring"}


@pytest.fixture
def member(client):
    """A member who is logged in."""
    person = user("lid", first_name="Mia")
    client.force_login(person)
    return person


def own(initiative, name="own", *more):
    return reverse(f"koplopers:{name}", args=[initiative.pk, *more])


def html(response, status=200):
    assert response.status_code == status
    return response.content.decode()


# --- Writing ---------------------------------------------------------------------------------------


def test_from_the_first_screen_to_submitted(client, member):
    """Two screens, a look at everything, one button; a reference and a term in return."""
    assert 'name="key"' in html(client.get(START))
    second = client.post(START, STORY)
    made = Initiative.objects.get()
    assert second.url == own(made, "edit", 2)
    seen = client.get(second.url).context["seen"]
    assert client.post(second.url, {**YIELD, "seen": seen}).url == own(made)
    page = html(client.get(own(made)))
    assert "Stuur je initiatief in" in page
    assert "Collega&#x27;s ruilen losse uren." in page
    page = html(client.post(own(made, "step", "submit"), follow=True))
    assert "We hebben je initiatief." in page
    assert "Uiterlijk" in page
    made.refresh_from_db()
    assert (made.state, made.owners.get().user) == ("submitted", member)


def test_a_concept_may_be_half_but_has_a_name(client, member):
    """Only the name is asked; what is missing is named on the own page, and there is no button yet."""
    page = html(client.post(START, {"later": "1"}), 422)
    assert "Beantwoord de vraag ‘Hoe heet het initiatief?’" in page
    assert "Vertel het kort’" not in page
    response = client.post(START, {"title": "Ruilrooster", "later": "1"}, follow=True)
    page = html(response)
    assert "Bewaard." in page
    assert "De samenvatting" in page
    assert "Stuur je initiatief in" not in page
    assert Initiative.objects.get().state == "draft"


def test_going_on_asks_everything_and_keeps_what_was_typed(client, member):
    """Nothing is lost when something is missing: the errors are named and the text is still there."""
    long = "ë" * 301
    page = html(client.post(START, {**STORY, "problem": "", "summary": long}), 422)
    assert "1 teken te veel" in page
    assert long in page
    assert "error-summary" in page
    assert not Initiative.objects.exists()


def test_sending_a_new_form_twice_makes_one(client, member):
    """A double click on the first screen leaves one draft."""
    data = {**STORY, "key": str(uuid.uuid4())}
    assert client.post(START, data).url == client.post(START, data).url
    assert Initiative.objects.count() == 1
    client.post(START, {**STORY, "key": "onzin"})
    assert Initiative.objects.count() == 2


def test_a_form_of_somebody_else_does_not_work(client, member):
    """Another's key gives nothing of theirs, and the text stays."""
    theirs = make.initiative("draft", user("lid"))
    page = html(client.post(START, {**STORY, "key": str(theirs.submission_key)}), 422)
    assert "Open het opnieuw" in page
    assert STORY["problem"] in page


def test_a_change_by_the_team_in_between_is_not_written_over(client, member):
    """The second to save is told, keeps the text, and decides knowingly."""
    made = make.initiative("draft", member)
    address = own(made, "edit", 1)
    seen = client.get(address).context["seen"]
    acts.save(made, {"summary": "Van het team."}, by=actor("team"), now=make.NOW)
    page = html(client.post(address, {**STORY, "seen": seen}), 422)
    assert "Iemand anders wijzigde dit net" in page
    assert STORY["problem"] in page
    made.refresh_from_db()
    assert made.summary == "Van het team."
    assert client.post(address, {**STORY, "seen": made.version}).status_code == 302


def test_both_screens_show_what_was_kept(client, member):
    """Every answer comes back in its own field: text, choices, boxes, date."""
    made = make.initiative("draft", member, goal_equipped=True, started_on="2025-09-01")
    first = html(client.get(own(made, "edit", 1)))
    assert make.TEXTS["approach"] in first
    assert client.get(own(made, "edit", 1)).context["form"]["themes"].value() == ["meer-uren-werken"]
    form = client.get(own(made, "edit", 2)).context["form"]
    assert form["goals"].value() == ["goal_equipped"]
    assert form["sectors"].value() == ["ouderenzorg-verpleging-en-verzorging"]
    assert form["region"].value() == made.regions.get().pk


def test_the_second_screen_keeps_goals_region_and_organisation(client, member):
    """What the form asks in another shape arrives as the dossier keeps it."""
    mine, other = make.organisation("Mijn huis"), make.organisation("Ander huis")
    Membership.objects.create(organisation=mine, user=member, role="member", joined_at=make.NOW)
    made = make.initiative("draft", member, organisation=None)
    address, region = own(made, "edit", 2), made.regions.get()
    data = {**YIELD, "goals": ["goal_enough"], "region": region.pk, "seen": made.version}
    html(client.post(address, {**data, "organisation": other.pk}), 422)
    days = {"started_on_dag": "1", "started_on_maand": "sep", "started_on_jaar": "2025"}
    assert client.post(address, {**data, **days, "organisation": mine.pk}).status_code == 302
    made.refresh_from_db()
    assert (made.organisation, made.goals) == (mine, ["Genoeg medewerkers"])
    assert list(made.regions.all()) == [region]
    assert str(made.started_on) == "2025-09-01"


@pytest.mark.parametrize("field", ["state", "visibility", "listed_at", "recognised_by", "assignee", "slug"])
def test_fields_that_are_not_asked_are_not_taken(client, member, field):
    """What a form does not show cannot be set by sending it."""
    made = make.initiative("draft", member)
    before = getattr(made, field)
    client.post(own(made, "edit", 1), {**STORY, "seen": made.version, field: "1"})
    made.refresh_from_db()
    assert made.title == "Ruilrooster"
    assert getattr(made, field) == before


# --- Following -------------------------------------------------------------------------------------


def test_a_question_is_answered_on_the_own_page(client, member):
    """The owner reads the question, answers, and the adviser's name is not shown."""
    made, team = make.initiative("in_review", member), actor("team")
    review.ask(made, "Hoeveel mensen doen mee?", by=team, now=make.NOW)
    page = html(client.get(own(made)))
    assert "Hoeveel mensen doen mee?" in page
    assert team.label not in page
    page = html(client.post(own(made), {"reply": "Dertig <b>mensen</b>."}, follow=True))
    assert "Dertig &lt;b&gt;mensen&lt;/b&gt;." in page
    made.refresh_from_db()
    assert made.state == "in_review"


def test_an_answer_to_nothing_keeps_the_text(client, member):
    """When there is no question any more, the owner is told."""
    made = make.initiative("in_review", member)
    page = html(client.post(own(made), {"reply": "Mijn lange antwoord"}), 422)
    assert "Dit kan niet meer" in page
    assert not made.messages.exists()


def test_withdrawing_asks_once_more_and_cannot_be_done_twice(client, member):
    """The page with the question changes nothing; the button does, and afterwards it is gone."""
    made = make.initiative("submitted", member)
    address = own(made, "withdraw")
    assert address in html(client.get(own(made)))
    client.get(address)
    made.refresh_from_db()
    assert made.state == "submitted"
    page = html(client.post(address, {"reason": ""}, follow=True))
    assert "Je initiatief is ingetrokken." in page
    assert address not in page
    assert "Dit kan niet meer" in html(client.post(address, {"reason": ""}, follow=True))


def test_the_owner_consents_and_tries_again(client, member):
    """Two moves of one button; each leads back to the page with what comes next."""
    waiting, declined = make.initiative("consent_pending", member), make.initiative("declined", member)
    assert "We gaan je initiatief bekijken" in html(client.post(own(waiting, "step", "consent"), follow=True))
    assert "opnieuw ingestuurd" in html(client.post(own(declined, "step", "retry"), follow=True))
    assert client.post(own(waiting, "step", "publish")).status_code == 404
    assert client.get(own(waiting, "step", "consent")).status_code == 405


def test_who_put_it_forward_reads_along_without_buttons(client, member):
    """The bringer sees where it stands, and can do nothing to it."""
    made = make.owned_by(make.initiative("consent_pending", user("lid")), member, "proposer")
    page = html(client.get(own(made)))
    assert "De eigenaar beslist hierover." in page
    for name in ("withdraw", "edit", "step"):
        more = {"edit": [1], "step": ["consent"]}.get(name, [])
        address = own(made, name, *more)
        assert address not in page
        assert client.post(address).status_code == 403
    made.refresh_from_db()
    assert made.state == "consent_pending"


@pytest.mark.parametrize("state", ["draft", "good_example"])
def test_somebody_elses_page_is_not_there(client, member, state):
    """Another's own page, its forms and its buttons are a 404, also of what is public."""
    made = make.initiative(state, user("lid"))
    for address in (own(made), own(made, "edit", 1), own(made, "withdraw"), own(made, "step", "submit")):
        assert client.post(address, STORY).status_code == 404
    made.refresh_from_db()
    assert made.state == state


def test_my_overview_shows_mine_and_what_it_asks(client, member):
    """Under its own heading; a question on top; nothing of others, and no heading without anything."""
    assert "Mijn initiatieven" not in html(client.get("/mijn/"))
    asked = make.initiative("more_info", member, title="Met een vraag")
    make.initiative("good_example", member, title="Op de site")
    make.owned_by(make.initiative("draft", user("lid"), title="Voorgedragen"), member, "proposer")
    make.initiative("draft", user("lid"), title="Van een ander")
    page = html(client.get("/mijn/"))
    assert "Mijn initiatieven" in page
    assert page.count("Op de site") == 1
    assert page.count("Voorgedragen") == 1, "who put it forward has nothing to do"
    assert "Van een ander" not in page
    assert "Beantwoord de vraag" in page
    assert own(asked) in page


def test_my_overview_asks_no_more_queries_for_more(client, member, django_assert_max_num_queries):
    """A member with thirty initiatives waits no longer than one with one."""
    for _ in range(30):
        make.initiative("draft", member)
    with django_assert_max_num_queries(16):
        client.get("/mijn/")


# --- Letters ---------------------------------------------------------------------------------------


def test_a_letter_leads_to_the_page_and_tells_nothing():
    """The owner's letter opens the own page; the team's the desk."""
    member = user("lid")
    made = make.initiative("in_review", member, title="Geheim")
    review.ask(made, "Vertrouwelijke vraag", by=actor("team"), now=make.NOW)
    event = OutboxEvent.objects.get()
    delivery = Delivery(event=event, notice="initiative-question", user=member)
    letter = letter_for(delivery)
    assert letter.button_url.endswith(f"/koplopers/mijn/{made.pk}/")
    assert "Geheim" not in str(letter)
    assert "Vertrouwelijke" not in str(letter)
    team = notice("initiative-replied").letter(event.entry, delivery)
    assert team.button_url.endswith(f"/beheer/koplopers/{made.pk}/")
    assert acts.reply(made, "Zo.", by=Actor.of(member), now=make.NOW).subject.state == "in_review"
