# SPDX-License-Identifier: EUPL-1.2
"""Tags of what a page showed, so that a change empties the pages that showed it and no others.

While a page for anonymous readers is made, whatever it shows is noted here. A change bumps its tags;
a kept page whose tags were bumped is made anew (`portal.page_cache`).
"""

import secrets
from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from typing import TypeVar

from django.core.cache import cache
from django.db import transaction

T = TypeVar("T")
_noted: ContextVar[set[str] | None] = ContextVar("noted", default=None)
KEEP = 7 * 24 * 3600


def dossier(pk: int) -> str:
    """Return the tag of one dossier."""
    return f"dossier:{pk}"


def regulation(pk: int) -> str:
    """Return the tag of one rule in law."""
    return f"regulation:{pk}"


def page(pk: int) -> str:
    """Return the tag of one page."""
    return f"page:{pk}"


def listing(kind: str) -> str:
    """Return the tag of every list in which this kind of thing stands."""
    return f"list:{kind}"


ANYTHING = "*"
"""Bumped with every other tag: tells that something changed while a page was being made."""
EVERYWHERE = "everywhere"
"""What stands on every page: bumped when that changes."""
FOUND = "found"
"""What everybody can find: bumped when the public part of the search index changes."""
TREE = "tree"
"""The addresses and the menu: bumped when a page moves."""


def start() -> None:
    """Begin to note what this request shows."""
    _noted.set(set())


def note(*tags: str) -> None:
    """Say that what is being made shows this; without a request that notes, nothing happens."""
    noted = _noted.get()
    if noted is not None:
        noted.update(tags)


def finish() -> frozenset[str]:
    """Stop noting. Returns what was noted: nothing means that the page cannot be kept."""
    noted = _noted.get() or set()
    _noted.set(None)
    return frozenset(noted)


def _key(tag: str) -> str:
    return f"cache-tag:{tag}"


def versions(tags: Iterable[str]) -> dict[str, str]:
    """Return the present version of each tag; one that was never bumped has an empty version."""
    wanted = sorted(tags)
    return _versions(wanted, cache.get_many([_key(tag) for tag in wanted]))


def _versions(tags: Iterable[str], found: Mapping[str, object]) -> dict[str, str]:
    return {tag: str(found.get(_key(tag), "")) for tag in tags}


def kept(key: str, tags: Iterable[str], reckon: Callable[[], T]) -> T:
    """Return what was reckoned before from many rows; reckon it again once one of the tags was bumped.

    Args:
        key: under which it is kept.
        tags: of all that it was reckoned from.
        reckon: reckons it: plain numbers, words and keys, which the next version of the portal can read too.
    """
    wanted, place = sorted(tags), f"kept:{key}"
    found = cache.get_many([place, *(_key(tag) for tag in wanted)])
    present = _versions(wanted, found)  # before reckoning: what changes meanwhile has another version
    if place in found and found[place][0] == present:
        known: T = found[place][1]
        return known
    reckoned = reckon()
    cache.set(place, (present, reckoned), KEEP)
    return reckoned


def bump(*tags: str) -> None:
    """Empty every page that showed one of these, now."""
    cache.set_many({_key(tag): secrets.token_hex(6) for tag in (*tags, ANYTHING)}, KEEP)


def bump_on_commit(*tags: str) -> None:
    """Empty every page that showed one of these, once the change is really there."""
    transaction.on_commit(lambda: bump(*tags))
