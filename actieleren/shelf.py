# SPDX-License-Identifier: EUPL-1.2
"""What of Actieleren stands on the site, for lists that mix kinds."""

from collections.abc import Iterator

from django.db.models import QuerySet

from netwerk.kinds import Shelf, Shown
from netwerk.models import Theme, about

from .models import LearningProject

_LISTED = LearningProject.objects.listed()
_ROWS = _LISTED.only("title", "slug", "summary", "ending", "listed_at")


def _about(theme: Theme) -> "QuerySet[LearningProject, int]":
    return _LISTED.filter(about(theme)).values_list("pk", flat=True)


def _shown(keys: list[int]) -> Iterator[Shown]:
    for found in _ROWS.filter(pk__in=keys):
        yield Shown(found.title, found.get_absolute_url(), found.summary, found.listed_at, found.shelf)


SHELF = Shelf("leertrajecten", "Leertraject", "Leertrajecten", _about, _shown)
