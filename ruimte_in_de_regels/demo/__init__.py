# SPDX-License-Identifier: EUPL-1.2
"""Demo reports and cases: fictional stories, walked to their states by the real actions."""

import uuid
from collections.abc import Iterator
from datetime import datetime

from netwerk import cache_tags
from netwerk.demo import DOMAIN, PERIOD, Cast, course
from netwerk.kinds import Copied, Part
from netwerk.models import Contact, Dossier, Regulation

from ..actions.reports import opening
from ..models import (
    CaseOutcome,
    ContextAnalysis,
    Difference,
    JointQuestion,
    JointReply,
    Ministry,
    MinistryAnswer,
    MinistryContact,
    MinistryThread,
    ObstacleCase,
    ObstacleReport,
    ProblemStatement,
    Promise,
    Publication,
    ReportDraft,
    SetAside,
)
from . import desk
from .ministries import NEXT_OWNER
from .patterns import Story
from .roads import ROADS
from .stories import WITH_CASE, WITHOUT_CASE, WITHOUT_REPORT
from .walk import Walk, report, told

STORIES = (*WITH_CASE, *WITHOUT_REPORT, *WITHOUT_CASE)
MINIMUM = 3
"""Days between the last step of a story and today."""


def load(cast: Cast, now: datetime) -> Iterator[list[Dossier]]:
    """Make the demo reports and cases that are not there yet. Yields what each story made, oldest first."""
    waiting = [story for story in STORIES if not {story.title, opening(told(story))} & cast.told]
    planned = [(_moments(story, cast, now), story) for story in waiting]
    for moments, story in sorted(planned, key=lambda plan: plan[0][0]):
        walk = Walk(story, cast, moments[0])
        report(walk)
        for moment, step in zip(moments[1:], ROADS[story.road].steps, strict=True):
            walk.now = moment
            step(walk)
        yield walk.made
    desk.furnish(cast, now)


def _moments(story: Story, cast: Cast, now: datetime) -> list[datetime]:
    """Return when the story begins, and when each of its steps is made."""
    road, chance = ROADS[story.road], cast.chance(story.title)
    latest = min(road.longest_ago, PERIOD - sum(gap + gap // 3 for gap in road.gaps))
    return course(road.gaps, chance, now, chance.randint(MINIMUM, max(MINIMUM, latest)))


def _give_own_key(copy: ObstacleReport, mark: str) -> None:
    copy.submission_key = uuid.uuid4()


def _give_own_address(copy: Publication, mark: str) -> None:
    copy.slug = f"{copy.slug}-{mark}"
    copy.title = f"{copy.title} ({mark})"


def _without_answer(copy: Promise, mark: str) -> None:
    copy.answer_id = None  # an answer makes one promise


def _stand_alone(copy: MinistryThread, mark: str) -> None:
    copy.next_thread = copy.previous = None


REPORTS_COPIED = Copied(_give_own_key, ties=("case",))
"""Who reported is not copied."""
CASES_COPIED = Copied(
    parts=(
        Part(ContextAnalysis, "case"),
        Part(ProblemStatement, "case"),
        Part(MinistryThread, "case", Copied(_stand_alone, parts=(Part(MinistryAnswer, "thread"),))),
        Part(CaseOutcome, "case"),
        Part(Promise, "case", Copied(_without_answer)),
        Part(Publication, "case", Copied(_give_own_address)),
    )
)


def remove(keys: list[int]) -> None:
    """Delete demo reports and cases with their parts; the caller allowed deletes from the timeline."""
    shown = ObstacleCase.objects.filter(pk__in=keys, listed_at__isnull=False).values_list("pk", flat=True)
    if shown:
        cache_tags.bump_on_commit(cache_tags.listing("casus"), *map(cache_tags.dossier, shown))
    Publication.objects.filter(case__in=keys).delete()
    CaseOutcome.objects.filter(case__in=keys).delete()
    Promise.objects.filter(case__in=keys).delete()
    JointReply.objects.filter(joint__case__in=keys).delete()
    for weighed in (JointQuestion, Difference, SetAside):
        weighed.objects.filter(case__in=keys).delete()
    MinistryAnswer.objects.filter(thread__case__in=keys).delete()
    MinistryThread.objects.filter(case__in=keys).delete()
    ContextAnalysis.objects.filter(case__in=keys).delete()
    ProblemStatement.objects.filter(case__in=keys).delete()
    ReportDraft.objects.filter(report__in=keys).delete()
    ObstacleReport.objects.filter(case__in=keys).update(case=None)
    ObstacleReport.objects.filter(pk__in=keys).delete()
    ObstacleCase.objects.filter(pk__in=keys).delete()
    desk.clear()
    Regulation.objects.filter(slug__startswith="verzonnen-", dossiers__isnull=True).delete()
    demo_contacts = MinistryContact.objects.filter(
        contact__email__endswith=f"@{DOMAIN}", threads__isnull=True
    )
    people = list(demo_contacts.values_list("contact", flat=True))
    demo_contacts.delete()
    Contact.objects.filter(pk__in=people).delete()
    made_up = Ministry.objects.filter(name=NEXT_OWNER, threads__isnull=True, contacts__isnull=True)
    made_up.delete()
