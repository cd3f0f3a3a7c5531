# SPDX-License-Identifier: EUPL-1.2
"""Where this desk has been silent too long: towards reporters, and from ministries."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from netwerk.access import Actor
from netwerk.calendar import earliest_within
from netwerk.casework.silence import Silence
from netwerk.models import Dossier
from netwerk.timeline import REPORTER, codes_for

from . import access, workflow
from .models import DeskTerms, JointReply, MinistryThread, ObstacleReport, Publication


def _without_news(actor: Actor, now: datetime) -> QuerySet[Dossier]:
    """Return open reports whose reporter heard nothing for as long as the terms allow."""
    since = now - timedelta(weeks=DeskTerms.current().silence)
    rows = ObstacleReport.objects.visible_to(actor).without_news_since(since, codes_for(REPORTER))
    return Dossier.objects.filter(pk__in=rows.values("pk"))


def _unacknowledged(actor: Actor, now: datetime) -> QuerySet[Dossier]:
    """Return cases with a question that a ministry has not even said to have received."""
    before = earliest_within(timezone.localdate(now), DeskTerms.current().acknowledge)
    threads = MinistryThread.objects.filter(state="sent", sent_at__date__lt=before)
    return Dossier.objects.filter(pk__in=threads.values("case"))


def _held_too_long(actor: Actor, now: datetime) -> QuerySet[Dossier]:
    """Return cases whose public text should have appeared, and could not."""
    if not access.handles_cases(actor):
        return Dossier.objects.none()
    late = Publication.objects.filter(state="held", publish_on__lt=timezone.localdate(now))
    return Dossier.objects.filter(pk__in=late.values("case"))


def _put_ready(actor: Actor, now: datetime) -> QuerySet[Dossier]:
    """Return cases with a question that was passed on, and that nobody sent to its owner yet."""
    before = earliest_within(timezone.localdate(now), DeskTerms.current().acknowledge)
    waiting = MinistryThread.objects.filter(state="draft", handed_by__settled_at__date__lt=before)
    return Dossier.objects.filter(pk__in=waiting.values("case"))


def _joint_late(actor: Actor, now: datetime) -> QuerySet[Dossier]:
    """Return cases with a joint question that a party did not reply to in time."""
    today = timezone.localdate(now)
    waiting = JointReply.objects.filter(replied_at__isnull=True, joint__due_on__lt=today)
    open_cases = workflow.CASE.sets["open"]
    return Dossier.objects.filter(pk__in=waiting.values("joint__case"), state__in=open_cases)


SILENCES = (
    Silence(
        "no-news",
        "Melders zonder nieuws",
        "Langer dan de termijn las de melder niets nieuws. Stuur een bericht.",
        _without_news,
    ),
    Silence(
        "unacknowledged",
        "Vragen waarvan de ontvangst niet is bevestigd",
        "Bel de contactpersoon, of kies de vervanger.",
        _unacknowledged,
    ),
    Silence(
        "held-too-long",
        "Openbare teksten waarvan de datum voorbij is",
        "Er is nog geen uitkomst, of een melder wil de tekst niet op de site.",
        _held_too_long,
    ),
    Silence(
        "joint-late",
        "Gezamenlijke vragen waarop nog niet iedereen antwoordde",
        "Bel de partij die nog niets liet weten.",
        _joint_late,
    ),
    Silence(
        "passed-on",
        "Doorverwezen vragen die nog niet verstuurd zijn",
        "Maak de vraag af en verstuur haar aan wie er wel over gaat.",
        _put_ready,
    ),
)
