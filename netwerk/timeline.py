# SPDX-License-Identifier: EUPL-1.2
"""What happened: the registry of entry types, and the one way to write an entry."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Model

from .access import Actor
from .dates import date_text
from .models import Dossier, TimelineEntry, TimelinePersonal

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
TEAM, REPORTER, OWNER, MINISTRY, PUBLIC = "team", "reporter", "owner", "ministry", "public"
PARTICIPANT = "participant"


@dataclass(frozen=True)
class EntryType:
    """A kind of event: the sentence that tells it, and who may read it.

    `sentence` is a format string over `actor` and the entry's data.
    """

    code: str
    sentence: str
    audiences: frozenset[str] = frozenset({TEAM})
    icon: str = "point"
    watched: bool = False
    """Stands also in the log of who looked at what: somebody opened what is normally closed. Entries keep
    it: a type that becomes watched later brings a migration for the entries that are there."""


_types: dict[str, EntryType] = {}


def register(*types: EntryType) -> None:
    """Add entry types. Raises ValueError when a code stands twice."""
    for entry_type in types:
        if entry_type.code in _types:
            raise ValueError(f"entry type {entry_type.code!r} is registered twice")
        _types[entry_type.code] = entry_type


def entry_type(code: str) -> EntryType:
    """Return the type with this code. Raises KeyError when no app registered it."""
    return _types[code]


def entry_types() -> tuple[EntryType, ...]:
    """Return every registered type."""
    return tuple(_types.values())


def codes_for(audience: str) -> list[str]:
    """Return the codes of the types that this audience may read."""
    return [known.code for known in _types.values() if audience in known.audiences]


def part_key(part: Model | None) -> str:
    """Return how a part is named on the timeline, in links and in the outbox: `app.model:id`."""
    return f"{part._meta.label_lower}:{part.pk}" if part is not None else ""


@dataclass(frozen=True)
class Happening:
    """What is to be written: the type, the part it is about, and its data."""

    type: str
    part: str = ""
    data: Mapping[str, Any] | None = None
    personal: Mapping[str, Any] | None = None


def record(dossier: Dossier, happening: Happening, *, by: Actor, now: datetime) -> TimelineEntry:
    """Append an entry. Call it inside the transaction of the change; `netwerk.perform` does.

    Raises:
        KeyError: no app registered the type.
    """
    known = entry_type(happening.type)
    entry = TimelineEntry.objects.create(
        dossier_id=dossier.pk,
        type=happening.type,
        at=now,
        actor_kind=by.kind,
        actor=by.user,
        actor_label=by.label,
        part=happening.part,
        data=dict(happening.data or {}),
        watched=known.watched,
    )
    if happening.personal:
        TimelinePersonal.objects.create(entry=entry, data=dict(happening.personal))
    return entry


class _Readable(dict[str, Any]):
    """Data for a sentence: a stored day is written in words, an unknown name reads as nothing."""

    def __getitem__(self, key: str) -> Any:
        return _readable(super().__getitem__(key))

    def __missing__(self, key: str) -> str:
        return ""


def _readable(value: Any) -> Any:
    """Return a stored day in words; everything else as it is."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return value
    try:
        return date_text(date.fromisoformat(value))
    except ValueError:  # it only looks like a day
        return value


def sentence(entry: TimelineEntry) -> str:
    """Return the Dutch sentence of an entry; the caller's template escapes it."""
    known = _types.get(entry.type)
    if known is None:
        return "Er is iets gebeurd dat dit portaal niet meer kent."
    return known.sentence.format_map(_Readable(entry.data, actor=entry.actor_label))


register(
    EntryType("dossier.note_written", "{actor} schreef een notitie voor het team.", icon="pencil"),
    EntryType("dossier.note_removed", "{actor} haalde een eigen notitie weg.", icon="arrow-back-up"),
    EntryType("dossier.task_opened", "{actor} zette een taak klaar voor: {whose}.", icon="list-check"),
    EntryType("dossier.task_handed", "{actor} gaf een taak aan {whose}.", icon="list-check"),
    EntryType("dossier.task_done", "{actor} rondde een taak af.", icon="check"),
    EntryType("dossier.tied", "{actor} legde een verband: {relation} {other}.", icon="affiliate"),
    EntryType("dossier.untied", "{actor} haalde het verband met {other} weg.", icon="arrow-back-up"),
    EntryType("dossier.labelled", "{actor} koos de labels: {labels}.", icon="hash"),
)
