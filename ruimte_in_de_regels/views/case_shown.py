# SPDX-License-Identifier: EUPL-1.2
"""What the page of a published case shows, and the queries that bring it.

Putting a query together takes Django as long as asking it. So these are put together once, with no more
columns than the page shows; each request narrows a copy.
"""

from typing import Any

from django.urls import reverse

from netwerk import cache_tags
from netwerk.models import Regulation, Sector, Theme
from netwerk.timeline import part_key

from .. import public, workflow
from ..figures import reach
from ..models import CaseOutcome, MinistryThread, OutcomeKind, Promise, Publication
from . import case_course
from .case_answers import public_answer
from .connected import connected
from .factsheet import has_sheet

TEXTS = reach.with_weight(Publication.objects.for_pages())
"""The texts that `shown` takes, to narrow to one; of any state."""
ON_SITE = TEXTS.published().order_by()
"""Those that everybody may read."""
_THREADS = (
    MinistryThread.objects.asked()
    .select_related("ministry", "answer")
    .only(
        *("case", "round", "state", "sent_at", "due_at", "extended_to", "settled_at", "next_owner"),
        *("reminded_at", "pressed_at", "backup_asked_at", "nudged_at"),
        *("ministry__abbreviation", "ministry__name"),
        *("answer__thread", "answer__stance", "answer__public_text", "answer__rule_purpose"),
        "answer__channel",
    )
)
_PROMISES = Promise.objects.select_related("ministry").only(
    *(
        "case",
        "state",
        "text",
        "result",
        "due_on",
        "first_due_on",
        "settled_at",
        "ministry__name",
        "ministry__abbreviation",
    )
)
_OUTCOMES = CaseOutcome.objects.all()
_RULES = Regulation.objects.only("name", "article", "slug")
_DESK = {"label": "Ruimte in de Regels", "url": "/ruimte-in-de-regels/"}
_THEMES = Theme.objects.only("name", "slug", "icon")
_SECTORS = Sector.objects.values_list("name", flat=True)


def shown(text: Publication) -> dict[str, Any]:
    """Return what the page of a case shows; a kept page is told which rules. The text is one of `TEXTS`."""
    case = text.case
    outcomes = list(_OUTCOMES.filter(case=case.pk))
    # The rules of a case on the site are shown by that very case; of another it takes another case.
    rules = list((_RULES if case.listed_at else public.shown_regulations()).filter(dossiers=case.pk))
    cache_tags.note(*(cache_tags.regulation(rule.pk) for rule in rules))
    threads, promises = list(_THREADS.filter(case=case.pk)), list(_PROMISES.filter(case=case.pk))
    log = case_course.read(case)
    return {
        "crumbs": crumbs(),
        "publication": text,
        "weight": reach.weight(text),
        "has_sheet": has_sheet(outcomes),
        "case": case,
        "themes": list(_THEMES.filter(dossiers=case.pk)),
        "sectors": ", ".join(_SECTORS.filter(dossiers=case.pk)),
        "outcome": outcomes[0] if outcomes else None,
        "other_outcomes": outcomes[1:],
        "reconsidered": bool(outcomes) and case.state not in workflow.CASE.sets["decided"],
        "room": next((item for item in outcomes if item.kind == OutcomeKind.EXPERIMENT), None),
        "promises": promises,
        "regulations": rules,
        "answers": [public_answer(thread, log.moves.get(part_key(thread), ())) for thread in threads],
        "hand_overs": sum(thread.state == "not_competent" for thread in threads),
        "course": case_course.course(case, log, threads, promises),
        "connected": connected([case.pk]),
        "todo": [line.strip() for line in text.what_you_can_do.splitlines() if line.strip()],
    }


def crumbs() -> list[dict[str, str]]:
    """Return the way to a case."""
    return [_DESK, {"label": "Casussen", "url": reverse("ruimte_in_de_regels:case_list")}]
