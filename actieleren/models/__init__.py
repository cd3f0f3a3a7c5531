# SPDX-License-Identifier: EUPL-1.2
"""Tables of Actieleren."""

from .agreements import Goal, GroundRule, Judgement, SuccessCriterion
from .group import Level, Participant, ParticipantRole, Stakeholder
from .learning import READERS, Cycle, Decision, Lesson, LessonOutcome
from .project import EXAMINED, LearningProject

__all__ = [
    "EXAMINED",
    "READERS",
    "Cycle",
    "Decision",
    "Goal",
    "GroundRule",
    "Judgement",
    "LearningProject",
    "Lesson",
    "LessonOutcome",
    "Level",
    "Participant",
    "ParticipantRole",
    "Stakeholder",
    "SuccessCriterion",
]
