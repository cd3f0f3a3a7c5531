# SPDX-License-Identifier: EUPL-1.2
"""What became of what ministries promised in a story."""

from netwerk.access import SYSTEM

from ..actions import promises
from .patterns import FICTION
from .walk import Walk, in_days


def watch(walk: Walk) -> None:
    """What became of the promises: of two ministries one kept it; one alone is late, and promises more."""
    case = walk.the_case()
    made = list(case.promises.select_related("ministry").order_by("pk"))
    if len(made) > 1:
        promises.keep(made[0], f"De nieuwe regeling geldt. {FICTION}", **walk.adviser)
        promises.drop(made[1], f"Het geld gaat naar iets anders. {FICTION}", **walk.adviser)
        return
    for promise in made:
        promises.lapse(promise, by=SYSTEM, now=walk.now)
        values = {
            "ministry": promise.ministry,
            "text": f"{promise.ministry} bezoekt het team dat de proef doet. {FICTION}",
            "due_on": in_days(walk, 240),
        }
        promises.make_promise(case, values, **walk.adviser)
