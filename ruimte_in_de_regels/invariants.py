# SPDX-License-Identifier: EUPL-1.2
"""What must be true of cases and reports, whatever happened."""

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.aggregates import Min

from netwerk import invariants
from netwerk.invariants import Keys, within
from netwerk.models import Visibility

from . import workflow
from .models import (
    CaseOutcome,
    MinistryThread,
    ObstacleCase,
    ObstacleReport,
    Promise,
    PromiseNews,
    Publication,
)

_IN_CASE = (*workflow.REPORT.sets["in_case"], "answered")


def _listing_unfit(keys: Keys) -> QuerySet[ObstacleCase]:
    """A case is seen as its text says: by everybody and listed, by the network alone, or by the team."""
    published = Publication.objects.filter(case=OuterRef("pk"), state="published")
    fits = Q(published=False, listed_at__isnull=True, visibility=Visibility.TEAM)
    for audience, listed in ((Visibility.PUBLIC, True), (Visibility.NETWORK, False)):
        fits |= Q(published=True, audience=audience, visibility=audience, listed_at__isnull=not listed)
    cases = ObstacleCase.objects.annotate(
        published=Exists(published), audience=Subquery(published.values("audience")[:1])
    )
    return within(cases.exclude(fits), keys)


def _waits_for_no_day(keys: Keys) -> QuerySet[Publication]:
    """A text waits for a day exactly while it is held."""
    held, day = Q(state="held"), Q(publish_on__isnull=False)
    return within(Publication.objects.exclude(held & day).exclude(~held & ~day), keys, "case")


def _closed_in_silence(keys: Keys) -> QuerySet[ObstacleReport]:
    """No case is closed while one of its reporters waits for the outcome.

    A reopened report stays with the case that answered it; it is in intake and waits for no outcome.
    """
    waiting = ObstacleReport.objects.filter(state__in=workflow.REPORT.sets["in_case"], case__state="closed")
    return within(waiting, keys)


def _caseless(keys: Keys) -> QuerySet[ObstacleReport]:
    """A report that was accepted, merged or answered is in a case."""
    return within(ObstacleReport.objects.filter(state__in=_IN_CASE, case__isnull=True), keys)


def _outcomeless(keys: Keys) -> QuerySet[ObstacleCase]:
    """What is decided says what came of it; a signal may close without."""
    decided = workflow.CASE.sets["decided"] - {"closed"}
    cases = ObstacleCase.objects.filter(state__in=decided)
    return within(cases.filter(~Exists(CaseOutcome.objects.filter(case=OuterRef("pk")))), keys)


def _thread_unfit(keys: Keys) -> QuerySet[MinistryThread]:
    """A question that went out has a day to answer; one that was answered has its answer."""
    asked = Q(state__in=workflow.THREAD.sets["asked"])
    unsent = Q(sent_at__isnull=True) | Q(due_at__isnull=True)
    wrong = (
        (asked & unsent)
        | Q(state="draft", sent_at__isnull=False)
        | Q(state="answered", answer__isnull=True)
        | Q(state__in=("answered", "not_competent", "withdrawn"), settled_at__isnull=True)
        | Q(state="extended", extended_to__isnull=True)
        | (Q(extended_to__isnull=False) & Q(due_at__lt=F("extended_to")))
    )
    return within(MinistryThread.objects.filter(wrong), keys, "case")


def _promise_unfit(keys: Keys) -> QuerySet[Promise]:
    """A promise that is settled says when and how, and nothing that a ministry said of it waits; a running
    one is not settled."""
    settled = Q(state__in=workflow.PROMISE.sets["settled"])
    whole = Q(settled_at__isnull=False) & ~Q(result="")
    waits = Exists(PromiseNews.objects.waiting().filter(promise=OuterRef("pk")))
    wrong = (settled & (~whole | waits)) | (~settled & Q(settled_at__isnull=False))
    return within(Promise.objects.filter(wrong), keys, "case")


def _terms_unfit(keys: Keys) -> Iterator[ObstacleCase]:
    """An escalated case shows the first day on which a ministry is to answer, and once asked at least one.

    A question that was taken back counts: the team then still decides how the case goes on.
    """
    waiting = Q(threads__state__in=workflow.THREAD.sets["with_ministry"])
    asked = Exists(MinistryThread.objects.filter(case=OuterRef("pk"), sent_at__isnull=False))
    cases = within(ObstacleCase.objects.filter(state="escalated"), keys)
    yield from cases.filter(~asked)
    with_term = cases.annotate(first=Min("threads__due_at", filter=waiting)).filter(first__isnull=False)
    yield from with_term.filter(Q(due_at__isnull=True) | ~Q(first=F("due_at")))


invariants.register(
    case_is_listed_when_its_text_is=_listing_unfit,
    held_text_has_its_day=_waits_for_no_day,
    closed_case_is_fed_back=_closed_in_silence,
    taken_report_is_in_a_case=_caseless,
    decided_case_has_an_outcome=_outcomeless,
    question_fits_its_state=_thread_unfit,
    escalated_case_shows_its_term=_terms_unfit,
    promise_fits_its_state=_promise_unfit,
)
