# SPDX-License-Identifier: EUPL-1.2
"""How the work stands, over all kinds: stock, late, idle, waiting on whom, mail failed. And the silence."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from netwerk import kinds
from netwerk.casework import silence, tasks
from netwerk.casework.rules import own_kinds
from netwerk.casework.silence import STUCK
from netwerk.models import Delivery, HealthReport

from . import boards
from .boards import Wanted
from .filters import late_q, very_late_q
from .paging import capped
from .together import Counting
from .views import TeamView

SHOWN = 25


class Dashboard(TeamView):
    """One query counts everything, each number up to a thousand."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the numbers."""
        codes = own_kinds(self.actor)
        wanted: dict[str, QuerySet] = {
            "dead": Delivery.objects.filter(state=Delivery.State.DEAD),
            "my_tasks": tasks.waiting_for(self.actor),
        }
        shown = {code: self._shown(code) for code in codes}
        waiting = {code: _waiting(code) for code in codes}
        for code in codes:
            wanted |= boards.counted(code, [*shown[code], *waiting[code]])
        numbers = Counting(wanted).fetch()
        context = {
            "title": "Overzicht",
            "boards": [
                boards.board(
                    code,
                    boards.cells(code, shown[code], numbers),
                    boards.cells(code, waiting[code], numbers),
                )
                for code in codes
            ],
            "dead": capped(numbers["dead"]),
            "my_tasks": capped(numbers["my_tasks"]),
            "health": HealthReport.objects.first(),
            "now": self.now,
        }
        return self.show("netwerk/desk/dashboard.html", context)

    def _shown(self, code: str) -> list[Wanted]:
        workflow, today = boards.workflow_of(code), timezone.localdate(self.now)
        is_open = Q(state__in=workflow.sets["open"])
        idle = is_open & Q(last_news_at__lt=self.now - STUCK)
        return [
            Wanted(is_open, "open", ""),
            Wanted(is_open & Q(assignee__isnull=True), "zonder behandelaar", "wie=niemand"),
            Wanted(late_q(workflow, today), "te laat", "termijn=te-laat", "danger"),
            Wanted(very_late_q(workflow, today), "daarvan veel te laat", "termijn=veel-te-laat", "danger"),
            Wanted(idle, "zes weken stil", "ordering=nieuws", "warning"),
        ]


def _waiting(code: str) -> list[Wanted]:
    """Return the states in which somebody else is to move."""
    workflow = boards.workflow_of(code)
    named = workflow.sets.get("waiting", frozenset())
    return [
        Wanted(Q(state=state.code), state.label, f"stand={state.code}")
        for state in workflow.states
        if state.code in named
    ]


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
