# SPDX-License-Identifier: EUPL-1.2
"""Tables that all products share."""

from .attachment import Attachment
from .contact import Contact
from .delivery import Delivery, OutboxEvent
from .dossier import Connection, Dossier, Follow, ReferenceCounter, Visibility, about
from .health import HealthReport
from .label import Label
from .message import Message
from .note import Note
from .organisation import Invitation, Membership, Organisation
from .queue import Export, Look, SavedFilter
from .reference import Province, Region, Sector, place_text
from .regulation import Regulation, RuleKind, RuleOwner
from .retention import LegalHold, RetentionPeriod, RetentionRun
from .search import SearchDocument, SearchWord
from .secret_link import SecretLink
from .standard_text import StandardText
from .task import Task, TaskGroup
from .theme import Theme, ThemeAmbassador
from .timeline import TimelineEntry, TimelinePersonal
from .user import User, UserManager

__all__ = [
    "Attachment",
    "Connection",
    "Contact",
    "Delivery",
    "Dossier",
    "Export",
    "Follow",
    "HealthReport",
    "Invitation",
    "Label",
    "Membership",
    "LegalHold",
    "Look",
    "Message",
    "Note",
    "Organisation",
    "OutboxEvent",
    "Province",
    "ReferenceCounter",
    "Region",
    "Regulation",
    "RetentionPeriod",
    "RetentionRun",
    "RuleKind",
    "RuleOwner",
    "SavedFilter",
    "SearchDocument",
    "SearchWord",
    "SecretLink",
    "Sector",
    "StandardText",
    "Task",
    "TaskGroup",
    "Theme",
    "ThemeAmbassador",
    "TimelineEntry",
    "TimelinePersonal",
    "User",
    "UserManager",
    "Visibility",
    "about",
    "place_text",
]
