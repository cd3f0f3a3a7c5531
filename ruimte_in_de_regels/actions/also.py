# SPDX-License-Identifier: EUPL-1.2
"""Somebody without an account says that a known obstacle plays there too.

It writes on no timeline and leaves the version of the case alone: a stranger's click must not make the
screen of a colleague who is working on the case out of date.
"""

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from netwerk import cache_tags, links
from netwerk.access import Actor, require
from netwerk.models import Contact, SecretLink
from netwerk.notifications import Letter, as_mail
from netwerk.perform import NotNow
from netwerk.timeline import part_key

from .. import access
from ..models import AlsoUs, ObstacleCase, Publication

FIELDS = ("hours", "people", "organisation_name", "sector", "region")


def say_also(
    publication: Publication, key: uuid.UUID, values: Mapping[str, Any], *, by: Actor, now: datetime
) -> AlsoUs:
    """Keep one "dit speelt ook bij ons": once per key, however often it is sent.

    Args:
        publication: the text that was read.
        key: made with the form, so that a second sending finds the first.
        values: the names of `FIELDS`, and perhaps `email`: it counts once its reader confirms it.
        by: who says it.
        now: the moment.

    Raises:
        NotPermitted: the text is not on the site for this reader.
    """
    require(access.may_read_text(by, publication))
    answers = {name: values.get(name) or ("" if name == "organisation_name" else None) for name in FIELDS}
    with transaction.atomic():
        row, new = AlsoUs.objects.get_or_create(
            key=key, defaults={"case": publication.case, "created_at": now, **answers}
        )
        if new and values.get("email"):
            row.contact = Contact.objects.create(email=values["email"])
            row.save(update_fields=["contact"])
            _ask_to_confirm(row, now)
        cache_tags.bump_on_commit(cache_tags.dossier(publication.case_id))
    return row


def link_of(row: AlsoUs, now: datetime) -> SecretLink:
    """Return the link with which somebody confirms the address, and stops."""
    return links.make_link(access.ALSO_SCOPE, row.case, contact=row.contact, part=part_key(row), now=now)


def _ask_to_confirm(row: AlsoUs, now: datetime) -> None:
    letter = Letter(
        subject="Bevestig dat je wilt horen wat eruit komt",
        lines=("Je vertelde dat een knelpunt ook bij jullie speelt. Met de knop bevestig je dit adres.",),
        button_label="Bevestig mijn adres",
        button_url=links.url_for(link_of(row, now)),
        what_next="Daarna mailen we je als er nieuws is. Bevestig je niet? Dan hoor je niets meer van ons.",
        reason="Je krijgt deze mail omdat iemand dit adres invulde. Deed jij dat niet? Doe dan niets.",
    )
    if row.contact is not None:
        as_mail(letter, row.contact.email).send()


def of_link(link: SecretLink) -> AlsoUs | None:
    """Return what a link is about; None when its holder stopped."""
    number = link.part.rpartition(":")[2] or 0
    return (
        AlsoUs.objects.select_related("case__publication", "contact")
        .filter(pk=number, contact=link.contact_id)
        .first()
    )


def confirm(row: AlsoUs, *, by: Actor, now: datetime) -> None:
    """Let the address count from now on.

    Raises:
        NotPermitted: it is somebody else's.
    """
    require(access.said_also(by, row))
    AlsoUs.objects.filter(pk=row.pk, confirmed_at__isnull=True).update(confirmed_at=now)


def stop(row: AlsoUs, *, by: Actor, now: datetime) -> None:
    """Forget the address; what was said of the obstacle stays.

    Raises:
        NotPermitted: it is somebody else's.
        NotNow: there is no address (any more).
    """
    require(access.said_also(by, row))
    if row.contact is None:
        raise NotNow("We hebben je adres al gewist.")
    forget_address(row, now)


def move_along(case: ObstacleCase, into: ObstacleCase, now: datetime) -> None:
    """Let what others said of a case count for the one in which it goes up; who spoke at both, counts once.

    Two answers are of the same when they have the same confirmed address, or name the same organisation:
    the heavier of both stays. Call it inside the transaction of the merge.
    """
    there = list(into.also_us.select_related("contact").order_by("pk"))
    for row in case.also_us.select_related("contact").order_by("pk"):
        twin = next((one for one in there if _same(one, row)), None)
        if twin is not None and (twin.confirmed_at is not None or row.confirmed_at is None):
            _take_in(row, twin, now)
            continue
        if twin is not None:  # the address that was confirmed stays
            there.remove(twin)
            _take_in(twin, row, now)
        AlsoUs.objects.filter(pk=row.pk).update(case=into)
        SecretLink.objects.filter(scope=access.ALSO_SCOPE, part=part_key(row)).update(dossier=into.pk)
    case.also_hit.update(also_hits=into)


def _same(one: AlsoUs, other: AlsoUs) -> bool:
    """Tell whether two answers are of the same: an address that nobody confirmed may be anybody's."""
    addresses = {row.contact.email.lower() for row in (one, other) if row.contact and row.confirmed_at}
    if len(addresses) == 2:  # noqa: PLR2004 (two people who both want to hear of it, be it of one organisation)
        return False
    both = one.confirmed_at is not None and other.confirmed_at is not None
    names = {" ".join(row.organisation_name.lower().split()) for row in (one, other)}
    return both or (len(names) == 1 and names != {""})


def _take_in(gone: AlsoUs, stays: AlsoUs, now: datetime) -> None:
    """Let one answer go up in another."""
    stays.hours, stays.people = max(stays.hours, gone.hours), max(stays.people, gone.people)
    stays.save(update_fields=["hours", "people"])
    forget_address(gone, now)
    gone.delete()


def forget_address(row: AlsoUs, now: datetime) -> None:
    """Erase the address, if there is one, and close its links."""
    contact = row.contact
    if contact is None:
        return
    with transaction.atomic():
        row.contact, row.confirmed_at = None, None
        row.save(update_fields=["contact", "confirmed_at"])
        for link in contact.secret_links.filter(scope=access.ALSO_SCOPE):
            links.revoke(link, now)
        contact.forget(now)
