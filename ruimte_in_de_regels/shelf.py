# SPDX-License-Identifier: EUPL-1.2
"""What of this desk stands on the site, for lists that mix kinds: its published texts."""

from collections.abc import Iterator

from netwerk import cache_tags
from netwerk.kinds import Shelf, Shown
from netwerk.models import Theme, about

from .cards import published_rows, state_of


def _newest(theme: Theme, most: int) -> Iterator[Shown]:
    cache_tags.note(cache_tags.listing("casus"))
    for text in published_rows().filter(about(theme, "case"))[:most]:
        state = state_of(text.first_outcome)
        yield Shown(text.title, text.get_absolute_url(), text.problem, text.case.listed_at, state)


SHELF = Shelf("regels", "Ruimte in de Regels", "Regels", _newest)
