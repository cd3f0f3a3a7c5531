# SPDX-License-Identifier: EUPL-1.2
"""What tests of retention have in common: the golden tables, and what a dry run counts."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from dateutil.relativedelta import relativedelta

from netwerk import retention
from netwerk.access import SYSTEM
from netwerk.models import Dossier
from netwerk.timeline import Happening, record

_UNITS = {"days", "months"}


def golden(app: str) -> dict[str, tuple[dict[str, int], tuple[int, ...]]]:
    """Read the table of an app in docs/workflows: code, then length with its unit, and the bounds."""
    text = Path(f"docs/workflows/{app}.md").read_text().partition("## Bewaartermijnen")[2]
    found = {}
    for row in text.splitlines():
        code, _what, length, bounds, *_ = [*(cell.strip() for cell in row.strip("| ").split("|")), *[""] * 4]
        number, _, unit = length.partition(" ")
        if unit in _UNITS:
            found[code] = ({unit: int(number)}, tuple(int(one) for one in bounds.split("–")))
    return found


def planned(moment: datetime) -> dict[str, int]:
    """Return how many things would go at a moment, by rule."""
    return {plan.rule.code: plan.count for plan in retention.plan(moment)}


def goes_on_its_day(app: str, since: datetime) -> Mapping[str, Any]:
    """Hold the rules of an app against its table: nothing a day before, something on the day itself."""
    table = golden(app)
    bounds = {rule.code: (rule.period.least, rule.period.most) for rule in retention.all_rules()}
    days = {code: since + relativedelta(**length) for code, (length, _) in table.items()}
    # Many rules share a day: a dry run of it looks at all of them.
    moments = {day - timedelta(days=early) for day in days.values() for early in (0, 1)}
    runs = {moment: planned(moment) for moment in moments}
    for code, (_, limits) in table.items():
        assert bounds[code] == limits, code
        before, after = runs[days[code] - timedelta(days=1)][code], runs[days[code]][code]
        assert (before, after > 0) == (0, True), code
    return table


def over(dossier: Dossier, entry: str, state: str, now: datetime) -> None:
    """Let a dossier end, as far as time is concerned."""
    Dossier.objects.filter(pk=dossier.pk).update(state=state)
    record(dossier, Happening(entry), by=SYSTEM, now=now)
