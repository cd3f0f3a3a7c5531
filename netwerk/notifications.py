# SPDX-License-Identifier: EUPL-1.2
"""Who hears of what: the registry of notices, and how a notice becomes a letter.

A notice is read off a timeline entry. A letter holds no free text of a dossier: it says that there is
news and where to read it. It is rendered when it is sent, so nothing about it is stored.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import css_inline
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from . import links
from .models import Contact, Delivery, TimelineEntry, User

MAIL, INBOX = Delivery.Channel.MAIL, Delivery.Channel.INBOX


@dataclass(frozen=True)
class Recipient:
    """Somebody who is to hear of an entry, and the part that their message is about."""

    user: User | None = None
    contact: Contact | None = None
    part: str = ""
    label: str = ""
    """How the team sees who it is; their address when nothing stands here."""

    def __post_init__(self) -> None:
        if (self.user is None) == (self.contact is None):
            raise ValueError("a recipient is a user or a contact")


@dataclass(frozen=True)
class Letter:
    """The content of a message; every text is plain Dutch without personal data."""

    subject: str
    lines: tuple[str, ...]
    button_label: str
    button_url: str
    what_next: str = ""
    reason: str = "Je krijgt dit bericht omdat je meedoet aan deze zaak."


@dataclass(frozen=True)
class Notice:
    """Who hears of an entry type, how, and in which words.

    `letter` may return None when there is nothing left to tell; the delivery is then skipped.
    """

    code: str
    entry_type: str
    recipients: Callable[[TimelineEntry], Iterable[Recipient]]
    letter: Callable[[TimelineEntry, Delivery], Letter | None]
    channels: tuple[str, ...] = field(default=(MAIL,))

    def written(self, entry: TimelineEntry, delivery: Delivery) -> Letter | None:
        """Return the letter; None also when its reader may have no link (any more)."""
        try:
            return self.letter(entry, delivery)
        except links.Withdrawn:
            return None


_by_type: defaultdict[str, list[Notice]] = defaultdict(list)
_by_code: dict[str, Notice] = {}


def register(*notices: Notice) -> None:
    """Add notices. Raises ValueError when a code stands twice."""
    for notice in notices:
        if notice.code in _by_code:
            raise ValueError(f"notice {notice.code!r} is registered twice")
        _by_code[notice.code] = notice
        _by_type[notice.entry_type].append(notice)


def notices_for(entry_type: str) -> tuple[Notice, ...]:
    """Return the notices that an entry of this type sets off."""
    return tuple(_by_type.get(entry_type, ()))


def notice(code: str) -> Notice:
    """Return one notice. Raises KeyError when no app registered it."""
    return _by_code[code]


def all_notices() -> tuple[Notice, ...]:
    """Return every registered notice."""
    return tuple(_by_code.values())


def assignee_of(entry: TimelineEntry) -> list[Recipient]:
    """Return whoever works on the dossier, as recipient; nobody when nobody does."""
    user = entry.dossier.assignee
    return [Recipient(user=user)] if user is not None and user.is_active else []


def letter_for(delivery: Delivery) -> Letter | None:
    """Return the letter of a delivery, or None when there is nothing left to tell."""
    if delivery.event is None:
        return None
    return notice(delivery.notice).written(delivery.event.entry, delivery)


def as_mail(letter: Letter, address: str, message_id: str = "") -> EmailMultiAlternatives:
    """Return the mail for a letter: text, and HTML with its styles inlined.

    `message_id` stays the same over retries, so that a mail system can drop a double.
    """
    context = {"letter": letter, "base_url": settings.BASE_URL}
    mail = EmailMultiAlternatives(
        subject=" ".join(letter.subject.split()),
        body=render_to_string("email/letter.txt", context),
        to=[address],
        headers={"Auto-Submitted": "auto-generated", **({"Message-ID": message_id} if message_id else {})},
    )
    mail.attach_alternative(css_inline.inline(render_to_string("email/letter.html", context)), "text/html")
    return mail


def address_of(delivery: Delivery) -> str:
    """Return the address a delivery goes to now, or nothing when the person cannot be mailed (any more)."""
    if delivery.user is not None:
        return delivery.user.email if delivery.user.is_active else ""
    return delivery.contact.email if delivery.contact is not None else ""
