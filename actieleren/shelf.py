# SPDX-License-Identifier: EUPL-1.2
"""What of Actieleren stands on the site, for lists that mix kinds."""

from collections.abc import Iterator

from netwerk import cache_tags
from netwerk.kinds import Shelf, Shown
from netwerk.models import Theme, about

from .models import LearningProject

_SHOWN = ("title", "slug", "summary", "ending", "listed_at")


def _newest(theme: Theme, most: int) -> Iterator[Shown]:
    cache_tags.note(cache_tags.listing("leertraject"))
    for found in LearningProject.objects.listed().filter(about(theme)).only(*_SHOWN)[:most]:
        yield Shown(found.title, found.get_absolute_url(), found.summary, found.listed_at, found.shelf)


SHELF = Shelf("leertrajecten", "Leertraject", "Leertrajecten", _newest)
