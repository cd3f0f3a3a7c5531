# SPDX-License-Identifier: EUPL-1.2
"""The first page of the admin, for who works at a desk: what waits for them today."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.admin.ui.components import Component

from netwerk.access import Actor
from netwerk.casework import tasks
from netwerk.casework.rules import own_kinds

from . import boards
from .boards import Wanted
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
        shown = {code: _shown(code, actor, today) for code in codes}
        for code in codes:
            wanted |= boards.counted(code, shown[code])
        numbers = Counting(wanted).fetch()
        return {
            "boards": [boards.board(code, boards.cells(code, shown[code], numbers)) for code in codes],
            "my_tasks": capped(numbers["my_tasks"]),
        }


def _shown(code: str, actor: Actor, today: date) -> list[Wanted]:
    workflow = boards.workflow_of(code)
    is_open, mine = Q(state__in=workflow.sets["open"]), Q(assignee=actor.user)
    return [
        Wanted(is_open & mine, "van mij", "wie=mij"),
        Wanted(late_q(workflow, today) & mine, "daarvan te laat", "wie=mij&termijn=te-laat", "danger"),
        Wanted(is_open & Q(assignee__isnull=True), "zonder behandelaar", "wie=niemand", "warning"),
    ]
