# SPDX-License-Identifier: EUPL-1.2
"""What waits for the reader: tasks at dossiers of every kind."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from netwerk import kinds
from netwerk.casework import tasks

from .panels import task_lines
from .views import TeamView

MOST_SHOWN = 200


class MyTasks(TeamView):
    """The open tasks that the reader can do, the first due on top."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the list."""
        rows = tasks.waiting_for(self.actor).select_related("dossier", "assignee")
        lines = task_lines(list(rows[:MOST_SHOWN]), self.now)
        for line in lines:
            line.task.dossier_url = kinds.url_of(line.task.dossier)  # type: ignore[attr-defined]
        return self.show("netwerk/desk/my_tasks.html", {"title": "Mijn taken", "tasks": lines})
