# SPDX-License-Identifier: EUPL-1.2
"""How the work stands, over all kinds: stock, late, idle, waiting on whom, mail failed. And the silence."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from netwerk import kinds
from netwerk.casework import silence, tasks
from netwerk.casework.rules import own_kinds
from netwerk.casework.silence import STUCK
from netwerk.models import Delivery, Dossier, HealthReport
from netwerk.processes import process_for
from netwerk.workflow import Workflow

from .filters import late_q, very_late_q
from .paging import capped
from .together import Counting
from .views import TeamView

SHOWN = 25


@dataclass(frozen=True)
class Cell:
    """One number, with where its rows are; no link when there is nothing to see."""

    label: str
    number: str
    url: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Board:
    """One kind with its numbers."""

    title: str
    url: str
    cells: list[Cell]
    waiting: list[Cell]


class Dashboard(TeamView):
    """One query counts everything, each number up to a thousand."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the numbers."""
        codes = own_kinds(self.actor)
        wanted: dict[str, QuerySet] = {
            "dead": Delivery.objects.filter(state=Delivery.State.DEAD),
            "my_tasks": tasks.waiting_for(self.actor),
        }
        for code in codes:
            wanted |= self._wanted(code)
        numbers = Counting(wanted).fetch()
        context = {
            "title": "Overzicht",
            "boards": [self._board(code, numbers) for code in codes],
            "dead": capped(numbers["dead"]),
            "my_tasks": capped(numbers["my_tasks"]),
            "health": HealthReport.objects.first(),
            "now": self.now,
        }
        return self.show("netwerk/desk/dashboard.html", context)

    def _wanted(self, code: str) -> dict[str, QuerySet]:
        workflow, today = _workflow(code), timezone.localdate(self.now)
        is_open = Q(state__in=workflow.sets["open"])
        rules = {
            "open": is_open,
            "nobody": is_open & Q(assignee__isnull=True),
            "late": late_q(workflow, today),
            "very_late": very_late_q(workflow, today),
            "idle": is_open & Q(last_news_at__lt=self.now - STUCK),
            **{f"in_{state}": Q(state=state) for state in _waiting(workflow)},
        }
        rows = Dossier.objects.filter(kind=code)
        return {f"{code}_{name}": rows.filter(rule) for name, rule in rules.items()}

    def _board(self, code: str, numbers: dict[str, int]) -> Board:
        kind, workflow = kinds.kind(code), _workflow(code)
        queue = reverse(kind.queue)
        links = {
            "open": ("open", "", ""),
            "nobody": ("zonder behandelaar", "wie=niemand", ""),
            "late": ("te laat", "termijn=te-laat", "danger"),
            "very_late": ("daarvan veel te laat", "termijn=veel-te-laat", "danger"),
            "idle": ("zes weken stil", "ordering=nieuws", "warning"),
        }
        cells = [
            count_cell(label, numbers[f"{code}_{name}"], f"{queue}?{query}", tone)
            for name, (label, query, tone) in links.items()
        ]
        waiting = [
            count_cell(
                workflow.state(state).label, numbers[f"{code}_in_{state}"], f"{queue}?stand={state}", ""
            )
            for state in _waiting(workflow)
        ]
        return Board(workflow.name.capitalize(), queue, cells, waiting)


def _workflow(code: str) -> Workflow:
    return process_for(kinds.kind(code).model).workflow


def _waiting(workflow: Workflow) -> list[str]:
    """Return the states in which somebody else is to move."""
    named = workflow.sets.get("waiting", frozenset())
    return [state.code for state in workflow.states if state.code in named]


def count_cell(label: str, number: int, url: str, tone: str) -> Cell:
    """Return a number with its link and tone, or without both when it is nought."""
    return Cell(label, capped(number), url if number else "", tone if number else "")


class SilenceReport(TeamView):
    """Where it has been silent too long, kind by kind of silence."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the first of each."""
        parts = []
        own = own_kinds(self.actor)
        for one in silence.all_silences():
            rows = one.dossiers(self.actor, self.now).filter(kind__in=own).select_related("assignee")
            found = list(rows.order_by("last_news_at", "pk")[: SHOWN + 1])
            for row in found:
                row.url = kinds.url_of(row)  # type: ignore[attr-defined]
            parts.append({"silence": one, "rows": found[:SHOWN], "more": len(found) > SHOWN})
        return self.show("netwerk/desk/silence.html", {"title": "Stilte", "parts": parts})
