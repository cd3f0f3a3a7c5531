# SPDX-License-Identifier: EUPL-1.2
"""How many organisations fit what a case tells of sector, region and sort: few give each other away."""

from collections.abc import Collection

from django.db.models import Q

from netwerk.models import Organisation, Province, Region

from .models import DeskTerms, Domain, ObstacleCase

COUNTRY = "Heel Nederland"
_KNOWN = {
    0: "We kennen hier geen organisatie die erop lijkt.",
    1: "We kennen hier maar 1 organisatie die erop lijkt.",
}
_RISK = "Een lezer kan herkennen om wie het gaat."

_KIND = Organisation.Kind
KINDS: dict[str, str] = {
    Domain.CARE: _KIND.CARE,
    Domain.WELFARE: _KIND.CARE,
    Domain.EDUCATION: _KIND.EDUCATION,
}
"""What sort of organisation an obstacle in a domain is of; one in more than one domain tells nothing."""


def _of_kind(case: ObstacleCase) -> Q:
    """Return which sort of organisation a case tells of: its own one, or where all its reports hurt."""
    if case.organisation is not None:
        return Q(kind=case.organisation.kind)
    domains = case.reports.exclude(state="withdrawn").order_by().values_list("domain", flat=True).distinct()
    kinds = {KINDS.get(domain) for domain in domains}
    return Q(kind=kinds.pop()) if len(kinds) == 1 and None not in kinds else Q()


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
    kind = _of_kind(case)
    here = Q(regions__in=[region.pk for region in regions]) if regions else Q()
    found = _fitting(sectors, here & kind)
    if found >= least:
        return ""
    begin = f"{_KNOWN.get(found, f'We kennen hier maar {found} organisaties die erop lijken.')} {_RISK}"
    if kind and _fitting(sectors, here) >= least:
        return f"{begin} Schrijf niet wat voor organisatie het is."
    here &= kind
    if not regions:
        return f"{begin} Noem de sector ruimer, of noem hem niet."
    province = Q(regions__province__in={region.province for region in regions}) & kind
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
    sectors, kind = [sector.pk for sector in case.sectors.all()], _of_kind(case)
    if not regions:
        return ""
    if _fitting(sectors, Q(regions__in=[region.pk for region in regions]) & kind) >= least:
        return ", ".join(str(region) for region in regions)
    provinces = sorted({region.province for region in regions})
    if _fitting(sectors, Q(regions__province__in=provinces) & kind) >= least:
        return ", ".join(str(Province(code).label) for code in provinces)
    return ""
