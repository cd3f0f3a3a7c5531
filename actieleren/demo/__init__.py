# SPDX-License-Identifier: EUPL-1.2
"""Demo projects: fictional groups, walked to their states by the real actions."""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from netwerk import cache_tags
from netwerk.demo import Cast, course, organisation
from netwerk.kinds import Copied, Part
from netwerk.models import Dossier, Region, Sector, Theme, Visibility

from ..actions import course as moves
from ..actions import learning
from ..actions import project as writing
from ..models import Cycle, Goal, GroundRule, LearningProject, Lesson, Stakeholder, SuccessCriterion
from ..suitability import QUESTIONS
from .stories import STORIES
from .story import FICTION, Story

PLAN_DAYS = 130


@dataclass
class Walk:
    """One story on its way, and who plays."""

    story: Story
    cast: Cast
    now: datetime
    """When the next step is made."""
    made: LearningProject | None = None

    @property
    def project(self) -> LearningProject:
        """What was made. Raises ValueError before the first step."""
        if self.made is None:
            raise ValueError(f"{self.story.title}: nothing was made yet")
        return LearningProject.objects.get(pk=self.made.pk)

    @property
    def lead(self) -> dict[str, Any]:
        """The lead, now: the two last arguments of most actions."""
        return {"by": self.cast.member, "now": self.now}


Step = Callable[[Walk], Any]


def load(cast: Cast, now: datetime) -> Iterator[list[Dossier]]:
    """Make the demo projects that are not there yet. Yields each, oldest first."""
    waiting = [story for story in STORIES if story.title not in cast.told]
    planned = [(_moments(story, cast, now), story) for story in waiting]
    for moments, story in sorted(planned, key=lambda plan: plan[0][0]):
        walk = Walk(story, cast, now)
        for moment, (step, _gap) in zip(moments, ROADS[story.until], strict=True):
            walk.now = moment
            step(walk)
        yield [walk.project]


def _moments(story: Story, cast: Cast, now: datetime) -> list[datetime]:
    """Return when each step of a story is made."""
    gaps = [gap for _step, gap in ROADS[story.until][1:]]
    chance = cast.chance(story.title)
    return course(gaps, chance, now, chance.randint(3, 20))


def _start(walk: Walk) -> None:
    story = walk.story
    right = {question.code: "nee" if question.wrong == "ja" else "ja" for question in QUESTIONS}
    walk.made = writing.start(
        {
            "title": story.title,
            "organisation": organisation(*story.organisation),
            "problem": f"{story.problem} {FICTION}",
            "themes": [Theme.objects.get(slug=story.theme)],
            "sectors": [Sector.objects.get(slug=story.sector)],
            "regions": [Region.objects.get(slug=story.region)],
        },
        right,
        **walk.lead,
    )


def _agree(walk: Walk) -> None:
    project, story, day = walk.project, walk.story, timezone.localdate(walk.now)
    moves.prepare(project, **walk.lead)
    writing.describe(
        project,
        {
            "problem": f"{story.problem} {FICTION}",
            "urgency": story.urgency,
            "for_whom": story.for_whom,
            "known": story.known,
            "examined": ["practice", "interaction"],
            "agreed_on": day,
            "agreed_by": "Alle deelnemers",
        },
        **walk.lead,
    )
    for who, level, contribution in story.people:
        values = {"who": who, "level": level, "needed": True, "affected": True, "contribution": contribution}
        writing.add_stakeholder(project, values, **walk.lead)
    writing.set_goal(project, story.goal, "", **walk.lead)
    writing.add_criterion(
        project, {"text": story.criterion, "measure": story.measure, "agreed": True}, **walk.lead
    )
    rules = (
        "Alles mag gezegd worden.",
        "Wie veel praat, luistert eerst.",
        "Een mislukte proef is een opbrengst.",
    )
    writing.agree_rules(project, rules, day, **walk.lead)
    writing.plan(project, day + timedelta(days=7), day + timedelta(days=7 + PLAN_DAYS), **walk.lead)
    card = {"summary": story.summary, "organisation_name": ""}
    moves.write_card(project, card, story.on_site, **walk.lead)
    moves.settle(project, **walk.lead)


def _begin(walk: Walk) -> None:
    moves.begin(walk.project, timezone.localdate(walk.now), **walk.lead)
    _cycle(walk, 0)


def _cycle(walk: Walk, number: int) -> None:
    round_ = walk.story.rounds[number]
    values = {"title": round_.title, "plan": round_.plan, "expectation": round_.expectation}
    learning.open_cycle(walk.project, values, **walk.lead)


def _look_back(walk: Walk) -> None:
    cycle = walk.project.cycles.first()
    if cycle is not None:
        learning.look_back(cycle, walk.story.rounds[cycle.number - 1].tried, **walk.lead)


def _reflect(walk: Walk) -> None:
    cycle = walk.project.cycles.first()
    if cycle is not None:
        round_ = walk.story.rounds[cycle.number - 1]
        words = {"happened": round_.happened, "for_whom": round_.for_whom, "surprises": round_.surprise}
        learning.reflect(cycle, words, **walk.lead)


def _close(walk: Walk) -> None:
    cycle = walk.project.cycles.first()
    if cycle is not None:
        round_ = walk.story.rounds[cycle.number - 1]
        learning.close_cycle(cycle, round_.decision, round_.change, **walk.lead)


def _next(walk: Walk) -> None:
    _cycle(walk, 1)


def _learn(walk: Walk) -> None:
    for outcome, title, happened, advice in walk.story.lessons:
        values = {"outcome": outcome, "title": title, "happened": f"{happened} {FICTION}", "advice": advice}
        learning.add_lesson(walk.project, {**values, "visibility": Visibility.PUBLIC}, **walk.lead)


def _pause(walk: Walk) -> None:
    moves.pause(walk.project, f"De griep gaat rond. {FICTION}", **walk.lead)


def _prepare(walk: Walk) -> None:
    moves.prepare(walk.project, **walk.lead)


def _evaluate(walk: Walk) -> None:
    moves.evaluate(walk.project, **walk.lead)


def _complete(walk: Walk) -> None:
    values = {"changed": walk.story.changed, "improvement_for": walk.story.improvement, "remains": ""}
    judgements = {criterion.pk: "partly" for criterion in walk.project.criteria.all()}
    moves.complete(walk.project, values, judgements, **walk.lead)


def _stop(walk: Walk) -> None:
    moves.stop(walk.project, f"{walk.story.changed} {FICTION}", **walk.lead)


def _share(walk: Walk) -> None:
    moves.share(walk.project, f"{walk.story.closing} {FICTION}", Visibility.PUBLIC, **walk.lead)


_READY: tuple[tuple[Step, int], ...] = ((_start, 0), (_agree, 14))
_TRIED: tuple[tuple[Step, int], ...] = (*_READY, (_begin, 7), (_look_back, 21))
_REFLECTED: tuple[tuple[Step, int], ...] = (*_TRIED, (_reflect, 3))
_ROUND: tuple[tuple[Step, int], ...] = (*_REFLECTED, (_close, 3))
_TWO_ROUNDS: tuple[tuple[Step, int], ...] = (*_ROUND, (_next, 4), (_look_back, 21))
_END: tuple[tuple[Step, int], ...] = ((_learn, 30), (_evaluate, 20), (_complete, 20))
ROADS: dict[str, tuple[tuple[Step, int], ...]] = {
    "exploring": ((_start, 0),),
    "preparing": ((_start, 0), (_prepare, 5)),
    "ready": _READY,
    "running": _TWO_ROUNDS,
    "ended_early": (*_TRIED, (_learn, 5), (_stop, 3)),
    "paused": (*_READY, (_begin, 7), (_pause, 9)),
    "evaluating": (*_REFLECTED, (_evaluate, 40)),
    "completed": (*_ROUND, *_END),
    "stopped": (*_ROUND, (_learn, 5), (_stop, 3), (_share, 7)),
    "shared": (*_TWO_ROUNDS, (_reflect, 4), (_close, 3), *_END, (_share, 10)),
}
"""By which steps each state is reached, and how many days lie before each."""


def _give_own_address(project: LearningProject, mark: str) -> None:
    """No two projects have the same address or the same form behind them."""
    project.slug = f"{project.slug}-{mark}" if project.slug else None
    project.submission_key = uuid.uuid4()


COPIED = Copied(
    _give_own_address,
    parts=tuple(
        Part(model, "project") for model in (Goal, GroundRule, SuccessCriterion, Stakeholder, Cycle, Lesson)
    ),
)
"""Participants are not copied: nobody takes part in thousands of projects."""


def remove(keys: list[int]) -> None:
    """Delete demo projects with their parts; the caller allowed deletes from the timeline."""
    projects = LearningProject.objects.filter(pk__in=keys)
    shown = list(projects.filter(listed_at__isnull=False).values_list("pk", flat=True))
    if shown:
        cache_tags.bump_on_commit(cache_tags.listing("leertraject"), *map(cache_tags.dossier, shown))
    projects.delete()
