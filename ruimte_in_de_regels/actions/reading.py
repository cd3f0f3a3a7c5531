# SPDX-License-Identifier: EUPL-1.2
"""What reporters say of the public text before it appears, and what the team answers."""

from datetime import datetime

from django.db import transaction

from netwerk.access import SYSTEM, Actor
from netwerk.casework.tasks import NewTask, open_task
from netwerk.models import TaskGroup
from netwerk.perform import Act, NotNow, perform

from .. import access, workflow
from ..models import ObstacleReport, Publication, PublishConsent, Reads, TextReaction
from .reports import tell

_CONSENT = {Reads.YES: PublishConsent.YES, Reads.NO: PublishConsent.NO}
"""What an answer to the text says of the consent; a wish leaves it as it was."""


def text_to_read(report: ObstacleReport) -> Publication | None:
    """Return the public text that a reporter may read now; None when there is none yet."""
    if report.case_id is None or report.state == "withdrawn":
        return None
    states = workflow.PUBLICATION.sets["readable_by_reporter"]
    return Publication.objects.select_related("case").filter(case=report.case_id, state__in=states).first()


def said_of(publication: Publication | None, report: ObstacleReport) -> TextReaction | None:
    """Return what a reporter said of a text last, of this version or an earlier one; None when nothing."""
    if publication is None:
        return None
    return TextReaction.objects.filter(publication=publication, report=report).first()


def react(report: ObstacleReport, answer: str, wish: str, *, by: Actor, now: datetime) -> TextReaction:
    """Keep what a reporter says of the text. "Nee" stops it, a wish becomes a task; a new answer replaces it.

    Both the case and the report are locked: nobody approves while somebody says no.

    Raises:
        NotNow: there is no text to answer to (any more).
        NotPermitted: it is not the text of this reporter's case.
    """
    publication = text_to_read(report)
    if publication is None:
        raise NotNow("Er is nog geen tekst om te lezen.")
    told = {"answer": str(Reads(answer).label).lower()}

    def keep(fresh: Publication) -> None:
        if fresh.state not in workflow.PUBLICATION.sets["answerable"]:
            raise NotNow("De tekst staat al op de site of wordt opnieuw geschreven. Stuur ons een bericht.")
        values = {"version": fresh.version, "answer": answer, "wish": wish, "reply": "", "created_at": now}
        TextReaction.objects.update_or_create(publication=fresh, report=report, defaults=values)

    def choose(fresh: ObstacleReport) -> None:
        fresh.publish_consent = _CONSENT.get(Reads(answer), fresh.publish_consent)

    with transaction.atomic():
        act = Act("publicatie.reaction", access.reads_along, then=keep, data=told)
        done = perform(publication, act, by=by, now=now)
        perform(report, Act("melding.read_along", access.reporter, then=choose, data=told), by=by, now=now)
        if answer != Reads.YES:
            _put_ready(
                done.subject, f"{report.reference}: de melder zegt over de tekst: {told['answer']}", now
            )
    return TextReaction.objects.get(publication=publication, report=report)


def answer_wish(reaction: TextReaction, reply: str, *, by: Actor, now: datetime) -> None:
    """Write a reporter why a wish is not met; the reporter can still say no.

    Raises:
        NotNow: there is no wish that waits for an answer (any more).
    """

    def keep(_fresh: Publication) -> None:
        reaction.refresh_from_db()
        if not reaction.is_open:
            raise NotNow("Er wacht geen wens op een antwoord.")
        reaction.reply = reply
        reaction.save(update_fields=["reply"])

    with transaction.atomic():
        act = Act("publicatie.wish_answered", access.handles_cases, then=keep)
        perform(reaction.publication, act, by=by, now=now)
        tell(reaction.report, reply, by=by, now=now)


def objected(report: ObstacleReport, now: datetime) -> None:
    """Put a task ready when a reporter who could read the text chooses that it may not appear."""
    publication = text_to_read(report)
    if publication is not None and report.publish_consent == PublishConsent.NO:
        _put_ready(publication, f"{report.reference}: de melder wil de tekst niet (meer) op de site", now)


def _put_ready(publication: Publication, title: str, now: datetime) -> None:
    assignee = publication.case.assignee
    group = "" if assignee else str(TaskGroup.TEAM)
    open_task(publication.case, NewTask(title, assignee, group), by=SYSTEM, now=now)
