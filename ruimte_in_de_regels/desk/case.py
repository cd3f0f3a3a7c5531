# SPDX-License-Identifier: EUPL-1.2
"""The screen of one case: a fixed number of queries, however many reports and questions it has."""

from datetime import datetime
from functools import partial
from typing import Any

from django.db.models import Max, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from netwerk.access import Verdict
from netwerk.desk import case_screen, panels
from netwerk.desk.forms import AssignForm
from netwerk.models import TimelineEntry, Visibility
from netwerk.workflow import Transition

from .. import access, experiments, workflow
from ..actions import questions
from ..models import (
    MAY_ALREADY,
    CaseOutcome,
    DeskTerms,
    MinistryThread,
    ObstacleCase,
    ObstacleReport,
    OutcomeKind,
    ProblemStatement,
    Publication,
)
from . import related
from .base import HANDLE_CASE, CaseScreen
from .columns import OF_THE_MINISTRY, columns
from .promises import WAITING_NEWS
from .reachable import reachable
from .terms import case_term

# A signal is no stop yet: the work begins with the analysis.
TRACK = (
    ("Contextanalyse", frozenset({"context_analysis", "reopened"})),
    ("Probleemstelling", frozenset({"problem_statement"})),
    ("Voorgelegd", frozenset({"solving_in_network", "escalated"})),
    ("Antwoorden wegen", frozenset({"weighing_answers"})),
    ("Uitkomst en terugkoppeling", frozenset({"outcome_set", "feedback", "monitoring"})),
)
ANALYSIS_SHORT = ("rule_name", "rule_owner", "obstacle_kind", "scale", "counter_example")


class CaseView(CaseScreen):
    """Everything about one case."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the case."""
        case = self.case
        prefetch_related_objects([case], "themes", "sectors", "regions")
        context = {
            "title": case.title,
            "case": case,
            "seen": case.version,
            "back_url": reverse("rir_desk:cases"),
            "back_label": "Casussen",
            "track": self._track(case.previous_state if case.state == "parked" else case.state),
            "moves": case_screen.moves(case, self.actor, self._address),
            "term": case_term(case, self.now, DeskTerms.current()),
            "reports": self._reports(),
            **case_screen.logbook(case, request.GET, ("melder", "ministerie", "openbaar")),
            "assign_form": AssignForm(permission=HANDLE_CASE),
            "assign_url": reverse("rir_desk:case_assign", args=[case.pk]),
            **panels.beside(case, self.actor, self.now),
            "related": related.related_to(case, self.actor),
            "may_merge": case.state in workflow.CASE.transition("merge_into").sources,
            **self._documents(),
            **columns(case, self.actor, self.now, self._thread_address),
            **self._ending(),
            "reach": ObstacleCase.objects.reaching().get(pk=case.pk),
            "promises": self._promises(),
        }
        return self.show("ruimte_in_de_regels/desk/case.html", context)

    def _track(self, state: str) -> list[case_screen.Step]:
        """Return how far it is; nothing when it closed on another way, as one that was merged does."""
        closed = state == "closed"
        return [] if closed and not self.case.feedback else case_screen.track(TRACK, state, done=closed)

    def _address(self, move: Transition) -> str:
        """Return where a move of the case is made; asking ministries and merging stand at their panels."""
        if move.name in ("escalate", "merge_into"):
            return ""
        return reverse("rir_desk:case_move", args=[self.case.pk, move.name])

    def _reports(self) -> list[ObstacleReport]:
        """Return the reports of the case, each with how its reporter can be reached."""
        reports = list(self.case.reports.order_by("pk"))
        ways = reachable(report.pk for report in reports)
        for report in reports:
            report.reachable = ways[report.pk]  # type: ignore[attr-defined]
        return reports

    def _documents(self) -> dict[str, Any]:
        analysis = self.case.analyses.select_related("author").first()
        statement = self.case.statements.select_related("author", "checked_by").first()
        return {
            "analysis": analysis,
            "regulations": list(self.case.regulations.all()),
            "analysis_short": case_screen.told(analysis, ANALYSIS_SHORT) if analysis else [],
            "statement": statement,
            "statement_back": self._came_back(
                "casus.statement_returned",
                "casus.statement_completed",
                bool(statement and statement.is_editable),
            ),
            "reactions": list(statement.reactions.select_related("report")) if statement else [],
            "may_check": self._may_check(statement),
            "may_write_analysis": self.case.state in workflow.CASE.sets["analysis"],
            "may_write_statement": self.case.state in workflow.CASE.sets["escalatable"],
        }

    def _came_back(self, entry: str, since: str, being_written: bool) -> TimelineEntry | None:
        """Return who gave a text back and why, while its writer is at it and nothing came after it."""
        if not being_written:
            return None
        last = self.case.timeline.filter(type__in=(entry, since)).order_by("-at", "-id").first()
        return last if last is not None and last.type == entry else None

    def _may_check(self, statement: ProblemStatement | None) -> Verdict | None:
        """Return whether the reader is the second person, or None when there is nothing to check."""
        if statement is None or statement.completed_at is None or statement.approved_at is not None:
            return None
        return statement.may_be_approved_by(self.actor)

    def _thread_address(self, thread: MinistryThread, move: Transition, theirs: bool) -> str:
        if move.name in ("send", "expire") or (move.name in OF_THE_MINISTRY) is not theirs:
            return ""
        return reverse("rir_desk:thread_move", args=[self.case.pk, thread.pk, move.name])

    def _start_url(self, outcomes: list[CaseOutcome]) -> str:
        """Return where a learning project begins when there is room to experiment; else nothing."""
        room = next((outcome for outcome in outcomes if outcome.kind == OutcomeKind.EXPERIMENT), None)
        if room is None or self.case.state not in workflow.CASE.sets["decided"]:
            return ""
        statement = self.case.statements.first()
        return experiments.start_url(
            self.case, room, self.case.title, statement.sentence if statement else ""
        )

    def _ending(self) -> dict[str, Any]:
        publication = (
            Publication.objects.filter(case=self.case).select_related("author", "checked_by").first()
        )
        outcomes = list(self.case.outcomes.select_related("ministry", "author"))
        decided = self.case.state in workflow.CASE.sets["decided"]
        weighing = self.case.state == "weighing_answers"
        may_ask = decided and any(outcome.kind in MAY_ALREADY for outcome in outcomes)
        context: dict[str, Any] = {
            "outcomes": outcomes,
            "may_write_outcome": weighing,
            "besides": "Je schrijft wel de uitkomst, verderop." if weighing else "",
            "reopened_at": self._reopened_at(outcomes),
            "may_decide": bool(access.decides_cases(self.actor)),
            "question": questions.drafted(self.case) if may_ask else None,
            "may_draft_question": may_ask,
            "set_aside": list(self.case.set_aside.select_related("ministry")) if outcomes else [],
            "may_set_aside": bool(outcomes) and all(outcome.ministry_id for outcome in outcomes),
            "start_url": self._start_url(outcomes),
            "publication": publication,
        }
        if publication is not None:
            publication.case = self.case
            context["publication_moves"] = case_screen.moves(
                publication, self.actor, self._publication_address, own_form=frozenset({"approve"})
            )
            reactions = publication.reactions.filter(version=publication.version).select_related("report")
            context["text_reactions"] = list(reactions) if publication.shown_at else []
            context["may_write_text"] = publication.state in workflow.PUBLICATION.sets["editable"]
            context["text_back"] = self._came_back(
                "publicatie.give_back", "publicatie.approve", publication.state == "drafting"
            )
            context["may_publish"] = bool(access.publishes_cases(self.actor, publication))
            context["needs_second"] = publication.author_id == self.request.user.pk
        return context

    def _reopened_at(self, outcomes: list[CaseOutcome]) -> datetime | None:
        """Return when the case was reopened last, while outcomes of before are to be looked at; else None."""
        if not outcomes or self.case.state != "weighing_answers":
            return None
        return self.case.timeline.filter(type="casus.reopen").aggregate(at=Max("at"))["at"]

    def _promises(self) -> list[dict[str, Any]]:
        """Return the promises of the case, each with what can be done with it."""
        found = []
        rows = self.case.promises.select_related("ministry", "owner")
        for promise in rows.prefetch_related(WAITING_NEWS):
            promise.case = self.case
            moves = case_screen.moves(promise, self.actor, partial(self._promise_address, promise.pk))
            found.append({"promise": promise, "moves": moves, "news": next(iter(promise.waiting), None)})
        return found

    def _promise_address(self, promise: int, move: Transition) -> str:
        if move.rule == "portal":
            return ""
        return reverse("rir_desk:promise_move", args=[self.case.pk, promise, move.name])

    def _publication_address(self, move: Transition) -> str:
        done = move.name == "widen" and self.case.visibility == Visibility.PUBLIC
        if move.rule == "portal" or done:
            return ""
        return reverse("rir_desk:publication_move", args=[self.case.pk, move.name])
