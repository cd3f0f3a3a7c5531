# SPDX-License-Identifier: EUPL-1.2
"""Tables of Ruimte in de Regels."""

from .case import (
    CaseOrigin,
    ContextAnalysis,
    Need,
    ObstacleCase,
    ObstacleKind,
    ProblemStatement,
    Route,
    Scale,
    Stretch,
    Weight,
)
from .intake import IntakeRule
from .ministry import AnswerKind, Ministry, MinistryAnswer, MinistryContact, MinistryThread, Stance
from .outcome import TO_FOLLOW, CaseOutcome, OutcomeKind
from .promise import PROMISING, Promise
from .publication import CHECKLIST, Publication
from .reaction import Reaction, Recognises
from .report import (
    Domain,
    EmployerMayKnow,
    Frequency,
    ObstacleReport,
    PublishConsent,
    ReportChannel,
    ReportDraft,
    ReporterIdentity,
    ReporterRole,
    WorksNow,
    YesNoUnknown,
)
from .settings import DeskTerms

__all__ = [
    "CHECKLIST",
    "PROMISING",
    "TO_FOLLOW",
    "AnswerKind",
    "CaseOrigin",
    "CaseOutcome",
    "ContextAnalysis",
    "DeskTerms",
    "Domain",
    "EmployerMayKnow",
    "Frequency",
    "IntakeRule",
    "Ministry",
    "MinistryAnswer",
    "MinistryContact",
    "MinistryThread",
    "Need",
    "ObstacleCase",
    "ObstacleKind",
    "ObstacleReport",
    "OutcomeKind",
    "ProblemStatement",
    "Promise",
    "Publication",
    "PublishConsent",
    "Reaction",
    "Recognises",
    "ReportChannel",
    "ReportDraft",
    "ReporterIdentity",
    "ReporterRole",
    "Route",
    "Scale",
    "Stance",
    "Stretch",
    "Weight",
    "WorksNow",
    "YesNoUnknown",
]
