# SPDX-License-Identifier: EUPL-1.2
"""A message to one reporter, or to all reporters of a case, at any time and without a move."""

from typing import Any

from netwerk.desk.enclosing import EnclosingForm, EnclosingScreen
from netwerk.desk.forms import text
from netwerk.forms import PortalForm

from ..actions import cases, reports
from .base import CaseForm, ReportForm
from .forms import READER_SEES_IT

_READ = "De melder leest je bericht via de eigen link. Wie een e-mailadres gaf, krijgt ook een mail."


class MessageForm(EnclosingForm):
    """What is said."""

    field_order = ("message",)

    message = text("Wat wil je zeggen?", 3000, READER_SEES_IT, rows=8)


class TellReporter(EnclosingScreen, ReportForm):
    """Write to the reporter."""

    title = "Stuur de melder een bericht"
    intro = f"{_READ} In de mail staat jouw tekst niet."
    submit = "Verstuur het bericht"
    done = "Je bericht staat klaar voor de melder."
    mails = True

    def form_type(self) -> type[PortalForm]:
        """Return the form."""
        return MessageForm

    def send(self, form: PortalForm) -> Any:
        """Send it."""
        given = form.cleaned_data
        return reports.tell(self.report, given["message"], given["documents"], **self.who)


class TellReporters(EnclosingScreen, CaseForm):
    """Write to every reporter of a case."""

    title = "Stuur alle melders een bericht"
    intro = (
        "Elke melder van deze casus leest het via de eigen link. Met een e-mailadres komt er ook een mail."
    )
    submit = "Verstuur het bericht"
    done = "Je bericht staat klaar voor de melders."
    mails = True

    def form_type(self) -> type[PortalForm]:
        """Return the form."""
        return MessageForm

    def send(self, form: PortalForm) -> Any:
        """Send it."""
        given = form.cleaned_data
        return cases.tell(self.case, given["message"], given["documents"], **self.who)
