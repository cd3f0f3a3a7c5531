# SPDX-License-Identifier: EUPL-1.2
"""Copies of the demo in bulk, to see what the portal does when there is a lot of everything.

The base set walks to its states by the actions; its copies go straight into the tables: the parent, the
child by an unmanaged twin (Django has no bulk insert for inherited models), the parts, the themes, sectors
and regions, and the first and the last entry of the timeline. Nobody hears of them.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from typing import Any

from django.apps.registry import Apps
from django.db import models, transaction
from django.db.models.base import ModelState

from . import bulk_insert, kinds
from .kinds import Copied, Part
from .models import Connection, Dossier, TimelineEntry

ROUNDS = 10
"""Copies of the whole base set in one transaction."""
BETWEEN = timedelta(hours=3, minutes=7)
"""So much earlier than the one before did each copy happen."""
BASE = r"^[A-Z]+-\d+-\d+$"
"""Reference of a dossier that is no copy: a copy has its number behind it."""


def grow(wanted: int) -> Iterator[int]:
    """Copy the base set until there are at least `wanted` demo dossiers.

    Each step is one transaction, so it can be broken off and goes on where it was. Yields how many there
    are. Raises ValueError when there is no base set.
    """
    base = BaseSet()
    if not base.originals:
        raise ValueError("load the demo first")
    there = len(base.originals) + _demo().exclude(reference__regex=BASE).count()
    done = there // len(base.originals) - 1
    rounds = math.ceil(wanted / len(base.originals)) - 1
    for first in range(done + 1, rounds + 1, ROUNDS):
        numbers = range(first, min(first + ROUNDS, rounds + 1))
        with transaction.atomic():
            base.copy(numbers)
        there += len(numbers) * len(base.originals)
        yield there


def _demo() -> models.QuerySet[Dossier]:
    copied = [kind.code for kind in kinds.all_kinds() if kind.copied is not None]
    return Dossier.objects.filter(is_demo=True, kind__in=copied)


@dataclass(frozen=True)
class Copy:
    """One row made like another: in which round, from which key, to which."""

    number: int
    old: int
    new: int


@dataclass
class BaseSet:
    """What is copied, read once; and which rows the copies of this transaction have become."""

    originals: list[Dossier] = field(default_factory=list)
    _rows: dict[type[models.Model], dict[int, list[Any]]] = field(default_factory=dict)
    _keys: dict[tuple[int, int], int] = field(default_factory=dict)
    """(round, dossier) to its copy."""
    _parts: dict[tuple[int, str], str] = field(default_factory=dict)
    """(round, part as the timeline names it) to its copy."""

    def __post_init__(self) -> None:
        self.originals = list(_demo().filter(reference__regex=BASE).order_by("pk"))

    def copy(self, numbers: range) -> None:
        """Make one copy of everything for each number. Call it inside a transaction."""
        self._keys.clear()
        self._parts.clear()
        dossiers = list(self._dossiers(numbers))
        by_kind: defaultdict[str, list[Copy]] = defaultdict(list)
        kind_of = {dossier.pk: dossier.kind for dossier in self.originals}
        for made in dossiers:
            by_kind[kind_of[made.old]].append(made)
        # Cases before the reports that are tied to them: what has no ties comes first.
        known = [kind for kind in kinds.all_kinds() if kind.copied is not None and by_kind[kind.code]]
        for kind in sorted(known, key=lambda kind: len(kind.copied.ties) if kind.copied else 0):
            self._children(kind.model, kind.copied or Copied(), by_kind[kind.code])
        self._shared(dossiers)

    def _dossiers(self, numbers: Iterable[int]) -> Iterator[Copy]:
        rows, marks = [], []
        for number in numbers:
            for dossier in self.originals:
                row = _like(dossier, number)
                row.reference = f"{dossier.reference}-{number}"
                row.title = f"{dossier.title[:140]} (kopie {number})"
                row.indexed_version = None
                rows.append(row)
                marks.append((number, dossier.pk))
        bulk_insert.insert(rows)
        for row, (number, old) in zip(rows, marks, strict=True):
            self._keys[number, old] = row.pk
            yield Copy(number, old, row.pk)

    def _children(self, model: type[models.Model], copied: Copied, made: list[Copy]) -> None:
        twin = _twin(model)
        names = [one.attname for one in model._meta.local_concrete_fields]
        link = model._meta.pk.attname if model._meta.pk else "pk"
        rows = []
        originals = {row.pk: row for row in self._of(model, "pk", made)}
        for copy in made:
            row = _like(originals[copy.old], copy.number)
            self._differ(row, copied, copy.number)
            values = {name: row.__dict__[name] for name in names}
            rows.append(twin(**{**values, link: copy.new}))
        bulk_insert.insert(rows)
        self._copy_parts(copied.parts, made)

    def _copy_parts(self, parts: Iterable[Part], made: list[Copy]) -> None:
        for part in parts:
            whole = part.model._meta.get_field(part.whole).attname  # type: ignore[union-attr]
            by_whole: defaultdict[int, list[Any]] = defaultdict(list)
            for original in self._of(part.model, part.whole, made):
                by_whole[original.__dict__[whole]].append(original)
            rows, origins = [], []
            for copy in made:
                for original in by_whole[copy.old]:
                    row = _like(original, copy.number)
                    row.__dict__[whole] = copy.new
                    self._differ(row, part.copied, copy.number)
                    rows.append(row)
                    origins.append((copy.number, original.pk))
            bulk_insert.insert(rows)
            copies = [Copy(number, old, row.pk) for row, (number, old) in zip(rows, origins, strict=True)]
            label = part.model._meta.label_lower
            self._parts.update({(one.number, f"{label}:{one.old}"): f"{label}:{one.new}" for one in copies})
            self._copy_parts(part.copied.parts, copies)

    def _differ(self, row: Any, copied: Copied, number: int) -> None:
        """Give a copy what no two may share, and tie it to copies."""
        for name in copied.ties:
            attname = f"{name}_id"
            if row.__dict__[attname] is not None:
                row.__dict__[attname] = self._keys[number, row.__dict__[attname]]
        if copied.unlike is not None:
            copied.unlike(row, str(number))

    def _shared(self, made: list[Copy]) -> None:
        """Copy what every kind has: themes, sectors and so on, ties, and two entries of the timeline."""
        for relation in ("themes", "sectors", "regions", "regulations"):
            through = getattr(Dossier, relation).through
            self._copy_parts((Part(through, "dossier"),), made)
        self._copy_parts((Part(Connection, "from_dossier", Copied(ties=("to_dossier",))),), made)
        rows = []
        entries: defaultdict[int, list[TimelineEntry]] = defaultdict(list)
        for entry in self._of(TimelineEntry, "dossier", made):
            entries[entry.dossier_id].append(entry)
        for copy in made:
            told = sorted(entries[copy.old], key=lambda entry: (entry.at, entry.pk))
            for entry in dict.fromkeys((told[0], told[-1])):
                row = _like(entry, copy.number)
                row.dossier_id = copy.new
                row.part = self._parts.get((copy.number, entry.part), "")
                rows.append(row)
        bulk_insert.insert(rows)

    def _of(self, model: type[models.Model], whole: str, made: list[Copy]) -> list[Any]:
        """Return the rows of the base set that belong to these dossiers or parts; read once."""
        known = self._rows.setdefault(model, {})
        wanted = {copy.old for copy in made}
        missing = wanted - known.keys()
        if missing:
            known.update({key: [] for key in missing})
            attname = "pk" if whole == "pk" else f"{whole}_id"
            for row in model._default_manager.filter(**{f"{whole}__in": missing}).order_by("pk"):
                known[row.pk if attname == "pk" else row.__dict__[attname]].append(row)
        return [row for key in sorted(wanted) for row in known[key]]


def _like(original: Any, number: int) -> Any:
    """Return an unsaved copy of a row: without its key, and with every moment earlier."""
    row = object.__new__(type(original))
    row.__dict__.update(original.__dict__)
    row._state = ModelState()
    row._state.adding = True
    if not hasattr(type(original), "dossier_ptr"):
        row.pk = None
    for name in _moments(type(original)):  # type: ignore[arg-type]
        if row.__dict__[name] is not None:
            row.__dict__[name] -= BETWEEN * number
    return row


@cache
def _moments(model: Any) -> tuple[str, ...]:
    return tuple(one.attname for one in model._meta.concrete_fields if isinstance(one, models.DateTimeField))


@cache
def _twin(model: type[models.Model]) -> type[models.Model]:
    """Return an unmanaged model of a child's own table alone, in a registry of its own."""
    fields = {one.attname: _plain(one) for one in model._meta.local_concrete_fields}
    meta = type(
        "Meta", (), {"managed": False, "db_table": model._meta.db_table, "apps": Apps(), "app_label": "scale"}
    )
    twin: type[models.Model] = type(
        f"{model.__name__}Twin", (models.Model,), {"__module__": __name__, "Meta": meta, **fields}
    )
    return twin


def _plain(one: Any) -> models.Field[Any, Any]:
    """Return the same column without its relation."""
    if one.remote_field is not None:
        return models.BigIntegerField(primary_key=one.primary_key, null=one.null, db_column=one.column)
    copy: models.Field[Any, Any] = one.clone()
    return copy
