# SPDX-License-Identifier: EUPL-1.2
"""The context analysis and the problem statement: write, finish, and the second person's check."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from netwerk.desk.case_screen import told
from netwerk.desk.forms import ReasonForm
from netwerk.forms import PortalForm
from netwerk.perform import Refused, Stale

from .. import redacting
from ..actions import documents, routing
from ..models import ContextAnalysis, ProblemStatement
from . import forms
from .base import CaseForm, CaseScreen

CHECKED = (
    *("sentence", "question", "needs", "owners", "desired_room", "route", "routes"),
    "for_reporter",
)
"""What the second person reads: everything that was filled in."""
COMPARED = ("sentence", "question", "owners", "desired_room", "routes", "for_reporter")
"""What is held against the version that was approved before, word by word."""
NOT_STORED = ("regulations", "more_regulations")
"""Fields of the form that are kept with the case, not with the document."""


class DocumentForm(CaseForm):
    """Write a document: keep it as it is, or finish it."""

    template_name = "ruimte_in_de_regels/desk/document.html"
    model: ClassVar[type[Any]]
    form_class: ClassVar[type[forms.DocumentForm]]
    finish: ClassVar[str] = ""
    """What the button says that finishes it."""
    finished: ClassVar[str] = ""
    """What is said when it is finished."""
    taken_over: Sequence[str] = ()
    """The questions that a colleague answered meanwhile, and that the sender had left empty."""

    @property
    def finishing(self) -> bool:
        """Whether the sender finishes the document."""
        return self.request.POST.get("then") == "finish"

    def stored(self) -> Any:
        """Return the newest version as it is stored now; a new one when nothing was written."""
        newest = self.model.objects.filter(case=self.case).order_by("-number").first()
        return newest or self.model(case=self.case)

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form over the newest version; all that is needed is asked only to finish it."""
        return self.form_class(data, instance=self.stored(), completing=self.finishing)  # type: ignore[return-value]

    def more(self, form: PortalForm) -> dict[str, Any]:
        """Return what the other one wrote in the fields where it differs, to compare and choose."""
        stored = self.stored()
        differs = []
        if form.is_bound and self.request.POST.get("seen") != str(_version(self)):
            names = [
                name
                for name in form.fields
                if name not in NOT_STORED
                and str(getattr(stored, name) or "") != str(form[name].value() or "")
            ]
            differs = told(stored, tuple(names))
        return {"document": stored, "finish": self.finish, "differs": differs, "taken_over": self.taken_over}

    def page(self, form: PortalForm, error: Refused | None = None) -> HttpResponse:
        """Show the form; when a colleague was first, with what they wrote in the fields left empty here."""
        if isinstance(error, Stale):
            form = self._completed(form)
        return super().page(form, error)

    def _completed(self, form: PortalForm) -> PortalForm:
        """Return the form with what is stored where nothing was typed.

        The form was opened before the colleague saved, so an empty field says nothing about their text:
        saving it knowingly, for the sake of another field, would throw that text away.
        """
        data, kept = self.request.POST.copy(), self.make_form()
        names = [name for name in form.fields if kept[name].value() and not form[name].value()]
        for name in names:
            value = kept[name].value()
            data.setlist(name, list(map(str, value)) if isinstance(value, list | tuple) else [str(value)])
        self.taken_over = [str(form.fields[name].label) for name in names]
        return self.make_form(data)

    def act(self, form: PortalForm) -> Any:
        """Save, and finish when asked: both or neither."""
        with transaction.atomic():
            values = dict(form.cleaned_data)
            chosen = values.pop("regulations", None)
            documents.save(self.case, self.model, values, **self.who)
            if chosen is not None:
                routing.tie_to_case(self.case, chosen, **self.who)
            if self.finishing:
                documents.complete(self.case, self.model, **self.who)
                self.done = self.finished


def _version(screen: CaseForm) -> int:
    return type(screen.case).objects.values_list("version", flat=True).get(pk=screen.case.pk)


class Analysis(DocumentForm):
    """The context analysis."""

    title = "Contextanalyse"
    intro = "Je kunt tussendoor bewaren en later verdergaan."
    submit = "Bewaar als concept"
    done = "De contextanalyse is bewaard."
    finish = "De analyse is klaar"
    finished = "De contextanalyse is klaar."
    model = ContextAnalysis
    form_class = forms.AnalysisForm


class Statement(DocumentForm):
    """The problem statement."""

    title = "Probleemstelling"
    intro = "Een collega leest mee voordat er iets naar een ministerie gaat."
    submit = "Bewaar als concept"
    done = "De probleemstelling is bewaard."
    finish = "Leg voor aan tweede lezer"
    finished = "De probleemstelling wacht op een tweede lezer. Je collega's krijgen een mail."
    model = ProblemStatement
    form_class = forms.StatementForm


class DocumentView(CaseScreen):
    """A document to read in full, with its earlier versions."""

    model: ClassVar[type[Any]] = ContextAnalysis
    title = ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show all versions, the newest first."""
        names = tuple(field.name for field in self._fields())
        rows = self.model.objects.filter(case=self.case).select_related("author", "checked_by")
        context = {
            "title": self.title,
            "case": self.case,
            "versions": [(row, told(row, names)) for row in rows],
            "back_url": self.back_url(),
            "back_label": "Naar de casus",
        }
        return self.show("ruimte_in_de_regels/desk/versions.html", context)

    def _fields(self) -> list[Any]:
        model: type[Model] = self.model
        return [field for field in model._meta.concrete_fields if field.editable and field.name != "id"]


class AnalysisVersions(DocumentView):
    """All versions of the analysis."""

    title = "Contextanalyse, alle versies"


class StatementVersions(DocumentView):
    """All versions of the problem statement."""

    title = "Probleemstelling, alle versies"
    model = ProblemStatement


class CheckStatement(CaseForm):
    """The second person reads the problem statement, and approves it or gives it back."""

    template_name = "ruimte_in_de_regels/desk/check_statement.html"
    title = "Lees de probleemstelling na"
    submit = "Keur goed"
    done = "De probleemstelling is goedgekeurd. De melders kunnen lezen hoe wij het probleem zien."
    mails = True

    def make_form(self, data: Any = None) -> PortalForm:
        """Return nothing to fill in: reading is the work."""
        return PortalForm(data)

    def more(self, form: PortalForm) -> dict[str, Any]:
        """Return the text, and whether the reader may be the second person."""
        newest = documents.newest(self.case, ProblemStatement)
        before = self.case.statements.filter(approved_at__isnull=False).exclude(pk=newest.pk).first()
        return {
            "statement": newest,
            "told": told(newest, CHECKED),
            "approved_before": before,
            "changes": redacting.changes(before, newest, COMPARED) if before else [],
            "verdict": newest.may_be_approved_by(self.actor),
            "return_url": reverse("rir_desk:statement_return", args=[self.case.pk]),
        }

    def act(self, form: PortalForm) -> Any:
        """Approve it."""
        return documents.approve_statement(self.case, **self.who)


class ReturnStatement(CaseForm):
    """Give the problem statement back to who wrote it."""

    title = "Geef de probleemstelling terug"
    submit = "Geef terug"
    done = "De schrijver kan verder met de probleemstelling."

    def make_form(self, data: Any = None) -> PortalForm:
        """Ask for the reason."""
        return ReasonForm(data)

    def act(self, form: PortalForm) -> Any:
        """Give it back."""
        return documents.return_statement(self.case, form.cleaned_data["reason"], **self.who)
