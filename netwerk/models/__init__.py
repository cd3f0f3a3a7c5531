# SPDX-License-Identifier: EUPL-1.2
"""Tables that all products share."""

from .attachment import Attachment
from .contact import Contact
from .delivery import Delivery, OutboxEvent
from .dossier import Connection, Dossier, Follow, ReferenceCounter, Visibility
from .message import Message
from .organisation import Invitation, Membership, Organisation
from .reference import Province, Region, Sector
from .search import SearchDocument, SearchWord
from .secret_link import SecretLink
from .theme import Theme, ThemeAmbassador
from .timeline import TimelineEntry, TimelinePersonal
from .user import User, UserManager

__all__ = [
    "Attachment",
    "Connection",
    "Contact",
    "Delivery",
    "Dossier",
    "Follow",
    "Invitation",
    "Membership",
    "Message",
    "Organisation",
    "OutboxEvent",
    "Province",
    "ReferenceCounter",
    "Region",
    "Sector",
    "SearchDocument",
    "SearchWord",
    "SecretLink",
    "Theme",
    "ThemeAmbassador",
    "TimelineEntry",
    "TimelinePersonal",
    "User",
    "UserManager",
    "Visibility",
]
