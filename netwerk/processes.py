# SPDX-License-Identifier: EUPL-1.2
"""Which state table belongs to which model, with the functions behind its rules and conditions.

Each app registers its processes in `kinds.py`; `netwerk.perform` and the screens look them up here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from .access import Actor, Rule, Verdict
from .workflow import Transition, Workflow

Condition = Callable[[Any], Verdict]


@dataclass(frozen=True)
class Process:
    """A state table with its functions. `prefix` starts the name of every timeline entry it writes."""

    workflow: Workflow
    prefix: str
    rules: Mapping[str, Rule]
    conditions: Mapping[str, Condition] = field(default_factory=dict)
    dossier_field: str = ""
    """For a part: the name of its foreign key to the dossier. Empty for a dossier itself."""

    def __post_init__(self) -> None:
        for move in self.workflow.transitions:
            absent = ({move.rule} - self.rules.keys()) | (set(move.conditions) - self.conditions.keys())
            if absent:
                raise ValueError(f"{self.workflow.name}.{move.name}: no function for {sorted(absent)}")

    def allows(self, move: Transition, actor: Actor, subject: Any) -> Verdict:
        """Ask the rule of a move."""
        return self.rules[move.rule](actor, subject)

    def unmet(self, move: Transition, subject: Any) -> Verdict:
        """Return the first condition that says no, or yes when all are met."""
        for name in move.conditions:
            answer = self.conditions[name](subject)
            if not answer:
                return answer
        return Verdict(True)


_processes: dict[type[Model], Process] = {}


def register(model: type[Model], process: Process) -> None:
    """Tie a process to a model. Raises ValueError when the model has one already."""
    if model in _processes:
        raise ValueError(f"{model.__name__} has a process already")
    _processes[model] = process


def process_for(subject: Model | type[Model]) -> Process:
    """Return the process of a model or of one of its objects. Raises KeyError when it has none."""
    return _processes[subject if isinstance(subject, type) else type(subject)]


def all_processes() -> dict[type[Model], Process]:
    """Return every registered process."""
    return dict(_processes)


@dataclass(frozen=True)
class Option:
    """A move that the state allows, and whether this actor can make it now."""

    move: Transition
    verdict: Verdict


def options(subject: Model, actor: Actor) -> list[Option]:
    """Return the moves for the buttons: those the actor may make, with why one cannot be made yet."""
    process = process_for(subject)
    found = []
    for move in process.workflow.moves_from(subject.state):  # type: ignore[attr-defined]
        if process.allows(move, actor, subject):
            found.append(Option(move, process.unmet(move, subject)))
    return found
