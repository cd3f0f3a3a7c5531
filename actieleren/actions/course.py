# SPDX-License-Identifier: EUPL-1.2
"""The course of a project: from exploring to a shared story."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from netwerk import search
from netwerk.access import Actor
from netwerk.models import Visibility
from netwerk.perform import Act, Done, Move, NotNow, perform

from .. import access, conditions
from ..models import LearningProject, Lesson
from .project import relate


def prepare(project: LearningProject, *, by: Actor, now: datetime) -> Done:
    """Go from exploring to preparing."""
    return perform(project, Move("prepare"), by=by, now=now)


def settle(project: LearningProject, *, by: Actor, now: datetime) -> Done:
    """Say that everything is agreed."""
    return perform(project, Move("settle"), by=by, now=now)


def revise(project: LearningProject, *, by: Actor, now: datetime) -> Done:
    """Open the agreements again, before the start."""
    return perform(project, Move("revise"), by=by, now=now)


def begin(project: LearningProject, started_on: date, *, by: Actor, now: datetime) -> Done:
    """Start; the three months count from this day."""

    def go(fresh: LearningProject) -> None:
        fresh.started_on = started_on

    return perform(project, Move("begin", {"started_on": started_on}, then=go), by=by, now=now)


def pause(project: LearningProject, reason: str, *, by: Actor, now: datetime) -> Done:
    """Let a project stand still; these days do not count for the three months."""

    def halt(fresh: LearningProject) -> None:
        fresh.paused_on = timezone.localdate(now)

    return perform(project, Move("pause", {"reason": reason}, then=halt), by=by, now=now)


def resume(project: LearningProject, *, by: Actor, now: datetime) -> Done:
    """Go on after a pause; the planned end moves along."""

    def go(fresh: LearningProject) -> None:
        _end_pause(fresh, timezone.localdate(now))

    return perform(project, Move("resume", then=go), by=by, now=now)


def _end_pause(project: LearningProject, day: date) -> None:
    if project.paused_on is None:
        return
    days = (day - project.paused_on).days
    project.paused_days += days
    project.paused_on = None
    if project.ends_on is not None:
        project.ends_on = project.due_at = project.ends_on + timedelta(days=days)


def evaluate(project: LearningProject, *, by: Actor, now: datetime) -> Done:
    """Start looking back on the whole project."""
    return perform(project, Move("evaluate"), by=by, now=now)


def go_on(project: LearningProject, *, by: Actor, now: datetime) -> Done:
    """Go back to trying: the evaluation asks for one more cycle."""
    return perform(project, Move("go_on"), by=by, now=now)


def complete(
    project: LearningProject,
    values: Mapping[str, str],
    judgements: Mapping[int, str],
    *,
    by: Actor,
    now: datetime,
) -> Done:
    """Complete a project, with what changed and what the group says of each criterion.

    Args:
        project: the project.
        values: `changed`, `improvement_for` and `remains`.
        judgements: per number of a criterion the judgement.
        by: the lead.
        now: the moment; its day counts for the three months.
    """

    def tell(fresh: LearningProject) -> None:
        _end(fresh, "completed", now)
        for name in ("changed", "improvement_for", "remains"):
            setattr(fresh, name, values[name])
        for pk, judgement in judgements.items():
            fresh.criteria.filter(pk=pk).update(judgement=judgement)

    given = {name: values[name] for name in ("changed", "improvement_for")}
    return perform(project, Move("complete", given, fill=tell), by=by, now=now)


def stop(
    project: LearningProject,
    reason: str,
    lesson: Mapping[str, Any] | None = None,
    *,
    by: Actor,
    now: datetime,
) -> Done:
    """Stop at any moment, with the reason and what was learned.

    Args:
        project: the project.
        reason: why; the team reads it too.
        lesson: values of a first lesson, or None when one was written before.
        by: the lead, or the team.
        now: the moment.
    """

    def tell(fresh: LearningProject) -> None:
        _end_pause(fresh, timezone.localdate(now))
        _end(fresh, "stopped", now)
        fresh.stop_reason = reason
        if lesson is not None:
            Lesson.objects.create(project=fresh, created_at=now, **lesson)

    return perform(project, Move("stop", {"reason": reason}, fill=tell), by=by, now=now)


def _end(project: LearningProject, ending: str, now: datetime) -> None:
    project.ending, project.ended_on, project.due_at = ending, timezone.localdate(now), None


def share(project: LearningProject, story: str, seen_by: Visibility, *, by: Actor, now: datetime) -> Done:
    """Tell the closing story, to the network or to everybody."""

    def appear(fresh: LearningProject) -> None:
        fresh.story, fresh.visibility = story, seen_by
        fresh.slug = fresh.slug or _free_slug(fresh)
        fresh.listed_at = (fresh.listed_at or now) if seen_by == Visibility.PUBLIC else None

    given = {"story": story, "seen_by": str(seen_by)}
    return perform(project, Move("share", given, then=appear), by=by, now=now)


def retract(project: LearningProject, reason: str, *, by: Actor, now: datetime) -> Done:
    """Take a story off the site; the group can change it and share it again."""
    return perform(project, Move("retract", {"reason": reason}, then=_unlist), by=by, now=now)


def write_card(
    project: LearningProject, values: Mapping[str, Any], shown: bool, *, by: Actor, now: datetime
) -> Done:
    """Write the card, and choose whether it stands on the site while the project goes on.

    Args:
        project: the project.
        values: `summary`, `organisation_name`, and the names of `project.RELATED`.
        shown: whether everybody may see the card.
        by: the lead.
        now: the moment.

    Raises:
        NotNow: it would be shown with too little on it.
    """

    def write(fresh: LearningProject) -> None:
        fresh.summary, fresh.organisation_name = values["summary"], values["organisation_name"]
        relate(fresh, values)
        if not shown:
            _unlist(fresh)
            return
        if not (enough := conditions.carded(fresh)):
            raise NotNow(enough.reason)
        fresh.slug = fresh.slug or _free_slug(fresh)
        fresh.listed_at, fresh.visibility = fresh.listed_at or now, Visibility.PUBLIC

    entry = "leertraject.card_shown" if shown else "leertraject.card_kept"
    return perform(project, Act(entry, access.leads_on, then=write), by=by, now=now)


def hide_card(project: LearningProject, *, by: Actor, now: datetime) -> Done:
    """Take the card off the site."""
    act = Act("leertraject.card_kept", access.hides_card, then=_unlist)
    return perform(project, act, by=by, now=now)


def _unlist(fresh: LearningProject) -> None:
    """Take a project off the site; its address stays its own."""
    fresh.listed_at, fresh.visibility = None, Visibility.TEAM
    search.hide(fresh.pk)


def _free_slug(project: LearningProject) -> str:
    """Return an address: from its title, with the reference when that is taken."""
    slug = slugify(project.title)[:60].strip("-") or "leertraject"
    taken = LearningProject.objects.filter(slug=slug).exclude(pk=project.pk).exists()
    return f"{slug}-{project.reference.lower()}" if taken else slug
