# SPDX-License-Identifier: EUPL-1.2
"""What the page of a project shows its group: where it stands, what is next, and why something cannot yet."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from netwerk.access import YES, Actor
from netwerk.desk.case_screen import Later, track
from netwerk.processes import options
from netwerk.timeline import PARTICIPANT, codes_for, entry_type, sentence

from .. import access, conditions, workflow
from ..models import Cycle, LearningProject, Level
from ..months import earliest_end
from .steps import CYCLE_STEPS, STEPS

_STOPS = (
    ("Verkenning", frozenset({"exploring"})),
    ("Voorbereiding", frozenset({"preparing", "ready"})),
    ("Uitproberen", frozenset({"running", "paused"})),
    ("Evaluatie", frozenset({"evaluating"})),
    ("Delen", frozenset({"completed", "stopped", "shared"})),
)
_NEXT = {
    "exploring": "Beschrijf het probleem en nodig anderen uit. Begin daarna met voorbereiden.",
    "preparing": "Maak samen de afspraken hieronder. Daarna kunnen jullie beginnen.",
    "ready": "Kies de dag waarop jullie beginnen.",
    "running": "Begin een ronde, of werk verder aan de ronde die loopt.",
    "paused": "Ga weer verder als het kan.",
    "evaluating": "Zeg van elke afspraak of jullie tevreden zijn. Rond het traject daarna af.",
    "completed": "Vertel jullie verhaal, dan leren anderen ervan.",
    "stopped": "Vertel jullie verhaal. Van stoppen leren anderen ook.",
    "shared": "Klaar! Klopt er iets niet meer? Laat het ons weten.",
}
_QUIET = frozenset({"pause", "stop", "revise", "go_on"})
_LOG = 12
_ALWAYS_THERE = (Level.CLIENT, Level.PROFESSIONAL, Level.MANAGER, Level.BOARD)


@dataclass(frozen=True)
class Button:
    """A move that can be made now: a button that posts, or a link to its form."""

    label: str
    url: str
    posts: bool
    quiet: bool


@dataclass(frozen=True)
class Round:
    """One cycle, with its next move."""

    cycle: Cycle
    label: str
    url: str


def page_of(project: LearningProject, actor: Actor, today: date) -> dict[str, Any]:
    """Return everything for the page of a project.

    Args:
        project: the project, of which the actor takes part.
        actor: who looks.
        today: tells whether the three months have passed.
    """
    buttons, later = _moves(project, actor, today)
    people = list(project.stakeholders.all())
    goals = list(project.goals.all())
    return {
        "project": project,
        "theme": project.lead_theme,
        "track": track(_STOPS, project.state, done=project.state == "shared"),
        "next": _NEXT[project.state],
        "buttons": buttons,
        "later": later,
        "first_end": earliest_end(project.started_on, project.paused_days) if project.started_on else None,
        "may_write": bool(access.writes(actor, project)),
        "may_lead": bool(access.leads_on(actor, project)),
        "may_teach": bool(access.teaches(actor, project)),
        "may_open": bool(access.opens_cycle(actor, project)),
        "rounds": [_round(cycle, project) for cycle in project.cycles.all()],
        "goal": goals[0] if goals else None,
        "former_goals": goals[1:],
        "criteria": list(project.criteria.all()),
        "rules": list(project.rules.all()),
        "people": people,
        "absent": _absent(people),
        "participants": list(project.participants.all()),
        "lessons": list(project.lessons.all()),
        "course": _course(project),
        "crumbs": [{"label": "Mijn overzicht", "url": "/mijn/"}],
    }


def _moves(project: LearningProject, actor: Actor, today: date) -> tuple[list[Button], list[Later]]:
    """Return the moves for the buttons, and those that cannot be made yet with why."""
    # Completing is asked as if it were done today: only then the three months can be judged.
    asked = conditions.as_if_ended(project, today)
    buttons, later = [], []
    for option in options(asked, actor):
        move = option.move
        if move.name not in STEPS:
            continue
        verdict = option.verdict
        if move.name == "stop":
            verdict = YES  # its form asks for the lesson
        elif move.name == "complete":
            # Its form asks for the judgements.
            verdict = conditions.lasted(asked) and conditions.learned(asked)
        if not verdict:
            later.append(Later(move.label, verdict.reason))
            continue
        url = reverse("actieleren:step", args=[project.pk, move.name])
        buttons.append(Button(move.label, url, STEPS[move.name].form is None, move.name in _QUIET))
    # The way forward comes first, what pauses or stops last.
    buttons.sort(key=lambda button: button.quiet)
    return buttons, later


def _round(cycle: Cycle, project: LearningProject) -> Round:
    """Return a cycle with its next move, as long as the project goes on."""
    going = project.state in workflow.PROJECT.sets["trying"]
    move = next(workflow.CYCLE.moves_from(cycle.state), None)
    if move is None or not going or move.name not in CYCLE_STEPS:
        return Round(cycle, "", "")
    url = reverse("actieleren:cycle_step", args=[project.pk, cycle.number, move.name])
    return Round(cycle, move.label, url)


def _absent(people: list[Any]) -> str:
    """Return which levels are not there yet, in words: a hint, never a lock."""
    present = {person.level for person in people}
    names = [str(level.label).lower() for level in _ALWAYS_THERE if level not in present]
    return ", ".join(names)


def _course(project: LearningProject) -> list[dict[str, Any]]:
    """Return what happened last, newest first."""
    entries = project.timeline.filter(type__in=codes_for(PARTICIPANT)).order_by("-at", "-pk")[:_LOG]
    return [
        {"when": entry.at, "title": sentence(entry), "icon": entry_type(entry.type).icon} for entry in entries
    ]
