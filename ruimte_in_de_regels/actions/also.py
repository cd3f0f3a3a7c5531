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
from ..models import AlsoUs, Publication

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
        reason="Je krijgt deze mail omdat iemand dit adres invulde op onze site. Deed jij dat niet? Wis hem.",
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
