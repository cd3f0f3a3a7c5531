# SPDX-License-Identifier: EUPL-1.2
"""What must be true before a move: each condition says yes, or no with the one line why not yet."""

from copy import copy
from datetime import date

from netwerk.access import Verdict, no, verdict
from netwerk.dates import date_text

from .models import Cycle, LearningProject, ParticipantRole
from .months import earliest_end, months_later


def led(project: LearningProject) -> Verdict:
    """Somebody with a working account leads it."""
    known = project.participants.filter(role=ParticipantRole.LEAD, user__is_active=True).exists()
    return verdict(known, "Er is nog geen trekker met een account.")


def problem_agreed(project: LearningProject) -> Verdict:
    """The problem is described, and the group chose it together."""
    if not project.problem.strip():
        return no("Beschrijf eerst het probleem.")
    agreed = project.agreed_on is not None and bool(project.agreed_by.strip())
    return verdict(agreed, "Schrijf op wanneer jullie het probleem samen kozen, en met wie.")


def inventoried(project: LearningProject) -> Verdict:
    """The list of people names who is needed, and who may notice."""
    flags = list(project.stakeholders.values_list("needed", "affected"))
    if not any(needed for needed, _ in flags):
        return no("Schrijf op wie er nodig is.")
    return verdict(any(affected for _, affected in flags), "Schrijf op wie er iets van merkt.")


def criteria_agreed(project: LearningProject) -> Verdict:
    """At least one sign of success, agreed together."""
    agreed = project.criteria.filter(agreed=True).exists()
    return verdict(agreed, "Spreek samen af wanneer jullie tevreden zijn.")


def rules_agreed(project: LearningProject) -> Verdict:
    """There are ground rules, agreed on a day."""
    agreed = project.rules_agreed_on is not None and project.rules.exists()
    return verdict(agreed, "Spreek samen spelregels af.")


def long_enough(starts_on: date, ends_on: date) -> Verdict:
    """A plan takes at least three months."""
    first = months_later(starts_on)
    return verdict(
        ends_on >= first, f"Neem minstens drie maanden. Het einde is op {date_text(first)} of later."
    )


def planned(project: LearningProject) -> Verdict:
    """There is a start and an end, far enough apart."""
    if project.starts_on is None or project.ends_on is None:
        return no("Kies een begin en een einde.")
    return long_enough(project.starts_on, project.ends_on)


def reflected(project: LearningProject) -> Verdict:
    """At least one cycle was looked back on."""
    done = project.cycles.exclude(happened="").exists()
    return verdict(done, "Kijk eerst samen terug op minstens één ronde.")


def as_if_ended(project: LearningProject, day: date) -> LearningProject:
    """Return a copy that ended on this day, to ask what could be done then; it is never saved."""
    ended = copy(project)
    ended.ended_on = day
    return ended


def lasted(project: LearningProject) -> Verdict:
    """At least three months have passed since the start, pauses left out, on the day it ends."""
    if project.started_on is None:
        return no("Het traject is nog niet begonnen.")
    first = earliest_end(project.started_on, project.paused_days)
    enough = project.ended_on is not None and project.ended_on >= first
    return verdict(enough, f"Actieleren duurt minstens drie maanden. Afronden kan vanaf {date_text(first)}.")


def judged(project: LearningProject) -> Verdict:
    """Every criterion has a judgement."""
    open_ones = project.criteria.filter(judgement="").exists()
    return verdict(not open_ones, "Zeg van elke afspraak of jullie tevreden zijn.")


def learned(project: LearningProject) -> Verdict:
    """At least one lesson is written down."""
    return verdict(project.lessons.exists(), "Schrijf minstens één les op.")


def carded(project: LearningProject) -> Verdict:
    """There is enough for a card: the project in short, and a theme."""
    if not project.summary.strip():
        return no("Vul eerst de kaart in: vertel het kort.")
    return verdict(project.themes.exists(), "Vul eerst de kaart in: kies een thema.")


def unlisted(project: LearningProject) -> Verdict:
    """Nobody outside the group knows of it."""
    return verdict(project.listed_at is None, "De kaart van dit traject staat op de site.")


def looked_back(cycle: Cycle) -> Verdict:
    """No cycle closes without a reflection."""
    return verdict(bool(cycle.happened.strip()), "Vul eerst samen de reflectie in.")
