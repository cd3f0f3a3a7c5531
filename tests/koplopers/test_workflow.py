# SPDX-License-Identifier: EUPL-1.2
"""The state table against the golden table, and every pair of state and move, role by role."""

import re
from pathlib import Path

import pytest

from koplopers.models import Initiative
from koplopers.workflow import INITIATIVE
from netwerk.access import SYSTEM, Actor, NotPermitted
from netwerk.perform import Incomplete, Move, NotNow, perform
from netwerk.processes import process_for
from netwerk.timeline import entry_type
from tests.factories import initiatives as make
from tests.factories.people import actor, user

GOLDEN = Path(__file__).parents[2] / "docs/workflows/koplopers.md"


def golden_rows():
    """Read the table that was written by hand."""
    for line in GOLDEN.read_text().partition("## Bewaartermijnen")[0].splitlines():
        if re.match(r"\| (?!Move|---)", line):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def words(cell):
    return tuple(word.strip() for word in cell.split(",") if word.strip())


def test_the_code_says_what_the_golden_table_says():
    """Every move, source, target, rule, required field and condition equals the table written by hand."""
    golden = {
        row[0]: (set(words(row[1])), row[2], row[3], words(row[4]), words(row[5])) for row in golden_rows()
    }
    code = {
        move.name: (set(move.sources), move.target, move.rule, move.requires, move.conditions)
        for move in INITIATIVE.transitions
    }
    assert code == golden


def test_every_state_can_be_reached_and_left():
    """No state is a dead end unless it is final, and none is out of reach."""
    reached = {INITIATIVE.initial, *INITIATIVE.starts, *(move.target for move in INITIATIVE.transitions)}
    assert reached == {state.code for state in INITIATIVE.states}
    for state in INITIATIVE.states:
        assert bool(list(INITIATIVE.moves_from(state.code))) != state.final, state


def test_every_move_has_a_sentence_on_the_timeline():
    """A move without an entry type would fail at the moment it is made."""
    process = process_for(Initiative)
    for move in process.workflow.transitions:
        assert entry_type(f"{process.prefix}.{move.name}").sentence


ROLES = {
    "visitor": (),
    "portal": (),
    "lid": ("lid",),
    "redacteur": ("redacteur",),
    "ambassadeur": ("ambassadeur",),
    "regiocoordinator": ("regiocoordinator",),
    "koplopercontact": ("koplopercontact",),
    "beheerder": ("beheerder",),
    "proposer": ("lid",),
    "owner": ("lid",),
    "team": ("team",),
    "coordinator": ("coordinator",),
}
# Which roles each rule lets through: written by hand, from the table of roles.
LETS_THROUGH = {
    "owns": {"owner"},
    "owner_or_team": {"owner", "team", "coordinator"},
    "handles_initiatives": {"team", "coordinator"},
    "decides_initiatives": {"coordinator"},
    "portal": {"portal"},
}
GIVEN = {
    "question": "Hoe zit het?",
    "reply": "Zo zit het.",
    "reason": "Om een reden.",
    "what_helps": "Een meting.",
    "appointed_by": "VWS",
    "appointed_on": "2026-11-20",
}


def the_actor(role):
    if role in ("visitor", "portal"):
        return SYSTEM if role == "portal" else Actor("visitor", "Bezoeker")
    return actor(*ROLES[role])


def ready(state, owner=None):
    """Make an initiative in a state, with every condition of every move met."""
    return make.initiative(state, owner or user("lid"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("state", "move"),
    [(state.code, move.name) for state in INITIATIVE.states for move in INITIATIVE.transitions],
)
def test_every_pair_of_state_and_move(state, move):
    """From each state each move either works, when the table allows it, or is refused and changes nothing."""
    transition = INITIATIVE.transition(move)
    owner = user("lid")
    by = {"owns": Actor.of(owner), "portal": SYSTEM}.get(transition.rule) or actor("coordinator")
    subject = ready(state, owner)
    if state in transition.sources:
        done = perform(subject, Move(move, GIVEN), by=by, now=make.NOW)
        assert done.subject.state == transition.target
        return
    with pytest.raises(NotNow):
        perform(subject, Move(move, GIVEN), by=by, now=make.NOW)
    subject.refresh_from_db()
    assert subject.state == state


@pytest.mark.django_db
@pytest.mark.parametrize("move", [move.name for move in INITIATIVE.transitions])
def test_every_move_by_every_role(move):
    """Each role that may not is refused and changes nothing; each role that may, can."""
    transition = INITIATIVE.transition(move)
    for role in ROLES:
        by = the_actor(role)
        subject = ready(transition.sources[0], by.user if role == "owner" else None)
        if role == "proposer":
            make.owned_by(subject, by.user, "proposer")
        if role in LETS_THROUGH[transition.rule]:
            perform(subject, Move(move, GIVEN), by=by, now=make.NOW)
            continue
        with pytest.raises(NotPermitted):
            perform(subject, Move(move, GIVEN), by=by, now=make.NOW)
        subject.refresh_from_db()
        assert subject.state == transition.sources[0]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("move", "field"), [(move.name, field) for move in INITIATIVE.transitions for field in move.requires]
)
def test_each_required_field_is_required(move, field):
    """Without a required field the move is refused and the field is named."""
    subject = ready(INITIATIVE.transition(move).sources[0])
    given = {key: value for key, value in GIVEN.items() if key != field}
    with pytest.raises(Incomplete) as refused:
        perform(subject, Move(move, given), by=actor("coordinator"), now=make.NOW)
    assert refused.value.fields == [field]
