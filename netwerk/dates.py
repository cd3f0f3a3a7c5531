# SPDX-License-Identifier: EUPL-1.2
"""Dates and times in the words of the site: "3 december 2026", "15.30 uur"."""

from datetime import date, datetime

from django.utils import timezone

MONTHS = ("januari februari maart april mei juni juli augustus september oktober november december").split()


def local_date(value: date | datetime) -> date:
    """The calendar day of `value` in the Netherlands; a moment is first moved to local time."""
    if isinstance(value, datetime):
        return (timezone.localtime(value) if timezone.is_aware(value) else value).date()
    return value


def date_text(value: date | datetime) -> str:
    """The day in full, as "3 december 2026"."""
    day = local_date(value)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def time_text(value: datetime) -> str:
    """The time of day in local time, as "15.30 uur"."""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{local.hour}.{local.minute:02d} uur"


def datetime_text(value: datetime) -> str:
    """Day and time in full, as "3 december 2026, 15.30 uur"."""
    return f"{date_text(value)}, {time_text(value)}"
