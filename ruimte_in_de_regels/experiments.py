# SPDX-License-Identifier: EUPL-1.2
"""From room to experiment to a learning project: what goes along when somebody begins one."""

from netwerk import handover
from netwerk.models import Connection

from .models import CaseOutcome, ObstacleCase

PROJECT = "leertraject"


def start_url(case: ObstacleCase, outcome: CaseOutcome, title: str, problem: str) -> str:
    """Return where a project begins that tries out what an outcome of a case makes room for.

    Args:
        case: the case, whose themes go along.
        outcome: the experiment, whose dates go along.
        title: in words that the reader may see.
        problem: the same, of what it is about.
    """
    dates = {"starts_on": outcome.starts_on, "ends_on": outcome.last_day}
    values = {
        "title": title,
        "problem": problem,
        "themes": " ".join(theme.slug for theme in case.themes.all()),
        **{name: day.isoformat() for name, day in dates.items() if day},
    }
    return handover.start_url(handover.Handover(case.pk, PROJECT, Connection.Relation.TESTS, values))
