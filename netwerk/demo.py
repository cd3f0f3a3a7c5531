# SPDX-License-Identifier: EUPL-1.2
"""Demo data: visibly fictional accounts and dossiers, made by the same actions as real ones.

Each kind may register a `demo` function (`netwerk.kinds`). It walks its dossiers to their states and yields
them story by story, so that each story is one transaction, and is marked to be removed again.
"""

import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.text import slugify

from . import cache_tags, kinds, roles, uploads
from .access import Actor
from .append_only import purge_allowed
from .models import (
    Attachment,
    Connection,
    Contact,
    Delivery,
    Dossier,
    Organisation,
    OutboxEvent,
    ReferenceCounter,
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


PERIOD = 425
"""Days that the demo reaches back: some fourteen months."""
BATCH = 500
"""Dossiers that are removed at once."""


@dataclass(frozen=True)
class Cast:
    """Who plays in the demo."""

    adviser: Actor
    colleague: Actor
    coordinator: Actor
    member: Actor
    frontrunner: Actor
    """Contact of a Koploper."""
    seed: int = 1
    """The same seed and the same moment give the same dates."""
    told: frozenset[str] = frozenset()
    """Titles of the stories that are there already."""

    def chance(self, title: str) -> Random:
        """Return the chance of one story: its own, so that a story more or less changes no other."""
        return Random(f"{self.seed}:{title}")  # noqa: S311


def accounts() -> list[tuple[str, str]]:
    """Return (role, e-mail address) of every demo account."""
    labels = {role.code: role.label for role in roles.ROLES}
    return [(labels[code.rstrip("2")], f"{code}@{DOMAIN}") for code in NAMES]


@transaction.atomic
def make_accounts(password: str) -> Cast:
    """Make one account per role (two for the team, because a second person checks).

    They have one password, so they share its hash: making it takes a quarter of a second.
    """
    made = {}
    hashed = ""
    for code, (first, last) in NAMES.items():
        email = f"{code}@{DOMAIN}"
        user = User.objects.filter(email=email).first()
        if user is None:
            hashed = hashed or make_password(password)
            user = User.objects.create(email=email, password=hashed, first_name=first, last_name=last)
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


@dataclass
class _Known:
    """What this process knows of whether there is demo data."""

    there: bool = False
    version: str = ""
    until: float = 0


_known = _Known()
LOOK_EVERY = 300
"""Seconds after which a process looks again by itself."""


def is_there() -> bool:
    """Tell whether demo data is loaded, so that every page can say so. Rarely asks the database."""
    if time.monotonic() >= _known.until:
        _known.there = Dossier.objects.filter(is_demo=True).exists()
        _known.until = time.monotonic() + LOOK_EVERY
    return _known.there


def look_again(version: str) -> None:
    """Look again when what stands on every page has another version: another process changed it."""
    if version != _known.version:
        _known.version, _known.until = version, 0


def _changed() -> None:
    _known.until = 0
    cache_tags.bump(cache_tags.EVERYWHERE)


def course(gaps: Sequence[int], chance: Random, now: datetime, rest: int) -> list[datetime]:
    """Return when a story begins and when each of its steps is made, on weekdays in working hours.

    Args:
        gaps: the least number of days before each step, from 3 up, so that no weekend turns the order.
        chance: makes each gap up to a third longer, and chooses the hours.
        now: nothing happens at or after this moment.
        rest: days between the last step and now, from 3 up.
    """
    passed = [0]
    for gap in gaps:
        passed.append(passed[-1] + chance.randint(gap, gap + gap // 3))
    first = timezone.localtime(now) - timedelta(days=passed[-1] + rest)
    return [_at_work(first + timedelta(days=days), chance) for days in passed]


def _at_work(moment: datetime, chance: Random) -> datetime:
    """Return the same day, or the Monday after it, at an hour when people work."""
    day = moment + timedelta(days=max(0, 7 - moment.weekday()) if moment.weekday() > 4 else 0)
    return day.replace(hour=chance.randint(9, 16), minute=chance.randint(0, 59), second=0, microsecond=0)


def organisation(name: str, kind: str) -> Organisation:
    """Return a fictional organisation, made when it is not there yet; it goes with the demo data."""
    values = {"name": name, "kind": kind, "is_demo": True}
    return Organisation.objects.get_or_create(slug=f"demo-{slugify(name)}", defaults=values)[0]


def load(password: str, now: datetime, seed: int = 1) -> int:
    """Make the accounts and every kind's demo dossiers. Returns how many dossiers were made.

    Stories that are there already, by their title, are left alone: so loading twice adds nothing, and a
    load that was broken off goes on where it stopped.
    """
    told = frozenset(Dossier.objects.filter(is_demo=True).values_list("title", flat=True))
    cast = replace(make_accounts(password), seed=seed, told=told)
    made = sum(_play(kind, cast, now) for kind in kinds.all_kinds() if kind.demo is not None)
    transaction.on_commit(_changed)
    return made


def _play(kind: kinds.Kind, cast: Cast, now: datetime) -> int:
    """Make the demo dossiers of one kind, each story in its own transaction. Returns how many."""
    stories = iter(kind.demo(cast, now)) if kind.demo is not None else iter(())
    count = 0
    while True:
        with transaction.atomic():
            made = next(stories, None)
            if made is None:
                return count
            keys = [dossier.pk for dossier in made]
            Dossier.objects.filter(pk__in=keys).update(is_demo=True)
            # It happened long ago, and never: nobody gets a message about it.
            # By their keys: joined, PostgreSQL compares every event with every entry as long as it knows
            # nothing of rows that were only just made.
            entries = TimelineEntry.objects.filter(dossier__in=keys).values_list("pk", flat=True)
            OutboxEvent.objects.filter(entry__in=list(entries)).update(expanded_at=now)
            count += len(keys)


def remove() -> int:
    """Remove demo dossiers with all that hangs on them, and the demo's organisations and accounts.

    The numbering goes on where the real dossiers are. Returns how many dossiers there were.
    """
    with purge_allowed():
        keys = list(Dossier.objects.filter(is_demo=True).order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(keys), BATCH):
            _remove(keys[start : start + BATCH])
        for invented in Organisation.objects.filter(is_demo=True):
            # One that a real dossier names meanwhile stays.
            with suppress(ProtectedError), transaction.atomic():
                invented.delete()
        Delivery.objects.filter(user__email__endswith=f"@{DOMAIN}").delete()
        User.objects.filter(email__endswith=f"@{DOMAIN}").delete()
        for counter in ReferenceCounter.objects.all():
            _count_back(counter)
    transaction.on_commit(_changed)
    return len(keys)


def _remove(keys: list[int]) -> None:
    """Remove some demo dossiers; the caller allowed deletes from the timeline."""
    contacts = list(Contact.objects.filter(secret_links__dossier__in=keys).values_list("pk", flat=True))
    Delivery.objects.filter(event__entry__dossier__in=keys).delete()
    OutboxEvent.objects.filter(entry__dossier__in=keys).delete()
    TimelinePersonal.objects.filter(entry__dossier__in=keys).delete()
    TimelineEntry.objects.filter(dossier__in=keys).delete()
    Connection.objects.filter(from_dossier__in=keys).delete()
    uploads.discard(list(Attachment.objects.filter(dossier__in=keys)))
    for kind in kinds.all_kinds():
        if kind.remove is not None:
            kind.remove(keys)
    Contact.objects.filter(pk__in=contacts, ministry_contact__isnull=True).delete()


def _count_back(counter: ReferenceCounter) -> None:
    """Let a counter go on after the highest number that is still in use."""
    start = f"{counter.prefix}-{counter.year}-"
    used = Dossier.objects.filter(reference__startswith=start).values_list("reference", flat=True)
    numbers = (reference.removeprefix(start) for reference in used)
    counter.last = max((int(number) for number in numbers if number.isdigit()), default=0)
    counter.save(update_fields=["last"])
