# SPDX-License-Identifier: EUPL-1.2
"""What the letters of this desk have in common: there is news, and where to read it, nothing more."""

from collections.abc import Callable

from netwerk.models import Delivery, TimelineEntry
from netwerk.notifications import Letter

Writer = Callable[[TimelineEntry, Delivery], Letter | None]
