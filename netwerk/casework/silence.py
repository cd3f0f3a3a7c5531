# SPDX-License-Identifier: EUPL-1.2
"""Where it has been silent too long: the portal reports its own blind spots. Each app may add its own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from netwerk import kinds
from netwerk.access import Actor
from netwerk.models import Dossier, SecretLink
from netwerk.processes import process_for

from .rules import own_kinds

UNOPENED = timedelta(days=14)
STUCK = timedelta(weeks=6)


@dataclass(frozen=True)
class Silence:
    """One kind of silence: what it means, and the dossiers in it."""

    code: str
    title: str
    explanation: str
    dossiers: Callable[[Actor, datetime], QuerySet[Dossier]]


_silences: dict[str, Silence] = {}


def register(*silences: Silence) -> None:
    """Add kinds of silence. Raises ValueError when a code stands twice."""
    for silence in silences:
        if silence.code in _silences:
            raise ValueError(f"silence {silence.code!r} is registered twice")
        _silences[silence.code] = silence


def all_silences() -> tuple[Silence, ...]:
    """Return every kind of silence."""
    return tuple(_silences.values())


def open_q(codes: list[str]) -> Q:
    """Return the open dossiers of these kinds."""
    found = Q(pk__in=())
    for code in codes:
        found |= Q(kind=code, state__in=process_for(kinds.kind(code).model).workflow.sets.get("open", ()))
    return found


def stuck(actor: Actor, now: datetime) -> QuerySet[Dossier]:
    """Return open dossiers to which nothing happened for weeks."""
    return Dossier.objects.filter(open_q(own_kinds(actor)), last_news_at__lt=now - STUCK)


def _unopened(actor: Actor, now: datetime) -> QuerySet[Dossier]:
    """Return open dossiers with a living link that was made two weeks ago and that nobody opened."""
    links = SecretLink.objects.filter(
        opened=0, created_at__lt=now - UNOPENED, expires_at__gt=now, revoked_at__isnull=True
    )
    return Dossier.objects.filter(open_q(own_kinds(actor)), pk__in=links.values("dossier"))


register(
    Silence("stuck", "Dossiers waarin niets gebeurt", "Al zes weken geen enkele stap of notitie.", stuck),
    Silence(
        "unopened",
        "Links die nooit geopend zijn",
        "Twee weken geleden gemaakt. Misschien kwam de mail niet aan.",
        _unopened,
    ),
)
