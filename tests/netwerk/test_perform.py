# SPDX-License-Identifier: EUPL-1.2
"""The one way to change a dossier: lock, rule, state, conditions, change, timeline, outbox."""

import threading

import pytest
from django.db import DatabaseError, connection, transaction

from netwerk.access import SYSTEM, YES, Actor, NotPermitted, no
from netwerk.models import Dossier, OutboxEvent, TimelineEntry
from netwerk.perform import Act, Incomplete, Move, NotNow, Stale, next_reference, perform
from netwerk.processes import options
from ruimte_in_de_regels.models import ObstacleCase, ObstacleReport
from tests.factories import obstacles as make
from tests.factories.people import actor, user

pytestmark = [pytest.mark.django_db, pytest.mark.both]


def last_entry(dossier):
    return TimelineEntry.objects.filter(dossier_id=dossier.pk).order_by("-id").first()


def test_a_move_changes_state_version_news_and_timeline_together():
    """One move: new state, version up, news time set, one entry with who, from and to."""
    report, team = make.report(), actor("team")
    before = TimelineEntry.objects.count()
    done = perform(report, Move("take"), by=team, now=make.NOW)
    report.refresh_from_db()
    assert (report.state, report.version, report.last_news_at) == ("in_intake", 1, make.NOW)
    assert report.previous_state == "received"
    assert TimelineEntry.objects.count() == before + 1
    assert (done.entry.type, done.entry.actor, done.entry.actor_label) == (
        "melding.take",
        team.user,
        str(team.user),
    )
    assert (done.entry.data["from"], done.entry.data["to"]) == ("received", "in_intake")


def test_who_may_not_is_refused_before_who_may():
    """A visitor, a member and an editor are refused and change nothing; then the team takes it."""
    report = make.report()
    for other in (Actor("visitor", "Bezoeker"), actor("lid"), actor("redacteur"), SYSTEM):
        with pytest.raises(NotPermitted, match="netwerkteam"):
            perform(report, Move("take"), by=other)
    report.refresh_from_db()
    assert (report.state, report.version) == ("received", 0)
    assert perform(report, Move("take"), by=actor("team")).subject.state == "in_intake"


def test_an_inactive_user_may_nothing():
    """A blocked account keeps its role and loses its rights."""
    blocked = Actor.of(user("team", is_active=False))
    with pytest.raises(NotPermitted):
        perform(make.report(), Move("take"), by=blocked)


def test_a_move_that_the_state_does_not_allow_says_where_it_stands():
    """Taking twice: the second is told the state in Dutch, and nothing is written."""
    report, team = make.report(), actor("team")
    perform(report, Move("take"), by=team)
    before = TimelineEntry.objects.count()
    with pytest.raises(NotNow, match="In intake"):
        perform(report, Move("take"), by=team)
    assert TimelineEntry.objects.count() == before


def test_required_fields_are_asked():
    """Referring without a desk and a reason names both fields."""
    report = make.report("in_intake")
    with pytest.raises(Incomplete) as refused:
        perform(report, Move("refer", {"next_desk": ""}), by=actor("team"))
    assert refused.value.fields == ["next_desk", "reason"]


def test_conditions_say_why_not_yet():
    """A case cannot go to the problem statement before the analysis is complete; the reason is readable."""
    case, team = make.case("context_analysis"), actor("team")
    with pytest.raises(NotNow, match="contextanalyse"):
        perform(case, Move("state_problem"), by=team)
    option = next(found for found in options(case, team) if found.move.name == "state_problem")
    assert not option.verdict
    assert "contextanalyse" in option.verdict.reason


def test_a_stale_version_is_refused():
    """Two people look at version 0; the second to save is told, and loses nothing of the first."""
    case, team = make.case(), actor("team")
    act = Act("casus.assigned", lambda *_: YES, seen=0, data={"assignee": "A"})
    perform(case, act, by=team)
    with pytest.raises(Stale, match="Iemand anders"):
        perform(case, act, by=team)
    assert Dossier.objects.get(pk=case.pk).version == 1


def test_text_that_is_kept_apart_never_reaches_the_timeline():
    """The team's question to a reporter is somebody's own words: not in the entry's data."""
    report = make.report("in_intake")
    perform(report, Move("ask", {"question": "Wie zei dat precies?"}), by=actor("team"))
    assert "Wie zei" not in str(last_entry(report).data)


def test_a_failing_change_leaves_nothing_behind():
    """When the change itself fails, state, timeline and outbox stay as they were."""
    report = make.report("in_intake")
    events, entries = OutboxEvent.objects.count(), TimelineEntry.objects.count()

    def fail(_report):
        raise RuntimeError("stuk")

    with pytest.raises(RuntimeError):
        perform(report, Move("refer", {"next_desk": "a", "reason": "b"}, then=fail), by=actor("team"))
    report.refresh_from_db()
    assert report.state == "in_intake"
    assert (OutboxEvent.objects.count(), TimelineEntry.objects.count()) == (events, entries)


def test_the_change_is_made_on_the_fresh_row():
    """A stale copy in memory never overwrites what somebody else saved."""
    report = make.report()
    stale = ObstacleReport.objects.get(pk=report.pk)
    Dossier.objects.filter(pk=report.pk).update(title="Nieuwe titel")
    perform(stale, Move("take"), by=actor("team"))
    report.refresh_from_db()
    assert (report.title, report.state) == ("Nieuwe titel", "in_intake")


def test_a_part_moves_the_version_of_its_dossier():
    """Sending a thread raises the version of its case and names the part on the case's timeline."""
    thread = make.thread(state="draft")
    done = perform(thread, Move("send", data={"ministry": "OCW"}), by=actor("team"), now=make.NOW)
    case = ObstacleCase.objects.get(pk=thread.case_id)
    assert (case.version, case.last_news_at) == (1, make.NOW)
    assert done.entry.part == f"ruimte_in_de_regels.ministrythread:{thread.pk}"


def test_parked_goes_back_to_where_it_was():
    """A case parked while it lay with the ministries comes back there."""
    case, coordinator = make.case("escalated"), actor("coordinator")
    given = {"reason": "Wacht op een wet", "review_date": "2027-02-01"}
    perform(case, Move("park", given), by=coordinator)
    done = perform(case, Move("unpark"), by=coordinator)
    assert done.subject.state == "escalated"


def test_an_act_asks_its_own_rule():
    """A change that is no move is refused by its rule, with its reason."""
    with pytest.raises(NotPermitted, match="Nee, om een reden"):
        perform(make.case(), Act("casus.assigned", lambda *_: no("Nee, om een reden")), by=SYSTEM)


def test_references_count_up_per_year():
    """References are numbered per prefix and year, in Dutch local time."""
    with transaction.atomic():
        first, second = next_reference("XX", make.NOW), next_reference("XX", make.NOW)
    assert (first, second) == ("XX-2026-0001", "XX-2026-0002")


@pytest.mark.parametrize("change", ["update", "delete", "queryset"])
def test_the_database_keeps_the_timeline_append_only(change):
    """Changing or deleting an entry fails in the database itself, whichever way it is tried."""
    entry = last_entry(make.report())
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        if change == "update":
            entry.type = "melding.close"
            entry.save()
        elif change == "delete":
            TimelineEntry.objects.filter(pk=entry.pk)._raw_delete("default")
        else:
            TimelineEntry.objects.filter(pk=entry.pk).update(data={"a": 1})
    assert TimelineEntry.objects.get(pk=entry.pk).type == "melding.sent"


def test_an_entry_survives_the_account_that_made_it():
    """Removing an account empties the link to it; the name as it was stays on the row."""
    report, team = make.report(), actor("team")
    entry = perform(report, Move("take"), by=team).entry
    team.user.delete()
    entry.refresh_from_db()
    assert (entry.actor, entry.actor_label) == (None, team.label)


@pytest.mark.django_db(transaction=True)
def test_two_take_at_once_and_one_wins():
    """Two advisers take the same report at the same moment: one has it, the other gets a clear message."""
    report = make.report()
    actors = [actor("team"), actor("team")]
    results: list[str] = []
    ready = threading.Barrier(2)

    def take(by):
        try:
            ready.wait(10)
            perform(report, Move("take", then=lambda fresh: setattr(fresh, "assignee", by.user)), by=by)
            results.append("taken")
        except NotNow as refusal:
            results.append(str(refusal))
        finally:
            connection.close()

    threads = [threading.Thread(target=take, args=(by,)) for by in actors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(results)[1:] == ["taken"]
    assert "In intake" in sorted(results)[0]
    report.refresh_from_db()
    assert report.version == 1
    assert report.assignee in [by.user for by in actors]
