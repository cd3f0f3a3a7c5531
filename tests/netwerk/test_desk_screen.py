# SPDX-License-Identifier: EUPL-1.2
"""What every case screen shows: terms in words, the track, the log, and the guard against stale edits."""

from datetime import UTC, date, datetime

import pytest
from django.db.models import Q

from netwerk.access import Actor
from netwerk.desk import case_screen
from netwerk.desk.paging import CappedPaginator, capped
from netwerk.desk.together import Counting, counting_of
from netwerk.models import Dossier, User
from netwerk.perform import Stale
from ruimte_in_de_regels.actions import reports, threads
from tests.factories import obstacles as make
from tests.factories.people import actor

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("due", "label", "tone", "row"),
    [
        (date(2026, 11, 6), "Veel te laat", "danger", "is-very-late"),
        (date(2026, 11, 9), "Te laat", "danger", "is-late"),
        (date(2026, 11, 20), "Te laat", "danger", "is-late"),
        (date(2026, 11, 23), "Vandaag", "warning", "is-due"),
        (date(2026, 11, 24), "Nog 1 werkdag", "warning", "is-due"),
        (date(2026, 11, 26), "Nog 3 werkdagen", "warning", "is-due"),
        (date(2026, 11, 30), "Nog 5 werkdagen", "warning", "is-due"),
        (date(2026, 12, 1), "Nog 6 werkdagen", "neutral", ""),
        (date(2027, 1, 18), "Over 8 weken", "neutral", ""),
    ],
)
def test_a_term_says_how_much_time_is_left(due, label, tone, row):
    """Words, colour and mark follow the working days that are left on the given day."""
    term = case_screen.term(due, MONDAY)
    assert (term.label, term.tone, term.row) == (label, tone, row)


@pytest.mark.parametrize(
    ("begin", "tone"), [(date(2026, 10, 19), "warning"), (date(2026, 11, 20), "neutral")]
)
def test_a_term_is_close_when_three_quarters_of_it_have_passed(begin, tone):
    """Eight working days left is little of a term of six weeks, and much of one of two."""
    assert case_screen.term(date(2026, 12, 3), MONDAY, begin).tone == tone


def test_the_day_is_the_dutch_one():
    """Half an hour before midnight in London it is the next day here: the term has passed."""
    late_evening = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert case_screen.term(MONDAY, late_evening).label == "Te laat"


def test_the_track_shows_what_is_behind_and_where_we_are():
    """Stops before the state are done, its own is now, later ones are open; an end makes all done."""
    stops = (("A", frozenset({"a"})), ("B", frozenset({"b"})), ("C", frozenset({"c"})))
    assert [step.phase for step in case_screen.track(stops, "b")] == ["done", "now", ""]
    assert [step.phase for step in case_screen.track(stops, "x")] == ["", "", ""]
    assert [step.phase for step in case_screen.track(stops, "c", done=True)] == ["done"] * 3


@pytest.mark.django_db
def test_the_log_marks_who_else_reads_a_line():
    """A line that the reporter reads says so; one for the team alone has no mark."""
    report = make.report("received")
    reports.rename(report, "Beter", by=actor("team"), now=make.NOW)
    lines = case_screen.log(report)
    readers = [[reader.label for reader in line.readers] for line in lines]
    assert readers == [[], ["Melder leest dit"]]


@pytest.mark.django_db
def test_happened_since_lists_exactly_the_changes_after_a_version():
    """Each change adds one to the version and one line to the log, so the difference names the lines."""
    report = make.report("received")
    seen = Dossier.objects.get(pk=report.pk).version
    team = actor("team")
    reports.rename(report, "Een", by=team, now=make.NOW)
    reports.take(report, by=team, now=make.NOW)
    assert len(case_screen.happened_since(report, seen)) == 2
    assert case_screen.happened_since(report, seen + 2) == []


@pytest.mark.django_db
def test_a_changed_dossier_stops_the_action():
    """The guard lets the version through that was looked at, and no other."""
    report = make.report("received")
    version = Dossier.objects.get(pk=report.pk).version
    with case_screen.unchanged(report, version):
        pass
    with pytest.raises(Stale), case_screen.unchanged(report, version - 1):
        raise AssertionError("the action ran")


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["0", "-1", "x", "", "99", "9" * 40, "²"])
def test_a_page_number_that_makes_no_sense_is_page_one(number):
    """Whatever stands in the address, there is a page, and the count is right."""
    for letter in "abc":
        User.objects.create_user(f"{letter}@voorbeeld.example", first_name=letter)
    page = CappedPaginator(User.objects.order_by("pk"), 2).fetch(number)
    assert (page.number, len(page.object_list), page.paginator.count) == (1, 2, 3)


@pytest.mark.django_db
def test_a_stored_day_reads_in_words():
    """A date among an entry's data is written out; text that only looks like one stays as it is."""
    thread = make.thread(state="acknowledged")
    ministry = Actor.holder(make.thread_link(thread), "OCW")
    threads.extend(thread, "2027-99-99", date(2027, 1, 25), by=ministry, now=make.NOW)
    assert (
        case_screen.log(thread.case)[0].sentence == "OCW vroeg uitstel tot 25 januari 2027. Reden: 2027-99-99"
    )


@pytest.mark.django_db
def test_counting_stops_at_a_thousand(monkeypatch):
    """Above the most that is counted the number is told as such, and the database stops looking."""
    monkeypatch.setattr("netwerk.desk.together.MOST_COUNTED", 2)
    monkeypatch.setattr("netwerk.desk.paging.MOST_COUNTED", 2)
    for letter in "abcde":
        User.objects.create_user(f"{letter}@voorbeeld.example")
    assert Counting({"all": User.objects.all(), "none": User.objects.none()}).fetch() == {"all": 3, "none": 0}
    assert [capped(number) for number in (2, 3)] == ["2", "1.000+"]


@pytest.mark.django_db
def test_a_question_asked_before_is_answered_anew():
    """The words of a count are kept, its number is not; another reader's count is another question."""
    kim, noor = (User.objects.create_user(f"{name}@voorbeeld.example") for name in ("kim", "noor"))

    def mine(reader):
        rules = (("mine", Q(assignee=reader.pk)),)
        question = counting_of(Q(kind="melding"), rules)
        return question, question.fetch()["mine"]

    before = mine(kim)
    make.report(assignee=kim)
    after = mine(kim)
    assert after[0] is before[0]
    assert (before[1], after[1], mine(noor)[1]) == (0, 1, 0)
