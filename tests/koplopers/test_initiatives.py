# SPDX-License-Identifier: EUPL-1.2
"""What people do with an initiative, and who may see it."""

import threading
import uuid
from datetime import date, timedelta

import pytest
from django.db import connection

from koplopers import conditions
from koplopers.actions import decisions, owner, review
from koplopers.models import Initiative
from koplopers.workflow import INITIATIVE
from netwerk import kinds
from netwerk.access import SYSTEM, Actor, NotPermitted
from netwerk.models import Dossier, TimelineEntry
from netwerk.notifications import notices_for
from netwerk.perform import NotNow, Refused, Stale
from tests.factories import initiatives as make
from tests.factories.people import actor, user

pytestmark = pytest.mark.django_db

VISITOR = Actor("visitor", "Bezoeker")
NOW = make.NOW


def fresh(initiative):
    return Initiative.objects.get(pk=initiative.pk)


# --- Writing and submitting ------------------------------------------------------------------------


def test_a_member_begins_with_only_a_name_and_owns_it():
    """A draft needs a title and nothing more; it has a reference, an owner and a first entry."""
    member = actor("lid")
    made = owner.start({"title": "Ruilrooster"}, by=member, now=NOW)
    assert (made.state, made.kind, made.visibility) == ("draft", "initiatief", "team")
    assert made.reference == "KI-2026-0001"
    assert made.owners.get().user == member.user
    assert made.timeline.get().type == "initiatief.started"


def test_a_form_that_is_sent_twice_makes_one_initiative():
    """The second sending of the same form finds the first; the references stay without a gap."""
    member, other = actor("lid"), actor("lid")
    first = owner.start({"title": "A"}, by=member, now=NOW)
    again = owner.start({"title": "A"}, by=member, now=NOW, key=first.submission_key)
    assert again.pk == first.pk
    with pytest.raises(NotNow):
        owner.start({"title": "A"}, by=other, now=NOW, key=first.submission_key)
    assert owner.start({"title": "B"}, by=other, now=NOW).reference == "KI-2026-0002"


def at_once(times, act):
    """Do something several times at the same moment; return what came of each."""
    ready, came = threading.Barrier(times), []

    def go():
        try:
            ready.wait(10)
            came.append(act())
        except Refused as refusal:
            came.append(refusal)
        finally:
            connection.close()

    workers = [threading.Thread(target=go) for _ in range(times)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(30)
    return came


@pytest.mark.django_db(transaction=True)
@pytest.mark.both
def test_the_same_form_sent_at_once_makes_one_initiative():
    """Four requests with one form at the same moment: one draft, and no gap in the references."""
    member, key = actor("lid"), uuid.uuid4()
    came = at_once(4, lambda: owner.start({"title": "A"}, by=member, now=NOW, key=key).reference)
    assert came == ["KI-2026-0001"] * 4
    assert owner.start({"title": "B"}, by=member, now=NOW).reference == "KI-2026-0002"


@pytest.mark.django_db(transaction=True)
@pytest.mark.both
def test_two_publish_at_once_and_one_is_told():
    """Two colleagues press at the same moment: it appears once, and the other reads that it was done."""
    made, advisers = make.initiative("in_review"), iter([actor("team"), actor("team")])
    came = at_once(2, lambda: decisions.publish(made, by=next(advisers), now=NOW).subject.state)
    assert sum(isinstance(one, NotNow) for one in came) == 1
    assert made.timeline.filter(type="initiatief.publish").count() == 1
    assert fresh(made).state == "good_example"


@pytest.mark.parametrize("by", [VISITOR, SYSTEM])
def test_nobody_begins_without_an_account(by):
    """An initiative has an owner, always."""
    with pytest.raises(NotPermitted):
        owner.start({"title": "A"}, by=by, now=NOW)


def test_what_one_wrote_is_not_written_over_unseen():
    """Two who looked at the same version: the second is told, and nothing is lost."""
    member = user("lid")
    made = make.initiative("draft", member)
    owner.save(made, {"summary": "Nieuw."}, by=Actor.of(member), now=NOW, seen=made.version)
    with pytest.raises(Stale):
        owner.save(made, {"summary": "Anders."}, by=Actor.of(member), now=NOW, seen=made.version)
    assert fresh(made).summary == "Nieuw."


@pytest.mark.parametrize("state", [state.code for state in INITIATIVE.states])
def test_an_owner_writes_only_while_it_is_not_reviewed_or_public(state):
    """Written out by hand: in these states the owner writes, in no other; the team always."""
    member = user("lid")
    made = make.initiative(state, member)
    owner.save(made, {"summary": "Van het team."}, by=actor("team"), now=NOW)
    if state in ("draft", "submitted", "more_info", "declined"):
        owner.save(made, {"summary": "Van mij."}, by=Actor.of(member), now=NOW)
        return
    with pytest.raises(NotPermitted):
        owner.save(made, {"summary": "Van mij."}, by=Actor.of(member), now=NOW)


def test_a_declined_one_that_is_public_is_changed_by_the_team():
    """What everybody reads does not change behind the team's back."""
    member = user("lid")
    made = make.initiative("declined", member, listed_at=NOW, visibility="public", slug="x")
    with pytest.raises(NotPermitted, match="staat op de site"):
        owner.save(made, {"summary": "Van mij."}, by=Actor.of(member), now=NOW)


def test_submitting_names_what_is_still_empty():
    """Nothing half is reviewed, and the owner reads what to fill in."""
    member = actor("lid")
    made = owner.start({"title": "Ruilrooster"}, by=member, now=NOW)
    with pytest.raises(NotNow, match="de samenvatting, waarom het begon, hoe het werkt, hoe ver het is"):
        owner.submit(made, by=member, now=NOW)


def test_submitting_starts_the_clock_and_waiting_for_an_answer_stops_it():
    """Ten working days to a first reaction, eight weeks to the decision; waiting is given back."""
    member, team = user("lid"), actor("team")
    made = make.initiative("draft", member)
    assert owner.submit(made, by=Actor.of(member), now=NOW).subject.due_at == date(2026, 12, 7)
    taken = review.take(made, by=team, now=NOW).subject
    assert (taken.due_at, taken.assignee) == (date(2027, 1, 18), team.user)
    review.ask(made, "Hoeveel mensen?", by=team, now=NOW)
    later = NOW + timedelta(days=7)
    answered = owner.reply(made, "Dertig.", by=Actor.of(member), now=later).subject
    assert answered.due_at == date(2027, 1, 25)
    assert [m.text for m in made.messages.all()] == ["Hoeveel mensen?", "Dertig."]
    assert "Dertig" not in str(list(TimelineEntry.objects.values_list("data", flat=True)))


# --- Put forward, and scouted ----------------------------------------------------------------------


def test_who_puts_forward_reads_along_and_the_owner_decides():
    """Nothing happens to somebody's initiative without their yes; who brought it keeps reading."""
    bringer, real, team = actor("lid"), actor("lid"), actor("team")
    made = make.initiative("submitted", bringer.user)
    review.ask_consent(made, real.user, by=team, now=NOW)
    with pytest.raises(NotPermitted):
        owner.consent(made, by=bringer, now=NOW)
    assert made in Initiative.objects.visible_to(bringer)
    done = owner.consent(made, by=real, now=NOW + timedelta(days=1)).subject
    assert (done.state, done.origin) == ("in_review", "put_forward")
    assert done.consented_at is not None


def test_what_was_put_forward_is_not_reviewed_without_consent():
    """The team cannot go round the owner."""
    made = make.initiative("submitted", user("lid"), origin="put_forward")
    with pytest.raises(NotNow, match="instemmen"):
        review.take(made, by=actor("team"), now=NOW)


def test_a_scouted_initiative_begins_as_prospect_and_waits_for_its_owner():
    """In view of the team only, until somebody is found who tells the story."""
    team, member = actor("team"), actor("lid")
    made = review.scout("Nachtteam", "Twee huizen delen één team.", by=team, now=NOW)
    assert made.state == "prospect"
    assert made not in Initiative.objects.visible_to(member)
    done = review.find_owner(made, member.user, by=team, now=NOW).subject
    assert done.state == "draft"
    assert made in Initiative.objects.brought_by(member)
    with pytest.raises(NotPermitted):
        review.scout("Nachtteam", "", by=member, now=NOW)


# --- Decisions -------------------------------------------------------------------------------------


def test_publishing_asks_a_complete_record_and_gives_an_address():
    """Every gap is named; then it is public at an address of its own, also beside the same title."""
    team = actor("team")
    bare = make.initiative("in_review", for_whom="", evidence="")
    bare.regions.clear()
    with pytest.raises(NotNow, match="voor wie het werkt, hoe jullie dat weten, de regio"):
        decisions.publish(bare, by=team, now=NOW)
    first, second = (make.initiative("in_review", title="Blijf in gesprek!") for _ in range(2))
    assert decisions.publish(first, by=team, now=NOW).subject.slug == "blijf-in-gesprek"
    second = decisions.publish(second, by=team, now=NOW).subject
    assert second.slug == f"blijf-in-gesprek-{second.reference.lower()}"
    assert (second.visibility, second.listed_at, second.due_at) == ("public", NOW, None)


def test_an_idea_appears_without_results():
    """An idea before results is welcome."""
    made = make.initiative("in_review", phase="idee", results="", evidence="")
    assert conditions.complete(made)


def test_recognition_keeps_who_and_when_and_ends_with_honour():
    """Koploper with body and date; later oud-Koploper, still on the site; then off it."""
    coordinator = actor("coordinator")
    made = make.initiative("good_example")
    decisions.nominate(made, by=coordinator, now=NOW)
    done = decisions.recognise(made, "VWS", date(2026, 11, 20), by=coordinator, now=NOW).subject
    assert (done.recognised_by, done.recognised_at, done.shelf.label) == (
        "VWS",
        date(2026, 11, 20),
        "Koploper",
    )
    retired = decisions.retire(made, "Gestopt", by=coordinator, now=NOW).subject
    assert (retired.shelf.label, retired.visibility) == ("Oud-Koploper", "public")
    gone = decisions.archive(made, "Niet meer juist", by=coordinator, now=NOW).subject
    assert (gone.visibility, gone.listed_at) == ("team", None)


def test_a_declined_nomination_stays_on_the_site_as_good_example():
    """Publication and recognition are separate; the public never reads 'niet voorgedragen'."""
    made = make.initiative("nominated")
    done = decisions.decline(made, "Te klein.", "Een meting.", by=actor("coordinator"), now=NOW).subject
    assert (done.state, done.visibility, done.shelf.label) == ("declined", "public", "Goed voorbeeld")
    assert made.messages.get().text == "Te klein.\n\nWat zou helpen: Een meting."


def test_withdrawing_takes_everything_off_the_site():
    """The owner stops and nobody finds it any more."""
    member = user("lid")
    made = make.initiative("submitted", member, listed_at=NOW, visibility="public", slug="x")
    done = owner.withdraw(made, "", by=Actor.of(member), now=NOW).subject
    assert (done.state, done.visibility, done.listed_at) == ("archived", "team", None)


# --- Who sees and hears ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "role", ["visitor", "stranger", "owner", "proposer", "inactive", "team", "beheerder"]
)
def test_the_rule_and_the_filter_say_the_same(role):
    """For each kind of reader: predicate, filter and the filter over all kinds agree on every state."""
    groups = {"team": ["team"], "beheerder": ["beheerder"]}.get(role, ["lid"])
    person = user(*groups, is_active=role != "inactive")
    by = VISITOR if role == "visitor" else Actor.of(person)
    made = [make.initiative(state.code, user("lid")) for state in INITIATIVE.states]
    if role in ("owner", "proposer", "inactive"):
        for one in made:
            make.owned_by(one, person, "proposer" if role == "proposer" else "owner")
    from koplopers.access import may_see

    by_rule = {one.state for one in made if may_see(by, one)}
    by_filter = [one.state for one in Initiative.objects.visible_to(by)]
    over_kinds = Dossier.objects.filter(kinds.visible_q(by), kind="initiatief")
    assert sorted(by_filter) == sorted(by_rule) == sorted(over_kinds.values_list("state", flat=True))
    everything = {state.code for state in INITIATIVE.states}
    public = {"good_example", "nominated", "recognised", "alumni"}
    assert by_rule == (everything if role in ("owner", "proposer", "team") else public)


def test_the_owner_hears_of_each_decision_and_the_adviser_of_each_answer():
    """Written out: who gets a letter for which move. No letter holds a word of the initiative."""
    member, team = user("lid"), actor("team")
    made = make.initiative("in_review", member, assignee=team.user, title="Geheim")
    make.owned_by(made, user("lid"), "proposer")
    to_owner = {
        "find_owner", "submit", "ask_consent", "ask", "publish", "nominate", "recognise", "decline", "retire",
        "archive",
    }  # fmt: skip
    to_team = {"reply", "consent", "retry", "withdraw"}
    for move in {*INITIATIVE.transitions}:
        found = notices_for(f"initiatief.{move.name}")
        entry = TimelineEntry(dossier=made, type=f"initiatief.{move.name}", at=NOW)
        people = {recipient.user for one in found for recipient in one.recipients(entry)}
        expected = {member} if move.name in to_owner else {team.user} if move.name in to_team else set()
        assert people == expected, move.name
