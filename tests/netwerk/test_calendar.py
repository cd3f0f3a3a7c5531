# SPDX-License-Identifier: EUPL-1.2
"""Working days, holidays and pausing clocks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerk.calendar import (
    add_weeks,
    add_working_days,
    after_waiting,
    holidays,
    is_working_day,
    next_working_day,
    term_used,
    working_days_between,
)

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("year", "easter"),
    [
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_holidays_follow_easter(year, easter):
    """Good Friday, Easter, Ascension and Whitsun move with Easter; 2038 is its latest date."""
    ordinal = easter.toordinal()
    expected = {date.fromordinal(ordinal + shift) for shift in (-2, 0, 1, 39, 49, 50)}
    assert expected <= holidays(year)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 4, 27), "King's Day on a Monday"),
        (date(2025, 4, 26), "King's Day moves to Saturday when the 27th is a Sunday"),
        (date(2026, 5, 5), "Liberation Day, every year"),
        (date(2026, 12, 25), "Christmas"),
        (date(2026, 12, 26), "second day of Christmas"),
        (date(2027, 1, 1), "New Year"),
    ],
)
def test_fixed_holidays(day, why):
    """The fixed days of the Algemene termijnenwet are no working days."""
    assert day in holidays(day.year), why
    assert not is_working_day(day)


def test_kings_day_leaves_the_sunday():
    """In 2025 the 27th of April is an ordinary Sunday, the 26th is King's Day."""
    assert date(2025, 4, 27) not in holidays(2025)


def test_five_working_days_over_christmas():
    """Five working days from Wednesday 23 December 2026 end on Thursday 31 December."""
    assert add_working_days(date(2026, 12, 23), 5) == date(2026, 12, 31)


def test_zero_days_is_the_same_day_even_in_a_weekend():
    """A term of no days ends at once."""
    assert add_working_days(date(2026, 11, 21), 0) == date(2026, 11, 21)


def test_negative_terms_are_refused():
    """A term cannot run backwards."""
    with pytest.raises(ValueError, match="negative"):
        add_working_days(date(2026, 1, 1), -1)


def test_weeks_end_on_a_working_day():
    """Eight weeks from 2 March 2026 is Easter Monday's week: 27 April is King's Day, so the 28th."""
    assert add_weeks(date(2026, 3, 2), 8) == date(2026, 4, 28)


@given(DAYS)
def test_next_working_day_is_one_and_not_earlier(day):
    """The next working day is a working day, on or after the given day, and near."""
    found = next_working_day(day)
    assert is_working_day(found)
    assert 0 <= (found - day).days <= 5


@given(DAYS, st.integers(0, 80))
def test_adding_and_counting_agree(start, days):
    """Counting the working days to a deadline gives the length of the term back."""
    assert working_days_between(start, add_working_days(start, days)) == days


@given(DAYS, DAYS)
def test_counting_backwards_is_negative(first, second):
    """Counting from the later to the earlier day is minus counting forwards."""
    assert working_days_between(first, second) == -working_days_between(second, first)


def test_a_pause_stops_the_clock():
    """From Tuesday to the Tuesday after five working days come back; over a weekend one, and no three; over
    Christmas none for the holidays; on the same day nothing."""
    due = date(2026, 12, 7)
    for asked, answered, given_back in (
        (date(2026, 11, 24), date(2026, 12, 1), 5),
        (date(2026, 11, 27), date(2026, 11, 30), 1),
        (date(2026, 12, 24), date(2026, 12, 28), 1),
        (date(2026, 11, 24), date(2026, 11, 24), 0),
    ):
        assert after_waiting(due, asked, answered) == add_working_days(due, given_back)


@given(DAYS, DAYS, st.integers(0, 60))
def test_waiting_gives_back_what_it_took_and_never_takes(due, asked, waited):
    """As many working days come back as passed, whenever the term ends; never fewer than none."""
    answered = asked + timedelta(days=waited)
    moved = after_waiting(due, asked, answered)
    assert working_days_between(due, moved) == working_days_between(asked, answered)
    assert after_waiting(due, answered, asked) == due


def test_share_of_a_term():
    """Half way a term of ten working days is 0.5; a term without length has passed."""
    assert term_used(date(2026, 11, 23), date(2026, 12, 7), date(2026, 11, 30)) == 0.5
    assert term_used(date(2026, 11, 23), date(2026, 11, 23), date(2026, 11, 23)) == 1.0
