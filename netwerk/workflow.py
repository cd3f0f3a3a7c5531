# SPDX-License-Identifier: EUPL-1.2
"""State tables as data: states, moves, who may make them and what they ask. No Django in here.

One table gives the buttons, the checks, the diagram in the documentation and the tests.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

PREVIOUS = "*previous*"
"""Target of a move that returns to the state before: what was parked goes on where it stood."""


@dataclass(frozen=True)
class State:
    """One state: its stable code, its Dutch label, and how the label looks (tone and icon)."""

    code: str
    label: str
    tone: str = "neutral"
    icon: str = "point"
    final: bool = False
    plain: str = ""
    """What this state means, in plain words for somebody outside the team."""


@dataclass(frozen=True)
class Transition:
    """One move. `rule` and `conditions` are names that the app's process resolves to functions."""

    name: str
    label: str
    sources: tuple[str, ...]
    target: str
    rule: str
    requires: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    kept_apart: tuple[str, ...] = ()
    """Required fields whose text must not go on the timeline, because it is somebody's own words."""
    needs_form: bool = False
    """The move comes with a form of its own; it cannot be made with the plain button."""


class UnknownMove(LookupError):
    """The table has no move or state with this name: a programming error, never a user's."""


@dataclass(frozen=True)
class Workflow:
    """A table of states and moves, checked for sense when it is made."""

    name: str
    initial: str
    states: tuple[State, ...]
    transitions: tuple[Transition, ...]
    sets: dict[str, frozenset[str]] = field(default_factory=dict)
    """Named groups of states, such as `open`, for querysets and rules."""
    starts: tuple[str, ...] = ()
    """Other states than `initial` in which something may begin."""

    def __post_init__(self) -> None:
        codes = [state.code for state in self.states]
        _unique("state", codes)
        _unique("move", [transition.name for transition in self.transitions])
        used = {self.initial, *self.starts, *(code for group in self.sets.values() for code in group)}
        for transition in self.transitions:
            used.update(transition.sources)
            used.add(transition.target)
        unknown = used - {*codes, PREVIOUS}
        if unknown:
            raise ValueError(f"{self.name}: unknown states {sorted(unknown)}")

    def start(self, asked: str = "") -> str:
        """Return the state in which something begins: the one asked for, when the table allows it."""
        return asked if asked in self.starts else self.initial

    def state(self, code: str) -> State:
        """Return the state with this code. Raises UnknownMove when the table has none."""
        for state in self.states:
            if state.code == code:
                return state
        raise UnknownMove(f"{self.name} has no state {code!r}")

    def transition(self, name: str) -> Transition:
        """Return the move with this name. Raises UnknownMove when the table has none."""
        for transition in self.transitions:
            if transition.name == name:
                return transition
        raise UnknownMove(f"{self.name} has no move {name!r}")

    def moves_from(self, code: str) -> Iterator[Transition]:
        """Yield the moves that the table allows from this state, in table order."""
        return (move for move in self.transitions if code in move.sources)

    def choices(self) -> list[tuple[str, str]]:
        """Return (code, label) pairs for a model field or a filter."""
        return [(state.code, state.label) for state in self.states]


def _unique(what: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ValueError(f"{what} {name!r} stands twice in the table")
        seen.add(name)
