# SPDX-License-Identifier: EUPL-1.2
"""What of this desk stands on the site, for lists that mix kinds: its published texts."""

from collections.abc import Iterator

from netwerk import cache_tags
from netwerk.kinds import Shelf, Shown
from netwerk.models import Theme, about

from .models import Publication

_SHOWN = ("title", "slug", "problem", "case__listed_at")


def _newest(theme: Theme, most: int) -> Iterator[Shown]:
    cache_tags.note(cache_tags.listing("casus"))
    found = Publication.objects.published().filter(about(theme, "case")).select_related("case")
    for text in found.only(*_SHOWN).prefetch_related("case__outcomes")[:most]:
        outcome = next(iter(text.case.outcomes.all()), None)
        state = outcome.state_info if outcome else None
        yield Shown(text.title, text.get_absolute_url(), text.problem, text.case.listed_at, state)


SHELF = Shelf("regels", "Ruimte in de Regels", "Regels", _newest)
