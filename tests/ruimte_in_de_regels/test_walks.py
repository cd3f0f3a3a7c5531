# SPDX-License-Identifier: EUPL-1.2
"""Random walks over all actions: whoever does whatever in whatever order, what must be true stays true."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from random import Random

import pytest
from django.core import mail
from django.db import connection, transaction
from django.test import Client

from netwerk import deliveries, invariants, links
from netwerk.access import SYSTEM, Actor, NotPermitted
from netwerk.models import (
    Attachment,
    Connection,
    Dossier,
    Message,
    OutboxEvent,
    SecretLink,
    Task,
    TimelineEntry,
)
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
    Promise,
    PromiseNews,
    Publication,
    Reaction,
    TextReaction,
)
from ruimte_in_de_regels.workflow import PROMISE
from tests.factories import obstacles as make
from tests.factories.people import actor
from tests.factories.walking import STEPS, Walk

pytestmark = pytest.mark.django_db

WALKS, LENGTH = 20, 16
LINK_WALKS, LINK_LENGTH = 5, 24
CHECKED = 5
"""Steps between two looks at all invariants."""
KEPT = (
    Dossier, ObstacleReport, ObstacleCase, MinistryThread, MinistryAnswer, Publication, ContextAnalysis,
    ProblemStatement, CaseOutcome, Reaction, TextReaction, Message, Attachment, Task, Connection, OutboxEvent,
    Promise, PromiseNews,
)  # fmt: skip
PATH = (
    "write analysis", "start_analysis", "complete analysis", "state_problem", "write statement",
    "complete statement", "approve statement", "add thread", "send threads", "acknowledge", "answer",
    "weigh", "write outcome", "set_outcome", "feedback", "write text", "show",
)  # fmt: skip
"""The straight road of a case. A walk begins somewhere on it, so that it also sees the far end."""
ON_THE_ROAD = tuple(step for step in STEPS if not step.name.startswith("report"))
SPOKEN = {
    Promise: [step for step in STEPS if step.model is Promise and step.move not in ("keep", "drop")]
    + [step for step in STEPS if step.name in ("promise say", "promise leave news")],
    MinistryThread: [step for step in STEPS if step.name in ("thread close link", "thread new link")],
}
"""What is done with a promise that goes on, mostly by words, and with the links of who promised."""
BY_NAME = {step.name.partition(" ")[2]: step for step in ON_THE_ROAD}
BY_NAME |= {move: BY_NAME[move] for move in PATH if move in BY_NAME}


@dataclass(frozen=True)
class Facts:
    """Everything that a step may change."""

    rows: dict[str, list[tuple]]
    told: list[tuple[int, int]]
    """Entries of the timeline, with their dossier, oldest first."""
    versions: dict[int, int]
    closed: list[tuple[int]]
    """Links that open nothing any more."""

    @classmethod
    def now(cls):
        """Read it all, past the models: it is much."""
        with connection.cursor() as cursor:

            def read(what, table):
                cursor.execute(f"SELECT {what} FROM {table} ORDER BY 1")  # noqa: S608 - names of tables
                return cursor.fetchall()

            rows = {model: read("*", model._meta.db_table) for model in KEPT}
            told = read("id, dossier_id", TimelineEntry._meta.db_table)
            closed = read("id", f"{SecretLink._meta.db_table} WHERE revoked_at IS NOT NULL")
            return cls(rows, told, dict(read("id, version", Dossier._meta.db_table)), closed)

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
    models = (ObstacleReport, ObstacleCase, ObstacleCase, MinistryThread, Publication, Promise)
    model = walk.pick(model for model in models if model.objects.exists())
    row = walk.pick(model.objects.order_by("pk"))
    steps = [step for step in STEPS if step.model is model]
    fitting = [step for step in steps if step.fits(row)]
    moves = [step for step in fitting if step.move]
    return walk.pick((steps, moves, moves, fitting, fitting)[walk.dice(5)] or steps), row


def attempt(walk, step, row, tally):
    """Let somebody do it. Returns who, and the refusal if there was one."""
    by, refusal = whoever(walk, step, row), None
    walk.steps.append(f"{step.name} {row.pk} ({row.state}) by {by.label}")
    try:
        step.do(walk, row, by)
    except (Refused, NotPermitted) as error:
        refusal = error
    tally["refused" if refusal else step.name] += 1
    return by, refusal


def take(walk, before, tally):
    """Take one step, and hold what came of it against what must be true. Returns the facts afterwards."""
    step, row = whatever(walk)
    by, refusal = attempt(walk, step, row, tally)
    after = Facts.now()
    if refusal:
        assert str(refusal), "a refusal has words"
        assert after == before, (str(refusal), walk.steps)
        return after
    assert by in walk.team or step.who != "team", walk.steps
    assert after.told[: len(before.told)] == before.told, "a timeline only grows"
    assert all(after.versions[key] >= version for key, version in before.versions.items()), walk.steps
    assert set(before.closed) <= set(after.closed), "what is closed stays closed"
    assert after.unexplained().items() >= before.unexplained().items(), walk.steps
    return after


def test_whatever_is_said_of_promises_a_closed_link_opens_nothing_and_gets_no_mail():
    """Proves on random walks of what ministries say of promises, with the mail sent after each step: of a
    promise one piece of news waits at most, and none once it is settled; nobody is asked while it waits;
    every mailed link opens; a link that the team closed shows the page of a closed link, is not made anew,
    and its holder hears nothing of that question until the team sends another, which opens."""
    tally, team = Counter(), [actor("team"), actor("coordinator")]
    for seed in range(LINK_WALKS):
        walk = Walk(Random(seed), team, [actor("lid"), SYSTEM])
        with transaction.atomic():
            case = make.case("monitoring", assignee=team[0].user)
            thread = make.thread(case, "answered")
            promise = make.promise(case, due_on=(walk.now + timedelta(days=20)).date(), owner=team[0].user)
            for _ in range(LINK_LENGTH):
                walk.later()
                on = walk.pick((promise, promise, promise, thread))
                on.refresh_from_db()
                waited = promise.news.waiting().first()
                asked = promise.asked_on
                attempt(walk, walk.pick(step for step in SPOKEN[type(on)] if step.fits(on)), on, tally)
                mail_goes_out(walk)
                promise.refresh_from_db()
                still = promise.news.waiting()
                assert still.count() <= (promise.state in PROMISE.sets["running"]), walk.steps
                assert waited not in still or promise.asked_on == asked, "nobody is asked what was said"
            broken = {breach.invariant for breach in invariants.check([case.pk])}
            assert not broken & {"promise_fits_its_state", "closed_link_stays_closed"}, walk.steps
            for link in SecretLink.objects.exclude(withdrawn_by=""):
                tally["closed"] += 1
                assert "Deze link werkt niet" in Client().get(f"/l/{links.token_for(link)}/").content.decode()
            transaction.set_rollback(True)
    assert {"promise say", "promise leave news", "thread close link", "thread new link"} <= set(tally)
    assert tally["closed"] and tally["refused"], tally


def mail_goes_out(walk):
    """Send what a step brought. Each link in it opens; who lost the link gets none, and no other link."""
    mail.outbox.clear()
    if OutboxEvent.objects.filter(expanded_at__isnull=True).exists():
        deliveries.deliver_due(lambda: walk.now)
    lost = SecretLink.objects.exclude(withdrawn_by="").select_related("contact", "dossier")
    for link in lost:
        assert links.find(links.token_for(link), walk.now) is None, walk.steps
        with pytest.raises(links.Withdrawn):
            links.make_link(link.scope, link.dossier, contact=link.contact, part=link.part, now=walk.now)
    for letter in mail.outbox:
        assert letter.to[0] not in {link.contact.email for link in lost}, walk.steps
        for token in re.findall(r"/l/([\w-]+)/", letter.body):
            assert links.find(token, walk.now), walk.steps


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
