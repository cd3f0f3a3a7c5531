# SPDX-License-Identifier: EUPL-1.2
"""Where a report stands, in plain words for its reporter: pure, from what was already loaded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from netwerk.models import TimelineEntry
from netwerk.timeline import entry_type, sentence

from .. import terms, workflow
from ..models import MinistryThread, ObstacleReport

_STEPS = ("Ontvangen", "Gelezen", "Uitgezocht", "Bij ministerie", "Uitkomst")
_STEP_OF_REPORT = {"received": 0, "in_intake": 1, "waiting_reporter": 1, "answered": 4, "closed": 4}
_STEP_OF_CASE = {
    "signal": 1,
    "context_analysis": 1,
    "reopened": 1,
    "parked": 1,
    "problem_statement": 2,
    "solving_in_network": 2,
    "escalated": 3,
    "weighing_answers": 3,
    "outcome_set": 4,
    "feedback": 4,
    "monitoring": 4,
    "closed": 4,
}
_LATE = "Het duurt langer dan we wilden."


class Next(NamedTuple):
    """What comes next, before which day at the latest, and what is to be said after that day."""

    text: str
    day: date | None = None
    after: str = ""


@dataclass(frozen=True)
class Progress:
    """The block on top of the status page."""

    track: list[dict[str, str]]
    now: str
    next: str
    next_day: date | None = None
    """Before which day that is; None when it depends on somebody else, or when the day has passed."""
    after: str = ""
    """What is to be said after the day."""


def progress(
    report: ObstacleReport, threads: Iterable[MinistryThread], today: date, wanted: date | None = None
) -> Progress:
    """Tell where a report stands, what comes next and when at the latest.

    Args:
        report: the report, with its case.
        threads: what was asked of ministries.
        today: the day it is read on.
        wanted: before which day our question is to be answered, when one waits.
    """
    over = report.state == "withdrawn" or report.sent_on
    step = None if over else _step(report)
    track = [{"label": label, "phase": _phase(number, step)} for number, label in enumerate(_STEPS)]
    text, day, after = _next(report, list(threads), today)
    if report.state == "waiting_reporter" and wanted is not None and wanted >= today:
        day = wanted
    if day is not None and day < today:
        day, after = None, _LATE
    return Progress([] if over else track, now_of(report), text, day, after)


def _step(report: ObstacleReport) -> int:
    if report.state in workflow.REPORT.sets["in_case"] and report.case is not None:
        return _STEP_OF_CASE[report.case.state]
    return _STEP_OF_REPORT.get(report.state, 0)


def _phase(number: int, step: int | None) -> str:
    if step is None or number > step:
        return "next"
    return "now" if number == step else "done"


def now_of(report: ObstacleReport) -> str:
    """Return where a report is, in one plain sentence."""
    if report.state in workflow.REPORT.sets["in_case"] and report.case is not None:
        return report.case.state_info.plain
    return report.state_info.plain


def _next(report: ObstacleReport, threads: list[MinistryThread], today: date) -> Next:
    """Return what comes next."""
    if report.reopen_asked_at is not None and report.state in workflow.REPORT.sets["told"]:
        return Next("De coördinator kijkt naar je vraag. Je hoort of we er opnieuw naar kijken.")
    if report.sent_on:
        return Next(f"Ga verder bij: {report.next_desk}.")
    match report.state:
        case "received":
            return Next("Je hoort van een adviseur.", report.due_at)
        case "in_intake":
            return Next("Je hoort of we je melding oppakken.", report.due_at)
        case "waiting_reporter":
            return Next("Beantwoord onze vraag. Daarna gaan we verder.")
        case "withdrawn":
            return Next("Je hoeft niets meer te doen.")
        case "answered" | "closed":
            later = "" if report.aftercare_asked_at else "Later vragen we of het in de praktijk werkt."
            return Next("Lees hieronder wat de uitkomst voor jou betekent.", after=later)
    return _next_in_case(report, threads, today)


def _next_in_case(report: ObstacleReport, threads: list[MinistryThread], today: date) -> Next:
    case = report.case
    if case is None:
        return Next("We laten je weten hoe het verdergaat.")
    match case.state:
        case "escalated":
            return _next_at_ministries(threads, today)
        case "outcome_set":
            return Next("Je krijgt een bericht met de uitkomst.", case.due_at or terms.feedback_due(today))
        case "parked":
            return Next("We kijken opnieuw naar je melding.", case.review_date)
    return Next("We zoeken het verder uit. Je hoort van ons zodra er nieuws is.", case.due_at)


def _next_at_ministries(threads: list[MinistryThread], today: date) -> Next:
    """The day is theirs: ours comes after it. Who answered is waited for no more."""
    waiting = [thread for thread in threads if thread.state not in workflow.THREAD.sets["settled"]]
    if not waiting:
        return Next("We bekijken wat we hoorden. Je hoort van ons zodra er nieuws is.")
    days = [thread.due_at for thread in waiting if thread.due_at and thread.due_at >= today]
    if not days:
        return Next("We wachten op het antwoord en vragen er nog eens om.", after="Daarna hoor je van ons.")
    return Next("Het ministerie antwoordt.", max(days), "Daarna hoor je van ons.")


def course(entries: Iterable[TimelineEntry]) -> list[dict[str, object]]:
    """Return the timeline for the reporter, oldest first, for the timeline component."""
    return [
        {"when": entry.at, "title": sentence(entry), "icon": entry_type(entry.type).icon} for entry in entries
    ]
