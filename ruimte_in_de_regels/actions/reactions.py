# SPDX-License-Identifier: EUPL-1.2
"""What a reporter says of our words, and what the portal says when it has been silent too long."""

from datetime import datetime

from django.db import transaction

from netwerk.access import SYSTEM, Actor
from netwerk.casework.tasks import NewTask, open_task
from netwerk.models import TaskGroup
from netwerk.perform import Act, Done, NotNow, perform

from .. import access, workflow
from ..models import ObstacleReport, ProblemStatement, Reaction, Recognises
from .reports import say


def statement_to_read(report: ObstacleReport) -> ProblemStatement | None:
    """Return the approved problem statement that a reporter may read, in plain words; None without one."""
    if report.case_id is None:
        return None
    return ProblemStatement.objects.filter(case=report.case_id, approved_at__isnull=False).first()


def why_nothing_to_recognise(report: ObstacleReport) -> str:
    """Return why there are no words of ours to react to, or nothing when there are."""
    if report.state == "withdrawn":
        return "Je trok deze melding in."
    return "" if statement_to_read(report) is not None else "Er is nog niets om op te reageren."


def why_no_outcome_yet(report: ObstacleReport) -> str:
    """Return why a reporter cannot say whether the outcome helps, or nothing when there is one."""
    if report.sent_on:
        return "Een ander loket kan je beter helpen. Van ons komt er geen uitkomst."
    return "" if report.state in workflow.REPORT.sets["with_outcome"] else "Er is nog geen uitkomst."


def react(report: ObstacleReport, recognises: str, explanation: str, *, by: Actor, now: datetime) -> Reaction:
    """Keep whether the reporter recognises the problem statement. "Nee" puts a task ready, nothing more.

    Raises:
        NotNow: there is nothing to react to.
    """
    statement = statement_to_read(report)

    def keep(fresh: ObstacleReport) -> None:
        if why_not := why_nothing_to_recognise(fresh):
            raise NotNow(why_not)
        Reaction.objects.update_or_create(
            report=fresh,
            statement=statement,
            defaults={"recognises": recognises, "explanation": explanation, "created_at": now},
        )

    answer = str(Recognises(recognises).label).lower()
    with transaction.atomic():
        act = Act("melding.reacted", access.reporter, then=keep, data={"answer": answer})
        perform(report, act, by=by, now=now)
        if recognises == Recognises.NO and report.case is not None:
            task = NewTask(f"{report.reference}: de melder herkent het niet", report.case.assignee)
            if task.assignee is None:
                task = NewTask(task.title, group=TaskGroup.TEAM)
            open_task(report.case, task, by=SYSTEM, now=now)
    return Reaction.objects.get(report=report, statement=statement)


def react_to_outcome(
    report: ObstacleReport, goes_on: str, explanation: str, *, by: Actor, now: datetime
) -> Reaction:
    """Keep whether the reporter can go on with the outcome. "Nee" puts a task ready, and reopens nothing.

    Raises:
        NotNow: there is no outcome (any more).
    """

    def keep(fresh: ObstacleReport) -> None:
        if why_not := why_no_outcome_yet(fresh):
            raise NotNow(why_not)
        values = {"recognises": goes_on, "explanation": explanation, "created_at": now}
        Reaction.objects.update_or_create(report=fresh, statement=None, defaults=values)

    answer = str(Recognises(goes_on).label).lower()
    with transaction.atomic():
        act = Act("melding.outcome_weighed", access.reporter, then=keep, data={"answer": answer})
        fresh = perform(report, act, by=by, now=now).subject
        if goes_on == Recognises.NO:
            group = "" if fresh.assignee else TaskGroup.TEAM
            title = "De melder kan niet verder met de uitkomst. Bel of schrijf."
            open_task(fresh, NewTask(title, fresh.assignee, str(group)), by=SYSTEM, now=now)
    return Reaction.objects.get(report=report, statement=None)


STILL_BUSY = "We zijn nog bezig met je melding. Er is nog geen uitkomst. Je hoort het als er nieuws is."
NEARLY_TOLD = "We zijn nog bezig met je melding. Er is een uitkomst. Je leest binnenkort wat die betekent."


def say_still_busy(report: ObstacleReport, *, by: Actor, now: datetime) -> Done:
    """Break a silence that lasted too long: a message, and a mail when there is an address."""
    with transaction.atomic():
        done = perform(report, Act("melding.still_busy", access.portal), by=by, now=now)
        case = done.subject.case
        decided = case is not None and case.state in workflow.CASE.sets["decided"]
        say(done.subject, NEARLY_TOLD if decided else STILL_BUSY, "team", now)
    return done


def remind(report: ObstacleReport, *, by: Actor, now: datetime) -> Done:
    """Remind a reporter once of a question that waits; the adviser gets a task to decide about parking.

    Raises:
        NotNow: there is no question (any more).
    """

    def check(fresh: ObstacleReport) -> None:
        if fresh.state != "waiting_reporter":
            raise NotNow("Er wacht geen vraag.")

    with transaction.atomic():
        done = perform(report, Act("melding.reminded", access.portal, then=check), by=by, now=now)
        title = "De melder antwoordde niet op je vraag. Hoe gaan we verder?"
        group = "" if done.subject.assignee else TaskGroup.TEAM
        open_task(done.subject, NewTask(title, done.subject.assignee, str(group)), by=SYSTEM, now=now)
    return done
