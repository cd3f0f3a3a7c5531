# SPDX-License-Identifier: EUPL-1.2
"""One case on screen, and its own moves. The parts of a case have modules of their own."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from netwerk import handover
from netwerk.desk.forms import AssignForm, ReasonForm
from netwerk.desk.views import FormScreen, MoveScreen, Way
from netwerk.forms import PortalForm

from ..actions import cases
from ..kinds import CASE
from ..models import ObstacleCase, ObstacleReport
from . import forms
from .base import HANDLE_CASE, CaseForm


def _plain(name: str, done: str, form: type[PortalForm] | None = None, intro: str = "") -> Way:
    """Return the way of a move that only asks what the state table says."""
    return Way(lambda case, given, who: cases.move(case, name, given, **who), form, done, intro)


WAYS = {
    "start_analysis": _plain("start_analysis", "De contextanalyse is begonnen."),
    "drop_signal": _plain("drop_signal", "De casus is gesloten.", ReasonForm),
    "state_problem": _plain("state_problem", "De casus is nu bij de probleemstelling."),
    "back_to_analysis": _plain("back_to_analysis", "De casus is terug bij de analyse.", ReasonForm),
    "solve_in_network": _plain("solve_in_network", "We zoeken het uit binnen het netwerk.", ReasonForm),
    "weigh": _plain("weigh", "Je weegt nu de antwoorden."),
    "set_outcome": _plain("set_outcome", "De uitkomst is vastgesteld."),
    "give_feedback": Way(
        lambda case, given, who: cases.give_feedback(case, given["message"], **who),
        forms.FeedbackForm,
        "De melders hebben de uitkomst.",
        "Elke melder van deze casus leest dit op de eigen pagina. Wie een adres gaf, krijgt een mail.",
        mails=True,
    ),
    "monitor": _plain("monitor", "We volgen of het in de praktijk werkt."),
    "close": _plain("close", "De casus is gesloten."),
    "reopen": _plain("reopen", "De casus is heropend.", ReasonForm),
    "resume_analysis": _plain("resume_analysis", "De contextanalyse gaat verder."),
    "park": _plain("park", "De casus is aangehouden.", forms.ParkForm),
    "unpark": _plain("unpark", "De casus gaat verder."),
}


class CaseMove(CaseForm, MoveScreen):
    """Any move of a case."""

    ways = WAYS

    def find(self) -> Model:
        """Return the case."""
        return self.case


class NewCase(FormScreen):
    """Open a case: without a report, or from one whose signed note comes along."""

    permission = HANDLE_CASE
    template_name = "ruimte_in_de_regels/desk/case_new.html"
    title = "Nieuwe casus"
    submit = "Open de casus"
    done = "De casus is open. Jij bent de behandelaar."
    back_label = "Casussen"
    note: handover.Handover | None = None
    opened: ObstacleCase | None = None

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Open the case; the first POST from a report only brings the note and shows the form."""
        if sealed := request.POST.get("note", ""):
            self.note = handover.unseal(sealed, CASE)
            self.back_label = "Naar de melding"
            self.mails = True  # its reporter hears that we work on it
        if "start" in request.POST:
            return self.page(self.make_form())
        return super().post(request, *args, **kwargs)

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form, filled with what the note brings."""
        return forms.NewCaseForm(
            data, initial=dict(self.note.values) if self.note else {"origin": "proactive"}
        )

    def more(self, form: PortalForm) -> dict[str, Any]:
        """Return the note, to come along again, and the report that it came from."""
        return {"note": self.request.POST.get("note", ""), "report": self._report()}

    def _report(self) -> ObstacleReport | None:
        if self.note is None:
            return None
        rows = ObstacleReport.objects.visible_to(self.actor)
        return get_object_or_404(rows, pk=self.note.from_dossier)

    def act(self, form: PortalForm) -> Any:
        """Open the case, with the report when there is one."""
        self.opened = cases.open_case(cases.NewCase(**form.cleaned_data), report=self._report(), **self.who)
        return self.opened

    def back_url(self) -> str:
        """Return the report or the list."""
        if self.note is not None:
            return reverse("rir_desk:report", args=[self.note.from_dossier])
        return reverse("rir_desk:cases")

    def next_url(self) -> str:
        """Return the new case."""
        if self.opened is None:
            return self.back_url()
        return reverse("rir_desk:case", args=[self.opened.pk])


class NewSignal(NewCase):
    """Open a case without reporter: the network itself looks for what gets in the way."""

    title = "Nieuw signaal"
    intro = "Zag of hoorde je zelf iets dat knelt? Schrijf op wat het is, en waar je het vond."
    submit = "Bewaar het signaal"
    done = "Het signaal staat in de lijst. Jij bent de behandelaar."
    back_label = "Signalen"

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form; where it came from is never a report."""
        return forms.SignalForm(data, initial={"origin": "proactive"})

    def back_url(self) -> str:
        """Return the list of signals."""
        return reverse("rir_desk:signals")


class AssignCase(CaseForm):
    """Give a case to a colleague, from the list on its screen."""

    http_method_names = ["post"]
    title = "Wijs de casus toe"
    submit = "Wijs toe"
    done = "De casus heeft een andere behandelaar."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the list of colleagues."""
        return AssignForm(data, permission=HANDLE_CASE)

    def act(self, form: PortalForm) -> Any:
        """Assign it."""
        return cases.assign(self.case, form.cleaned_data["to"], **self.who)
