# SPDX-License-Identifier: EUPL-1.2
"""`/stijlgids/`: every component with its states on one page. Only in demo mode."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from netwerk.forms import PortalForm
from netwerk.icons import ICONS
from netwerk.processes import all_processes
from netwerk.widgets import CheckCards, DateField3, MultiFileField, RadioCards
from netwerk.workflow import State

THEMES = (
    ("arbeidsinnovatie", "Arbeidsinnovatie", "bulb", "Hoe kan het werk slimmer en anders?"),
    ("uitstroom-beperken", "Uitstroom beperken", "heart-handshake", "Hoe blijven mensen graag?"),
    ("werken-naar-talent", "Werken naar talent", "sparkles", "Hoe komt ieders talent tot zijn recht?"),
    ("meer-uren-werken", "Meer uren werken", "clock-plus", "Hoe wordt meer uren werken mogelijk?"),
    ("gezond-werken", "Gezond werken", "heartbeat", "Hoe blijft werk gezond en plezierig?"),
    ("leven-lang-ontwikkelen", "Leven lang ontwikkelen", "school", "Hoe blijf je leren en groeien?"),
)
TONES = (
    State("neutral", "Grijs: de rest", "neutral", "archive"),
    State("progress", "Petrol: in behandeling", "progress", "search"),
    State("info", "Blauw: bij anderen", "info", "building-community"),
    State("success", "Groen: resultaat", "success", "circle-check"),
    State("warning", "Geel: iemand moet iets doen", "warning", "message-question"),
    State("danger", "Rood: fout of te laat", "danger", "clock-exclamation"),
)
NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
DUE = (date(2027, 1, 15), date(2026, 11, 26), date(2026, 11, 18))


@dataclass(frozen=True)
class Group:
    """The labels of one state table."""

    name: str
    states: tuple[State, ...]


class SampleForm(PortalForm):
    """Every kind of field once."""

    story = forms.CharField(
        label="Waar loop je tegenaan?",
        help_text="Bijvoorbeeld: wat gebeurde er?",
        min_length=20,
        max_length=3000,
        widget=forms.Textarea({"rows": 4}),
    )
    email = forms.EmailField(label="E-mailadres", required=False)
    kind = forms.ChoiceField(label="Wat voor regel is het?", choices=[("", "Maak een keuze"), ("wet", "Wet")])
    domain = forms.ChoiceField(
        label="Waar gaat het knelpunt over?",
        choices=[("zorg", "Zorg"), ("welzijn", "Welzijn")],
        widget=RadioCards(columns=2, hints={"zorg": "Ook als er onderwijs bij komt"}),
    )
    themes = forms.MultipleChoiceField(
        label="Bij welk thema past het?",
        choices=[(theme[0], theme[1]) for theme in THEMES[:2]],
        required=False,
        widget=CheckCards,
    )
    day = DateField3(label="Wanneer gaat dit in?", help_text="Bijvoorbeeld: 27 9 2026", required=False)
    documents = MultiFileField(label="Bijlagen", help_text="Hoogstens 5 bestanden", required=False)
    agreed = forms.BooleanField(label="Ik weet hoe jullie met mijn gegevens omgaan")


def _events() -> list[dict[str, Any]]:
    return [
        {"when": date(2026, 9, 21), "title": "Ontvangen"},
        {"when": date(2026, 11, 13), "title": "Voorgelegd aan OCW", "phase": "now"},
        {"when": date(2027, 1, 15), "title": "Je hoort de uitkomst", "phase": "next", "promise": True},
    ]


def _lists() -> dict[str, Any]:
    faq = {"question": "Wie ziet mijn melding?", "answer": "Alleen ons team."}
    row = {"title": "Stage in de zomer", "url": "#k", "text": "RR-2026-0042", "icon": "message-report"}
    step = {"title": "Een adviseur leest mee", "text": "Soms hebben we een vraag."}
    filled = {"question": "Waar loop je tegenaan?", "answer": "Stage in de zomer"}
    blank = {"question": "Wat gebeurt er nu?", "answer": ""}
    return {
        "faq": [faq],
        "rows": [{**row, "state": TONES[2]}],
        "steps": [{**step, "term": "Binnen 5 werkdagen"}],
        "answers": [{"title": "Het knelpunt", "change_url": "#c", "rows": [filled, blank]}],
        "ticks": [
            {"text": "Je hoeft de regel niet te kennen."},
            {"text": "Geen namen.", "no": True, "icon": "hand-stop"},
        ],
        "facts": [
            {"icon": "clock", "text": "Ongeveer 5 minuten"},
            {"icon": "user-off", "text": "Zonder account"},
        ],
        "spec": [
            {"term": "Kenmerk", "text": "Casus 2026-014"},
            {"term": "Bijgewerkt op", "day": date(2026, 11, 19)},
        ],
        "dates": [
            {"term": "Gevraagd op", "day": date(2026, 4, 3)},
            {"term": "Duurde", "day": "7 weken"},
        ],
        "track": [
            {"label": "Ontvangen", "phase": "done"},
            {"label": "Bij ministerie", "phase": "now"},
            {"label": "Uitkomst"},
        ],
    }


def sample_context() -> dict[str, Any]:
    """Invented content for every component; no database."""
    tables = [Group(known.workflow.name, known.workflow.states) for known in all_processes().values()]
    case = SimpleNamespace(
        title="Voorbeeld van een casus",
        url="#k",
        summary="Dat mag. De school maakt er zelf afspraken over.",
        state_info=TONES[3],
        shown_themes=[],
    )
    return {
        "themes": [SimpleNamespace(slug=s, name=n, icon=i, question=q) for s, n, i, q in THEMES],
        "groups": [Group("Tonen", TONES), *tables],
        "form_empty": SampleForm(prefix="leeg"),
        "form_wrong": SampleForm({"fout-email": "naam@"}, prefix="fout"),
        "case": case,
        "events": _events(),
        "now": NOW,
        "dues": DUE,
        "icons": sorted(ICONS),
        "page": Paginator(range(50), 10).page(2),
        **_lists(),
    }


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show the style guide, in demo mode only."""
    if not settings.DEMO_MODE:
        raise Http404
    return render(request, "portal/styleguide.html", sample_context())
