# SPDX-License-Identifier: EUPL-1.2
"""Whom the team can ask, and where. No dossiers: there is no timeline to write on."""

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from netwerk.access import Actor, require
from netwerk.models import Contact
from netwerk.perform import NotNow

from .. import access, workflow
from ..models import Ministry, MinistryContact

_PERSON = ("name", "email", "phone")
_PARTY = ("kind", "abbreviation", "name")
_PLACE = ("ministry", "job", "is_backup", "active")


def add_contact(values: Mapping[str, Any], *, by: Actor, now: datetime) -> MinistryContact:
    """Add somebody at a ministry.

    Raises:
        NotPermitted: only the team keeps contacts.
        NotNow: this address is a contact of that ministry already.
    """
    require(access.handles_cases(by))
    _require_new_address(values, None)
    with transaction.atomic():
        contact = Contact.objects.create(**{name: values[name] for name in _PERSON})
        since = None if values["active"] else now
        place = {name: values[name] for name in _PLACE}
        return MinistryContact.objects.create(contact=contact, inactive_since=since, **place)


def change_contact(
    person: MinistryContact, values: Mapping[str, Any], *, by: Actor, now: datetime
) -> MinistryContact:
    """Change a contact. Who was asked something stays at that ministry: the question names it.

    Raises:
        NotPermitted, NotNow: as `add_contact`; NotNow also when a question still runs and the person
            would move to another ministry.
    """
    require(access.handles_cases(by))
    _require_new_address(values, person)
    if values["ministry"].pk != person.ministry_id and _is_asked(person):
        raise NotNow("Er loopt nog een vraag bij deze persoon. Voeg voor de andere partij een nieuwe toe.")
    with transaction.atomic():
        for name in _PERSON:
            setattr(person.contact, name, values[name])
        person.contact.save(update_fields=_PERSON)
        for name in _PLACE:
            setattr(person, name, values[name])
        person.inactive_since = None if person.active else person.inactive_since or now
        person.save(update_fields=[*_PLACE, "inactive_since"])
    return person


def _is_asked(person: MinistryContact) -> bool:
    return person.threads.exclude(state__in=workflow.THREAD.sets["settled"]).exists()


def _require_new_address(values: Mapping[str, Any], person: MinistryContact | None) -> None:
    same = MinistryContact.objects.filter(ministry=values["ministry"], contact__email__iexact=values["email"])
    others = same.exclude(pk=person.pk) if person is not None else same
    if others.exists():
        raise NotNow("Dit e-mailadres staat al bij deze partij.")


def add_party(values: Mapping[str, Any], *, by: Actor) -> Ministry:
    """Add a ministry or another table that can be asked.

    Args:
        values: `kind`, `abbreviation` and `name`.
        by: who adds it.

    Raises:
        NotPermitted: only the team keeps parties.
    """
    require(access.handles_cases(by))
    code = f"{slugify(values['abbreviation'])[:30]}-{uuid.uuid4().hex[:8]}"
    return Ministry.objects.create(code=code, **{name: values[name] for name in _PARTY})


def change_party(party: Ministry, values: Mapping[str, Any], *, by: Actor) -> Ministry:
    """Change a party. One that a ministry only named has now been looked at.

    Raises:
        NotPermitted: only the team keeps parties.
    """
    require(access.handles_cases(by))
    for name in _PARTY:
        setattr(party, name, values[name])
    party.checked = True
    party.save(update_fields=[*_PARTY, "checked"])
    return party
