# SPDX-License-Identifier: EUPL-1.2
"""Random walks over all actions: whoever does whatever in whatever order, what must be true stays true."""

from collections import Counter
from dataclasses import dataclass
from random import Random

import pytest
from django.db import connection, transaction

from netwerk import invariants
from netwerk.access import SYSTEM, Actor, NotPermitted
from netwerk.models import Connection, Dossier, Message, OutboxEvent, Task, TimelineEntry
from netwerk.perform import Refused
from ruimte_in_de_regels.actions import cases
from ruimte_in_de_regels.models import (
    CaseOutcome,
    ContextAnalysis,
    MinistryAnswer,
    MinistryThread,
    ObstacleCase,
    ObstacleReport,
    ProblemStatement,
    Publication,
    Reaction,
    TextReaction,
)
from tests.factories import obstacles as make
from tests.factories.people import actor
from tests.factories.walking import STEPS, Walk

pytestmark = pytest.mark.django_db

WALKS, LENGTH = 20, 16
CHECKED = 5
"""Steps between two looks at all invariants."""
KEPT = (
    Dossier, ObstacleReport, ObstacleCase, MinistryThread, MinistryAnswer, Publication, ContextAnalysis,
    ProblemStatement, CaseOutcome, Reaction, TextReaction, Message, Task, Connection, OutboxEvent,
)  # fmt: skip
PATH = (
    "write analysis", "start_analysis", "complete analysis", "state_problem", "write statement",
    "complete statement", "approve statement", "add thread", "send threads", "acknowledge", "answer",
    "weigh", "write outcome", "set_outcome", "feedback", "write text", "show",
)  # fmt: skip
"""The straight road of a case. A walk begins somewhere on it, so that it also sees the far end."""
ON_THE_ROAD = tuple(step for step in STEPS if not step.name.startswith("report"))
BY_NAME = {step.name.partition(" ")[2]: step for step in ON_THE_ROAD}
BY_NAME |= {move: BY_NAME[move] for move in PATH if move in BY_NAME}


@dataclass(frozen=True)
class Facts:
    """Everything that a step may change."""

    rows: dict[str, list[tuple]]
    told: list[tuple[int, int]]
    """Entries of the timeline, with their dossier, oldest first."""
    versions: dict[int, int]

    @classmethod
    def now(cls):
        """Read it all, past the models: it is much."""
        with connection.cursor() as cursor:

            def read(what, table):
                cursor.execute(f"SELECT {what} FROM {table} ORDER BY 1")  # noqa: S608 - names of tables
                return cursor.fetchall()

            rows = {model: read("*", model._meta.db_table) for model in KEPT}
            told = read("id, dossier_id", TimelineEntry._meta.db_table)
            return cls(rows, told, dict(read("id, version", Dossier._meta.db_table)))

    def unexplained(self):
        """Return of each dossier its version without its entries: every change brings one of both."""
        entries = Counter(dossier for _pk, dossier in self.told)
        return {key: version - entries[key] for key, version in self.versions.items()}


def begin(walk):
    """Two reports that wait and a case with a report, brought some way along its road by the team itself."""
    one, two, coordinator = walk.team
    for _ in range(2):
        make.sent_report(walk.now, email="mia@voorbeeld.example")
    report = make.report("in_intake")
    case = cases.open_case(cases.NewCase("Stage", "reported"), by=one, now=walk.now, report=report)
    for name in PATH[: walk.dice(len(PATH) + 1)]:
        step = BY_NAME[name]
        on = step.model.objects.order_by("pk").first()
        by = {"set_outcome": coordinator, "approve statement": two}.get(name, one)
        step.do(walk, on, by)
    return case


def whoever(walk, step, row):
    """Choose who does it: mostly somebody who might, sometimes anybody at all."""
    anybody = [*walk.team, *walk.others, *walk.holders()]
    mostly = {"team": walk.team, "outside": [*walk.holders(row), walk.team[0]], "portal": [SYSTEM]}
    return walk.pick(anybody if walk.dice(6) == 0 else mostly[step.who])


def whatever(walk):
    """Choose a step and what it is done to: mostly what the table allows, sometimes what it forbids."""
    models = (ObstacleReport, ObstacleCase, ObstacleCase, MinistryThread, Publication)
    model = walk.pick(model for model in models if model.objects.exists())
    row = walk.pick(model.objects.order_by("pk"))
    steps = [step for step in STEPS if step.model is model]
    fitting = [step for step in steps if step.fits(row)]
    moves = [step for step in fitting if step.move]
    return walk.pick((steps, moves, moves, fitting, fitting)[walk.dice(5)] or steps), row


def take(walk, before, tally):
    """Take one step, and hold what came of it against what must be true. Returns the facts afterwards."""
    step, row = whatever(walk)
    by = whoever(walk, step, row)
    walk.steps.append(f"{step.name} {row.pk} ({row.state}) by {by.label}")
    refusal = None
    try:
        step.do(walk, row, by)
    except (Refused, NotPermitted) as error:
        refusal = error
    after = Facts.now()
    tally["refused" if refusal else step.name] += 1
    if refusal:
        assert str(refusal), "a refusal has words"
        assert after == before, (str(refusal), walk.steps)
        return after
    assert by in walk.team or step.who != "team", walk.steps
    assert after.told[: len(before.told)] == before.told, "a timeline only grows"
    assert all(after.versions[key] >= version for key, version in before.versions.items()), walk.steps
    assert after.unexplained().items() >= before.unexplained().items(), walk.steps
    return after


def test_whatever_anybody_does_the_invariants_hold():
    """Proves on random walks of all actions, allowed or not, by every role: no invariant breaks, a refusal
    changes nothing, and every change is one version and one entry on a timeline that only grows."""
    tally = Counter()
    team = [actor("team"), actor("team"), actor("coordinator")]
    others = [actor("lid"), actor("redacteur"), Actor("visitor", "Bezoeker"), SYSTEM]

    for seed in range(WALKS):
        walk = Walk(Random(seed), team, others)
        with transaction.atomic():
            begin(walk)
            facts = Facts.now()
            for _ in range(LENGTH):
                walk.later()
                facts = take(walk, facts, tally)
                if len(walk.steps) % CHECKED == 0:
                    assert invariants.check() == [], "\n".join(walk.steps)
            transaction.set_rollback(True)
    done = {name for name in tally if name != "refused"}
    print(f"{sum(tally.values())} steps, {tally['refused']} refused, {len(done)} of {len(STEPS)} kinds done")
    assert tally["refused"] > WALKS, "walks also try what is not allowed"
    assert len(done) > len(STEPS) * 0.4, sorted({step.name for step in STEPS} - done)
