# SPDX-License-Identifier: EUPL-1.2
"""The kinds of dossier. Each app registers its own here; the site asks here, never in an app."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.urls import reverse

from .access import Actor
from .models import Dossier, SearchDocument, Theme
from .workflow import State


@dataclass(frozen=True)
class Card:
    """One dossier of somebody's own, as "mijn overzicht" shows it."""

    title: str
    url: str
    text: str
    state: State
    icon: str
    asks: str = ""
    """What it waits for from this person, as words on a button; nothing when it waits for nobody."""


@dataclass(frozen=True)
class Mine:
    """What somebody has of one kind, under its own heading, and how to begin another."""

    heading: str
    cards: list[Card]
    start_url: str
    start_label: str


@dataclass(frozen=True)
class Shown:
    """One dossier on the site, as a row of a list that mixes kinds."""

    title: str
    url: str
    text: str
    when: datetime | None
    """Since when it stands there."""
    state: State | None = None
    label: str = ""
    """What it is called when that differs from its shelf, with its icon."""
    icon: str = ""


@dataclass(frozen=True)
class Shelf:
    """What stands on the site of one kind, for lists that mix kinds."""

    code: str
    """Its word in an address."""
    label: str
    plural: str
    about: "Callable[[Theme], QuerySet[Any, int]]"
    """The keys of those about a theme, newest first (`netwerk.cards.newest_about`)."""
    shown: Callable[[list[int]], Iterable[Shown]]
    """What a row shows of the dossiers with these keys."""


@dataclass(frozen=True)
class Entry:
    """What one audience can find of a page or dossier (`netwerk.search`). `body` is searched and not kept."""

    title: str
    url: str
    summary: str = ""
    body: str = ""
    audience: str = SearchDocument.Audience.PUBLIC
    themes: Sequence[str] = ()


@dataclass(frozen=True)
class Copied:
    """Rows that are copied with a dossier: of the kind itself, or of one of its parts (`netwerk.scale`)."""

    unlike: Callable[[Any, str], None] | None = None
    """Gives a copy what no two may share, with a mark that no other copy has."""
    ties: tuple[str, ...] = ()
    """Names of foreign keys to other dossiers: a copy is tied to a copy."""
    parts: "tuple[Part, ...]" = ()


@dataclass(frozen=True)
class Part:
    """A part, by the name of its foreign key to what it is a part of."""

    model: type[Model]
    whole: str
    copied: Copied = Copied()


@dataclass(frozen=True)
class Kind:
    """What the house must know of one kind of dossier."""

    code: str
    label: str
    icon: str
    model: type[Model]
    url: Callable[[Any], str]
    """Address of the dossier's own page for its team."""
    visible_q: Callable[[Actor], Q]
    """The dossiers of this kind that an actor may see, as a filter on `Dossier`."""
    may_read_attachment: Callable[[Actor, Any], bool]
    """Whether an actor may read an attachment of such a dossier."""
    team_permission: str = ""
    """The right of this kind's team: to find its documents in the search, and to work on its dossiers."""
    begins: str = ""
    """Name of the address where somebody begins such a dossier; it takes a note (`netwerk.handover`)."""
    queue: str = ""
    """Name of the address of the team's queue."""
    assign: Callable[..., Any] | None = None
    """The action that gives a dossier to somebody: `assign(dossier, user, by=, now=)`."""
    tell: Callable[..., Any] | None = None
    """The action that sends a message to the other side: `tell(dossier, text, by=, now=)`; None when
    there is nobody to tell."""
    mine: Callable[[Actor], Mine] | None = None
    """What an actor has of this kind, for "mijn overzicht"; None when nobody has any of their own."""
    shelf: Shelf | None = None
    """What stands on the site; None when nothing of this kind is public."""
    entries: Callable[[Any], list[Entry]] | None = None
    """What can be found of one dossier, per audience (`netwerk.search`); None when nothing can."""
    found_with: tuple[str, ...] = ()
    """What `entries` asks of a dossier: names of relations, loaded for many at once."""
    demo: "Callable[[Any, datetime], Iterator[list[Dossier]]] | None" = None
    """Makes this kind's demo dossiers with the given cast, and yields them story by story: what is made
    between two yields is one transaction (`netwerk.demo`)."""
    remove: Callable[[list[int]], None] | None = None
    """Deletes these dossiers of this kind, with their parts."""
    copied: Copied | None = None
    """How its demo dossiers are copied in bulk; None when they are not."""


def address_by_key(name: str) -> Callable[[Any], str]:
    """Return what gives the address of a dossier's page, by the name of that page. Each is made once."""

    @lru_cache(maxsize=4096)
    def address(key: int) -> str:
        return reverse(name, args=[key])

    return lambda dossier: address(dossier.pk)


_kinds: dict[str, Kind] = {}


def register(*kinds: Kind) -> None:
    """Add kinds. Raises ValueError when a code stands twice."""
    for kind in kinds:
        if kind.code in _kinds:
            raise ValueError(f"kind {kind.code!r} is registered twice")
        _kinds[kind.code] = kind


def kind(code: str) -> Kind:
    """Return one kind. Raises KeyError when no app registered it."""
    return _kinds[code]


def find(code: str) -> Kind | None:
    """Return one kind, or None when no app registered it."""
    return _kinds.get(code)


def all_kinds() -> tuple[Kind, ...]:
    """Return every registered kind."""
    return tuple(_kinds.values())


def visible_q(actor: Actor) -> Q:
    """Return the dossiers of all kinds that an actor may see: nothing when no kind allows any."""
    found = Q(pk__in=())
    for known in _kinds.values():
        found |= Q(kind=known.code) & known.visible_q(actor)
    return found


def url_of(dossier: Dossier) -> str:
    """Return the address of a dossier's own page."""
    return _kinds[dossier.kind].url(dossier)


def child_of(dossier: Dossier) -> Any:
    """Return a dossier as its own kind; the same object when it is that already."""
    model = _kinds[dossier.kind].model
    return dossier if isinstance(dossier, model) else model._default_manager.get(pk=dossier.pk)
