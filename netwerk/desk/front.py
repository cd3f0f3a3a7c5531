# SPDX-License-Identifier: EUPL-1.2
"""The first page of the admin, for who works at a desk: what waits for them today."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component

from netwerk import kinds
from netwerk.access import Actor
from netwerk.casework import tasks
from netwerk.casework.rules import own_kinds
from netwerk.models import Dossier
from netwerk.processes import process_for

from .dashboard import Board, count_cell
from .filters import late_q
from .paging import capped
from .together import Counting


class WorkPanel(Component):
    """Own work and what is nobody's, per kind; one query counts it all."""

    name = "work"
    order = 50
    template_name = "netwerk/desk/front.html"

    class Media:
        css: ClassVar = {"all": ["css/tokens.css", "css/desk.css"]}

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return the numbers of who looks."""
        actor, today = Actor.of((parent_context or {})["request"].user), timezone.localdate()
        codes = own_kinds(actor)
        wanted: dict[str, QuerySet] = {"my_tasks": tasks.waiting_for(actor)}
        for code in codes:
            wanted |= _wanted(code, actor, today)
        numbers = Counting(wanted).fetch()
        return {
            "boards": [_board(code, numbers) for code in codes],
            "my_tasks": capped(numbers["my_tasks"]),
        }


def _wanted(code: str, actor: Actor, today: Any) -> dict[str, QuerySet]:
    workflow = process_for(kinds.kind(code).model).workflow
    is_open, mine = Q(state__in=workflow.sets["open"]), Q(assignee=actor.user)
    rules = {
        "mine": is_open & mine,
        "late": late_q(workflow, today) & mine,
        "nobody": is_open & Q(assignee__isnull=True),
    }
    rows = Dossier.objects.filter(kind=code)
    return {f"{code}_{name}": rows.filter(rule) for name, rule in rules.items()}


def _board(code: str, numbers: Mapping[str, int]) -> Board:
    kind = kinds.kind(code)
    queue, name = reverse(kind.queue), process_for(kind.model).workflow.name.capitalize()
    links = {
        "mine": ("van mij", "wie=mij", ""),
        "late": ("daarvan te laat", "wie=mij&termijn=te-laat", "danger"),
        "nobody": ("zonder behandelaar", "wie=niemand", "warning"),
    }
    cells = [
        count_cell(label, numbers[f"{code}_{key}"], f"{queue}?{query}", tone)
        for key, (label, query, tone) in links.items()
    ]
    return Board(name, queue, cells, [])
