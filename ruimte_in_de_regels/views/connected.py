# SPDX-License-Identifier: EUPL-1.2
"""Where others go on: the projects and initiatives tied to cases, as far as everybody sees them."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from netwerk import cache_tags, kinds
from netwerk.models import Connection, SearchDocument

MOST = 50
_OF_THE_DESK = frozenset({"melding", "casus"})
"""Kinds that are not led to: a report is never public, a case has its own place on the page."""
_TIES = Connection.objects.filter(to_dossier__isnull=False).values_list(
    "from_dossier", "from_dossier__kind", "to_dossier", "to_dossier__kind"
)
_FOUND = (
    SearchDocument.objects.filter(audience=SearchDocument.Audience.PUBLIC)
    .exclude(kind="casus")
    .order_by("kind", "title")
    .values_list("kind", "title", "url")
    .distinct()
)


def connected(keys: Sequence[int], also: Q | None = None) -> list[dict[str, Any]]:
    """Return rows that lead to what is tied to these cases; a kept page is told that it shows them.

    Args:
        keys: the cases.
        also: what else belongs here, as a filter on the index of the site's search.
    """
    ends = _ends(keys)
    if ends:
        cache_tags.note(cache_tags.FOUND, *map(cache_tags.dossier, ends))
    elif also is None:
        return []
    wanted = Q(dossier__in=ends) | also if also is not None else Q(dossier__in=ends)
    icons = {kind.code: kind for kind in kinds.all_kinds()}
    return [
        {"title": title, "url": url, "text": icons[kind].label, "icon": icons[kind].icon}
        for kind, title, url in _FOUND.filter(wanted)[:MOST]
        if kind in icons
    ]


def _ends(keys: Sequence[int]) -> set[int]:
    """Return what these cases are tied to, of other desks. Most are tied to their reports alone: no row of
    those, and no page that is made anew whenever anything that can be found changes."""
    ties = _TIES.filter(Q(from_dossier__in=keys) | Q(to_dossier__in=keys))
    both = [((one, kind), (other, of)) for one, kind, other, of in ties]
    return {end for pair in both for end, kind in pair if kind not in _OF_THE_DESK}
