# SPDX-License-Identifier: EUPL-1.2
"""How long each step may take. Pure arithmetic over dates; our own choices unless a source is named."""

from datetime import date

from dateutil.relativedelta import relativedelta

from netwerk.calendar import add_weeks, add_working_days

FIRST_CONTACT = 5
"""Working days to the first personal contact. Source: the practice of a comparable national desk (NZa)."""
INTAKE = 10
"""Working days to the decision whether a report is taken on."""
ANALYSIS_WEEKS = 6
STATEMENT_WEEKS = 2
ANSWER_WEEKS = 8
EXTENSION_WEEKS = 4
"""The one extension that a ministry may ask."""
FEEDBACK = 5
"""Working days between the outcome and the feedback to reporters."""
AFTERCARE_MONTHS = 6
"""Months after the outcome in which it shows whether it works."""


def first_contact_due(received: date) -> date:
    """Return the date before which the reporter hears from a person."""
    return add_working_days(received, FIRST_CONTACT)


def intake_due(received: date) -> date:
    """Return the date before which the team decides about a report."""
    return add_working_days(received, INTAKE)


def analysis_due(start: date) -> date:
    """Return the date before which the context analysis is complete."""
    return add_weeks(start, ANALYSIS_WEEKS)


def statement_due(start: date) -> date:
    """Return the date before which the problem statement is approved."""
    return add_weeks(start, STATEMENT_WEEKS)


def answer_due(sent: date) -> date:
    """Return the date before which a ministry answers."""
    return add_weeks(sent, ANSWER_WEEKS)


def latest_extension(due: date) -> date:
    """Return the latest date to which a ministry's term can be extended."""
    return add_weeks(due, EXTENSION_WEEKS)


def feedback_due(decided: date) -> date:
    """Return the date before which reporters hear the outcome."""
    return add_working_days(decided, FEEDBACK)


def told_before_aftercare(today: date) -> date:
    """Return the day on or before which an outcome was told, for it to be asked today whether it works."""
    return today - relativedelta(months=AFTERCARE_MONTHS)
