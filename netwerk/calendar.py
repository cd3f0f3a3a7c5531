# SPDX-License-Identifier: EUPL-1.2
"""Working days, Dutch public holidays and pausing clocks. Pure: no Django, the time comes in."""

from collections.abc import Iterable
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Pause:
    """A stretch in which the clock stands still, because another party is to answer."""

    start: date
    end: date | None = None
    """The day the clock went on; None while it still stands."""


def due_date(start: date, working_days: int, pauses: Iterable[Pause], today: date) -> date:
    """Return the deadline of a clock that stands still in `pauses`.

    A working day counts when it lies in no pause: the first day of a pause does not count, the day
    on which the clock goes on does. While a pause is open the deadline moves along with `today`.

    Args:
        start: the day the clock began; it does not count itself.
        working_days: length of the term in working days.
        pauses: stretches, in any order; they may overlap.
        today: the day on which the question is asked.

    Raises:
        ValueError: `working_days` is negative.
    """
    if working_days < 0:
        raise ValueError("working_days must not be negative")
    stretches = [(pause.start, pause.end or max(today, pause.start) + _DAY) for pause in pauses]
    day = start
    while working_days:
        day += _DAY
        standing = any(begin <= day < end for begin, end in stretches)
        working_days -= is_working_day(day) and not standing
    return day


def term_used(start: date, due: date, today: date) -> float:
    """Return the share of a term that has passed, in working days: 0.0 at the start, 1.0 at `due`."""
    length = working_days_between(start, due)
    if length <= 0:
        return 1.0
    return max(0.0, working_days_between(start, today) / length)
