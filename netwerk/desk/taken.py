# SPDX-License-Identifier: EUPL-1.2
"""Who looked at what is normally closed, and who took a list out of the portal."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse

from netwerk import timeline
from netwerk.models import Export, Look, TimelineEntry

from .views import DeskView

PERMISSION = "netwerk.view_export"
SHOWN = 100


class Taken(DeskView):
    """The last looks and exports, newest first. It names no reporter: only who looked, when and why."""

    permission: ClassVar[str] = PERMISSION

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show both lists."""
        watched = [known.code for known in timeline.entry_types() if known.watched]
        entries = TimelineEntry.objects.filter(type__in=watched).select_related("dossier")[:SHOWN]
        context = {
            "title": "Inzage en export",
            "looks": [(entry, timeline.sentence(entry)) for entry in entries],
            "views": Look.objects.select_related("dossier")[:SHOWN],
            "exports": Export.objects.all()[:SHOWN],
            "shown": SHOWN,
        }
        return self.show("netwerk/desk/taken.html", context)
