# SPDX-License-Identifier: EUPL-1.2
"""By which steps each state is reached, and how many days each step takes at least."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from netwerk.models import Visibility

from ..actions import publications
from ..models import CHECKLIST, SMALL_GROUP
from . import after, ministries, shown, walk
from .patterns import FICTION
from .walk import Step, Walk


def _write_text(story: Walk) -> None:
    told, pattern = story.story, story.pattern
    values = {
        "title": told.title,
        "situation": f"{told.who} hebben hiermee te maken. {walk.told(told)}",
        "obstacle": f"{told.who} dachten: {pattern.believed}",
        "problem": f"{told.who} lopen vast {pattern.effect}. {told.goal} Dat was de vraag.",
        "outcome": told.result,
        "what_you_can_do": told.advice,
    }
    publications.save_text(story.the_case(), values, **story.adviser)


def _show_reporter(story: Walk) -> None:
    publications.show_reporter(story.the_case().publication, **story.adviser)


def _approve_text(story: Walk) -> None:
    points = [*(code for code, _ in CHECKLIST), SMALL_GROUP]
    publications.approve(story.the_case().publication, points, **story.colleague)


def _give_back(story: Walk) -> None:
    reason = f"In de situatie staat nog waar het speelt. Schrijf het ruimer. {FICTION}"
    publications.give_back(story.the_case().publication, reason, **story.colleague)


def _publish(story: Walk) -> None:
    publications.publish(story.the_case().publication, **story.coordinator)
    shown.three_lines(story)


def _retract(story: Walk) -> None:
    reason = f"We schrijven deze tekst opnieuw. {FICTION}"
    public = f"We schrijven deze tekst opnieuw: {story.story.title}"
    publications.retract(story.the_case().publication, reason, public, **story.coordinator)


def _hold(story: Walk) -> None:
    given = {
        "reason": f"We wachten op een bijeenkomst. {FICTION}",
        "publish_on": timezone.localdate(story.now) + timedelta(days=60),
    }
    publications.hold(story.the_case().publication, given, Visibility.PUBLIC, **story.coordinator)


def _publish_for_network(story: Walk) -> None:
    publications.publish(story.the_case().publication, Visibility.NETWORK, **story.coordinator)


Way = tuple[tuple[int, Step], ...]
"""Steps, each with the least number of days since the one before."""

_TAKEN: Way = ((3, walk.take),)
_SIGNAL: Way = (*_TAKEN, (4, walk.open_case), (4, walk.join))
_ANALYSIS: Way = (*_SIGNAL, (3, walk.analyse))
_STATED: Way = (*_ANALYSIS, (20, walk.complete_analysis), (6, walk.state_problem))
_APPROVED: Way = (*_STATED, (4, walk.approve_statement))
_CHOSEN: Way = (*_APPROVED, (3, ministries.choose))
_ASKED: Way = (*_CHOSEN, (3, ministries.send_questions))
_READ: Way = (*_ASKED, (4, ministries.acknowledge))
_STUDIED: Way = (*_READ, (6, ministries.investigate))
_SILENT: Way = (
    *_ASKED,
    (44, ministries.chase),
    (16, ministries.chase),
    (5, ministries.expire),
    (9, ministries.chase),
)
_END: Way = ((4, walk.weigh), (6, walk.set_outcome), (4, walk.give_feedback))
_TEXT: Way = ((5, _write_text), (4, _show_reporter), (5, _approve_text))
_ANSWERED: Way = (*_STUDIED, (16, ministries.answer))
_TOLD: Way = (*_ANSWERED, *_END)
_SHOWN: Way = (*_TOLD, *_TEXT, (3, _publish))


@dataclass(frozen=True)
class Road:
    """Where a story ends, and how long ago at most."""

    way: Way
    longest_ago: int
    """Days between its last step and today, at most; the least is three."""

    @property
    def gaps(self) -> list[int]:
        """The least number of days before each step."""
        return [days for days, _ in self.way]

    @property
    def steps(self) -> list[Step]:
        """The steps in their order."""
        return [step for _, step in self.way]


ROADS: dict[str, Road] = {
    # Without a case.
    "received": Road((), 12),
    "in_intake": Road(_TAKEN, 12),
    "replied": Road((*_TAKEN, (4, walk.ask), (6, walk.reply)), 9),
    "waiting": Road((*_TAKEN, (4, walk.ask)), 14),
    "referred": Road((*_TAKEN, (3, walk.refer)), 60),
    "referred_closed": Road((*_TAKEN, (3, walk.refer), (15, walk.close_report)), 300),
    "withdrawn": Road((*_TAKEN, (8, walk.withdraw_report)), 300),
    "withdrawn_early": Road(((3, walk.withdraw_report),), 200),
    # With one.
    "signal": Road(_SIGNAL, 8),
    "found": Road(_SIGNAL, 30),
    "dropped": Road((*_SIGNAL, (12, walk.drop)), 300),
    "analysis": Road(_ANALYSIS, 30),
    "parked": Road((*_ANALYSIS, (5, walk.park)), 40),
    "statement": Road((*_STATED, (3, ministries.choose)), 12),
    "network": Road((*_CHOSEN, (4, walk.solve_in_network)), 40),
    "escalated": Road((*_READ, (3, ministries.forward)), 20),
    "investigating": Road(_STUDIED, 20),
    "question_back": Road((*_STUDIED, (5, ministries.ask_back)), 10),
    "extended": Road((*_READ, (30, ministries.extend)), 14),
    "weighing": Road(
        (
            *_ANSWERED,
            (4, walk.weigh),
            (4, ministries.ask_again),
            (12, ministries.answer_again),
            (4, walk.weigh),
            (3, ministries.ask_jointly),
        ),
        7,
    ),
    "outcome_set": Road((*_ANSWERED, *_END[:-1], (2, _write_text), (1, _give_back)), 4),
    "feedback": Road((*_TOLD, *_TEXT[:-1]), 14),
    "reported_back": Road((*_TOLD, *_TEXT), 20),
    "not_competent": Road(
        (*_STUDIED, (9, ministries.pass_on), (9, ministries.answer), *_END, *_TEXT, (3, _publish)), 200
    ),
    "expired": Road((*_SILENT, *_END, *_TEXT, (3, _publish)), 120),
    "held": Road((*_TOLD, *_TEXT, (3, _hold)), 10),
    "shown_to_network": Road((*_TOLD, *_TEXT, (3, _publish_for_network)), 60),
    "published": Road(_SHOWN, 200),
    "experiment": Road(
        (
            *_TOLD,
            _TEXT[0],
            (3, shown.take_out),
            *_TEXT[1:],
            (3, _publish),
            (6, walk.monitor),
            (3, after.keep_word),
            (9, shown.reach_others),
        ),
        60,
    ),
    "followed": Road((*_SHOWN, (6, walk.monitor), (8, after.watch)), 150),
    "closed": Road((*_SHOWN, (20, walk.close_case)), 160),
    "retracted": Road((*_SHOWN, (20, walk.close_case), (20, _retract)), 100),
    "reopened": Road((*_SHOWN, (20, walk.close_case), (30, walk.reopen)), 25),
}
"""By name: where a story can end."""
