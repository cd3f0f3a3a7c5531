# SPDX-License-Identifier: EUPL-1.2
"""Tables of Koplopers."""

from .initiative import GOALS, Evidence, Initiative, Origin, Phase
from .people import InitiativeOwner, InitiativePartner, OwnerRole, PartnerRole

__all__ = [
    "GOALS",
    "Evidence",
    "Initiative",
    "InitiativeOwner",
    "InitiativePartner",
    "Origin",
    "OwnerRole",
    "PartnerRole",
    "Phase",
]
