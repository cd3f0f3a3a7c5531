# SPDX-License-Identifier: EUPL-1.2
"""Where others go on: the projects and initiatives tied to cases, as far as everybody sees them."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from netwerk import cache_tags, kinds
from netwerk.models import Connection, SearchDocument

MOST = 50
_TIES = Connection.objects.values_list("from_dossier", "to_dossier")
_FOUND = SearchDocument.objects.filter(audience=SearchDocument.Audience.PUBLIC).exclude(kind="casus")


def connected(keys: Sequence[int], also: Q | None = None) -> list[dict[str, Any]]:
    """Return rows that lead to what is tied to these cases; a kept page is told that it shows them.

    Args:
        keys: the cases.
        also: what else belongs here, as a filter on the index of the site's search.
    """
    ties = _TIES.filter(Q(from_dossier__in=keys) | Q(to_dossier__in=keys))
    ends = {end for tie in ties for end in tie if end} - set(keys)
    if ends:
        cache_tags.note(cache_tags.FOUND, *map(cache_tags.dossier, ends))
    elif also is None:
        return []
    wanted = Q(dossier__in=ends) | also if also is not None else Q(dossier__in=ends)
    icons = {kind.code: kind for kind in kinds.all_kinds()}
    return [
        {"title": row.title, "url": row.url, "text": icons[row.kind].label, "icon": icons[row.kind].icon}
        for row in _FOUND.filter(wanted).exclude(dossier__in=keys).distinct()[:MOST]
        if row.kind in icons
    ]
