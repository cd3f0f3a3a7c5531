# SPDX-License-Identifier: EUPL-1.2
"""Steps of random walks at the desk Ruimte in de Regels: every action, with something to do it to.

A step is what a screen does: it calls an action as somebody, about a row as it was loaded. What the action
may refuse, it may refuse here. Choices come from a seed, so that a walk can be walked again; hypothesis
chooses its own way, towards what is small, and hardly gets beyond the first states.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.db.models import Model

from netwerk import links
from netwerk.access import Actor
from netwerk.models import SecretLink, Sector, Theme
from netwerk.perform import NotNow
from netwerk.timeline import part_key
from netwerk.uploads import CleanFile
from ruimte_in_de_regels.access import REPORTER_SCOPE
from ruimte_in_de_regels.actions import (
    cases,
    documents,
    gather,
    outcomes,
    place,
    promise_news,
    promises,
    publications,
    reactions,
    reading,
    reporter,
    reports,
    threads,
    weighing,
)
from ruimte_in_de_regels.actions import links as team_links
from ruimte_in_de_regels.models import (
    CHECKLIST,
    CaseOutcome,
    ContextAnalysis,
    Ministry,
    MinistryContact,
    MinistryThread,
    ObstacleCase,
    ObstacleReport,
    ProblemStatement,
    Promise,
    PromiseSaid,
    Publication,
)
from ruimte_in_de_regels.workflow import CASE, PROMISE, PUBLICATION, REPORT, THREAD
from tests.factories import obstacles as make
from tests.factories.files import PDF

ANALYSIS = {
    **dict.fromkeys(("events", "renewal", "involved", "rule_purpose"), "Tekst."),
    "rule_owner": "state",
    "obstacle_kind": "unclear",
    "scale": "national",
}
STATEMENT = dict.fromkeys(ProblemStatement.REQUIRED_TO_COMPLETE, "Tekst.")
PUBLIC_TEXT = dict.fromkeys(("title", "situation", "obstacle", "problem", "outcome"), "Stage in de zomer")
ANSWER = {"stance": "follows", "kind": "explanation", "reasoning": "Het mag."}
DAYS_OF_PROMISES = (3, 20, 50)
WORDS = "Om een reden."
TABLES = {
    ObstacleReport: REPORT,
    ObstacleCase: CASE,
    MinistryThread: THREAD,
    Publication: PUBLICATION,
    Promise: PROMISE,
}


WHEN = {
    "report ask reopening": REPORT.sets["told"],
    "report works not": REPORT.sets["told"],
    "report remind": REPORT.sets["waiting"],
    "report weigh outcome": REPORT.sets["with_outcome"],
    "report react": REPORT.sets["in_case"],
    "case write analysis": CASE.sets["analysis"],
    "case complete analysis": CASE.sets["analysis"],
    **{
        f"case {what}": CASE.sets["escalatable"]
        for what in (
            "write statement",
            "complete statement",
            "approve statement",
            "return statement",
            "add thread",
            "send threads",
        )
    },
    "case split": CASE.sets["takes_reports"],
    "case write outcome": {"weighing_answers"},
    "case remove outcome": {"weighing_answers"},
    "text reading closed": {"with_reporter"},
    "report read along": REPORT.sets["in_case"] | REPORT.sets["told"],
    "thread draft": THREAD.sets["answerable"],
    "thread forward": THREAD.sets["running"],
    "thread again": {"answered"},
    "thread chase": THREAD.sets["answerable"],
    "case make promise": CASE.sets["decided"],
    "promise say": PROMISE.sets["running"],
    "promise leave news": PROMISE.sets["running"],
    "promise ask": PROMISE.sets["running"],
}
"""Where something that is no move makes sense; elsewhere it is tried now and then."""


@dataclass
class Walk:
    """Who is there, what time it is, and how choices are made."""

    random: Random
    team: list[Actor]
    others: list[Actor]
    now: datetime = make.NOW
    contacts: dict[str, MinistryContact] = field(default_factory=dict)
    steps: list[str] = field(default_factory=list)
    """What was done, to tell a walk that went wrong."""

    def pick(self, among: Iterable[Any]) -> Any:
        """Choose one of these."""
        return self.random.choice(list(among))

    def dice(self, sides: int) -> int:
        """Throw a die: 0 up to `sides`, that one left out."""
        return self.random.randrange(sides)

    def later(self) -> None:
        """Let some days pass."""
        self.now += timedelta(days=self.pick((0, 0, 1, 5, 40)))

    def contact(self, code: str) -> MinistryContact:
        """Return the policy officer of a ministry."""
        if code not in self.contacts:
            self.contacts[code] = make.ministry_contact(code)
        return self.contacts[code]

    def files(self) -> list[CleanFile]:
        """Send a file along, or none."""
        return [CleanFile("brief.pdf", "application/pdf", PDF)] * self.dice(2)

    def place(self) -> place.Place:
        """Choose what something is about."""
        return place.Place([self.pick(Theme.objects.all())], [self.pick(Sector.objects.all())])

    def case(self) -> ObstacleCase:
        """Choose a case."""
        return self.pick(ObstacleCase.objects.order_by("pk"))

    def holders(self, row: Any = None) -> list[Actor]:
        """Return who can come in by a link: to this row, or by any."""
        found = SecretLink.objects.filter(revoked_at__isnull=True).order_by("pk")
        if isinstance(row, MinistryThread):
            with suppress(links.Withdrawn):
                make.thread_link(row)
            found = found.filter(part=part_key(row))
        elif row is not None:
            found = found.filter(dossier=row.case_id if isinstance(row, Promise) else row.pk)
        return [links.actor_for(link) for link in found]


Do = Callable[[Walk, Any, Actor], object]


@dataclass(frozen=True)
class Step:
    """One thing that is done to one row. `move` is its name in the state table; empty when it is none."""

    name: str
    model: type[Model]
    do: Do
    move: str = ""
    who: str = "team"
    """Who would do this: `team`, `outside` (by a link) or `portal`."""

    def fits(self, row: Any) -> bool:
        """Tell whether the state table allows it now; what is no move mostly has states of its own."""
        if self.move:
            return row.state in TABLES[self.model].transition(self.move).sources
        return row.state in WHEN.get(self.name, {row.state})


def _report(name: str, do: Do, move: str = "", who: str = "team") -> Step:
    return Step(f"report {name}", ObstacleReport, do, move, who)


def _case(name: str, do: Do, move: str = "") -> Step:
    return Step(f"case {name}", ObstacleCase, do, move)


def _plain(name: str) -> Step:
    def go(walk: Walk, case: ObstacleCase, by: Actor) -> object:
        given = {"reason": WORDS, "review_date": (walk.now + timedelta(days=30)).date()}
        return cases.move(case, name, given, by=by, now=walk.now)

    return _case(name, go, name)


def _thread(name: str, do: Do, move: str = "", who: str = "outside") -> Step:
    return Step(f"thread {name}", MinistryThread, do, move, who)


def _promise(name: str, do: Do, move: str = "", who: str = "team") -> Step:
    return Step(f"promise {name}", Promise, do, move, who)


def _text(name: str, do: Do, move: str = "", who: str = "team") -> Step:
    return Step(f"text {name}", Publication, do, move, who)


def _day(walk: Walk) -> dict[str, Any]:
    return {"reason": WORDS, "publish_on": (walk.now + timedelta(days=walk.pick((0, 1, 30)))).date()}


def _hold(walk: Walk, text: Publication, by: Actor) -> object:
    return publications.hold(text, _day(walk), walk.pick(("network", "public")), by=by, now=walk.now)


def _publish(walk: Walk, text: Publication, by: Actor) -> object:
    return publications.publish(text, walk.pick(("network", "public")), by=by, now=walk.now)


def _read(walk: Walk, report: ObstacleReport, by: Actor) -> object:
    return reading.react(report, walk.pick(("yes", "change", "no")), WORDS, by=by, now=walk.now)


def _add_thread(walk: Walk, case: ObstacleCase, by: Actor) -> object:
    ministry = walk.pick(Ministry.objects.order_by("pk"))
    values = {
        "ministry": ministry,
        "contact": walk.contact(ministry.code),
        "reason": WORDS,
        "question": "Mag het?",
    }
    return threads.add_thread(case, values, by=by, now=walk.now)


def _send(walk: Walk, case: ObstacleCase, by: Actor) -> object:
    return threads.send_threads(case, case.threads.filter(state="draft"), by=by, now=walk.now)


def _split(walk: Walk, case: ObstacleCase, by: Actor) -> object:
    some = list(case.reports.order_by("pk"))[: walk.dice(3)]
    return gather.split_case(case, some, cases.NewCase("Deel", "reported"), by=by, now=walk.now)


def _outcome(walk: Walk, case: ObstacleCase, by: Actor) -> object:
    values = {"kind": walk.pick(("experiment", "no_room")), "reasoning": WORDS}
    return outcomes.write_outcome(case, values, by=by, now=walk.now)


def _no_outcome(walk: Walk, case: ObstacleCase, by: Actor) -> object:
    for outcome in CaseOutcome.objects.filter(case=case)[:1]:
        return outcomes.remove_outcome(outcome, by=by, now=walk.now)
    raise NotNow("Er is geen uitkomst.")


def _ask_jointly(walk: Walk, case: ObstacleCase, by: Actor) -> object:
    new = weighing.NewJointQuestion("Hoe nu?", walk.now.date(), list(case.threads.all()))
    return weighing.ask_jointly(case, new, by=by, now=walk.now)


def _extend(walk: Walk, thread: MinistryThread, by: Actor) -> object:
    day = (thread.due_at or walk.now.date()) + timedelta(days=walk.pick((7, 21, 60)))
    return threads.extend(thread, WORDS, day, by=by, now=walk.now)


def _pass_on(walk: Walk, thread: MinistryThread, by: Actor) -> object:
    to = walk.pick((*Ministry.objects.order_by("pk"), "De voorbeeldgemeente", "VWS"))
    return threads.pass_on(thread, to, WORDS, by=by, now=walk.now)


def _forward(walk: Walk, thread: MinistryThread, by: Actor) -> object:
    to = threads.Colleague("Cas", f"cas{walk.dice(3)}@ministerie.example")
    return threads.forward(thread, to, by=by, now=walk.now)


def _again(walk: Walk, thread: MinistryThread, by: Actor) -> object:
    until = (walk.now + timedelta(days=walk.pick((3, 20, 50)))).date()
    return threads.again(
        thread, {"reason": WORDS, "question": "En dan?", "until": until}, by=by, now=walk.now
    )


def _chase(walk: Walk, thread: MinistryThread, by: Actor) -> object:
    return threads.chase(thread, walk.pick(threads.MADE), by=by, now=walk.now)


def _answer(walk: Walk, thread: MinistryThread, by: Actor) -> object:
    when = (walk.now + timedelta(days=walk.pick(DAYS_OF_PROMISES))).date()
    promising = {"kind": "change", "commitment_date": when}
    return threads.answer(thread, {**ANSWER, **walk.pick(({}, promising))}, by=by, now=walk.now)


def _make_promise(walk: Walk, case: ObstacleCase, by: Actor) -> object:
    when = (walk.now + timedelta(days=walk.pick(DAYS_OF_PROMISES))).date()
    values = {"ministry": walk.pick(Ministry.objects.order_by("pk")), "text": WORDS, "due_on": when}
    asked = case.threads.asked().first()
    values["ministry"] = asked.ministry if asked else values["ministry"]
    return promises.make_promise(case, values, by=by, now=walk.now)


def _say(walk: Walk, promise: Promise, by: Actor) -> object:
    when = promise.due_on + timedelta(days=walk.pick((-1, 20, 50)))
    news = promise_news.News(walk.pick(PromiseSaid.values), f"Op {walk.now}", when)
    return promise_news.say_how_it_stands(promise, news, by=by, now=walk.now)


def _leave_news(walk: Walk, promise: Promise, by: Actor) -> object:
    for news in promise.news.all()[walk.dice(2) :][:1]:  # the newest, or one before that
        return promise_news.leave_news(news, WORDS, by=by, now=walk.now)
    raise NotNow("Er is geen bericht.")


def _move_promise(walk: Walk, promise: Promise, by: Actor) -> object:
    day = promise.due_on + timedelta(days=walk.pick((-1, 20, 50)))
    return promises.move_date(promise, day, WORDS, by=by, now=walk.now)


def _some_link(walk: Walk, subject: MinistryThread | ObstacleReport) -> SecretLink:
    if isinstance(subject, MinistryThread):
        found = SecretLink.objects.filter(part=part_key(subject))
    else:
        found = SecretLink.objects.filter(dossier=subject.pk, scope=REPORTER_SCOPE)
    if not found.exists():
        raise NotNow("Er is geen link.")
    return walk.pick(found.order_by("pk"))


def _close_link(walk: Walk, subject: Any, by: Actor) -> object:
    link = _some_link(walk, subject)
    return team_links.withdraw_link(subject, link, walk.pick(team_links.REASONS)[0], by=by, now=walk.now)


def _new_link(walk: Walk, subject: Any, by: Actor) -> object:
    return team_links.send_new_link(subject, _some_link(walk, subject), by=by, now=walk.now)


STEPS = (
    _report("take", lambda w, r, by: reports.take(r, by=by, now=w.now), "take"),
    _report("ask", lambda w, r, by: reports.ask(r, "Hoe zit het?", w.files(), by=by, now=w.now), "ask"),
    _report(
        "reply", lambda w, r, by: reports.reply(r, "Zo.", w.files(), by=by, now=w.now), "reply", "outside"
    ),
    _report("go on", lambda w, r, by: reports.go_on(r, by=by, now=w.now), "go_on"),
    _report("tell", lambda w, r, by: reports.tell(r, WORDS, w.files(), by=by, now=w.now)),
    _report("place", lambda w, r, by: place.place_report(r, w.place(), by=by, now=w.now)),
    _report("into case", lambda w, r, by: reports.add_to_case(r, w.case(), by=by, now=w.now), "accept"),
    _report(
        "opens case",
        lambda w, r, by: cases.open_case(cases.NewCase("Nieuw", "reported"), by=by, now=w.now, report=r),
        "accept",
    ),
    _report("refer", lambda w, r, by: reports.refer(r, "IGJ", WORDS, by=by, now=w.now), "refer"),
    _report("withdraw", lambda w, r, by: reports.withdraw(r, WORDS, by=by, now=w.now), "withdraw", "outside"),
    _report("answer", lambda w, r, by: reports.answer(r, WORDS, by=by, now=w.now), "answer"),
    _report("close", lambda w, r, by: reports.close(r, by=by, now=w.now), "close"),
    _report("reopen", lambda w, r, by: reports.reopen(r, WORDS, by=by, now=w.now), "reopen"),
    _report("identity", lambda w, r, by: reports.open_identity(r, WORDS, by=by, now=w.now)),
    _report(
        "add",
        lambda w, r, by: reporter.add_information(r, f"Op {w.now}", w.files(), by=by, now=w.now),
        who="outside",
    ),
    _report(
        "ask reopening", lambda w, r, by: reporter.ask_reopening(r, WORDS, by=by, now=w.now), who="outside"
    ),
    _report(
        "works not",
        lambda w, r, by: reporter.say_whether_it_works(r, "no", "", by=by, now=w.now),
        who="outside",
    ),
    _report("react", lambda w, r, by: reactions.react(r, "no", WORDS, by=by, now=w.now), who="outside"),
    _report(
        "weigh outcome",
        lambda w, r, by: reactions.react_to_outcome(r, "no", WORDS, by=by, now=w.now),
        who="outside",
    ),
    _report("read along", _read, who="outside"),
    _report("still busy", lambda w, r, by: reactions.say_still_busy(r, by=by, now=w.now), who="portal"),
    _report("remind", lambda w, r, by: reactions.remind(r, by=by, now=w.now), who="portal"),
    *(_plain(move.name) for move in CASE.transitions if not move.needs_form),
    _case(
        "write analysis",
        lambda w, c, by: documents.save(c, ContextAnalysis, ANALYSIS, by=by, now=w.now),
    ),
    _case("complete analysis", lambda w, c, by: documents.complete(c, ContextAnalysis, by=by, now=w.now)),
    _case(
        "write statement",
        lambda w, c, by: documents.save(c, ProblemStatement, STATEMENT, by=by, now=w.now),
    ),
    _case("complete statement", lambda w, c, by: documents.complete(c, ProblemStatement, by=by, now=w.now)),
    _case("approve statement", lambda w, c, by: documents.approve_statement(c, by=by, now=w.now)),
    _case("return statement", lambda w, c, by: documents.return_statement(c, WORDS, by=by, now=w.now)),
    _case("add thread", _add_thread),
    _case("send threads", _send),
    _case("merge", lambda w, c, by: gather.merge_cases(c, w.case(), by=by, now=w.now), "merge_into"),
    _case("split", _split),
    _case("tell", lambda w, c, by: cases.tell(c, WORDS, w.files(), by=by, now=w.now)),
    _case(
        "describe",
        lambda w, c, by: place.describe_case(
            c, place.Description("Stage", WORDS, w.place()), by=by, now=w.now
        ),
    ),
    _case("write outcome", _outcome),
    _case("remove outcome", _no_outcome),
    _case(
        "mark difference",
        lambda w, c, by: weighing.mark_difference(c, {"aspect": "stance", "note": WORDS}, by=by, now=w.now),
    ),
    _case("ask jointly", _ask_jointly),
    _case(
        "set aside",
        lambda w, c, by: weighing.set_aside(c, w.pick(Ministry.objects.all()), WORDS, by=by, now=w.now),
    ),
    _case("feedback", lambda w, c, by: cases.give_feedback(c, WORDS, by=by, now=w.now), "give_feedback"),
    _case("write text", lambda w, c, by: publications.save_text(c, PUBLIC_TEXT, by=by, now=w.now)),
    _thread("acknowledge", lambda w, t, by: threads.acknowledge(t, by=by, now=w.now), "acknowledge"),
    _thread("investigate", lambda w, t, by: threads.investigate(t, by=by, now=w.now), "investigate"),
    _thread("ask back", lambda w, t, by: threads.ask_back(t, "Hoe?", by=by, now=w.now), "ask_back"),
    _thread(
        "answer back", lambda w, t, by: threads.answer_back(t, "Zo.", by=by, now=w.now), "answer_back", "team"
    ),
    _thread("extend", _extend, "extend"),
    _thread("draft", lambda w, t, by: threads.save_answer(t, ANSWER, by=by, now=w.now)),
    _thread("answer", _answer, "answer"),
    _thread("pass on", _pass_on, "pass_on"),
    _thread("forward", _forward),
    _thread("again", _again, who="team"),
    _thread("chase", _chase, who="portal"),
    _thread("expire", lambda w, t, by: threads.expire(t, by=by, now=w.now), "expire", "portal"),
    _thread("withdraw", lambda w, t, by: threads.withdraw(t, WORDS, by=by, now=w.now), "withdraw", "team"),
    _thread("close link", _close_link, who="team"),
    _thread("new link", _new_link, who="team"),
    _report("close link", _close_link),
    _report("new link", _new_link),
    _case("make promise", _make_promise),
    _promise("say", _say, who="outside"),
    _promise("leave news", _leave_news),
    _promise("ask", lambda w, p, by: promises.ask(p, by=by, now=w.now), who="portal"),
    _promise("keep", lambda w, p, by: promises.keep(p, WORDS, by=by, now=w.now), "keep"),
    _promise("drop", lambda w, p, by: promises.drop(p, WORDS, by=by, now=w.now), "drop"),
    _promise("move date", _move_promise, "move_date"),
    _promise("lapse", lambda w, p, by: promises.lapse(p, by=by, now=w.now), "lapse", "portal"),
    _promise("reopen", lambda w, p, by: promises.reopen(p, WORDS, by=by, now=w.now), "reopen"),
    _text("show", lambda w, p, by: publications.show_reporter(p, by=by, now=w.now), "show_reporter"),
    _text("take back", lambda w, p, by: publications.take_back(p, by=by, now=w.now), "take_back"),
    _text(
        "approve",
        lambda w, p, by: publications.approve(p, [code for code, _ in CHECKLIST], by=by, now=w.now),
        "approve",
    ),
    _text("revise", lambda w, p, by: publications.revise(p, by=by, now=w.now), "revise"),
    _text("publish", _publish, "publish"),
    _text("hold", _hold, "hold"),
    _text("move date", lambda w, p, by: publications.move_date(p, _day(w), by=by, now=w.now), "move_date"),
    _text("lift", lambda w, p, by: publications.lift(p, WORDS, by=by, now=w.now), "lift"),
    _text("appear", lambda w, p, by: publications.appear(p, by=by, now=w.now), "appear", "portal"),
    _text("widen", lambda w, p, by: publications.widen(p, by=by, now=w.now), "widen"),
    _text("retract", lambda w, p, by: publications.retract(p, WORDS, WORDS, by=by, now=w.now), "retract"),
    _text("reading closed", lambda w, p, by: publications.close_reading(p, by=by, now=w.now), who="portal"),
)
