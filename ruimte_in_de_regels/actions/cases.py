# SPDX-License-Identifier: EUPL-1.2
"""What happens to a case, from signal to close."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from netwerk import handover
from netwerk.access import SYSTEM, Actor, require
from netwerk.models import User
from netwerk.perform import Act, Done, Move, NotNow, next_reference, open_dossier, perform
from netwerk.timeline import Happening
from netwerk.uploads import Enclosure

from .. import access, terms, workflow
from ..models import ObstacleCase, ObstacleReport
from . import reports, threads

_PLAIN_GIVEN = ("reason", "review_date")


@dataclass(frozen=True)
class NewCase:
    """What a case begins with."""

    title: str
    origin: str
    summary: str = ""
    source: str = ""
    """Where the team found it, when nobody reported it."""


def open_case(
    new: NewCase, *, by: Actor, now: datetime, report: ObstacleReport | None = None
) -> ObstacleCase:
    """Open a case, with the report it came from or without one; it becomes the actor's own.

    Raises:
        NotPermitted: only the team opens cases.
        NotNow: the report is not in intake (any more).
    """
    require(access.handles_cases(by))
    with transaction.atomic():
        case = ObstacleCase(
            title=new.title,
            origin=new.origin,
            summary=new.summary,
            source=new.source,
            reference=next_reference("RC", now),
            assignee=by.user,
            due_at=terms.analysis_due(timezone.localdate(now)),
        )
        open_dossier(case, Happening("casus.opened"), by=by, now=now)
        if report is not None:
            reports.add_to_case(report, case, by=by, now=now)
            case.themes.set(report.themes.all())
            case.sectors.set(report.sectors.all())
            case.regions.set(report.regions.all())
            note = handover.Handover(report.pk, "casus", "started_from", {})
            handover.connect(case, note, now)
    return case


def assign(case: ObstacleCase, to: User, *, by: Actor, now: datetime) -> Done:
    """Give a case to somebody of the team."""

    def hand(fresh: ObstacleCase) -> None:
        fresh.assignee = to

    act = Act("casus.assigned", access.handles_cases, then=hand, data={"assignee": str(to)})
    return perform(case, act, by=by, now=now)


def move(case: ObstacleCase, name: str, given: Mapping[str, Any], *, by: Actor, now: datetime) -> Done:
    """Make one of the plain moves of a case. One that opens again takes up its reports again.

    Raises:
        UnknownMove, NotPermitted, NotNow, Incomplete: see `netwerk.perform`.
    """
    if workflow.CASE.transition(name).needs_form:
        raise NotNow("Deze stap heeft een eigen formulier.")
    asked = {key: given[key] for key in _PLAIN_GIVEN if given.get(key)}

    def follow(fresh: ObstacleCase) -> None:
        if name == "park":
            fresh.review_date = given["review_date"]
        fresh.due_at = _due_after(name, fresh, timezone.localdate(now))

    with transaction.atomic():
        done = perform(case, Move(name, asked, then=follow, seen=given.get("seen")), by=by, now=now)
        if name == "reopen":
            _take_up_reports(done.subject, now)
        # A parked case may go back to its ministries: it then shows their term again.
        threads.follow_terms(case.pk)
    return done


def _take_up_reports(case: ObstacleCase, now: datetime) -> None:
    """Who was told the outcome that no longer stands is told so, and is to hear the next one."""
    for report in case.reports.filter(state__in=workflow.REPORT.sets["with_outcome"]).order_by("pk"):
        reports.take_up_again(report, by=SYSTEM, now=now)


def _due_after(name: str, case: ObstacleCase, today: date) -> date | None:
    """Return the deadline that a move brings; parking shows the review date, closing ends all terms.

    Solving, weighing and what follows the feedback have no term of their own: the one of the step before
    was met, so it would only call late what is not.
    """
    match name:
        case "unpark":
            return _due_again(case.state, today)
        case "start_analysis" | "resume_analysis" | "back_to_analysis":
            return terms.analysis_due(today)
        case "state_problem":
            return terms.statement_due(today)
        case "set_outcome":
            return terms.feedback_due(today)
        case "park":
            return case.review_date
        case "solve_in_network" | "weigh" | "close" | "drop_signal" | "monitor":
            return None
    return case.due_at


def _due_again(state: str, today: date) -> date | None:
    """Return the term of a state that a parked case goes back to; its questions have their own."""
    match state:
        case "signal" | "context_analysis":
            return terms.analysis_due(today)
        case "problem_statement":
            return terms.statement_due(today)
    return None


def give_feedback(case: ObstacleCase, message: str, *, by: Actor, now: datetime) -> Done:
    """Tell every reporter of the case the outcome, in plain words: on their status page, with a mail."""

    def keep(fresh: ObstacleCase) -> None:
        fresh.feedback, fresh.due_at = message, None

    with transaction.atomic():
        done = perform(case, Move("give_feedback", {"message": message}, then=keep), by=by, now=now)
        waiting = done.subject.reports.filter(state__in=workflow.REPORT.sets["in_case"]).order_by("pk")
        for report in waiting:
            reports.answer(report, message, by=by, now=now)
    return done


def tell(case: ObstacleCase, text: str, files: Sequence[Enclosure] = (), *, by: Actor, now: datetime) -> Done:
    """Send every reporter of the case a message, with files; nothing else changes.

    Raises:
        NotNow: the case has nobody to tell.
    """

    def check(fresh: ObstacleCase) -> None:
        if not fresh.reports.exclude(state="withdrawn").exists():
            raise NotNow("Deze casus heeft geen melder om iets aan te vertellen.")

    act = Act("casus.told", access.handles_cases, then=check, data=reports.enclosed(files))
    with transaction.atomic():
        done = perform(case, act, by=by, now=now)
        for report in done.subject.reports.exclude(state="withdrawn").order_by("pk"):
            reports.tell(report, text, files, by=by, now=now)
    return done
