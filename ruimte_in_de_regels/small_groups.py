# SPDX-License-Identifier: EUPL-1.2
"""How many organisations fit what a case tells of sector and region: few give each other away."""

from collections.abc import Collection

from django.db.models import Q

from netwerk.models import Organisation, Province, Region

from .models import DeskTerms, ObstacleCase

COUNTRY = "Heel Nederland"


def _fitting(sectors: Collection[int], where: Q) -> int:
    """Return how many organisations the portal knows in these sectors (all when none is named), there."""
    rows = Organisation.objects.filter(where)
    if sectors:
        rows = rows.filter(sectors__in=sectors)
    return rows.distinct().count()


def hint(case: ObstacleCase) -> str:
    """Return in Dutch what to widen when few organisations fit; nothing when enough do, or nothing is named.

    A region of the whole country is no place to be recognised by.
    """
    least = DeskTerms.current().comparable
    sectors = [sector.pk for sector in case.sectors.all()]
    regions = [region for region in _regions(case) if region.province]
    if not sectors and not regions:
        return ""
    here = Q(regions__in=[region.pk for region in regions]) if regions else Q()
    found = _fitting(sectors, here)
    if found >= least:
        return ""
    told = "1 organisatie" if found == 1 else f"{found} organisaties"
    begin = f"We kennen hier maar {told} die erop lijken. Een lezer kan er een herkennen."
    if not regions:
        return f"{begin} Noem de sector ruimer, of noem hem niet."
    province = Q(regions__province__in={region.province for region in regions})
    if _fitting(sectors, province) >= least:
        return f"{begin} Schrijf over de provincie, niet over de regio."
    if sectors and _fitting([], here) >= least:
        return f"{begin} Laat de sector weg, of noem de regio niet."
    return f"{begin} Noem geen regio en geen provincie."


def _regions(case: ObstacleCase) -> list[Region]:
    own = list(case.regions.all())
    return own or list(Region.objects.filter(dossiers__in=case.reports.values("pk")).distinct())


def place(case: ObstacleCase) -> str:
    """Return where it plays, as the public may read it: regions, else provinces, else nothing."""
    regions = list(case.regions.all())
    if any(not region.province for region in regions):
        return COUNTRY
    least = DeskTerms.current().comparable
    sectors = [sector.pk for sector in case.sectors.all()]
    if not regions:
        return ""
    if _fitting(sectors, Q(regions__in=[region.pk for region in regions])) >= least:
        return ", ".join(str(region) for region in regions)
    provinces = sorted({region.province for region in regions})
    if _fitting(sectors, Q(regions__province__in=provinces)) >= least:
        return ", ".join(str(Province(code).label) for code in provinces)
    return ""
