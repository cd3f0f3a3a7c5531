# SPDX-License-Identifier: EUPL-1.2
"""The rules in law, and which of them a case is about. A rule is no dossier, so it has no timeline."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import count
from typing import Any

from django.utils.text import slugify

from netwerk import cache_tags
from netwerk.access import Actor, require
from netwerk.models import Regulation
from netwerk.perform import Act, NotNow, perform

from .. import access
from ..models import ObstacleCase


def keep_regulation(regulation: Regulation | None, values: Mapping[str, Any], *, by: Actor) -> Regulation:
    """Add a rule, or change one; its address stays as it was.

    Raises:
        NotPermitted: only the team keeps the rules.
        NotNow: this rule, with this article, is there already.
    """
    require(access.handles_cases(by))
    kept = regulation or Regulation()
    same = Regulation.objects.filter(name__iexact=values["name"], article__iexact=values["article"])
    if same.exclude(pk=kept.pk).exists():
        raise NotNow("Deze regel staat al in de lijst.")
    for name, value in values.items():
        setattr(kept, name, value)
    kept.slug = kept.slug or _free_slug(str(kept))
    kept.save()
    touched([kept.pk])
    return kept


def _free_slug(title: str) -> str:
    """Return an address from the title, with a number when that is taken."""
    slug = slugify(title)[:80] or "regel"
    tries = (slug if number == 1 else f"{slug}-{number}" for number in count(1))
    return next(free for free in tries if not Regulation.objects.filter(slug=free).exists())


def choose_regulations(
    case: ObstacleCase, chosen: Iterable[Regulation], *, by: Actor, now: datetime
) -> list[Regulation]:
    """Say which rules a case is about. Choosing the same again does nothing.

    Raises:
        NotPermitted: only the team works on cases.
    """
    wanted = list(chosen)
    before = set(case.regulations.values_list("pk", flat=True))
    after = {regulation.pk for regulation in wanted}
    if before == after:
        require(access.handles_cases(by))
        return wanted

    def choose(fresh: ObstacleCase) -> None:
        fresh.regulations.set(wanted)
        touched(before | after)

    data = {"rules": "; ".join(map(str, wanted)) or "geen"}
    act = Act("casus.regulations_chosen", access.handles_cases, then=choose, data=data)
    perform(case, act, by=by, now=now)
    return wanted


def bring_along(
    case: ObstacleCase, coming: Iterable[Regulation], *, by: Actor, now: datetime
) -> list[Regulation]:
    """Tie a case to what comes along with a report or another case; what was tied stays.

    Returns:
        What is new to the case; when nothing is, nothing is told.

    Raises:
        NotPermitted: only the team works on cases.
    """
    before = set(case.regulations.values_list("pk", flat=True))
    new = sorted({rule for rule in coming if rule.pk not in before}, key=str)
    if not new:
        require(access.handles_cases(by))
        return []

    def tie(fresh: ObstacleCase) -> None:
        fresh.regulations.add(*new)
        touched(rule.pk for rule in new)

    data = {"rules": "; ".join(map(str, new))}
    perform(case, Act("casus.regulations_added", access.handles_cases, then=tie, data=data), by=by, now=now)
    return new


def touched(keys: Iterable[int]) -> None:
    """Say that the public pages of these rules changed, and the list of rules with them."""
    found = [cache_tags.regulation(key) for key in keys]
    if found:
        cache_tags.bump_on_commit(cache_tags.listing("regel"), *found)
