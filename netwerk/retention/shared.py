# SPDX-License-Identifier: EUPL-1.2
"""What does not stay for ever at any desk, and what the rules of the desks have in common."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from ..access import SYSTEM
from ..models import Delivery, Dossier, Export, Look, Note, SecretLink, TimelineEntry
from ..perform import NotNow
from .rules import Period, Rule, Unit, register

_over: list[Callable[[datetime], QuerySet[Dossier]]] = []


def register_over(*found: Callable[[datetime], QuerySet[Dossier]]) -> None:
    """Add what is over: each returns the dossiers of a kind that ended before a moment, and are so still."""
    _over.extend(found)


def _in_what_is_over(before: datetime) -> Q:
    ended = Q(dossier__in=())
    for dossiers in _over:
        ended |= Q(dossier__in=dossiers(before).values("pk"))
    return ended


def ended(rows: QuerySet[Dossier], types: Sequence[str], before: datetime) -> QuerySet[Dossier]:
    """Return those of these dossiers whose last end, by types of entries, lies before a moment."""
    ends = TimelineEntry.objects.filter(dossier=OuterRef("pk"), type__in=types)
    return rows.filter(Exists(ends), ~Exists(ends.filter(at__gte=before)))


def _dead_links(before: datetime) -> QuerySet[SecretLink]:
    """What was closed by hand stays until its dossier is over: else the next mail would open it again."""
    dead = SecretLink.objects.filter(Q(expires_at__lt=before) | Q(revoked_at__lt=before))
    return dead.filter(Q(withdrawn_by="") | _in_what_is_over(before))


def _old_deliveries(before: datetime) -> QuerySet[Delivery]:
    done = (Delivery.State.SENT, Delivery.State.DEAD, Delivery.State.SKIPPED)
    return Delivery.objects.filter(contact__isnull=False, state__in=done, created_at__lt=before)


def _own_notes(before: datetime) -> QuerySet[Note]:
    return Note.objects.filter(_in_what_is_over(before), layer=Note.Layer.OWN)


def _unsent_bodies(before: datetime) -> QuerySet[Delivery]:
    """Mail of a library that could not be sent. The text of what was sent goes at once."""
    return Delivery.objects.filter(state=Delivery.State.DEAD, raw__isnull=False, created_at__lt=before)


def _old_exports(before: datetime) -> QuerySet[Export]:
    return Export.objects.filter(at__lt=before)


def _old_looks(before: datetime) -> QuerySet[Look]:
    return Look.objects.filter(at__lt=before)


def delete_rows(rows: Sequence[Model], _now: datetime) -> None:
    """Delete rows that nothing else needs."""
    if rows:
        type(rows[0])._default_manager.filter(pk__in=[row.pk for row in rows]).delete()


def lapsing(lapse: Callable[..., object]) -> Callable[[Sequence[Any], datetime], None]:
    """Return what forgets rows by an action of the portal; what somebody went on with meanwhile stays.

    Args:
        lapse: the action, called as `lapse(row, by=SYSTEM, now=now)`; it raises NotNow for what goes on.
    """

    def forget(rows: Sequence[Any], now: datetime) -> None:
        for row in rows:
            with suppress(NotNow):
                lapse(row, by=SYSTEM, now=now)

    return forget


def _loosen_deliveries(rows: Sequence[Delivery], _now: datetime) -> None:
    """Keep that a message went, and no longer to whom."""
    keys = [row.pk for row in rows]
    Delivery.objects.filter(pk__in=keys).update(contact=None, error="", raw=None)


def _erase_bodies(rows: Sequence[Delivery], _now: datetime) -> None:
    Delivery.objects.filter(pk__in=[row.pk for row in rows]).update(raw=None)


register(
    Rule(
        "links",
        "geheime links die niet meer werken",
        "nadat de link verliep of is ingetrokken",
        "Eigen beleid: we willen kort kunnen nagaan of een link is geopend.",
        Period(3, 1, 12),
        _dead_links,
        delete_rows,
        "dossier",
        silent=True,
    ),
    Rule(
        "berichten",
        "aan wie een bericht ging, van mensen zonder account",
        "nadat het bericht is gemaakt",
        "Eigen beleid: we willen kunnen nagaan of een bericht aankwam. Dat het ging, blijft staan.",
        Period(12, 3, 24),
        _old_deliveries,
        _loosen_deliveries,
        "event__entry__dossier",
        silent=True,
    ),
    Rule(
        "berichten.tekst",
        "de tekst van mails die niet aankwamen",
        "nadat de mail is gemaakt",
        "Eigen beleid: zo lang kan de mail opnieuw weg. Is een mail verstuurd, dan gaat de tekst meteen weg.",
        Period(14, 3, 30, Unit.DAYS),
        _unsent_bodies,
        _erase_bodies,
    ),
    Rule(
        "notities.eigen",
        "eigen notities van medewerkers",
        "nadat het dossier klaar is",
        "Eigen beleid: een eigen notitie helpt bij het werk, en dat is dan klaar.",
        Period(12, 1, 24),
        _own_notes,
        delete_rows,
        "dossier",
        silent=True,
    ),
    Rule(
        "exports",
        "wie een lijst meenam",
        "nadat de lijst is meegenomen",
        "Eigen beleid: een logboek van inzage bewaren we ruim een jaar, om misbruik te kunnen nagaan.",
        Period(13, 12, 36),
        _old_exports,
        delete_rows,
    ),
    Rule(
        "blikken",
        "wie keek zoals een melder, ministerie of bezoeker kijkt",
        "nadat iemand keek",
        "Eigen beleid: net zo lang als wie een lijst meenam.",
        Period(13, 12, 36),
        _old_looks,
        delete_rows,
    ),
    group="Links, berichten en logboeken",
)
