# SPDX-License-Identifier: EUPL-1.2
"""What of Koplopers stands on the site, for lists that mix kinds."""

from collections.abc import Iterator

from django.db.models import QuerySet

from netwerk.kinds import Shelf, Shown
from netwerk.models import Theme, about

from .models import Initiative

_LISTED = Initiative.objects.listed()
_ROWS = _LISTED.only("title", "state", "slug", "summary", "listed_at")


def _about(theme: Theme) -> "QuerySet[Initiative, int]":
    return _LISTED.filter(about(theme)).values_list("pk", flat=True)


def _shown(keys: list[int]) -> Iterator[Shown]:
    for found in _ROWS.filter(pk__in=keys):
        # On the same shelf, but only what is recognised may carry the name.
        label, icon = ("", "") if found.recognised else ("Initiatief", "bulb")
        yield Shown(
            found.title, found.get_absolute_url(), found.summary, found.listed_at, label=label, icon=icon
        )


SHELF = Shelf("koplopers", "Koploper", "Koplopers", _about, _shown)
