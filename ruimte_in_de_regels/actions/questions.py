# SPDX-License-Identifier: EUPL-1.2
"""What turned out to be allowed already becomes a draft of a frequent question, once per case."""

from datetime import datetime

from netwerk import faq_drafts
from netwerk.access import Actor
from netwerk.models import Connection
from netwerk.perform import Act, NotNow, perform

from .. import access, workflow
from ..models import MAY_ALREADY, ObstacleCase, Publication

_ANSWERED_IN = Connection.Relation.ANSWERED_IN


def drafted(case: ObstacleCase) -> Connection | None:
    """Return the tie to the question that was made of a case; None when none was made."""
    return Connection.objects.filter(
        from_dossier=case.pk, to_page__isnull=False, relation=_ANSWERED_IN
    ).first()


def may_draft(case: ObstacleCase) -> bool:
    """Tell whether the outcome of a case is one that belongs among the frequent questions."""
    decided = case.state in workflow.CASE.sets["decided"]
    return decided and case.outcomes.filter(kind__in=MAY_ALREADY).exists()


def draft_question(case: ObstacleCase, *, by: Actor, now: datetime) -> Connection:
    """Make an unpublished question of a case, below its theme, in the words of the approved public text.

    Raises:
        NotNow: it was made before, the outcome is another, the text is not approved, or the site has no
            place for questions.
    """

    def make(fresh: ObstacleCase) -> None:
        if drafted(fresh) is not None:
            raise NotNow("Van deze casus is al een vraag gemaakt.")
        if not may_draft(fresh):
            raise NotNow("Dit kan alleen als de uitkomst is dat het al mag, of verduidelijkt is.")
        text = Publication.objects.filter(case=fresh, state__in=workflow.PUBLICATION.sets["checked"]).first()
        if text is None:
            raise NotNow("Laat eerst de openbare tekst goedkeuren. De vraag gebruikt die woorden.")
        try:
            page = faq_drafts.make(_draft(fresh, text), by.user)
        except faq_drafts.NoPlace as error:
            raise NotNow("De site heeft nog geen lijst met vragen.") from error
        Connection.objects.create(
            from_dossier_id=fresh.pk, to_page_id=page, relation=_ANSWERED_IN, created_at=now
        )

    perform(case, Act("casus.question_drafted", access.handles_cases, then=make), by=by, now=now)
    return Connection.objects.get(from_dossier=case.pk, to_page__isnull=False, relation=_ANSWERED_IN)


def _draft(case: ObstacleCase, text: Publication) -> faq_drafts.Draft:
    theme = case.themes.first()
    return faq_drafts.Draft(
        question=text.title,
        short_answer=text.outcome,
        paragraphs=tuple(part for part in (text.outcome, text.problem, text.what_you_can_do) if part),
        theme=theme.slug if theme else "",
        subject="ruimte-in-de-regels",
    )
