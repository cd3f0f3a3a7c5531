# SPDX-License-Identifier: EUPL-1.2
"""What of this desk stands on the site, for lists that mix kinds: its published texts."""

from collections.abc import Iterator

from django.db.models import QuerySet

from netwerk.kinds import Shelf, Shown
from netwerk.models import Theme, about

from .cards import published_rows, state_of
from .models import Publication


def _about(theme: Theme) -> "QuerySet[Publication, int]":
    return Publication.objects.published().filter(about(theme, "case")).values_list("case", flat=True)


def _shown(keys: list[int]) -> Iterator[Shown]:
    for text in published_rows().filter(case__in=keys):
        state = state_of(text.first_outcome)
        yield Shown(text.title, text.get_absolute_url(), text.problem, text.case.listed_at, state)


SHELF = Shelf("regels", "Ruimte in de Regels", "Regels", _about, _shown)
