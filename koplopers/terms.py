# SPDX-License-Identifier: EUPL-1.2
"""How long a review may take. Pure arithmetic over dates; our own choices."""

from datetime import date

from netwerk.calendar import add_weeks, add_working_days

FIRST_REACTION = 10
"""Working days to the first reaction of an adviser."""
DECISION_WEEKS = 8
"""Weeks to the decision, from the day it was submitted."""


def first_reaction_due(submitted: date) -> date:
    """Return the date before which the owner hears from an adviser."""
    return add_working_days(submitted, FIRST_REACTION)


def decision_due(submitted: date) -> date:
    """Return the date before which the owner hears the decision."""
    return add_weeks(submitted, DECISION_WEEKS)
