# SPDX-License-Identifier: EUPL-1.2
"""Within the organisation that is asked: a colleague gets an own link, files join the answer, and who
reported is seen by those whom the reporter allowed to make contact."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet

from netwerk import uploads
from netwerk.access import Actor
from netwerk.models import Attachment, Contact
from netwerk.perform import Act, Done, NotNow, perform
from netwerk.timeline import part_key
from netwerk.uploads import CleanFile

from ... import access, workflow
from ...models import MinistryContact, MinistryThread, ReporterIdentity, ThreadHolder
from .base import told, told_for

MOST_COLLEAGUES = 5
"""Links that can be given on within one thread: enough to find the right desk, too few to spread it."""


@dataclass(frozen=True)
class Colleague:
    """To whom a question is forwarded."""

    name: str
    email: str
    job: str = ""


def forward(thread: MinistryThread, to: Colleague, *, by: Actor, now: datetime) -> ThreadHolder:
    """Give a colleague an own link to the same question; the links that are there keep working.

    Raises:
        NotNow: the question is settled, the address is not of this organisation or has a link already, or
            too many colleagues were added.
    """
    with transaction.atomic():
        person = _person(thread, to)

        def add(fresh: MinistryThread) -> None:
            _require_running(fresh)
            _require_inside(fresh, to.email)
            if fresh.holders.filter(kind=ThreadHolder.Kind.COLLEAGUE).count() >= MOST_COLLEAGUES:
                raise NotNow(f"Je kunt de vraag met {MOST_COLLEAGUES} collega's delen. Bel ons voor meer.")
            if person.pk in holders_of(fresh):
                raise NotNow("Deze collega heeft al een link.")
            fresh.holders.create(contact=person, job=to.job, added_at=now)

        act = Act(
            "ministerievraag.forwarded",
            access.ministry_or_team,
            then=add,
            data={**told_for(thread, by), "contact": person.pk},
            personal={"name": to.name, "job": to.job},
        )
        perform(thread, act, by=by, now=now)
    return ThreadHolder.objects.get(thread=thread, contact=person)


def holders_of(thread: MinistryThread) -> set[int]:
    """Return the contacts who have, or will get, a link to a thread."""
    first = {thread.contact.contact_id} if thread.contact else set()
    return first | set(thread.holders.values_list("contact", flat=True))


def _person(thread: MinistryThread, to: Colleague) -> Contact:
    """Return the contact with this address at this organisation; a new one when we do not know it."""
    at_party = Q(ministry_contact__ministry=thread.ministry_id) | Q(
        held_threads__thread__ministry=thread.ministry_id
    )
    known = Contact.objects.filter(at_party, email__iexact=to.email).order_by("pk").first()
    return known or Contact.objects.create(name=to.name, email=to.email)


def _require_inside(thread: MinistryThread, email: str) -> None:
    """Refuse an address outside the organisation: a link must not leave it."""
    known = MinistryContact.objects.filter(ministry=thread.ministry_id).values_list(
        "contact__email", flat=True
    )
    domains = {address.rpartition("@")[2].lower() for address in known if address}
    domain = email.rpartition("@")[2].lower()
    if not any(domain == own or domain.endswith(f".{own}") for own in domains):
        allowed = " of ".join(f"@{own}" for own in sorted(domains))
        raise NotNow(f"Geef een adres van jullie eigen organisatie: {allowed}.")


def _require_running(thread: MinistryThread) -> None:
    if thread.state not in workflow.THREAD.sets["running"]:
        raise NotNow("Deze vraag is al beantwoord of ingetrokken.")


def attach_files(thread: MinistryThread, files: Sequence[CleanFile], *, by: Actor, now: datetime) -> Done:
    """Add checked files to the answer; only this organisation and the team read them.

    Raises:
        NotNow: the question is settled, or there would be more files than allowed.
    """

    def attach(fresh: MinistryThread) -> None:
        _require_running(fresh)
        if files_of(fresh).count() + len(files) > settings.ATTACHMENT_MAX_COUNT:
            raise NotNow(f"Je kunt {settings.ATTACHMENT_MAX_COUNT} bestanden meesturen.")
        for clean in files:
            uploads.attach(clean, fresh.case, now, part=part_key(fresh), audience="ministry")

    data = {**told_for(thread, by), "files": len(files)}
    act = Act("ministerievraag.files_added", access.ministry_or_team, then=attach, data=data)
    return perform(thread, act, by=by, now=now)


def drop_file(thread: MinistryThread, attachment: Attachment, *, by: Actor, now: datetime) -> Done:
    """Take a file away again, as long as the answer was not sent.

    Raises:
        NotNow: the question is settled.
    """

    def drop(fresh: MinistryThread) -> None:
        _require_running(fresh)
        uploads.discard(list(files_of(fresh).filter(pk=attachment.pk)))

    act = Act("ministerievraag.file_dropped", access.ministry_or_team, then=drop, data=told_for(thread, by))
    return perform(thread, act, by=by, now=now)


def files_of(thread: MinistryThread) -> QuerySet[Attachment]:
    """Return the files at the answer of a thread."""
    return Attachment.objects.filter(dossier_id=thread.case_id, part=part_key(thread), audience="ministry")


def may_be_contacted(thread: MinistryThread) -> QuerySet[ReporterIdentity]:
    """Return who reported this and lets a ministry make contact, as they choose now."""
    return (
        ReporterIdentity.objects.filter(report__case=thread.case_id, report__ministry_may_contact=True)
        .exclude(report__state="withdrawn")
        .exclude(contact__email="", contact__phone="")
        .select_related("contact", "report")
        .order_by("report_id")
    )


def open_reporters(thread: MinistryThread, *, by: Actor, now: datetime) -> list[ReporterIdentity]:
    """Show the holder of a link whom of the reporters they may contact; written down like every such look.

    Raises:
        NotNow: the question is settled, or no reporter allows it (any more).
    """
    found = list(may_be_contacted(thread))

    def check(fresh: MinistryThread) -> None:
        _require_running(fresh)
        if not found:
            raise NotNow("Geen melder wil dat jullie contact opnemen.")

    data = {**told(thread), "reports": ", ".join(one.report.reference for one in found)}
    perform(
        thread,
        Act("ministerievraag.reporters_opened", access.ministry, then=check, data=data),
        by=by,
        now=now,
    )
    return found
