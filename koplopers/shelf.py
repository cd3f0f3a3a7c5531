# SPDX-License-Identifier: EUPL-1.2
"""What of Koplopers stands on the site, for lists that mix kinds."""

from collections.abc import Iterator

from netwerk.cards import newest_about
from netwerk.kinds import Shelf, Shown
from netwerk.models import Theme

from .models import Initiative

_SHOWN = ("title", "state", "slug", "summary", "listed_at")


def _newest(theme: Theme, most: int) -> Iterator[Shown]:
    listed = Initiative.objects.listed()
    keys = newest_about(theme, "initiatief", listed, most)
    for found in listed.filter(pk__in=keys).only(*_SHOWN):
        # On the same shelf, but only what is recognised may carry the name.
        label, icon = ("", "") if found.recognised else ("Initiatief", "bulb")
        yield Shown(
            found.title, found.get_absolute_url(), found.summary, found.listed_at, label=label, icon=icon
        )


SHELF = Shelf("koplopers", "Koploper", "Koplopers", _newest)
