# SPDX-License-Identifier: EUPL-1.2
"""How many cases on the site each choice of their list holds (`netwerk.register`)."""

from collections import Counter

from django.db.models import Count

from netwerk import cache_tags, register
from netwerk.models import Dossier
from netwerk.register import Facets, Tie

from . import workflow
from .models import CaseOutcome, MinistryThread, ObstacleCase
from .querysets import CaseQuerySet, ThreadQuerySet

KEPT = "ruimte-in-de-regels:facets"
AGAIN, FOLLOWED, KNOWN = "opnieuw-bekeken", "we-volgen-het", "uitkomst-bekend"
STANDS = {
    KNOWN: workflow.CASE.sets["decided"] - {"monitoring"},
    FOLLOWED: frozenset({"monitoring"}),
    AGAIN: frozenset(state.code for state in workflow.CASE.states) - workflow.CASE.sets["decided"],
}
"""Where a case on the site can stand, as words in an address: everybody reads three of its states."""
_STAND_OF = {state: word for word, states in STANDS.items() for state in states}


def asked_threads() -> ThreadQuerySet:
    """Return the questions that a reader may know of."""
    return MinistryThread.objects.asked()


def _ties() -> list[Tie]:
    return [
        Tie("thema", Dossier.themes.through.objects.all(), "theme__slug"),
        Tie("sector", Dossier.sectors.through.objects.all(), "sector__slug"),
        Tie("regel", Dossier.regulations.through.objects.all(), "regulation__slug"),
        Tie("ministerie", asked_threads(), "ministry__code", "case_id"),
        Tie("uitkomst", CaseOutcome.objects.all(), "kind", "case_id"),
    ]


def facets_of(rows: CaseQuerySet, *, narrowed: bool) -> Facets:
    """Return the numbers for rows that are not sliced, in at most two queries; none when they were kept."""
    if narrowed:
        return _counted(rows)
    return register.of_whole(KEPT, cache_tags.listing("casus"), lambda: _counted(rows))


def _counted(rows: CaseQuerySet) -> Facets:
    held = register.held(rows, "state")
    if held is None:
        return Facets(known=False)
    numbers = Counter(("stand", _STAND_OF[state]) for _key, state in held)
    return Facets(numbers + register.tied(_ties(), [row[0] for row in held]))


def keep_facets() -> int:
    """Count all cases on the site and keep the numbers. Returns how many numbers."""
    listed = ObstacleCase.objects.listed()
    numbers = register.tied(_ties(), listed.order_by().values("pk"))
    for state, number in listed.order_by().values_list("state").annotate(Count("pk")):
        numbers["stand", _STAND_OF[state]] += number
    return register.keep(KEPT, numbers)
