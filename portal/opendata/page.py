# SPDX-License-Identifier: EUPL-1.2
"""`/open-data/`: everything that can be taken along as a feed or as a file, in one list."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from netwerk.models import Theme
from portal import insight
from ruimte_in_de_regels import public as desk


@dataclass(frozen=True)
class Source:
    """Something to take along: its name, its address, and what it holds."""

    title: str
    url: str
    text: str = ""


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The feeds and the files."""
    tables = insight.tables(desk.current_figures(timezone.now()))
    context = {
        "feeds": [
            Source("Alle casussen", reverse("feed_cases"), "Wat eruit kwam, nieuwste eerst."),
            Source("Toezeggingen van ministeries", reverse("feed_promises"), "Nagekomen of te laat."),
            *(
                Source(f"Casussen over {theme.name}", reverse("feed_theme", args=[theme.slug]))
                for theme in Theme.objects.all()
            ),
        ],
        "files": [
            Source(table.title, reverse("insight_csv", args=[table.name]), table.lead) for table in tables
        ],
    }
    return render(request, "portal/open_data.html", context)
