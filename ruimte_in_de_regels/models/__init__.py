# SPDX-License-Identifier: EUPL-1.2
"""Tables of Ruimte in de Regels."""

from .also import AlsoUs, Hours, People
from .answer import NOT_OURS, AnswerChannel, AnswerKind, MinistryAnswer, Stance, contradiction
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
from .distribution import Distribution, SpreadBy
from .intake import IntakeRule
from .ministry import Ministry, MinistryContact, PartyKind
from .outcome import (
    EXTRA,
    MAY_ALREADY,
    MEANINGS,
    TO_FOLLOW,
    WITHIN_RULES,
    CaseOutcome,
    OutcomeKind,
    look_of,
)
from .promise import PROMISING, Promise
from .promise_news import PromiseNews, PromiseSaid
from .publication import (
    AUDIENCES,
    CHECKLIST,
    SMALL_GROUP,
    TEXTS,
    ApprovedText,
    Publication,
    Redaction,
)
from .reaction import Reaction, Recognises
from .reading import Reads, TextReaction
from .report import (
    REPORT_PREFIX,
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
from .summary import CaseSummary
from .thread import MinistryThread, ThreadHolder
from .weighing import Aspect, Difference, JointQuestion, JointReply, SetAside

__all__ = [
    "REPORT_PREFIX",
    "NOT_OURS",
    "EXTRA",
    "MEANINGS",
    "Aspect",
    "Difference",
    "JointQuestion",
    "JointReply",
    "SetAside",
    "AUDIENCES",
    "CHECKLIST",
    "MAY_ALREADY",
    "PROMISING",
    "SMALL_GROUP",
    "TEXTS",
    "TO_FOLLOW",
    "WITHIN_RULES",
    "AlsoUs",
    "AnswerChannel",
    "AnswerKind",
    "ApprovedText",
    "CaseOrigin",
    "CaseOutcome",
    "CaseSummary",
    "ContextAnalysis",
    "DeskTerms",
    "Distribution",
    "Domain",
    "EmployerMayKnow",
    "Frequency",
    "Hours",
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
    "People",
    "PartyKind",
    "ProblemStatement",
    "Promise",
    "PromiseNews",
    "PromiseSaid",
    "Publication",
    "PublishConsent",
    "Reaction",
    "Reads",
    "Recognises",
    "Redaction",
    "ReportChannel",
    "ReportDraft",
    "ReporterIdentity",
    "ReporterRole",
    "Route",
    "Scale",
    "SpreadBy",
    "Stance",
    "contradiction",
    "Stretch",
    "TextReaction",
    "ThreadHolder",
    "Weight",
    "WorksNow",
    "YesNoUnknown",
    "look_of",
]
