# SPDX-License-Identifier: EUPL-1.2
"""The state tables against the golden tables, and every pair of state and move, role by role."""

import re
from pathlib import Path

import pytest

from netwerk.access import SYSTEM, Actor, NotPermitted
from netwerk.perform import Incomplete, Move, NotNow, perform
from netwerk.processes import process_for
from netwerk.timeline import entry_type
from netwerk.workflow import PREVIOUS, State, Transition, Workflow
from ruimte_in_de_regels.models import (
    CHECKLIST,
    MinistryThread,
    ObstacleCase,
    ObstacleReport,
    Promise,
    Publication,
)
from ruimte_in_de_regels.workflow import CASE, PROMISE, PUBLICATION, REPORT, THREAD
from tests.factories import obstacles as make
from tests.factories.people import actor

GOLDEN = Path(__file__).parents[2] / "docs/workflows/ruimte-in-de-regels.md"
WORKFLOWS = {"report": REPORT, "case": CASE, "thread": THREAD, "publication": PUBLICATION, "promise": PROMISE}
MODELS = {
    "report": ObstacleReport,
    "case": ObstacleCase,
    "thread": MinistryThread,
    "publication": Publication,
    "promise": Promise,
}


def golden_tables():
    """Read the tables that were written by hand: name -> rows of cells."""
    tables, name = {}, ""
    for line in GOLDEN.read_text().splitlines():
        heading = re.match(r"## .*\((\w+)\)", line)
        if heading:
            name = heading[1]
            tables[name] = []
        elif line.startswith("| ") and name and not line.startswith(("| Move", "| ---")):
            tables[name].append([cell.strip() for cell in line.strip("|").split("|")])
    return tables


def words(cell):
    return tuple(word.strip() for word in cell.split(",") if word.strip())


@pytest.mark.parametrize("name", WORKFLOWS)
def test_the_code_says_what_the_golden_table_says(name):
    """Every move, source, target, rule, required field and condition equals the table written by hand."""
    rows = golden_tables()[name]
    golden = {
        row[0]: (
            set(words(row[1])),
            PREVIOUS if row[2] == "*before*" else row[2],
            row[3],
            words(row[4]),
            words(row[5]),
        )
        for row in rows
    }
    code = {
        move.name: (set(move.sources), move.target, move.rule, move.requires, move.conditions)
        for move in WORKFLOWS[name].transitions
    }
    assert code == golden


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_state_can_be_reached_and_left(name):
    """No state is a dead end unless it is final, and none is out of reach."""
    workflow = WORKFLOWS[name]
    reached = {workflow.initial} | {move.target for move in workflow.transitions}
    for state in workflow.states:
        assert state.code in reached, state
        exits = list(workflow.moves_from(state.code))
        assert exits or state.final, f"{state.code} has no exit"


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_move_has_a_sentence_on_the_timeline(name):
    """A move without an entry type would fail at the moment it is made."""
    process = process_for(MODELS[name])
    for move in process.workflow.transitions:
        assert entry_type(f"{process.prefix}.{move.name}").sentence


ROLES = {
    "visitor": ("visitor", ()),
    "lid": ("user", ("lid",)),
    "redacteur": ("user", ("redacteur",)),
    "ambassadeur": ("user", ("ambassadeur",)),
    "team": ("user", ("team",)),
    "coordinator": ("user", ("coordinator",)),
    "beheerder": ("user", ("beheerder",)),
    "portal": ("system", ()),
}
# Which roles each rule lets through: written by hand, from the table of roles.
LETS_THROUGH = {
    "handles_reports": {"team", "coordinator"},
    "reporter_or_team": {"team", "coordinator"},
    "handles_cases": {"team", "coordinator"},
    "decides_cases": {"coordinator"},
    "ministry_or_team": {"team", "coordinator"},
    "portal": {"portal"},
    "second_person": {"team", "coordinator"},
    "publishes_cases": {"coordinator"},
}
GIVEN = {
    "question": "Hoe zit het?",
    "reply": "Zo zit het.",
    "answer": "Zo zit het.",
    "reason": "Om een reden.",
    "next_desk": "IGJ",
    "next_owner": "SZW",
    "message": "Het mag.",
    "result": "De nieuwe regel geldt.",
    "review_date": "2027-02-01",
    "new_date": "2027-02-01",
    "publish_on": "2027-02-01",
    "public_reason": "De tekst klopt niet meer.",
}


def the_actor(role):
    kind, groups = ROLES[role]
    if kind == "user":
        return actor(*groups)
    return SYSTEM if kind == "system" else Actor("visitor", "Bezoeker")


def ready(name, state):
    """Make an object in a state, with every condition of every move met."""
    if name == "report":
        return make.report(state, case=make.case("context_analysis"))
    if name == "thread":
        thread = make.thread(state=state)
        make_answer(thread)
        return thread
    if name == "publication":
        text = make.publication(state=state, checklist=[code for code, _ in CHECKLIST])
        if state == "published":
            ObstacleCase.objects.filter(pk=text.case_id).update(visibility="network", listed_at=None)
        return text
    if name == "promise":
        return make.promise(state=state)
    case = make.case(state, assignee=actor("team").user, previous_state="escalated")
    make.analysis(case)
    make.statement(case)
    make.thread(case, state="answered")
    from ruimte_in_de_regels.models import CaseOutcome

    CaseOutcome.objects.create(case=case, kind="experiment", reasoning="Proef", created_at=make.NOW)
    return case


def make_answer(thread):
    from ruimte_in_de_regels.models import MinistryAnswer

    MinistryAnswer.objects.create(
        thread=thread, stance="follows", kind="explanation", reasoning="Het mag.", updated_at=make.NOW
    )


PAIRS = [
    (name, state.code, move.name)
    for name, workflow in WORKFLOWS.items()
    for state in workflow.states
    for move in workflow.transitions
]


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "state", "move"), PAIRS)
def test_every_pair_of_state_and_move(name, state, move):
    """From each state each move either works, when the table allows it, or is refused and changes nothing."""
    subject = ready(name, state)
    transition = WORKFLOWS[name].transition(move)
    by = SYSTEM if transition.rule == "portal" else actor("coordinator")
    if state in transition.sources:
        done = perform(subject, Move(move, GIVEN), by=by, now=make.NOW)
        expected = "escalated" if transition.target == PREVIOUS else transition.target
        assert done.subject.state == expected
        return
    with pytest.raises(NotNow):
        perform(subject, Move(move, GIVEN), by=by, now=make.NOW)
    subject.refresh_from_db()
    assert subject.state == state


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "move"), [(name, move.name) for name, flow in WORKFLOWS.items() for move in flow.transitions]
)
def test_every_move_by_every_role(name, move):
    """Each role that may not is refused first; each role that may, can."""
    transition = WORKFLOWS[name].transition(move)
    allowed = LETS_THROUGH[transition.rule]
    for role in sorted(ROLES, key=lambda role: role in allowed):
        subject = ready(name, transition.sources[0])
        if role in allowed:
            perform(subject, Move(move, GIVEN), by=the_actor(role), now=make.NOW)
            continue
        with pytest.raises(NotPermitted):
            perform(subject, Move(move, GIVEN), by=the_actor(role), now=make.NOW)
        subject.refresh_from_db()
        assert subject.state == transition.sources[0]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "move", "field"),
    [(n, m.name, field) for n, flow in WORKFLOWS.items() for m in flow.transitions for field in m.requires],
)
def test_each_required_field_is_required(name, move, field):
    """Without a required field the move is refused and the field is named."""
    transition = WORKFLOWS[name].transition(move)
    subject = ready(name, transition.sources[0])
    given = {key: value for key, value in GIVEN.items() if key != field}
    with pytest.raises(Incomplete) as refused:
        perform(subject, Move(move, given), by=actor("coordinator"), now=make.NOW)
    assert refused.value.fields == [field]


def test_a_table_with_a_wrong_state_is_refused():
    """A typing error in a table shows at start, not at a user."""
    with pytest.raises(ValueError, match="unknown states"):
        Workflow("x", "a", (State("a", "A"),), (Transition("go", "Ga", ("a",), "b", "rule"),))
    with pytest.raises(ValueError, match="twice"):
        Workflow("x", "a", (State("a", "A"), State("a", "B")), ())
