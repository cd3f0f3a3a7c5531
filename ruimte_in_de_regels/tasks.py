# SPDX-License-Identifier: EUPL-1.2
"""Celery shells of this desk: an id or nothing in, an action out. Each may run twice without harm."""

import logging
from datetime import date, datetime, time, timedelta

from celery import shared_task
from django.utils import timezone

from netwerk.access import SYSTEM
from netwerk.calendar import earliest_within
from netwerk.perform import NotNow
from netwerk.timeline import REPORTER, codes_for

from . import terms
from .actions import outcomes, promises, publications, reactions, reporter, threads
from .facets import keep_facets
from .figures.counts import keep_figures
from .models import CaseOutcome, DeskTerms, JointReply, MinistryThread, ObstacleReport, Promise, Publication

logger = logging.getLogger(__name__)


@shared_task
def expire_threads(now: datetime | None = None) -> int:
    """Let the terms of silent ministries pass. Returns how many did."""
    now = now or timezone.now()
    expired = 0
    for thread in MinistryThread.objects.past_due(timezone.localdate(now)).select_related("ministry"):
        try:
            threads.expire(thread, by=SYSTEM, now=now)
        except NotNow:  # it was answered, or another worker was here first
            continue
        expired += 1
    return expired


@shared_task
def chase_threads(now: datetime | None = None) -> int:
    """Remind those who are silent, then ask a second contact, then tell the coordinator. Returns how many."""
    now = now or timezone.now()
    today, lengths = timezone.localdate(now), DeskTerms.current()
    chased = 0
    for thread in MinistryThread.objects.to_chase().select_related("case", "ministry", "contact"):
        step = threads.next_step(thread, today, lengths)
        if not step:
            continue
        try:
            threads.chase(thread, step, by=SYSTEM, now=now)
        except NotNow:  # an answer came meanwhile, or another worker was here first
            continue
        chased += 1
    return chased + _chase_jointly(now, lengths)


def _chase_jointly(now: datetime, lengths: DeskTerms) -> int:
    chased = 0
    rows = JointReply.objects.to_chase().select_related("joint__case", "thread__ministry", "thread__contact")
    for reply in rows:
        step = threads.next_joint_step(reply, timezone.localdate(now), lengths)
        if not step:
            continue
        try:
            threads.chase_jointly(reply, step, by=SYSTEM, now=now)
        except NotNow:  # the reply came meanwhile, or another worker was here first
            continue
        chased += 1
    return chased


@shared_task
def watch_promises(now: datetime | None = None) -> int:
    """Ask how promises stand that are due soon, and let those lapse whose day is over. Returns how many."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    soon = Promise.objects.to_ask(today, today + timedelta(days=terms.PROMISE_ASKED_BEFORE))
    done = 0
    for rows, act in ((soon, promises.ask), (Promise.objects.past_due(today), promises.lapse)):
        for promise in rows.select_related("ministry"):
            try:
                act(promise, by=SYSTEM, now=now)
            except NotNow:  # it was asked before, or another worker was here first
                continue
            done += 1
    return done


@shared_task
def ask_aftercare(now: datetime | None = None) -> int:
    """Ask reporters, half a year after the outcome, whether it works. Returns how many."""
    now = now or timezone.now()
    asked = 0
    told_before = terms.told_before_aftercare(timezone.localdate(now))
    for report in ObstacleReport.objects.awaiting_aftercare(told_before):
        try:
            reporter.ask_whether_it_works(report, by=SYSTEM, now=now)
        except NotNow:  # another worker was here first
            continue
        asked += 1
    return asked


@shared_task
def remind_reporters(now: datetime | None = None) -> int:
    """Remind of questions that wait, and break silences that last too long. Returns how many reporters."""
    now = now or timezone.now()
    set_terms = DeskTerms.current()
    asked_before = _start_of(earliest_within(timezone.localdate(now), set_terms.reporter_answers))
    done = 0
    for report in ObstacleReport.objects.unanswered_since(asked_before):
        try:
            reactions.remind(report, by=SYSTEM, now=now)
        except NotNow:  # the answer came meanwhile
            continue
        done += 1
    silent_since = now - timedelta(weeks=set_terms.silence)
    for report in ObstacleReport.objects.without_news_since(silent_since, codes_for(REPORTER)):
        reactions.say_still_busy(report, by=SYSTEM, now=now)
        done += 1
    return done


@shared_task
def announce_ends(now: datetime | None = None) -> int:
    """Say of experiments and exemptions that they end, half a year before. Returns of how many."""
    now = now or timezone.now()
    told = 0
    until = terms.ends_announced_until(timezone.localdate(now))
    for outcome in CaseOutcome.objects.ending_by(until).select_related("case"):
        try:
            outcomes.tell_end(outcome, by=SYSTEM, now=now)
        except NotNow:  # another worker was here first
            continue
        told += 1
    return told


def _start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


@shared_task
def count_cases() -> int:
    """Keep the numbers beside the filters of all cases on the site. Returns how many numbers."""
    return keep_facets()


@shared_task
def count_figures(now: datetime | None = None) -> int:
    """Keep the public figures. Returns how many quarters they reach back."""
    return len(keep_figures(now or timezone.now()).quarters)


@shared_task
def tend_publications(now: datetime | None = None) -> int:
    """Close reading along whose days have passed, and publish what waited for today. Returns how many."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    rows = Publication.objects.select_related("case")
    work = (
        (publications.close_reading, rows.read_long_enough(today)),
        (publications.appear, rows.due(today)),
    )
    done = 0
    for action, texts in work:
        for text in texts:
            try:
                action(text, by=SYSTEM, now=now)
            except NotNow:  # it changed meanwhile, or somebody objects: then the team has a task
                continue
            done += 1
    return done
