# SPDX-License-Identifier: EUPL-1.2
"""Tables of Ruimte in de Regels."""

from .case import (
    CaseOrigin,
    ContextAnalysis,
    ObstacleCase,
    ObstacleKind,
    ProblemStatement,
    RuleOwner,
    Scale,
    Weight,
)
from .ministry import AnswerKind, Ministry, MinistryAnswer, MinistryContact, MinistryThread, Stance
from .outcome import TO_FOLLOW, CaseOutcome, OutcomeKind
from .publication import CHECKLIST, Publication
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
    RuleKind,
    WorksNow,
    YesNoUnknown,
)

__all__ = [
    "CHECKLIST",
    "TO_FOLLOW",
    "AnswerKind",
    "CaseOrigin",
    "CaseOutcome",
    "ContextAnalysis",
    "Domain",
    "EmployerMayKnow",
    "Frequency",
    "Ministry",
    "MinistryAnswer",
    "MinistryContact",
    "MinistryThread",
    "ObstacleCase",
    "ObstacleKind",
    "ObstacleReport",
    "OutcomeKind",
    "ProblemStatement",
    "Publication",
    "PublishConsent",
    "ReportChannel",
    "ReportDraft",
    "ReporterIdentity",
    "ReporterRole",
    "RuleKind",
    "RuleOwner",
    "Scale",
    "Stance",
    "Weight",
    "WorksNow",
    "YesNoUnknown",
]
