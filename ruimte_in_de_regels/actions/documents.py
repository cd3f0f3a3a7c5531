# SPDX-License-Identifier: EUPL-1.2
"""The context analysis and the problem statement of a case, version by version."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction

from netwerk.access import Actor, NotPermitted
from netwerk.perform import Act, NotNow, perform

from .. import access, workflow
from ..models import ContextAnalysis, ObstacleCase, ProblemStatement
from . import course

Document = TypeVar("Document", ContextAnalysis, ProblemStatement)

_NAMES = {ContextAnalysis: "analysis", ProblemStatement: "statement"}
_EDITABLE_IN = {
    ContextAnalysis: workflow.CASE.sets["analysis"] | {"solving_in_network", "escalated"},
    ProblemStatement: workflow.CASE.sets["escalatable"],
}


def save(
    case: ObstacleCase, model: type[Document], values: Mapping[str, Any], *, by: Actor, now: datetime
) -> Document:
    """Save what is written of a document: in the open version, or in a new one after a completed one.

    `values` may hold `seen`: the version of the dossier that the writer looked at.

    Raises:
        NotNow: the case is in a state in which this document does not change.
        Stale: somebody else changed the case in between.
    """
    fields = {name: value for name, value in values.items() if name != "seen"}
    document = _open_version(case, model, by, now)

    def write(fresh: ObstacleCase) -> None:
        if fresh.state not in _EDITABLE_IN[model]:
            raise NotNow("In deze status verandert dit stuk niet. Zet de casus eerst een stap terug.")
        for name, value in fields.items():
            setattr(document, name, value)
        document.save()

    entry = f"casus.{_NAMES[model]}_saved"
    data = {"number": document.number}
    perform(
        case, Act(entry, access.handles_cases, then=write, data=data, seen=values.get("seen")), by=by, now=now
    )
    return document


def _open_version(case: ObstacleCase, model: type[Document], by: Actor, now: datetime) -> Document:
    newest = model._default_manager.filter(case=case).order_by("-number").first()
    if newest is None:
        return model(case=case, author=by.user, created_at=now)
    return newest if newest.is_editable else newest.next_version(by.user, now)


def newest(case: ObstacleCase, model: type[Document]) -> Document:
    """Return the newest version. Raises NotNow when nothing was written yet."""
    document = model._default_manager.filter(case=case).order_by("-number").first()
    if document is None:
        raise NotNow("Er is nog niets geschreven.")
    return document


def complete(case: ObstacleCase, model: type[Document], *, by: Actor, now: datetime) -> Document:
    """Mark the newest version as complete; a problem statement then waits for a second person.

    Raises:
        NotNow: something required is still empty, or it was complete already.
    """
    document = newest(case, model)

    def finish(_fresh: ObstacleCase) -> None:
        document.refresh_from_db()
        if not document.is_editable:
            raise NotNow("Deze versie is al klaar.")
        empty = [str(model._meta.get_field(name).verbose_name) for name in document.missing()]  # type: ignore[union-attr]
        if empty:
            raise NotNow(f"Nog niet ingevuld: {', '.join(empty)}")
        document.completed_at = now
        # Who finishes it answers for it: the second person must be another one.
        document.author = by.user
        document.save()

    entry = f"casus.{_NAMES[model]}_completed"
    perform(
        case, Act(entry, access.handles_cases, then=finish, data={"number": document.number}), by=by, now=now
    )
    return document


def approve_statement(case: ObstacleCase, *, by: Actor, now: datetime) -> ProblemStatement:
    """Approve the newest problem statement, as a second person. Its reporters are asked whether they
    recognise it.

    Raises:
        NotPermitted: the actor wrote it, or is not of the team.
        NotNow: it is not complete, or was approved already.
    """
    document = newest(case, ProblemStatement)

    def approve(_fresh: ObstacleCase) -> None:
        document.refresh_from_db()
        _require_second_person(document, by)
        document.checked_by, document.approved_at = by.user, now
        document.save()

    act = Act(
        "casus.statement_approved", access.handles_cases, then=approve, data={"number": document.number}
    )
    with transaction.atomic():
        done = perform(case, act, by=by, now=now)
        course.tell_step(done.subject, course.PROBLEM_STATED, by=by, now=now)
    return document


def return_statement(case: ObstacleCase, reason: str, *, by: Actor, now: datetime) -> ProblemStatement:
    """Give the newest problem statement back to its author: it can be edited again.

    Raises:
        NotPermitted, NotNow: as `approve_statement`.
    """
    document = newest(case, ProblemStatement)

    def give_back(_fresh: ObstacleCase) -> None:
        document.refresh_from_db()
        _require_second_person(document, by)
        document.completed_at = None
        document.save()

    data = {"number": document.number, "reason": reason}
    act = Act("casus.statement_returned", access.handles_cases, then=give_back, data=data)
    perform(case, act, by=by, now=now)
    return document


def _require_second_person(document: ProblemStatement, by: Actor) -> None:
    if by.user is not None and by.user.pk == document.author_id and document.completed_at is not None:
        raise NotPermitted("Je schreef deze tekst zelf. Laat een ander meelezen.")
    answer = document.may_be_approved_by(by)
    if not answer:
        raise NotNow(answer.reason)
