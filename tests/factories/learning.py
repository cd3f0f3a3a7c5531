# SPDX-License-Identifier: EUPL-1.2
"""Learning projects in tests, in any state, with every condition of every move met.

These are put in place directly, without walking there: what a test is about, it does through an action.
"""

from datetime import UTC, date, datetime
from itertools import count

from actieleren.models import (
    Cycle,
    GroundRule,
    LearningProject,
    Lesson,
    Participant,
    Stakeholder,
    SuccessCriterion,
)
from actieleren.suitability import QUESTIONS
from netwerk.models import Region, Theme, User

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
"""A Monday."""
FITTING = {question.code: "nee" if question.wrong == "ja" else "ja" for question in QUESTIONS}
"""Answers with which action learning fits."""
_numbers = count(1)

LESSON = {
    "outcome": "did_not",
    "title": "Leren in eigen tijd",
    "happened": "Drie van de twintig deden mee.",
    "context": "",
    "advice": "Geef tijd onder werktijd.",
    "visibility": "public",
}


def project(
    state: str = "running", lead: User | None = None, *, theme: str = "meer-uren-werken", **fields: object
) -> LearningProject:
    """Make a project in a state; without `bare=True` everything is agreed, tried and learned."""
    number, bare = next(_numbers), fields.pop("bare", False)
    made = LearningProject(
        kind="leertraject",
        reference=f"LT-2026-{number:04d}T",
        state=state,
        created_at=NOW,
        last_news_at=NOW,
        checked_on=NOW.date(),
        check_result="past",
        check_answers=FITTING,
        **{
            "title": f"Zelf rooster maken {number}",
            **({} if bare else _agreed()),
            **_ended(state, number),
            **fields,
        },
    )
    made.save(force_insert=True)
    made.themes.add(Theme.objects.get(slug=theme))
    made.regions.add(Region.objects.filter(province="overijssel")[0])
    if lead is not None:
        joined(made, lead, "lead")
    if not bare:
        _fill(made)
    return made


def _agreed() -> dict[str, object]:
    return {
        "summary": "Een team maakt zelf het rooster.",
        "problem": "Niemand wil in de avond.",
        "agreed_on": date(2026, 6, 1),
        "agreed_by": "Alle deelnemers",
        "rules_agreed_on": date(2026, 6, 1),
        "starts_on": date(2026, 6, 15),
        "ends_on": date(2026, 12, 15),
        "started_on": date(2026, 6, 15),
        "organisation_name": "Voorbeeldteam Oost",
    }


def _ended(state: str, number: int) -> dict[str, object]:
    if state not in ("completed", "stopped", "shared"):
        return {}
    ended = {
        "ending": "stopped" if state == "stopped" else "completed",
        "ended_on": NOW.date(),
        "previous_state": "evaluating",
    }
    if state == "shared":
        ended |= {
            "previous_state": "completed",
            "slug": f"zelf-rooster-maken-{number}",
            "visibility": "public",
        }
        ended |= {
            "listed_at": NOW,
            "story": "Zo ging het bij ons.",
            "changed": "Het rooster is van het team.",
        }
    return ended


def _fill(made: LearningProject) -> None:
    Stakeholder.objects.create(
        project=made, who="Avondploeg", level="professional", needed=True, affected=True
    )
    SuccessCriterion.objects.create(
        project=made, text="Het rooster is op tijd", agreed=True, judgement="reached"
    )
    GroundRule.objects.create(project=made, text="Alles mag gezegd worden.")
    cycle(made, "closed")
    lesson(made, visibility="team")


def joined(made: LearningProject, user: User, role: str = "participant") -> Participant:
    """Let somebody take part."""
    return Participant.objects.create(project=made, user=user, role=role, added_at=NOW)


def cycle(made: LearningProject, state: str = "try_out") -> Cycle:
    """Make the next cycle of a project, in a state."""
    done = {
        "try_out": {},
        "reflect": {"tried": "We ruilden."},
        "improve": {"tried": "We ruilden.", "happened": "Het lukte half.", "for_whom": "Voor wie ruilt."},
    }
    done["closed"] = {**done["improve"], "decision": "adapt", "change": "Minder dagen.", "closed_at": NOW}
    return Cycle.objects.create(
        project=made,
        number=made.cycles.count() + 1,
        state=state,
        title="Ruilen op maandag",
        plan="Vier mensen ruilen.",
        expectation="Acht uren per week.",
        opened_at=NOW,
        **done[state],
    )


def lesson(made: LearningProject, **fields: object) -> Lesson:
    """Write a lesson of a project."""
    return Lesson.objects.create(project=made, created_at=NOW, **{**LESSON, **fields})
