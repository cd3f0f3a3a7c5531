# SPDX-License-Identifier: EUPL-1.2
"""How long personal data stays, and how it goes.

Each app registers its rules in a module of the same name: what goes, how long after which moment, and why.
A dry run asks the very query of the real run. A dossier that is held is skipped. Every run leaves a line a
rule in the register, and an entry on the timeline of each dossier, which itself is never changed.
"""

from .holds import HOLD, hold, lift, may_hold
from .rules import SET, Period, Rule, Unit, all_rules, grouped, lengths, may_set, register, set_lengths
from .run import SHOWN, Plan, plan, run
from .shared import delete_rows, ended, lapsing, register_over

__all__ = [
    "HOLD",
    "SET",
    "SHOWN",
    "Period",
    "Plan",
    "Rule",
    "Unit",
    "all_rules",
    "delete_rows",
    "ended",
    "grouped",
    "hold",
    "lapsing",
    "lengths",
    "lift",
    "may_hold",
    "may_set",
    "plan",
    "register",
    "register_over",
    "run",
    "set_lengths",
]
