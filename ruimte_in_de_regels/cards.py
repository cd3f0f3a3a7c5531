# SPDX-License-Identifier: EUPL-1.2
"""What a card or a row shows of a published case: read for many at once, and nothing else of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from netwerk.models import Theme, Visibility
from netwerk.workflow import State

from .models import CaseOutcome, ObstacleCase, Publication, look_of
from .querysets import CaseQuerySet, PublicationQuerySet

_TEXT = ("title", "slug", "problem")


@dataclass
class CaseCard:
    """What a card shows of a published case; its themes come from `netwerk.cards`."""

    pk: int
    title: str
    url: str
    summary: str
    state_info: State | None
    members_only: bool = False
    shown_themes: list[Theme] = field(default_factory=list)


def _first_outcome(case: str) -> Subquery:
    """Return the kind of the outcome that was told first; `case` is the name of the field with its case."""
    outcomes: QuerySet[CaseOutcome] = CaseOutcome.objects.filter(case=OuterRef(case))
    return Subquery(outcomes.order_by("pk").values("kind")[:1])


@cache
def published_rows() -> PublicationQuerySet:
    """Return the published texts, newest first, with what a row shows; see `state_of`. Narrow it or cut it.

    Put together once, like the next: that takes as long as asking.
    """
    rows = Publication.objects.published().select_related("case").only(*_TEXT, "case__listed_at")
    return rows.annotate(first_outcome=_first_outcome("case"))


@cache
def rows_for_cards() -> CaseQuerySet:
    """Return cases with what a card shows of them. Narrow it or cut it."""
    texts = (f"publication__{name}" for name in _TEXT)
    rows = ObstacleCase.objects.select_related("publication").only("visibility", *texts)
    return rows.annotate(first_outcome=_first_outcome("pk"))


def state_of(kind: str | None) -> State | None:
    """Return how the first outcome looks as a label; nothing without an outcome."""
    return look_of(kind) if kind else None


def newest_cards(most: int) -> list[CaseCard]:
    """Return the newest published cases as cards."""
    return [_card(text.case_id, text, text.first_outcome) for text in published_rows()[:most]]


def cards_of(cases: Iterable[Any]) -> list[CaseCard]:
    """Return cases on the site as cards; they come from `rows_for_cards`."""
    network = Visibility.NETWORK
    return [
        _card(case.pk, case.publication, case.first_outcome, members_only=case.visibility == network)
        for case in cases
    ]


def _card(pk: int, text: Publication, outcome: str | None, *, members_only: bool = False) -> CaseCard:
    address = text.get_absolute_url()
    return CaseCard(pk, text.title, address, text.problem, state_of(outcome), members_only)
