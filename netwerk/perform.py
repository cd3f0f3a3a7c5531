# SPDX-License-Identifier: EUPL-1.2
"""The one way to change a dossier or a part of it.

lock -> access rule -> state and conditions -> required fields and version -> change -> timeline entry
-> outbox row, in one transaction; the worker is kicked after commit.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from . import cache_tags, notifications, timeline
from .access import Actor, Rule, require
from .deliveries import kick
from .models import Dossier, OutboxEvent, ReferenceCounter, TimelineEntry, Visibility
from .processes import Process, process_for
from .workflow import PREVIOUS, Transition


class Refused(Exception):
    """The change cannot be made as asked. `str()` is a sentence in Dutch that may be shown."""


class NotNow(Refused):
    """The state, or a condition of the move, does not allow it (any more)."""


class Stale(Refused):
    """Somebody else changed the dossier in between."""


class Incomplete(Refused):
    """A required field is empty; `fields` names them."""

    def __init__(self, fields: list[str]) -> None:
        super().__init__("Vul alle verplichte velden in.")
        self.fields = fields


@dataclass(frozen=True)
class Move:
    """A move from the state table, with what the actor filled in."""

    name: str
    given: Mapping[str, Any] = field(default_factory=dict)
    """Values for the move's required fields; they go on the timeline, but for what the table keeps apart."""
    data: Mapping[str, Any] = field(default_factory=dict)
    """More for the timeline's sentence."""
    fill: Callable[[Any], None] | None = None
    """Puts what was filled in on the locked, freshly loaded subject, before the conditions are asked."""
    then: Callable[[Any], None] | None = None
    """Further change to that subject, once the move is allowed; it is saved afterwards."""
    seen: int | None = None
    """Version of the dossier that the actor looked at; None when it does not matter."""
    personal: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Act:
    """A change that is no move: the state stays. `entry` is its type on the timeline."""

    entry: str
    rule: Rule
    then: Callable[[Any], None] | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    seen: int | None = None
    personal: Mapping[str, Any] | None = None
    quiet: bool = False
    """Is no news of the dossier: the time of the latest news stays."""


@dataclass(frozen=True)
class Done:
    """What came of it: the subject as it now is, and the entry that tells it."""

    subject: Any
    entry: TimelineEntry


def perform(subject: Model, act: Move | Act, *, by: Actor, now: datetime | None = None) -> Done:
    """Make a move, or another change, on a dossier or one of its parts.

    Raises:
        NotPermitted: the rule says no.
        NotNow: the state or a condition does not allow it.
        Stale: `act.seen` is no longer the dossier's version.
        Incomplete: a required field is empty.
    """
    now = now or timezone.now()
    with transaction.atomic():
        dossier, fresh = _lock(subject)
        if act.seen is not None and act.seen != dossier.version:
            raise Stale("Iemand anders heeft dit dossier net gewijzigd. Bekijk het opnieuw.")
        if isinstance(act, Move):
            happening = _move(fresh, act, by)
        else:
            require(act.rule(by, fresh))
            happening = timeline.Happening(act.entry, _part(fresh), act.data, act.personal)
        if act.then:
            act.then(fresh)
        quiet = isinstance(act, Act) and act.quiet
        _save(dossier, fresh, dossier.last_news_at if quiet else now)
        entry = timeline.record(dossier, happening, by=by, now=now)
        announce(entry)
        refresh_search()
        # As it was and as it became: what appears is shown by no page yet, but belongs in the lists.
        if Visibility.PUBLIC in (dossier.visibility, getattr(fresh, "visibility", "")):
            cache_tags.bump_on_commit(cache_tags.dossier(dossier.pk), cache_tags.listing(dossier.kind))
    return Done(fresh, entry)


def open_dossier(
    dossier: Dossier, happening: timeline.Happening, *, by: Actor, now: datetime
) -> TimelineEntry:
    """Save a new dossier with its reference, its first timeline entry and its outbox row.

    It begins in the state it was given, when the table lets it begin there; else in the initial one. Call
    it inside the transaction that also writes the dossier's parts. The caller checked the rule.
    """
    process = process_for(dossier)
    dossier.kind = process.prefix
    dossier.state = process.workflow.start(dossier.state)
    dossier.created_at = dossier.last_news_at = now
    dossier.save(force_insert=True)
    entry = timeline.record(dossier, happening, by=by, now=now)
    announce(entry)
    refresh_search()
    return entry


def next_reference(prefix: str, now: datetime) -> str:
    """Give out the next reference, such as RR-2026-0042; gapless, because its counter stays locked."""
    year = timezone.localtime(now).year
    return f"{prefix}-{year}-{ReferenceCounter.objects.count_on(prefix, year):04d}"


def announce(entry: TimelineEntry) -> None:
    """Put an entry in the outbox when a notice is registered for its type, and kick the worker."""
    if notifications.notices_for(entry.type):
        OutboxEvent.objects.create(entry=entry)
        transaction.on_commit(kick)


def refresh_search() -> None:
    """Ask the worker to index what changed; called after each change of a dossier."""
    transaction.on_commit(partial(kick, "netwerk.tasks.index_dossiers"))


def _lock(subject: Model) -> tuple[Dossier, Model]:
    """Lock the dossier row, always first, then load the subject afresh."""
    process = process_for(subject)
    dossier_id = getattr(subject, f"{process.dossier_field}_id") if process.dossier_field else subject.pk
    dossier = Dossier.objects.select_for_update().get(pk=dossier_id)
    fresh = type(subject)._default_manager.get(pk=subject.pk)
    return dossier, fresh


def _move(fresh: Any, act: Move, by: Actor) -> timeline.Happening:
    """Check a move and put the subject in its new state."""
    process: Process = process_for(fresh)
    move = process.workflow.transition(act.name)
    require(process.allows(move, by, fresh))
    if fresh.state not in move.sources:
        current = process.workflow.state(fresh.state).label
        raise NotNow(f"Dit kan niet meer: de status is nu \u2018{current}\u2019.")
    missing = [name for name in move.requires if act.given.get(name) in (None, "", [])]
    if missing:
        raise Incomplete(missing)
    if act.fill:
        act.fill(fresh)
    unmet = process.unmet(move, fresh)
    if not unmet:
        raise NotNow(unmet.reason)
    source = fresh.state
    _enter(fresh, move)
    told = {name: value for name, value in act.given.items() if name not in move.kept_apart}
    data = {**act.data, **told, "from": source, "to": fresh.state}
    return timeline.Happening(f"{process.prefix}.{move.name}", _part(fresh), data, act.personal)


def _enter(fresh: Any, move: Transition) -> None:
    source = fresh.state
    fresh.state = fresh.previous_state if move.target == PREVIOUS else move.target
    if hasattr(fresh, "previous_state"):
        fresh.previous_state = source


def _part(fresh: Model) -> str:
    return "" if isinstance(fresh, Dossier) else timeline.part_key(fresh)


def _save(dossier: Dossier, fresh: Any, news_at: datetime) -> None:
    """Save the subject, and on the dossier row the version and the time of the latest news."""
    version = dossier.version + 1
    if isinstance(fresh, Dossier):
        fresh.version, fresh.last_news_at = version, news_at
        fresh.save()
        return
    fresh.save()
    Dossier.objects.filter(pk=dossier.pk).update(version=version, last_news_at=news_at)
