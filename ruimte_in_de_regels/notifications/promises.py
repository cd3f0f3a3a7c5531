# SPDX-License-Identifier: EUPL-1.2
"""What is heard of promises: who watches one, and the ministry that made it, are asked how it stands."""

from collections.abc import Iterable

from django.conf import settings
from django.utils import timezone

from netwerk import links, notifications
from netwerk.dates import date_text
from netwerk.kinds import url_of
from netwerk.models import Delivery, TimelineEntry
from netwerk.notifications import Letter, Notice, Recipient, assignee_of
from netwerk.timeline import part_key

from ..access import MINISTRY_SCOPE
from ..models import MinistryThread, Promise
from .letters import Writer

_RECORD = "Is het geregeld, komt het later of komt het er niet? Leg het vast bij de casus."


def _promise_of(entry: TimelineEntry) -> Promise | None:
    """Return the promise that an entry is about."""
    rows = Promise.objects.select_related("ministry", "owner", "case")
    return rows.filter(pk=entry.part.rpartition(":")[2] or 0).first()


def _owner(entry: TimelineEntry) -> Iterable[Recipient]:
    """Who watches the promise; whoever works on its case when nobody does."""
    promise = _promise_of(entry)
    if promise is not None and promise.owner is not None and promise.owner.is_active:
        return [Recipient(user=promise.owner)]
    return assignee_of(entry)


def _owner_letter(subject: str, line: str, what_next: str = _RECORD) -> Writer:
    def letter(entry: TimelineEntry, _delivery: Delivery) -> Letter | None:
        promise = _promise_of(entry)
        if promise is None or promise.settled_at is not None:
            return None
        filled = {"ministry": promise.ministry, "reference": entry.dossier.reference}
        return Letter(
            subject=subject.format(**filled),
            lines=(line.format(**filled, due=date_text(promise.due_on)),),
            button_label="Open de zaak",
            button_url=settings.BASE_URL + url_of(entry.dossier),
            what_next=what_next,
            reason="Je krijgt dit bericht omdat jij deze toezegging in de gaten houdt.",
        )

    return letter


def _ministry(entry: TimelineEntry) -> Iterable[Recipient]:
    """The contact who was asked in this case."""
    promise = _promise_of(entry)
    if promise is None:
        return []
    threads = MinistryThread.objects.asked().filter(case=promise.case_id, ministry=promise.ministry_id)
    thread = threads.filter(contact__active=True).select_related("contact__contact").last()
    if thread is None or thread.contact is None or not thread.contact.contact.email:
        return []
    return [Recipient(contact=thread.contact.contact, part=part_key(thread))]


def _ministry_letter(subject: str, *lines: str, what_next: str) -> Writer:
    def letter(entry: TimelineEntry, delivery: Delivery) -> Letter | None:
        promise = _promise_of(entry)
        if promise is None or delivery.contact is None or promise.settled_at is not None:
            return None
        link = links.make_link(
            MINISTRY_SCOPE, entry.dossier, contact=delivery.contact, part=delivery.part, now=timezone.now()
        )
        return Letter(
            subject=subject.format(reference=entry.dossier.reference),
            lines=tuple(line.format(due=date_text(promise.due_on)) for line in lines),
            button_label="Laat weten hoe het staat",
            button_url=links.url_for(link),
            what_next=what_next,
            reason="Je krijgt dit bericht omdat je contactpersoon bent voor Ruimte in de Regels.",
        )

    return letter


notifications.register(
    Notice(
        "promise-soon", "toezegging.asked", _owner,
        _owner_letter("Toezegging van {ministry} ({reference})", "{ministry} zegde iets toe voor {due}."),
    ),
    Notice(
        "promise-asked", "toezegging.asked", _ministry,
        _ministry_letter(
            "Hoe staat het met jullie toezegging? ({reference})",
            "Jullie zegden iets toe voor {due}. We horen graag hoe het staat.",
            "Met de knop laat je weten of het is geregeld, later komt of er niet komt. "
            "Je hebt geen account nodig.",
            what_next="Na die datum laten we op de site zien of het is geregeld. "
            "Laat het ons dus op tijd weten.",
        ),
    ),
    Notice(
        "promise-told", "toezegging.told", _owner,
        _owner_letter(
            "Bericht over een toezegging van {ministry} ({reference})",
            "{ministry} liet weten hoe het staat met de toezegging voor {due}.",
            "Lees het bericht bij de casus, en neem het over of niet. Tot dan staat het nergens anders.",
        ),
    ),
    Notice(
        "promise-not-taken", "toezegging.not_taken", _ministry,
        _ministry_letter(
            "Over jullie bericht bij een toezegging ({reference})",
            "Jullie lieten weten hoe het staat met de toezegging voor {due}. We namen dat niet over.",
            "Met de knop lees je waarom. Je kunt het dan opnieuw laten weten.",
            what_next="De toezegging loopt nog.",
        ),
    ),
    Notice(
        "promise-late", "toezegging.lapse", _owner,
        _owner_letter(
            "Toezegging van {ministry} is te laat ({reference})", "{ministry} zegde iets toe voor {due}."
        ),
    ),
)  # fmt: skip
