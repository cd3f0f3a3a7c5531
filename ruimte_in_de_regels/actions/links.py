# SPDX-License-Identifier: EUPL-1.2
"""One secret link closed by hand, of somebody at a ministry or of a reporter, and a new one in its place.

Its holder gets no mail about it until the team sends a new link: each mail would bring one.
"""

from datetime import datetime
from typing import Any

from netwerk import links
from netwerk.access import Actor
from netwerk.models import SecretLink
from netwerk.perform import Act, Done, NotNow, perform

from .. import access
from ..models import MinistryThread, ObstacleReport
from .threads.base import told

REASONS = (
    ("elders", "de link kwam bij een ander terecht"),
    ("weg", "deze persoon werkt er niet meer"),
    ("verzoek", "op eigen verzoek"),
    ("vergissing", "de link ging naar de verkeerde persoon"),
)
"""Why a link is closed, as the end of a sentence. A choice: free text would soon hold a name."""


def _about(subject: MinistryThread | ObstacleReport, link: SecretLink) -> dict[str, Any]:
    """Return what the timeline says: the party and the number of the contact, never a name."""
    named = told(subject) if isinstance(subject, MinistryThread) else {}
    return {**named, "contact": link.contact_id}


def _act(subject: MinistryThread | ObstacleReport, verb: str) -> tuple[str, Any]:
    if isinstance(subject, MinistryThread):
        return f"ministerievraag.link_{verb}", access.handles_cases
    return f"melding.link_{verb}", access.handles_reports


def withdraw_link(
    subject: MinistryThread | ObstacleReport, link: SecretLink, reason: str, *, by: Actor, now: datetime
) -> Done:
    """Close a link for good.

    Args:
        subject: the question or the report that it opens.
        link: which one.
        reason: a code of `REASONS`.
        by: somebody of the team.
        now: the moment.

    Raises:
        NotNow: it did not work any more.
    """

    def close(_fresh: Any) -> None:
        if not links.withdraw(link, by.label, now):
            raise NotNow("Deze link werkt al niet meer.")

    entry, rule = _act(subject, "withdrawn")
    data = {**_about(subject, link), "reason": dict(REASONS)[reason]}
    return perform(subject, Act(entry, rule, then=close, data=data, quiet=True), by=by, now=now)


def send_new_link(
    subject: MinistryThread | ObstacleReport, link: SecretLink, *, by: Actor, now: datetime
) -> Done:
    """Mail a new link to whom an earlier one was taken from.

    Raises:
        NotNow: nothing was taken from them, they have no address, or the question was withdrawn.
    """

    def allow(fresh: Any) -> None:
        if isinstance(fresh, MinistryThread) and fresh.state == "withdrawn":
            raise NotNow("Deze vraag is ingetrokken. Een nieuwe link is niet nodig.")
        if link.contact is None or not link.contact.email:
            raise NotNow("We hebben geen e-mailadres. We kunnen geen nieuwe link sturen.")
        if not links.let_in_again(link):
            raise NotNow("Er is al een nieuwe link gestuurd.")

    entry, rule = _act(subject, "renewed")
    act = Act(entry, rule, then=allow, data=_about(subject, link), quiet=True)
    return perform(subject, act, by=by, now=now)
