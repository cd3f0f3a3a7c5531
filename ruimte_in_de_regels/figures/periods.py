# SPDX-License-Identifier: EUPL-1.2
"""Quarters, in Dutch local time."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Self

from django.utils import timezone


@dataclass(frozen=True, order=True)
class Period:
    """A quarter; earlier ones are smaller."""

    year: int
    quarter: int

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the quarter in which a day falls."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def code(self) -> str:
        """As it stands in an address: "2026-4"."""
        return f"{self.year}-{self.quarter}"

    def __str__(self) -> str:
        return f"kwartaal {self.quarter} van {self.year}"

    @property
    def start(self) -> datetime:
        """The first moment."""
        return timezone.make_aware(datetime(self.year, self.quarter * 3 - 2, 1))

    @property
    def end(self) -> datetime:
        """The first moment after it."""
        return self.after.start

    @property
    def last_day(self) -> date:
        """Its last day."""
        return timezone.localdate(self.end) - timedelta(days=1)

    @property
    def before(self) -> "Period":
        """The quarter before."""
        return Period(self.year, self.quarter - 1) if self.quarter > 1 else Period(self.year - 1, 4)

    @property
    def after(self) -> "Period":
        """The quarter after."""
        return Period(self.year, self.quarter + 1) if self.quarter < 4 else Period(self.year + 1, 1)


def latest(number: int, day: date) -> list[Period]:
    """Return so many quarters up to that of a day, latest first."""
    found = [Period.of(day)]
    while len(found) < number:
        found.append(found[-1].before)
    return found
