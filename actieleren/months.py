# SPDX-License-Identifier: EUPL-1.2
"""The three months of a learning project. Pure arithmetic over dates."""

from calendar import monthrange
from datetime import date, timedelta

MONTHS = 3


def months_later(day: date, months: int = MONTHS) -> date:
    """Return the same day so many months later; a month without that day gives its last day."""
    year, index = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, index + 1, min(day.day, monthrange(year, index + 1)[1]))


def earliest_end(started: date, paused_days: int = 0) -> date:
    """Return the first day on which a project may be completed; days of pause do not count."""
    return months_later(started) + timedelta(days=paused_days)
