# SPDX-License-Identifier: EUPL-1.2
"""The rules of learning projects: three months, conditions, cycles, lessons, and who sees what."""

from datetime import UTC, date, datetime, timedelta

import pytest

from actieleren import access, conditions
from actieleren.actions import course, group, learning
from actieleren.actions import project as writing
from actieleren.models import LearningProject, Lesson
from actieleren.months import earliest_end, months_later
from actieleren.suitability import QUESTIONS, judge
from netwerk.access import Actor, NotPermitted
from netwerk.deliveries import deliver_due
from netwerk.models import Visibility
from netwerk.perform import NotNow
from tests.factories import learning as make
from tests.factories.people import actor, user

VISITOR = Actor("visitor", "Bezoeker")
FIRST = {"title": "Ruilen", "plan": "Vier mensen ruilen.", "expectation": "Acht uren."}


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2026, 9, 1), date(2026, 12, 1)),
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 3, 31)),
        (date(2026, 10, 31), date(2027, 1, 31)),
    ],
)
def test_three_months_across_month_ends_and_leap_years(start, end):
    """Three months end on the same day, or on the last day of a shorter month."""
    assert months_later(start) == end
    assert earliest_end(start, 10) == end + timedelta(days=10)
    assert conditions.long_enough(start, end)
    assert not conditions.long_enough(start, end - timedelta(days=1))


@pytest.mark.parametrize(
    ("wrong", "result"),
    [("", "past"), ("acuut", "stop"), ("tijd", "stop"), ("urgent", "elders"), ("invloed", "elders"),
     ("iedereen", "let-op"), ("cultuur", "let-op"), ("ruimte", "let-op")],
)  # fmt: skip
def test_each_answer_of_the_check_advises(wrong, result):
    """One wrong answer gives its own advice; not knowing only warns; a stop wins from all."""
    answers = {q.code: q.wrong if q.code == wrong else make.FITTING[q.code] for q in QUESTIONS}
    outcome = judge(answers)
    assert outcome.result == result
    assert [question.code for question in outcome.advice] == ([wrong] if wrong else [])
    assert outcome.may_start == (result in ("past", "let-op"))
    assert judge({**make.FITTING, "urgent": "weet-niet"}).result == "let-op"
    assert judge({question.code: question.wrong for question in QUESTIONS}).result == "stop"


@pytest.mark.django_db
def test_a_project_keeps_its_check_and_only_begins_when_it_fits():
    """The answers and the day are kept; with an answer that stops nothing is made; twice is once."""
    by, values = actor("lid"), {"title": "Rooster", "problem": "Te weinig mensen."}
    with pytest.raises(NotNow):
        writing.start(values, {**make.FITTING, "acuut": "ja"}, by=by, now=make.NOW)
    assert not LearningProject.objects.exists()
    made = writing.start(values, make.FITTING, by=by, now=make.NOW)
    again = writing.start(values, make.FITTING, by=by, now=make.NOW, key=made.submission_key)
    assert again == made and LearningProject.objects.count() == 1
    assert (made.state, made.checked_on, made.check_answers) == (
        "exploring",
        date(2026, 11, 23),
        make.FITTING,
    )
    assert made.participants.get().role == "lead"


@pytest.mark.django_db
def test_the_start_waits_for_what_was_agreed():
    """Each missing agreement keeps a project from being ready, with the one line why not yet."""
    lead = user("lid")
    by = {"by": Actor.of(lead), "now": make.NOW}
    project = make.project("preparing", lead, bare=True)
    told = {"urgency": "", "for_whom": "", "known": "", "examined": [], "agreed_by": "Iedereen"}

    def refused(words):
        with pytest.raises(NotNow, match=words):
            course.settle(project, **by)
        project.refresh_from_db()

    refused("probleem")
    writing.describe(project, {**told, "problem": "Dit.", "agreed_on": None}, **by)
    refused("samen kozen")
    writing.describe(project, {**told, "problem": "Dit.", "agreed_on": date(2026, 11, 1)}, **by)
    refused("wie er nodig is")
    writing.add_stakeholder(project, {"who": "Ploeg", "level": "professional", "needed": True}, **by)
    refused("merkt")
    writing.add_stakeholder(project, {"who": "Cliënten", "level": "client", "affected": True}, **by)
    writing.add_criterion(project, {"text": "Het is rustig", "agreed": False}, **by)
    refused("tevreden")
    writing.add_criterion(project, {"text": "Het is stil", "agreed": True}, **by)
    refused("spelregels")
    writing.agree_rules(project, ["Luister eerst."], date(2026, 11, 1), **by)
    refused("begin en een einde")
    with pytest.raises(NotNow, match="drie maanden"):
        writing.plan(project, date(2026, 12, 1), date(2027, 2, 28), **by)
    writing.plan(project, date(2026, 12, 1), date(2027, 3, 1), **by)
    assert course.settle(project, **by).subject.state == "ready"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "pause", "works"), [(14, 0, False), (15, 0, True), (24, 10, False), (25, 10, True)]
)
def test_completing_takes_three_months_and_pauses_do_not_count(day, pause, works):
    """Begun on 15 June: completed on 15 September at the earliest; ten days later after a pause."""
    lead = user("lid")
    project = make.project("running", lead)
    if pause:
        begin = datetime(2026, 7, 1, 10, tzinfo=UTC)
        course.pause(project, "Vakantie.", by=Actor.of(lead), now=begin)
        done = course.resume(project, by=Actor.of(lead), now=begin + timedelta(days=pause))
        assert done.subject.ends_on == date(2026, 12, 25)
    now = datetime(2026, 9, day, 10, tzinfo=UTC)
    course.evaluate(project, by=Actor.of(lead), now=now)
    values = {"changed": "Veel.", "improvement_for": "De ploeg.", "remains": ""}
    if not works:
        with pytest.raises(NotNow, match="drie maanden"):
            course.complete(project, values, {}, by=Actor.of(lead), now=now)
        project.refresh_from_db()
        assert (project.ending, project.ended_on) == ("", None)
        return
    done = course.complete(project, values, {}, by=Actor.of(lead), now=now)
    assert (done.subject.state, done.subject.ended_on) == ("completed", now.date())


@pytest.mark.django_db
def test_stopping_asks_a_lesson_and_can_give_it_at_once():
    """Without a lesson a project cannot stop and nothing is kept; with one it stops from any open state."""
    lead = user("lid")
    by = {"by": Actor.of(lead), "now": make.NOW}
    project = make.project("exploring", lead, bare=True)
    with pytest.raises(NotNow, match="les"):
        course.stop(project, "Geen tijd.", **by)
    assert not Lesson.objects.exists()
    done = course.stop(project, "Geen tijd.", make.LESSON, **by)
    assert (done.subject.state, done.subject.ending) == ("stopped", "stopped")
    assert project.lessons.get().title == make.LESSON["title"]


@pytest.mark.django_db
def test_a_cycle_begins_with_an_expectation_and_ends_with_a_reflection():
    """One at a time, only while it runs; closing before the reflection is refused; then a next may begin."""
    lead, participant = user("lid"), user("deelnemer")
    project = make.project("running", lead)
    make.joined(project, participant)
    by = {"by": Actor.of(participant), "now": make.NOW}
    learning.open_cycle(project, FIRST, **by)
    cycle = project.cycles.first()
    assert (cycle.number, cycle.state, cycle.expectation) == (2, "try_out", "Acht uren.")
    with pytest.raises(NotPermitted, match="vorige ronde"):
        learning.open_cycle(project, FIRST, **by)
    with pytest.raises(NotNow):
        learning.close_cycle(cycle, "adapt", "Minder.", **by)
    learning.look_back(cycle, "Drie mensen ruilden.", **by)
    with pytest.raises(NotNow):
        learning.close_cycle(cycle, "adapt", "Minder.", **by)
    learning.reflect(cycle, {"happened": "Half.", "for_whom": "Voor drie.", "surprises": ""}, **by)
    done = learning.close_cycle(cycle, "adapt", "Minder.", **by)
    assert (done.subject.state, done.subject.closed_at) == ("closed", make.NOW)
    learning.open_cycle(project, FIRST, **by)
    course.pause(project, "Vakantie.", by=Actor.of(lead), now=make.NOW)
    with pytest.raises(NotPermitted, match="staat stil"):
        learning.look_back(project.cycles.first(), "x", **by)
    words = " ".join(str(entry.data) for entry in project.timeline.all())
    assert "ruil" not in words.lower() and "Half" not in words


@pytest.mark.django_db
def test_a_group_keeps_a_lead_and_newcomers_hear_of_it(mailoutbox):
    """Who is added gets a mail without the group's words; the last lead cannot leave or step down."""
    lead, other = user("lid"), user("lid")
    project = make.project("preparing", lead)
    by = {"by": Actor.of(lead), "now": make.NOW}
    group.add_participant(project, other, "participant", **by)
    deliver_due()
    assert [mail.to for mail in mailoutbox] == [[other.email]]
    assert project.title not in mailoutbox[0].subject + mailoutbox[0].body
    with pytest.raises(NotNow, match="trekker"):
        group.remove_participant(project, project.participants.get(user=lead).pk, **by)
    with pytest.raises(NotNow, match="trekker"):
        group.add_participant(project, lead, "participant", **by)
    with pytest.raises(NotPermitted):
        group.add_participant(project, user("lid"), "lead", by=Actor.of(other), now=make.NOW)
    group.add_participant(project, other, "lead", **by)
    group.remove_participant(project, project.participants.get(user=lead).pk, **by)
    assert [tie.user for tie in project.participants.all()] == [other]


@pytest.mark.django_db
def test_another_groups_rows_are_left_alone():
    """A number of another project takes nothing away."""
    lead = user("lid")
    mine, theirs = make.project("running", lead), make.project("running", user("lid"))
    by = {"by": Actor.of(lead), "now": make.NOW}
    for act, rows in (
        (learning.remove_lesson, theirs.lessons), (writing.remove_criterion, theirs.criteria),
        (writing.remove_stakeholder, theirs.stakeholders), (group.remove_participant, theirs.participants),
    ):  # fmt: skip
        act(mine, rows.get().pk, **by)
        assert rows.count() == 1
        with pytest.raises(NotPermitted):
            act(theirs, rows.get().pk, **by)


@pytest.mark.django_db
def test_who_sees_a_project_as_rule_and_as_filter():
    """The rule and the filter say the same, for every visibility and every kind of reader."""
    lead, participant = user("lid"), user("deelnemer")
    projects = [make.project("running", lead, visibility=level) for level in Visibility.values]
    make.joined(projects[0], participant)
    people = {"lead": Actor.of(lead), "participant": Actor.of(participant), "visitor": VISITOR}
    people |= {"lid": actor("lid"), "team": actor("team"), "inactive": Actor.of(user("lid", is_active=False))}
    seen = {}
    for name, by in people.items():
        found = set(LearningProject.objects.visible_to(by))
        assert found == {one for one in projects if access.may_see(by, one)}, name
        seen[name] = len(found)
    assert seen == {"lead": 3, "participant": 3, "visitor": 1, "lid": 2, "team": 3, "inactive": 1}


@pytest.mark.django_db
def test_a_lesson_is_never_wider_than_its_project():
    """A lesson is read as it says, and only as far as its project is seen; the group reads all its own."""
    lead, member, team = user("lid"), actor("lid"), actor("team")
    for level in Visibility.values:
        project = make.project("running", lead, visibility=level, bare=True)
        for own in Visibility.values:
            make.lesson(project, visibility=own, title=f"{level}-{own}")

    def read(by):
        return set(Lesson.objects.readable_by(by).values_list("title", flat=True))

    assert read(VISITOR) == {"public-public"}
    assert (
        read(member) == read(team) == {"public-public", "public-network", "network-public", "network-network"}
    )
    assert len(read(Actor.of(lead))) == 9


@pytest.mark.django_db
def test_the_team_takes_a_story_off_the_site_and_the_lead_shares_it_again(mailoutbox):
    """After retracting it is the group's alone, as it ended before; its lead hears it, may share again."""
    lead = user("lid")
    project = make.project("shared", lead)
    done = course.retract(project, "Er stond een naam in.", by=actor("team"), now=make.NOW)
    assert (done.subject.state, done.subject.visibility, done.subject.listed_at) == (
        "completed",
        "team",
        None,
    )
    deliver_due()
    assert [mail.to for mail in mailoutbox] == [[lead.email]]
    slug = done.subject.slug
    done = course.share(project, "Zonder naam.", Visibility.NETWORK, by=Actor.of(lead), now=make.NOW)
    assert (done.subject.visibility, done.subject.listed_at, done.subject.slug) == ("network", None, slug)
