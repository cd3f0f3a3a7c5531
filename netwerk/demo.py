# SPDX-License-Identifier: EUPL-1.2
"""Demo data: visibly fictional accounts and dossiers, made by the same actions as real ones.

Each kind may register a `demo` function (`netwerk.kinds`); it walks its dossiers to their states and
returns them, so that they can be marked and removed again.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.text import slugify

from . import kinds, roles
from .access import Actor
from .append_only import purge_allowed
from .models import (
    Connection,
    Contact,
    Delivery,
    Dossier,
    Organisation,
    OutboxEvent,
    TimelineEntry,
    TimelinePersonal,
    User,
)

DOMAIN = "demo.example"
NAMES = {
    "lid": ("Lies", "Voorbeeld"),
    "koplopercontact": ("Karim", "Voorbeeld"),
    "deelnemer": ("Dana", "Voorbeeld"),
    "ambassadeur": ("Amber", "Voorbeeld"),
    "regiocoordinator": ("Rik", "Voorbeeld"),
    "redacteur": ("Roos", "Voorbeeld"),
    "team": ("Kim", "Voorbeeld"),
    "team2": ("Sam", "Voorbeeld"),
    "coordinator": ("Cora", "Voorbeeld"),
    "beheerder": ("Bo", "Voorbeeld"),
}


@dataclass(frozen=True)
class Cast:
    """Who plays in the demo."""

    adviser: Actor
    colleague: Actor
    coordinator: Actor
    member: Actor
    frontrunner: Actor
    """Contact of a Koploper."""


def accounts() -> list[tuple[str, str]]:
    """Return (role, e-mail address) of every demo account."""
    labels = {role.code: role.label for role in roles.ROLES}
    return [(labels[code.rstrip("2")], f"{code}@{DOMAIN}") for code in NAMES]


@transaction.atomic
def make_accounts(password: str) -> Cast:
    """Make one account per role (two for the team, because a second person checks)."""
    made = {}
    for code, (first, last) in NAMES.items():
        email = f"{code}@{DOMAIN}"
        user = User.objects.filter(email=email).first() or User.objects.create_user(
            email, password, first_name=first, last_name=last
        )
        user.groups.set([Group.objects.get(name=code.rstrip("2"))])
        EmailAddress.objects.update_or_create(
            user=user, email=email, defaults={"verified": True, "primary": True}
        )
        made[code] = Actor.of(user)
    return Cast(
        adviser=made["team"],
        colleague=made["team2"],
        coordinator=made["coordinator"],
        member=made["lid"],
        frontrunner=made["koplopercontact"],
    )


def organisation(name: str, kind: str) -> Organisation:
    """Return a fictional organisation, made when it is not there yet; it goes with the demo data."""
    values = {"name": name, "kind": kind, "is_demo": True}
    return Organisation.objects.get_or_create(slug=f"demo-{slugify(name)}", defaults=values)[0]


def load(password: str, now: datetime) -> int:
    """Make the accounts and every kind's demo dossiers, unless they are there. Returns how many."""
    cast = make_accounts(password)
    if Dossier.objects.filter(is_demo=True).exists():
        return 0
    count = 0
    for kind in kinds.all_kinds():
        if kind.demo is None:
            continue
        with transaction.atomic():
            keys = [dossier.pk for dossier in kind.demo(cast, now)]
            Dossier.objects.filter(pk__in=keys).update(is_demo=True)
            count += len(keys)
    return count


def remove() -> int:
    """Remove demo dossiers with all that hangs on them, and the demo's organisations and accounts.

    Returns how many dossiers there were.
    """
    with purge_allowed():
        dossiers = Dossier.objects.filter(is_demo=True)
        keys = list(dossiers.values_list("pk", flat=True))
        contacts = list(Contact.objects.filter(secret_links__dossier__in=keys).values_list("pk", flat=True))
        Delivery.objects.filter(event__entry__dossier__in=keys).delete()
        OutboxEvent.objects.filter(entry__dossier__in=keys).delete()
        TimelinePersonal.objects.filter(entry__dossier__in=keys).delete()
        TimelineEntry.objects.filter(dossier__in=keys).delete()
        Connection.objects.filter(from_dossier__in=keys).delete()
        for kind in kinds.all_kinds():
            if kind.remove is not None:
                kind.remove(keys)
        Contact.objects.filter(pk__in=contacts, ministry_contact__isnull=True).delete()
        for invented in Organisation.objects.filter(is_demo=True):
            # One that a real dossier names meanwhile stays.
            with suppress(ProtectedError), transaction.atomic():
                invented.delete()
        User.objects.filter(email__endswith=f"@{DOMAIN}").delete()
    return len(keys)
