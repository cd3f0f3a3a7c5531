# SPDX-License-Identifier: EUPL-1.2
"""Weigh the answers: next to each other, where they differ, one question to several, and the outcomes."""

from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from netwerk.forms import PortalForm

from .. import terms
from ..actions import outcomes, threads, weighing
from ..models import MEANINGS, CaseOutcome, Difference, MinistryThread, OutcomeKind
from . import weighing_forms as forms
from .base import CaseForm, CaseScreen

_LONGEST_KEY = 10


class Answers(CaseScreen):
    """The answers of all parties next to each other, with the differences that the team marked."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show one column per party."""
        asked = _asked(self)
        if not asked:
            raise Http404
        answered = [thread.answer for thread in asked if thread.state == "answered"]
        context = {
            "title": "Antwoorden naast elkaar",
            "case": self.case,
            "threads": asked,
            "unlike": {
                "stance": len({answer.stance for answer in answered}) > 1,
                "kind": len({answer.kind for answer in answered}) > 1,
            },
            "differences": list(self.case.differences.select_related("author")),
            "joint": list(self.case.joint_questions.prefetch_related("replies__thread__ministry")),
            "may_weigh": self.case.state in ("escalated", "weighing_answers"),
            "may_ask_jointly": len(asked) > 1,
            "back_url": self.back_url(),
            "back_label": "Naar de casus",
        }
        return self.show("ruimte_in_de_regels/desk/answers.html", context)


def _asked(screen: CaseScreen) -> list[MinistryThread]:
    rows = screen.case.threads.asked()
    return list(rows.select_related("ministry", "contact__contact", "contact__ministry", "answer"))


class WeighForm(CaseForm):
    """A form that leads back to the answers."""

    back_label = "Naar de antwoorden"

    def back_url(self) -> str:
        """Return the address of the answers next to each other."""
        return reverse("rir_desk:answers", args=[self.case.pk])


class MarkDifference(WeighForm):
    """Mark a point on which the answers do not agree."""

    title = "Markeer een verschil"
    intro = "Alleen het team leest dit. Je kunt er een gezamenlijke vraag van maken."
    submit = "Bewaar het verschil"
    done = "Het verschil staat bij de antwoorden."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form."""
        return forms.DifferenceForm(data)  # type: ignore[return-value]

    def act(self, form: PortalForm) -> Any:
        """Mark it."""
        return weighing.mark_difference(self.case, form.cleaned_data, **self.who)


class UnmarkDifference(WeighForm):
    """Take a mark away."""

    http_method_names = ["post"]
    title = "Haal het verschil weg"
    submit = "Haal weg"
    done = "Het verschil is weg."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return a form without fields: the button says it all."""
        return PortalForm(data)

    def act(self, form: PortalForm) -> Any:
        """Remove it."""
        found = get_object_or_404(Difference, pk=self.kwargs["difference"], case_id=self.case.pk)
        return weighing.unmark_difference(found, **self.who)


class AskJointly(WeighForm):
    """One question to several parties, who read each other's replies."""

    title = "Stel een gezamenlijke vraag"
    intro = "De gekozen partijen lezen deze vraag en elkaars antwoord erop. Verder zien ze niets van elkaar."
    submit = "Verstuur de vraag"
    done = "De gezamenlijke vraag is verstuurd."
    mails = True

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form, with everybody who was asked to choose from."""
        due = terms.joint_due(self.now.date())
        return forms.JointQuestionForm(data, threads=self.case.threads.asked(), initial={"due_on": due})

    def act(self, form: PortalForm) -> Any:
        """Ask."""
        return weighing.ask_jointly(self.case, weighing.NewJointQuestion(**form.cleaned_data), **self.who)


class SetAside(CaseForm):
    """Log why a party that was asked gets no outcome of its own."""

    title = "Geen uitkomst voor een partij"
    intro = "De casus kan pas dicht als elke partij een uitkomst heeft, of een reden waarom niet."
    submit = "Bewaar de reden"
    done = "De reden staat bij de casus."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form, with the parties that were asked."""
        return forms.SetAsideForm(data, threads=self.case.threads.asked())

    def act(self, form: PortalForm) -> Any:
        """Keep the reason."""
        return weighing.set_aside(self.case, **form.cleaned_data, **self.who)


class AddOutcome(CaseForm):
    """Write down an outcome: first its kind, then what that kind tells; the coordinator sets it."""

    template_name = "ruimte_in_de_regels/desk/outcome.html"
    title = "Schrijf een uitkomst op"
    intro = "Een casus kan meer uitkomsten hebben, bijvoorbeeld een per ministerie."
    submit = "Bewaar de uitkomst"
    done = "De uitkomst staat bij de casus. De coördinator stelt haar vast."

    @cached_property
    def silent(self) -> MinistryThread | None:
        """The question that stayed without an answer, when the address names one."""
        asked = self.request.GET.get("stil", "")
        rows = self.case.threads.filter(state="expired").select_related("ministry")
        return rows.filter(pk=asked).first() if asked.isdecimal() and len(asked) < _LONGEST_KEY else None

    @property
    def kind(self) -> str:
        """The kind that was chosen, or nothing while none is."""
        if self.silent is not None:
            return OutcomeKind.NO_ANSWER
        asked = self.request.POST.get("kind") or self.request.GET.get("soort", "")
        return asked if asked in OutcomeKind.values else ""

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form of the chosen kind; for silence it begins with what was done to get an answer."""
        begin: dict[str, Any] = {}
        if self.silent is not None:
            begin = {
                "ministry": self.silent.ministry_id,
                "reasoning": threads.silence_in_words(self.silent),
            }
        return forms.OutcomeForm(data, kind=self.kind, case=self.case, initial=begin)  # type: ignore[return-value]

    def more(self, form: PortalForm) -> dict[str, Any]:
        """Return the answers, to weigh them while writing, and the kinds to choose from."""
        kinds = [(kind.value, kind.label, MEANINGS[kind]) for kind in OutcomeKind]
        return {"threads": _asked(self), "kinds": [] if self.kind else kinds}

    def act(self, form: PortalForm) -> Any:
        """Write it down."""
        return outcomes.write_outcome(self.case, form.cleaned_data, **self.who)


class OutcomeScreen(CaseForm):
    """A form about one outcome of a case."""

    def outcome(self) -> CaseOutcome:
        """Return the outcome that the address names, within its own case."""
        return get_object_or_404(CaseOutcome, pk=self.kwargs["outcome"], case_id=self.case.pk)


class RemoveOutcome(OutcomeScreen):
    """Take back an outcome that was not set yet."""

    http_method_names = ["post"]
    title = "Haal de uitkomst weg"
    submit = "Haal weg"
    done = "De uitkomst is weg."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return a form without fields: the button says it all."""
        return PortalForm(data)

    def act(self, form: PortalForm) -> Any:
        """Remove it."""
        return outcomes.remove_outcome(self.outcome(), **self.who)


class ExtendOutcome(OutcomeScreen):
    """Let an experiment or exemption last longer."""

    title = "Verleng"
    submit = "Verleng"
    done = "Het einde is verschoven."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form; only for what has an end."""
        if self.outcome().last_day is None:
            raise Http404
        return forms.ExtendOutcomeForm(data)

    def act(self, form: PortalForm) -> Any:
        """Move the end."""
        return outcomes.extend(self.outcome(), **form.cleaned_data, **self.who)
