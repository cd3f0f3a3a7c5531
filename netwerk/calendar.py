# SPDX-License-Identifier: EUPL-1.2
"""Working days, Dutch public holidays and pausing clocks. Pure: no Django, the time comes in."""

from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

_DAY = timedelta(days=1)


@lru_cache(maxsize=64)
def holidays(year: int) -> frozenset[date]:
    """Return the public holidays of one year.

    Source: Algemene termijnenwet, article 3 (the holidays of paragraph 1, and Good Friday, which
    paragraph 2 puts on a par with them). King's Day moves to Saturday when 27 April is a Sunday.
    """
    sunday = easter(year)
    kings_day = date(year, 4, 27)
    if kings_day.weekday() == 6:
        kings_day -= _DAY
    return frozenset(
        {
            date(year, 1, 1),
            sunday - 2 * _DAY,
            sunday,
            sunday + 1 * _DAY,
            kings_day,
            date(year, 5, 5),
            sunday + 39 * _DAY,
            sunday + 49 * _DAY,
            sunday + 50 * _DAY,
            date(year, 12, 25),
            date(year, 12, 26),
        }
    )


def is_working_day(day: date) -> bool:
    """Tell whether `day` is neither in a weekend nor a public holiday."""
    return day.weekday() < 5 and day not in holidays(day.year)


def next_working_day(day: date) -> date:
    """Return `day` itself when it is a working day, else the first one after it."""
    while not is_working_day(day):
        day += _DAY
    return day


def add_working_days(start: date, days: int) -> date:
    """Return the date that lies `days` working days after `start`; `start` itself does not count.

    Raises:
        ValueError: `days` is negative.
    """
    if days < 0:
        raise ValueError("days must not be negative")
    day = start
    while days:
        day += _DAY
        days -= is_working_day(day)
    return day


def earliest_within(end: date, days: int) -> date:
    """Return the earliest working day after which at most `days` working days pass up to `end` itself."""
    day = end
    while days > 0 or not is_working_day(day):
        days -= is_working_day(day)
        day -= _DAY
    return day


def add_weeks(start: date, weeks: int) -> date:
    """Return the date `weeks` calendar weeks later, moved on to a working day when it is none.

    Source for moving on: Algemene termijnenwet, article 1, paragraph 1.
    """
    return next_working_day(start + timedelta(weeks=weeks))


def working_days_between(start: date, end: date) -> int:
    """Count the working days after `start` up to and including `end`; negative when `end` is earlier."""
    if end < start:
        return -working_days_between(end, start)
    days = (end - start).days
    return sum(is_working_day(start + timedelta(days=number + 1)) for number in range(days))


def after_waiting(due: date, asked: date, answered: date) -> date:
    """Return a deadline after its clock stood still, because another party was to answer.

    It gets back as many working days as passed: of a weekend or a holiday nothing was lost. The day on which
    was asked had begun and does not count; the day of the answer is given back whole.
    """
    return add_working_days(due, max(0, working_days_between(asked, answered)))


def term_used(start: date, due: date, today: date) -> float:
    """Return the share of a term that has passed, in working days: 0.0 at the start, 1.0 at `due`."""
    length = working_days_between(start, due)
    if length <= 0:
        return 1.0
    return max(0.0, working_days_between(start, today) / length)
