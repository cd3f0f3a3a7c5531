# SPDX-License-Identifier: EUPL-1.2
"""Demo initiatives: fictional stories, walked to their states by the real actions."""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from netwerk import cache_tags
from netwerk.access import Actor
from netwerk.demo import PERIOD, Cast, course, organisation
from netwerk.kinds import Copied, Part
from netwerk.models import Dossier, Region, Sector, Theme, User

from ..actions import decisions, owner, review
from ..models import Initiative, InitiativePartner
from .shown import SHOWN
from .story import FICTION, Story
from .under_way import UNDER_WAY

STORIES = (*SHOWN, *UNDER_WAY)
GAP, MINIMUM = 12, 3
"""Days: at least so many between two steps, and between the last step and today."""


@dataclass
class Walk:
    """One story on its way, and who plays."""

    story: Story
    cast: Cast
    now: datetime
    """When the next step is made."""
    made: Initiative | None = None

    @property
    def initiative(self) -> Initiative:
        """What was made. Raises ValueError before the first step."""
        if self.made is None:
            raise ValueError(f"{self.story.title}: nothing was made yet")
        return self.made

    @property
    def adviser(self) -> dict[str, Any]:
        """The adviser, now: the two last arguments of most actions."""
        return {"by": self.cast.adviser, "now": self.now}

    @property
    def coordinator(self) -> dict[str, Any]:
        """The coordinator, now."""
        return {"by": self.cast.coordinator, "now": self.now}


Step = Callable[[Walk], Any]


def load(cast: Cast, now: datetime) -> Iterator[list[Dossier]]:
    """Make the demo initiatives that are not there yet. Yields each, oldest first."""
    waiting = [story for story in STORIES if story.title not in cast.told]
    planned = [(_moments(story, cast, now), story) for story in waiting]
    for moments, story in sorted(planned, key=lambda plan: plan[0][0]):
        walk = Walk(story, cast, now)
        for moment, step in zip(moments, ROADS[story.until].steps, strict=True):
            walk.now = moment
            step(walk)
        yield [walk.initiative]


def _moments(story: Story, cast: Cast, now: datetime) -> list[datetime]:
    """Return when each step of a story is made."""
    road, chance = ROADS[story.until], cast.chance(story.title)
    gaps = [GAP] * (len(road.steps) - 1)
    latest = min(road.longest_ago, PERIOD - sum(gap + gap // 3 for gap in gaps))
    return course(gaps, chance, now, chance.randint(MINIMUM, latest))


def _values(story: Story, now: datetime) -> dict[str, Any]:
    return {
        "title": story.title,
        "summary": story.summary,
        "problem": f"{story.problem} {FICTION}",
        "approach": story.approach,
        "for_whom": story.for_whom,
        "by_whom": story.by_whom,
        "phase": story.phase,
        "started_on": date(now.year - 1, 1 + len(story.title) % 12, 1),
        **dict.fromkeys(story.goals, True),
        "results": story.results,
        "evidence": story.evidence,
        "what_did_not_work": story.failed,
        "transfer": story.transfer,
        "organisation": organisation(*story.organisation),
        "themes": [Theme.objects.get(slug=story.theme)],
        "sectors": [Sector.objects.get(slug=story.sector)],
        "regions": [Region.objects.get(slug=story.region)],
    }


def _begin(by: Callable[[Cast], Actor]) -> Step:
    def start(walk: Walk) -> None:
        walk.made = owner.start(_values(walk.story, walk.now), by=by(walk.cast), now=walk.now)

    return start


def _frontrunner(walk: Walk) -> User:
    """Return who owns what others brought. Raises ValueError when the cast has no such account."""
    if walk.cast.frontrunner.user is None:
        raise ValueError("the cast has no contact of a Koploper")
    return walk.cast.frontrunner.user


def _scout(walk: Walk) -> None:
    walk.made = review.scout(walk.story.title, f"{walk.story.summary} {FICTION}", **walk.adviser)


def _find_owner(walk: Walk) -> None:
    review.find_owner(walk.initiative, _frontrunner(walk), **walk.adviser)


def _submit(walk: Walk) -> None:
    owner.submit(walk.initiative, by=walk.cast.frontrunner, now=walk.now)


def _put_forward(walk: Walk) -> None:
    owner.submit(walk.initiative, by=walk.cast.member, now=walk.now)


def _ask_consent(walk: Walk) -> None:
    review.ask_consent(walk.initiative, _frontrunner(walk), **walk.adviser)


def _consent(walk: Walk) -> None:
    owner.consent(walk.initiative, by=walk.cast.frontrunner, now=walk.now)


def _take(walk: Walk) -> None:
    review.take(walk.initiative, **walk.adviser)
    for name, kind, role in walk.story.partners:
        review.add_partner(walk.initiative, organisation(name, kind), role, **walk.adviser)


def _ask(walk: Walk) -> None:
    review.ask(walk.initiative, f"{walk.story.remark} {FICTION}", **walk.adviser)


def _publish(walk: Walk) -> None:
    decisions.publish(walk.initiative, **walk.adviser)


def _nominate(walk: Walk) -> None:
    decisions.nominate(walk.initiative, **walk.coordinator)


def _recognise(walk: Walk) -> None:
    day = timezone.localdate(walk.now)
    decisions.recognise(walk.initiative, "een verzonnen ministerie", day, **walk.coordinator)


def _retire(walk: Walk) -> None:
    decisions.retire(walk.initiative, f"Het team gaat met pensioen. {FICTION}", **walk.coordinator)


def _archive(walk: Walk) -> None:
    decisions.archive(walk.initiative, f"{walk.story.remark} {FICTION}", **walk.adviser)


def _decline(walk: Walk) -> None:
    reason = f"“{walk.story.title}” is nog niet ver genoeg."
    decisions.decline(walk.initiative, reason, f"{walk.story.remark} {FICTION}", **walk.coordinator)


@dataclass(frozen=True)
class Road:
    """Where a story ends, and how many days ago at most."""

    steps: tuple[Step, ...]
    longest_ago: int


_DRAFT: tuple[Step, ...] = (_begin(lambda cast: cast.frontrunner),)
_BROUGHT: tuple[Step, ...] = (_begin(lambda cast: cast.member), _put_forward, _ask_consent)
_REVIEW: tuple[Step, ...] = (*_DRAFT, _submit, _take)
_NOMINATED: tuple[Step, ...] = (*_REVIEW, _publish, _nominate)
ROADS: dict[str, Road] = {
    "prospect": Road((_scout,), 60),
    "found": Road((_scout, _find_owner), 30),
    "draft": Road(_DRAFT, 20),
    "submitted": Road((*_DRAFT, _submit), 14),
    "consent_pending": Road(_BROUGHT, 14),
    "consented": Road((*_BROUGHT, _consent), 20),
    "in_review": Road(_REVIEW, 25),
    "more_info": Road((*_REVIEW, _ask), 15),
    "declined": Road((*_REVIEW, _decline), 200),
    "declined_after_nomination": Road((*_NOMINATED, _decline), 120),
    "good_example": Road((*_REVIEW, _publish), 330),
    "nominated": Road(_NOMINATED, 30),
    "recognised": Road((*_NOMINATED, _recognise), 300),
    "alumni": Road((*_NOMINATED, _recognise, _retire), 60),
    "withdrawn_from_site": Road((*_REVIEW, _publish, _archive), 200),
}
"""By which moves each state is reached."""


def _give_own_address(copy: Initiative, mark: str) -> None:
    copy.submission_key = uuid.uuid4()
    copy.slug = f"{copy.slug}-{mark}" if copy.slug else None


COPIED = Copied(_give_own_address, parts=(Part(InitiativePartner, "initiative"),))
"""Owners are not copied: nobody has thousands of initiatives."""


def remove(keys: list[int]) -> None:
    """Delete demo initiatives with their parts; the caller allowed deletes from the timeline."""
    initiatives = Initiative.objects.filter(pk__in=keys)
    shown = initiatives.filter(listed_at__isnull=False).values_list("pk", flat=True)
    if shown:
        cache_tags.bump_on_commit(cache_tags.listing("initiatief"), *map(cache_tags.dossier, shown))
    initiatives.delete()
