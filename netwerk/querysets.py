# SPDX-License-Identifier: EUPL-1.2
"""What dossiers of every kind are asked by: their themes, their sectors and their place."""

from collections.abc import Iterable
from typing import Self

from django.db import models

from .models import Dossier


class DossierQuerySet(models.QuerySet):
    """Dossiers of one kind. Each question is asked without a join, so that no row comes twice."""

    def about_themes(self, slugs: Iterable[str]) -> Self:
        """Keep what is about one of these themes."""
        return self._tied(Dossier.themes.through.objects.filter(theme__slug__in=slugs))

    def in_sectors(self, slugs: Iterable[str]) -> Self:
        """Keep what happens in one of these sectors."""
        return self._tied(Dossier.sectors.through.objects.filter(sector__slug__in=slugs))

    def in_place(self, *, region: str = "", province: str = "") -> Self:
        """Keep what happens in this region, or anywhere in this province."""
        where = {"region__slug": region} if region else {"region__province": province}
        return self._tied(Dossier.regions.through.objects.filter(**where))

    def about_regulations(self, slugs: Iterable[str]) -> Self:
        """Keep what is about one of these rules."""
        return self._tied(Dossier.regulations.through.objects.filter(regulation__slug__in=slugs))

    def _tied(self, ties: models.QuerySet) -> Self:
        return self.filter(pk__in=ties.values("dossier_id"))
