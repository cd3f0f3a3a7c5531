# SPDX-License-Identifier: EUPL-1.2
"""The letter of a quarter per ministry: choose, look, take along; and the three lines of a case."""

from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from netwerk import pdf
from netwerk.desk import export
from netwerk.desk.forms import NO_NAMES, line
from netwerk.desk.views import DeskView
from netwerk.forms import PortalForm
from netwerk.models import Export

from ..actions import summaries
from ..figures.letters import Letter, letter, periods
from ..figures.periods import Period
from ..models import CaseSummary, Ministry, Publication
from ..models.summary import LENGTH, LINES
from .base import HANDLE_CASE, CaseForm

MINISTRY, PERIOD = "ministerie", "kwartaal"


class Letters(DeskView):
    """Choose a ministry and a quarter, read the letter, and download it."""

    permission: ClassVar[str] = HANDLE_CASE

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the choice, and the letter that was chosen."""
        ministries, quarters = self._choices()
        chosen = self._chosen(request.GET, quarters[1])
        context = {
            "title": "Kwartaalbrieven",
            "ministries": ministries,
            "quarters": quarters,
            "letter": chosen,
            "chosen": (chosen.period if chosen else quarters[1]).code,
        }
        return self.show("ruimte_in_de_regels/desk/letters.html", context)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Write down who takes it, and return it."""
        chosen = self._chosen(request.POST)
        if chosen is None:
            raise Http404
        query = f"{chosen.ministry.code} {chosen.period.code}"
        taken = Export(kind="kwartaalbrief", form="pdf", query=query, rows=len(chosen.examples))
        export.remember(taken, **self.who)
        context = {"letter": chosen, "now": self.now}
        return pdf.respond(request, "ruimte_in_de_regels/paper/letter.html", context, chosen.name)

    def _choices(self) -> tuple[list[Ministry], list[Period]]:
        return list(Ministry.objects.ministries()), periods(timezone.localdate(self.now))

    def _chosen(self, data: Any, otherwise: Period | None = None) -> Letter | None:
        """Return the letter that was asked for; None when no ministry or no quarter of ours was named."""
        ministries, quarters = self._choices()
        ministry = next((one for one in ministries if one.code == data.get(MINISTRY)), None)
        period = next((one for one in quarters if one.code == data.get(PERIOD)), otherwise)
        return letter(ministry, period, self.now) if ministry and period else None


class LinesForm(PortalForm):
    """The three lines."""

    problem = line("Wat is het probleem?", LENGTH, f"Eén zin in gewone woorden. {NO_NAMES}")
    question = line("Wat vroegen we?", LENGTH, "Eén zin.")
    answer = line("Wat is het antwoord?", LENGTH, "Eén zin. Is er nog geen antwoord? Schrijf dat dan op.")


class ThreeLines(CaseForm):
    """Write the three lines of a case on the site."""

    title = "De casus in drie regels"
    intro = (
        "Deze regels staan in de kwartaalbrief aan ministeries. "
        "Schrijf niets dat niet ook op de site staat: geen namen, organisaties of plaatsen."
    )
    submit = "Bewaar de drie regels"
    done = "De drie regels zijn bewaard."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form over what stands there; it begins with the problem as the site tells it."""
        kept = CaseSummary.objects.filter(case=self.case).first()
        if kept is not None:
            return LinesForm(data, initial={name: getattr(kept, name) for name in LINES})
        text = Publication.objects.filter(case=self.case).first()
        problem = text.problem if text is not None and len(text.problem) <= LENGTH else ""
        return LinesForm(data, initial={"problem": problem})

    def act(self, form: PortalForm) -> Any:
        """Keep them."""
        return summaries.write_summary(self.case, form.cleaned_data, **self.who)
