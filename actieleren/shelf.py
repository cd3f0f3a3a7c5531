# SPDX-License-Identifier: EUPL-1.2
"""What of Actieleren stands on the site, for lists that mix kinds."""

from collections.abc import Iterator

from netwerk.cards import newest_about
from netwerk.kinds import Shelf, Shown
from netwerk.models import Theme

from .models import LearningProject

_SHOWN = ("title", "slug", "summary", "ending", "listed_at")


def _newest(theme: Theme, most: int) -> Iterator[Shown]:
    listed = LearningProject.objects.listed()
    keys = newest_about(theme, "leertraject", listed, most)
    for found in listed.filter(pk__in=keys).only(*_SHOWN):
        yield Shown(found.title, found.get_absolute_url(), found.summary, found.listed_at, found.shelf)


SHELF = Shelf("leertrajecten", "Leertraject", "Leertrajecten", _newest)
