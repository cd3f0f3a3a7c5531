# SPDX-License-Identifier: EUPL-1.2
"""The state tables against the golden tables, and every pair of state and move, role by role."""

import re
from pathlib import Path

import pytest

from actieleren.models import Cycle, LearningProject
from actieleren.workflow import CYCLE, PROJECT
from netwerk.access import SYSTEM, Actor, NotPermitted
from netwerk.perform import Incomplete, Move, NotNow, perform
from netwerk.processes import process_for
from netwerk.timeline import entry_type
from netwerk.workflow import PREVIOUS
from tests.factories import learning as make
from tests.factories.people import actor, user

GOLDEN = (Path(__file__).parents[2] / "docs/workflows/actieleren.md").read_text()
TABLES = {"## Leertraject": PROJECT, "## Ronde": CYCLE}


def words(cell):
    return tuple(word.strip() for word in cell.split(",") if word.strip())


def golden(heading):
    """Read the table below a heading that was written by hand."""
    part = GOLDEN.split(heading, 1)[1].split("\n## ", 1)[0]
    rows = re.findall(r"^\| (?!\w* ?[Mm]ove \||---)(.*) \|$", part, re.M)
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    return {
        name: (
            set(words(sources)),
            PREVIOUS if target == "*previous*" else target,
            who,
            words(asks),
            words(only),
        )
        for name, sources, target, who, asks, only in cells
    }


@pytest.mark.parametrize("heading", TABLES)
def test_the_code_says_what_the_golden_table_says(heading):
    """Every move, source, target, rule, required field and condition equals the table written by hand."""
    code = {
        move.name: (set(move.sources), move.target, move.rule, move.requires, move.conditions)
        for move in TABLES[heading].transitions
    }
    assert code == golden(heading) and code


@pytest.mark.parametrize("table", [PROJECT, CYCLE], ids=lambda table: table.name)
def test_every_state_can_be_reached_and_left(table):
    """No state is a dead end unless it is final, and none is out of reach."""
    reached = {table.initial, *(move.target for move in table.transitions)} - {PREVIOUS}
    assert reached == {state.code for state in table.states}
    for state in table.states:
        assert bool(list(table.moves_from(state.code))) != state.final, state


def test_every_move_has_a_sentence_on_the_timeline():
    """A move without an entry type would fail at the moment it is made."""
    for model in (LearningProject, Cycle):
        process = process_for(model)
        for move in process.workflow.transitions:
            assert entry_type(f"{process.prefix}.{move.name}").sentence


GIVEN = {
    "reason": "Om een reden.", "started_on": "2026-06-15", "changed": "Veel.", "seen_by": "public",
    "improvement_for": "Bijna iedereen.", "story": "Zo ging het.", "tried": "Dit.", "happened": "Dat.",
    "for_whom": "Voor ons.", "decision": "adapt", "change": "Anders.",
}  # fmt: skip


def ended_today(fresh):
    """What the action fills in when a project ends."""
    fresh.ending, fresh.ended_on = "completed", make.NOW.date()


@pytest.mark.django_db
@pytest.mark.parametrize("state", [state.code for state in PROJECT.states])
def test_every_move_from_every_state(state):
    """From each state each move works when the table allows it; others are refused and change nothing."""
    lead, team = user("lid"), actor("team")
    for move in PROJECT.transitions:
        subject = make.project(state, lead)
        by = {"handles_projects": team, "portal": SYSTEM}.get(move.rule) or Actor.of(lead)
        act = Move(move.name, GIVEN, fill=ended_today if move.name in ("complete", "stop", "lapse") else None)
        if state in move.sources:
            target = subject.previous_state if move.target == PREVIOUS else move.target
            assert perform(subject, act, by=by, now=make.NOW).subject.state == target
            continue
        with pytest.raises(NotNow):
            perform(subject, act, by=by, now=make.NOW)
        subject.refresh_from_db()
        assert subject.state == state and subject.version == 0


@pytest.mark.django_db
def test_every_move_of_a_cycle_from_every_state():
    """The same for a cycle: it goes one way, and skips nothing."""
    lead = user("lid")
    for state in CYCLE.states:
        for move in CYCLE.transitions:
            cycle = make.cycle(make.project("running", lead), state.code)
            fill = {"look_back": {}, "reflect": {}, "close": {"decision": "adapt"}}[move.name]

            def put(fresh, values=fill):
                for name, value in values.items():
                    setattr(fresh, name, value)

            act = Move(move.name, GIVEN, then=put)
            if state.code in move.sources:
                assert perform(cycle, act, by=Actor.of(lead), now=make.NOW).subject.state == move.target
                continue
            with pytest.raises(NotNow):
                perform(cycle, act, by=Actor.of(lead), now=make.NOW)


LETS_THROUGH = {
    "leads": {"lead"},
    "lead_or_team": {"lead", "team", "coordinator"},
    "handles_projects": {"team", "coordinator"},
    "portal": {"portal"},
}
OTHERS = ("lid", "deelnemer", "redacteur", "ambassadeur", "regiocoordinator", "koplopercontact", "beheerder")


@pytest.mark.django_db
def test_every_move_by_every_role():
    """Each move is for the roles of the table and for no others, participants and strangers alike."""
    lead, participant, stranger_lead = user("lid"), user("deelnemer"), user("lid")
    make.project("running", stranger_lead)
    people = {role: actor(role) for role in (*OTHERS, "team", "coordinator")}
    people |= {
        "lead": Actor.of(lead),
        "participant": Actor.of(participant),
        "other lead": Actor.of(stranger_lead),
    }
    people |= {"visitor": Actor("visitor", "Bezoeker"), "portal": SYSTEM}
    for move in PROJECT.transitions:
        subject = make.project(move.sources[0], lead)
        make.joined(subject, participant)
        allowed = {name for name, by in people.items() if process_for(subject).allows(move, by, subject)}
        assert allowed == LETS_THROUGH[move.rule], move.name
    with pytest.raises(NotPermitted):
        perform(make.project("exploring", lead), Move("prepare"), by=people["team"], now=make.NOW)


@pytest.mark.django_db
def test_a_move_without_its_required_fields_is_refused():
    """Stopping without a reason, and completing without outcomes, change nothing."""
    lead = user("lid")
    for state, move in (("running", "stop"), ("evaluating", "complete"), ("completed", "share")):
        subject = make.project(state, lead)
        with pytest.raises(Incomplete):
            perform(subject, Move(move), by=Actor.of(lead), now=make.NOW)
        subject.refresh_from_db()
        assert subject.state == state
