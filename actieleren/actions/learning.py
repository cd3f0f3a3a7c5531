# SPDX-License-Identifier: EUPL-1.2
"""Cycles and lessons."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Max

from netwerk.access import Actor
from netwerk.perform import Act, Done, Move, perform

from .. import access
from ..models import Cycle, LearningProject, Lesson


def open_cycle(project: LearningProject, values: Mapping[str, str], *, by: Actor, now: datetime) -> Done:
    """Begin the next cycle: `title`, `plan` and `expectation`, which cannot be changed afterwards."""

    def begin(fresh: LearningProject) -> None:
        last = fresh.cycles.aggregate(last=Max("number"))["last"] or 0
        Cycle.objects.create(project=fresh, number=last + 1, opened_at=now, **values)

    return perform(project, Act("leertraject.cycle_opened", access.opens_cycle, then=begin), by=by, now=now)


def look_back(cycle: Cycle, tried: str, *, by: Actor, now: datetime) -> Done:
    """Say what was really done; the cycle then waits for the reflection."""

    def write(fresh: Cycle) -> None:
        fresh.tried = tried

    return perform(cycle, Move("look_back", {"tried": tried}, then=write), by=by, now=now)


def reflect(cycle: Cycle, values: Mapping[str, str], *, by: Actor, now: datetime) -> Done:
    """Write the reflection: `happened`, `for_whom` and, if anything, `surprises`."""

    def write(fresh: Cycle) -> None:
        for name in ("happened", "for_whom", "surprises"):
            setattr(fresh, name, values[name])

    given = {name: values[name] for name in ("happened", "for_whom")}
    return perform(cycle, Move("reflect", given, then=write), by=by, now=now)


def close_cycle(cycle: Cycle, decision: str, change: str, *, by: Actor, now: datetime) -> Done:
    """Close a cycle with what the group decides. Raises NotNow without a reflection."""

    def write(fresh: Cycle) -> None:
        fresh.decision, fresh.change, fresh.closed_at = decision, change, now

    return perform(cycle, Move("close", {"decision": decision, "change": change}, then=write), by=by, now=now)


def add_lesson(project: LearningProject, values: Mapping[str, Any], *, by: Actor, now: datetime) -> Done:
    """Write a lesson, of a success or of a failure."""

    def write(fresh: LearningProject) -> None:
        Lesson.objects.create(project=fresh, created_at=now, **values)

    return perform(project, Act("leertraject.lesson_added", access.teaches, then=write), by=by, now=now)


def remove_lesson(project: LearningProject, pk: int, *, by: Actor, now: datetime) -> Done:
    """Take a lesson away; one of another project is left alone."""

    def drop(fresh: LearningProject) -> None:
        fresh.lessons.filter(pk=pk).delete()

    return perform(project, Act("leertraject.lesson_removed", access.teaches, then=drop), by=by, now=now)
