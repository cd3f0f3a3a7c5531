# SPDX-License-Identifier: EUPL-1.2
"""What must be true of the stored facts, whatever happened: one question to the database each.

`netwerk.perform` keeps them true, and copies for fast lists could drift all the same. The checks look at one
dossier, at some, or at everything; products register their own.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Exists, F, Min, Model, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat

from . import kinds
from .models import (
    Attachment,
    Delivery,
    Dossier,
    Message,
    OutboxEvent,
    ReferenceCounter,
    SearchDocument,
    SecretLink,
    TimelineEntry,
    Visibility,
)
from .processes import all_processes, process_for

Keys = Sequence[int] | None
"""Dossiers to look at, by key; None is all."""


@dataclass(frozen=True)
class Breach:
    """Something that is not as it must be. `what` names it without telling anything personal."""

    invariant: str
    what: str

    def __str__(self) -> str:
        return f"{self.invariant}: {self.what}"


Find = Callable[[Keys], Iterable[object]]
"""Returns what breaks an invariant; `str()` of it must be harmless."""
_invariants: dict[str, Find] = {}


def register(**found: Find) -> None:
    """Add invariants, by what must be true. Raises ValueError when a name stands twice."""
    for name, find in found.items():
        if name in _invariants:
            raise ValueError(f"invariant {name!r} is registered twice")
        _invariants[name] = find


def check(keys: Keys = None) -> list[Breach]:
    """Return everything that is not as it must be, about these dossiers or about all."""
    return [Breach(name, _named(one)) for name, find in _invariants.items() for one in find(keys)]


def names() -> tuple[str, ...]:
    """Return the name of every invariant."""
    return tuple(_invariants)


def _named(one: object) -> str:
    if isinstance(one, Dossier):
        return one.reference
    return f"{one._meta.label_lower} {one.pk}" if isinstance(one, Model) else str(one)


def within(rows: QuerySet[Any], keys: Keys, path: str = "pk") -> QuerySet[Any]:
    """Keep the rows about these dossiers; `path` leads from a row to the key of its dossier."""
    return rows if keys is None else rows.filter(**{f"{path}__in": keys})


# --- What is true of every kind --------------------------------------------------------------------


def _state_unknown(keys: Keys) -> Iterator[object]:
    """The state stands in the table of the process, for a part as for a dossier."""
    for model, process in all_processes().items():
        codes = [state.code for state in process.workflow.states]
        path = process.dossier_field or "pk"
        yield from within(model._default_manager.exclude(state__in=codes), keys, path)


def _child_missing(keys: Keys) -> Iterator[object]:
    """A dossier has its row in the table of its own kind, and in no other."""
    known = [kind.code for kind in kinds.all_kinds()]
    yield from within(Dossier.objects.exclude(kind__in=known), keys)
    for kind in kinds.all_kinds():
        own = kind.model._default_manager
        here = Exists(own.filter(pk=OuterRef("pk")))
        yield from within(Dossier.objects.filter(~here, kind=kind.code), keys)
        yield from within(own.exclude(kind=kind.code), keys)


def _reference_ahead(_keys: Keys) -> Iterator[str]:
    """No number was used that the counter has not given out: the next one would be there already."""
    for counter in ReferenceCounter.objects.all():
        start = f"{counter.prefix}-{counter.year}-"
        later = Dossier.objects.filter(
            reference__startswith=start, reference__gt=f"{start}{counter.last:04d}"
        )
        for reference in later.values_list("reference", flat=True):
            number = reference.removeprefix(start)
            if number.isdigit() and int(number) > counter.last:
                yield reference


def _timeline_unfit(keys: Keys) -> QuerySet[Dossier]:
    """The timeline begins when the dossier was made, and its latest news stands on it.

    An entry may be later: what is no news, such as a link that was closed, leaves that moment as it was.
    """
    news = TimelineEntry.objects.filter(dossier=OuterRef("pk"), at=OuterRef("last_news_at"))
    told = within(Dossier.objects.all(), keys).annotate(first=Min("timeline__at"))
    fits = Q(Exists(news), first=F("created_at"))
    return told.exclude(fits) | told.filter(first__isnull=True)


def _search_tells_too_much(keys: Keys) -> QuerySet[SearchDocument]:
    """Everybody finds only what is public."""
    public = SearchDocument.objects.filter(audience=SearchDocument.Audience.PUBLIC, dossier__isnull=False)
    return within(public.exclude(dossier__visibility=Visibility.PUBLIC), keys, "dossier")


def _search_tells_too_little(keys: Keys) -> Iterator[Dossier]:
    """What is public and indexed can be found by everybody."""
    codes = [kind.code for kind in kinds.all_kinds() if kind.entries is not None]
    public = SearchDocument.objects.filter(audience=SearchDocument.Audience.PUBLIC, dossier=OuterRef("pk"))
    indexed = Dossier.objects.filter(
        kind__in=codes, visibility=Visibility.PUBLIC, indexed_version=F("version")
    )
    yield from within(indexed.filter(~Exists(public)), keys)


def _search_mistakes_what_is_open(keys: Keys) -> Iterator[Dossier]:
    """What a team still works on stands as open in its search, and nothing else does."""
    own = SearchDocument.objects.filter(audience=SearchDocument.Audience.TEAM, dossier=OuterRef("pk"))
    indexed = within(Dossier.objects.filter(indexed_version=F("version")), keys)
    for kind in kinds.all_kinds():
        is_open = Q(state__in=process_for(kind.model).workflow.sets["open"])
        here = indexed.filter(kind=kind.code)
        yield from here.filter(is_open & Exists(own.filter(is_open=False)))
        yield from here.filter(~is_open & Exists(own.filter(is_open=True)))


def _link_reopened(keys: Keys) -> QuerySet[SecretLink]:
    """A link that was closed by hand is closed, and nobody made its holder another."""
    live = SecretLink.objects.filter(
        revoked_at__isnull=True,
        **{name: OuterRef(name) for name in ("scope", "dossier", "part", "contact")},
    )
    closed = SecretLink.objects.exclude(withdrawn_by="")
    return within(closed.filter(Q(revoked_at__isnull=True) | Exists(live)), keys, "dossier")


def _file_astray(keys: Keys) -> QuerySet[Attachment]:
    """A file at a message stands at a message of its own dossier."""
    start = f"{Message._meta.label_lower}:"
    here = Message.objects.annotate(key=Concat(Value(start), Cast("pk", CharField())))
    own = here.filter(dossier=OuterRef("dossier"), key=OuterRef("part"))
    return within(Attachment.objects.filter(~Exists(own), part__startswith=start), keys, "dossier")


def _event_unexpanded(keys: Keys) -> QuerySet[OutboxEvent]:
    """Only what was worked out for its recipients has deliveries."""
    early = OutboxEvent.objects.filter(expanded_at__isnull=True, deliveries__isnull=False)
    return within(early.distinct(), keys, "entry__dossier")


def _delivery_unfit(keys: Keys) -> QuerySet[Delivery]:
    """What was sent says when, what is being sent is leased, and nothing else is."""
    state = Delivery.State
    sent, leased = Q(sent_at__isnull=False), Q(leased_until__isnull=False)
    wrong = (
        (Q(state=state.SENT) & ~sent)
        | (~Q(state=state.SENT) & sent)
        | (Q(state=state.SENDING) & ~leased)
        | (~Q(state=state.SENDING) & leased)
    )
    return within(Delivery.objects.filter(wrong), keys, "event__entry__dossier")


register(
    state_is_in_the_table=_state_unknown,
    dossier_has_its_child=_child_missing,
    number_was_given_out=_reference_ahead,
    timeline_fits=_timeline_unfit,
    search_shows_only_what_is_public=_search_tells_too_much,
    search_shows_all_that_is_public=_search_tells_too_little,
    search_knows_what_is_open=_search_mistakes_what_is_open,
    closed_link_stays_closed=_link_reopened,
    file_stands_at_its_own_message=_file_astray,
    deliveries_follow_their_event=_event_unexpanded,
    delivery_fits_its_state=_delivery_unfit,
)
