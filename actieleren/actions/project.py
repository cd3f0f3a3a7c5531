# SPDX-License-Identifier: EUPL-1.2
"""Start a project, and write what the group finds and agrees."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from netwerk import handover
from netwerk.access import Actor, require
from netwerk.perform import Act, Done, NotNow, next_reference, open_dossier, perform
from netwerk.timeline import Happening

from .. import access, conditions
from ..models import (
    Goal,
    GroundRule,
    LearningProject,
    Participant,
    ParticipantRole,
    Stakeholder,
    SuccessCriterion,
)
from ..suitability import judge

FIELDS = ("title", "organisation", "organisation_name", "problem", "starts_on", "ends_on")
RELATED = ("themes", "sectors", "regions")


def start(
    values: Mapping[str, Any],
    answers: Mapping[str, str],
    *,
    by: Actor,
    now: datetime,
    key: uuid.UUID | None = None,
) -> LearningProject:
    """Begin a project after the suitability check, with its starter as lead: once, however often it is sent.

    Args:
        values: what was filled in, by names of `FIELDS` and `RELATED`; perhaps the `handover` it comes from.
        answers: the answers of the suitability check; they are kept.
        by: the lead to be.
        now: the moment.
        key: of the form; a second sending with it finds the first.

    Raises:
        NotPermitted: nobody is logged in.
        NotNow: the check says that it does not fit, or somebody else's form had this key.
    """
    require(access.starts(by))
    outcome = judge(answers)
    if not outcome.may_start:
        raise NotNow("Actieleren past nu niet bij jullie vraag. Lees het advies van de check.")
    project = LearningProject(
        submission_key=key or uuid.uuid4(),
        checked_on=timezone.localdate(now),
        check_result=outcome.result,
        check_answers=dict(answers),
        **{name: values[name] for name in FIELDS if name in values},
    )
    try:
        return _open(project, values, by, now)
    except IntegrityError:
        # The same form was sent twice: the first one counts, when it was this person's.
        known = LearningProject.objects.joined_by(by).filter(submission_key=project.submission_key).first()
        if known is None:
            raise NotNow("Dit formulier werkt niet meer. Open het opnieuw.") from None
        return known


def _open(project: LearningProject, values: Mapping[str, Any], by: Actor, now: datetime) -> LearningProject:
    """Save a new project with its first timeline entry and its lead, all or nothing."""
    assert by.user is not None  # noqa: S101 - the rule made sure
    with transaction.atomic():
        project.reference = next_reference("LT", now)
        project.due_at = project.ends_on
        open_dossier(project, Happening("leertraject.started"), by=by, now=now)
        relate(project, values)
        if note := values.get("handover"):
            handover.connect(project, note, now)
        Participant.objects.create(project=project, user=by.user, role=ParticipantRole.LEAD, added_at=now)
    return project


def relate(project: LearningProject, values: Mapping[str, Any]) -> None:
    """Set the themes, sectors and regions that were filled in."""
    for name in RELATED:
        if name in values:
            getattr(project, name).set(values[name])


def _write(project: LearningProject, what: str, then: Any, by: Actor, now: datetime) -> Done:
    """Change what the group wrote; the timeline says which part, never the words themselves."""
    act = Act("leertraject.saved", access.writes, then=then, data={"what": what})
    return perform(project, act, by=by, now=now)


def describe(project: LearningProject, values: Mapping[str, Any], *, by: Actor, now: datetime) -> Done:
    """Keep what the problem is, what is known of it, and when the group chose it together."""

    def write(fresh: LearningProject) -> None:
        for name in ("problem", "urgency", "for_whom", "known", "examined", "agreed_on", "agreed_by"):
            setattr(fresh, name, values[name])

    return _write(project, "het probleem", write, by, now)


def set_goal(project: LearningProject, text: str, reason: str, *, by: Actor, now: datetime) -> Done:
    """Set the goal; earlier ones stay to be read."""

    def write(fresh: LearningProject) -> None:
        Goal.objects.create(project=fresh, text=text, reason=reason, set_at=now)

    return _write(project, "het doel", write, by, now)


def plan(project: LearningProject, starts_on: date, ends_on: date, *, by: Actor, now: datetime) -> Done:
    """Set begin and end. Raises NotNow when there are less than three months between them."""
    if not (enough := conditions.long_enough(starts_on, ends_on)):
        raise NotNow(enough.reason)

    def write(fresh: LearningProject) -> None:
        fresh.starts_on = starts_on
        fresh.ends_on = fresh.due_at = ends_on

    return _write(project, "de planning", write, by, now)


def agree_rules(
    project: LearningProject, rules: Iterable[str], agreed_on: date, *, by: Actor, now: datetime
) -> Done:
    """Set the ground rules of the group, in the place of the earlier ones."""

    def write(fresh: LearningProject) -> None:
        fresh.rules.all().delete()
        GroundRule.objects.bulk_create(GroundRule(project=fresh, text=rule) for rule in rules)
        fresh.rules_agreed_on = agreed_on

    return _write(project, "de spelregels", write, by, now)


def add_stakeholder(project: LearningProject, values: Mapping[str, Any], *, by: Actor, now: datetime) -> Done:
    """Name a group that is needed or affected."""

    def write(fresh: LearningProject) -> None:
        Stakeholder.objects.create(project=fresh, **values)

    return _write(project, "de betrokkenen", write, by, now)


def remove_stakeholder(project: LearningProject, pk: int, *, by: Actor, now: datetime) -> Done:
    """Take a group off the list; one of another project is left alone."""

    def write(fresh: LearningProject) -> None:
        fresh.stakeholders.filter(pk=pk).delete()

    return _write(project, "de betrokkenen", write, by, now)


def add_criterion(project: LearningProject, values: Mapping[str, Any], *, by: Actor, now: datetime) -> Done:
    """Name a sign of success."""

    def write(fresh: LearningProject) -> None:
        SuccessCriterion.objects.create(project=fresh, **values)

    return _write(project, "wanneer de groep tevreden is", write, by, now)


def remove_criterion(project: LearningProject, pk: int, *, by: Actor, now: datetime) -> Done:
    """Take a sign of success off the list; one of another project is left alone."""

    def write(fresh: LearningProject) -> None:
        fresh.criteria.filter(pk=pk).delete()

    return _write(project, "wanneer de groep tevreden is", write, by, now)
