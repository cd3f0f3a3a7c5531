# SPDX-License-Identifier: EUPL-1.2
"""How long each step may take: arithmetic over dates, with the terms that the coordinator set."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from netwerk.calendar import add_weeks, add_working_days, next_working_day

from .models import DeskTerms


def first_contact_due(received: date, days: int | None = None) -> date:
    """Return the date before which the reporter hears from a person; `days` when the term is known."""
    return add_working_days(received, days or DeskTerms.current().first_contact)


def intake_due(received: date) -> date:
    """Return the date before which the team decides about a report."""
    return add_working_days(received, DeskTerms.current().intake)


def answer_wanted(asked: date) -> date:
    """Return the date before which the reporter answers a question, to be reminded of it after that."""
    return add_working_days(asked, DeskTerms.current().reporter_answers)


def analysis_due(start: date) -> date:
    """Return the date before which the context analysis is complete."""
    return add_weeks(start, DeskTerms.current().analysis)


def statement_due(start: date) -> date:
    """Return the date before which the problem statement is approved."""
    return add_weeks(start, DeskTerms.current().statement)


def answer_due(sent: date) -> date:
    """Return the date before which a ministry answers."""
    return add_weeks(sent, DeskTerms.current().answer)


def latest_extension(due: date) -> date:
    """Return the latest date to which a ministry's term can be extended."""
    return add_weeks(due, DeskTerms.current().extension)


def chase_days(sent: date, due: date, lengths: DeskTerms) -> dict[str, date]:
    """Return on which day each step of chasing a silent party is made, by its name.

    Args:
        sent: when the question went out.
        due: the day before which the answer is asked, with extension and pauses in it.
        lengths: the terms as they are set.
    """
    share = timedelta(days=(due - sent).days * lengths.chase_percent // 100)
    return {
        "reminded": min(next_working_day(sent + share), due),
        "pressed": due,
        "backup_asked": add_working_days(due, lengths.chase_backup),
        "raised": add_working_days(due, lengths.chase_coordinator),
    }


def round_limits(today: date) -> tuple[date, date]:
    """Return the first and the last day before which an answer in a second round can be asked."""
    return today + relativedelta(weeks=1), today + relativedelta(months=6)


def joint_due(asked: date) -> date:
    """Return the date to propose for a joint question: the answers are there, so as long as an extension."""
    return add_weeks(asked, DeskTerms.current().extension)


def ends_announced_until(today: date) -> date:
    """Return the last end that is announced today, so that an experiment is evaluated in time."""
    return today + relativedelta(months=DeskTerms.current().evaluation)


def feedback_due(decided: date) -> date:
    """Return the date before which reporters hear the outcome."""
    return add_working_days(decided, DeskTerms.current().feedback)


def told_before_aftercare(today: date) -> date:
    """Return the day on or before which an outcome was told, for it to be asked today whether it works."""
    return today - relativedelta(months=DeskTerms.current().aftercare)


PROMISE_ASKED_BEFORE = 30
"""Days before a promise is due on which we ask how it stands."""


def promise_asked_on(due: date) -> tuple[date, date]:
    """Return the days on which we ask how a promise stands: some weeks before it is due, and on the day."""
    return due - timedelta(days=PROMISE_ASKED_BEFORE), due


def reading_due(shown: date) -> date:
    """Return the last day on which reporters can say what they think of the public text."""
    return add_working_days(shown, DeskTerms.current().reading)
