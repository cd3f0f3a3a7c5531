# SPDX-License-Identifier: EUPL-1.2
"""What became of what ministries promised in a story, and who follows it."""

from netwerk import follows
from netwerk.access import SYSTEM
from netwerk.models import Dossier

from ..actions import promises
from ..models import Ministry, Promise
from .patterns import FICTION
from .walk import Walk, in_days


def watch(walk: Walk) -> None:
    """What became of the promises: kept, not kept, late, and one still to come. A member follows it all."""
    case = walk.the_case()
    followed: list[follows.Thing] = [Dossier.objects.get(pk=case.pk)]
    followed += [*case.regulations.all(), *case.themes.all()]
    for thing in followed:
        follows.follow(thing, by=walk.cast.member, now=walk.now)
    kept, dropped, *_ = case.promises.select_related("ministry").order_by("pk")
    promises.keep(kept, f"De nieuwe regeling geldt. {FICTION}", **walk.adviser)
    promises.drop(dropped, f"Het geld gaat naar iets anders. {FICTION}", **walk.adviser)
    _promise(walk, kept.ministry, "telt hoeveel groepen samen aanvragen", 240)
    late = _promise(walk, dropped.ministry, "legt uit wie er mee kan doen", -6)
    promises.lapse(late, by=SYSTEM, now=walk.now)


def _promise(walk: Walk, ministry: Ministry, what: str, days: int) -> Promise:
    """Write down a promise that is due so many days from now."""
    values = {"ministry": ministry, "text": f"{ministry} {what}. {FICTION}", "due_on": in_days(walk, days)}
    return promises.make_promise(walk.the_case(), values, **walk.adviser)
