# SPDX-License-Identifier: EUPL-1.2
"""Reminding by hand: a colleague asks again for an answer, besides what the calendar does by itself."""

from datetime import date, datetime

from django.utils import timezone

from netwerk.access import Actor
from netwerk.calendar import add_working_days
from netwerk.dates import date_text
from netwerk.perform import Act, Done, NotNow, perform

from ... import access, workflow
from ...models import MinistryThread
from .base import told

REST = 5
"""Working days between two messages that ask for an answer: nobody is asked day after day."""


def why_no_reminder(thread: MinistryThread, today: date) -> str:
    """Return in words why a party is not reminded now; nothing when it can be."""
    waits = thread.state in workflow.THREAD.sets["answerable"]
    if not (waits and thread.case.state in workflow.CASE.sets["asks_again"]) or thread.sent_at is None:
        return "Op deze vraag wachten we nu niet."
    last = timezone.localdate(max([thread.sent_at, *thread.reminders]))
    free = add_working_days(last, REST)
    if today < free:
        return (
            f"We schreven {thread.ministry} op {date_text(last)}. Herinneren kan weer op {date_text(free)}."
        )
    return ""


def remind(thread: MinistryThread, *, by: Actor, now: datetime) -> Done:
    """Send a reminder to everybody who holds a link to a question.

    Raises:
        NotNow: nobody waits for an answer, or the last message is less than `REST` working days old.
    """

    def make(fresh: MinistryThread) -> None:
        if refusal := why_no_reminder(fresh, timezone.localdate(now)):
            raise NotNow(refusal)
        fresh.nudged_at = now

    act = Act("ministerievraag.nudged", access.handles_cases, then=make, data=told(thread))
    return perform(thread, act, by=by, now=now)
