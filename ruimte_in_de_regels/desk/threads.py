# SPDX-License-Identifier: EUPL-1.2
"""The questions of a case to those whom it asks: choose, write, look at the mails, send, and what follows."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model, QuerySet
from django.utils import timezone

from netwerk.desk.forms import ReasonForm
from netwerk.desk.views import MoveScreen, Way
from netwerk.forms import PortalForm

from .. import terms
from ..actions import threads
from ..forms.ministry import ForwardForm, PassOnForm
from ..models import MinistryAnswer, MinistryThread
from . import thread_forms
from .base import CaseForm, ThreadForm


class AddThread(CaseForm):
    """Choose a ministry or another table, with its own question."""

    title = "Kies een partij"
    intro = "Een ministerie, of een andere partij. Elk krijgt een eigen vraag en ziet alleen die."
    submit = "Bewaar de vraag"
    done = "De vraag staat klaar. Verstuur haar als je tevreden bent."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form."""
        return thread_forms.ThreadQuestionForm(data)  # type: ignore[return-value]

    def act(self, form: PortalForm) -> Any:
        """Add the question."""
        return threads.add_thread(self.case, form.cleaned_data, **self.who)


class ChangeThread(ThreadForm):
    """Change a question that was not sent yet."""

    title = "Wijzig de vraag"
    submit = "Bewaar de vraag"
    done = "De vraag is gewijzigd."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form over the question as it is."""
        return thread_forms.ThreadQuestionForm(data, instance=self.thread)  # type: ignore[return-value]

    def act(self, form: PortalForm) -> Any:
        """Change it."""
        return threads.change_thread(self.thread, form.cleaned_data, **self.who)


class SendThreads(CaseForm):
    """Send prepared questions: first look at the very mails, then send."""

    template_name = "ruimte_in_de_regels/desk/send.html"
    title = "Verstuur de vragen"
    intro = "Bekijk eerst de mails. De vraag zelf staat nooit in de mail, maar achter de persoonlijke link."
    submit = "Bekijk de mails"
    done = "De vragen zijn verstuurd. De termijn loopt."
    mails = True

    def drafts(self) -> QuerySet[MinistryThread]:
        """Return the questions that can go out."""
        return self.case.threads.filter(state="draft").select_related(
            "ministry", "contact__contact", "contact__ministry"
        )

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the choice, everything chosen."""
        return thread_forms.SendForm(data, drafts=self.drafts(), initial={"threads": list(self.drafts())})

    def more(self, form: PortalForm) -> dict[str, Any]:
        """Return the questions themselves, to read once more."""
        return {"drafts": self.drafts()}

    def act(self, form: PortalForm) -> Any:
        """Send what was chosen."""
        return threads.send_threads(self.case, form.cleaned_data["threads"], **self.who)


def _answer(thread: MinistryThread, given: Mapping[str, Any], who: Mapping[str, Any]) -> Any:
    return threads.answer(thread, given, **who)


WAYS = {
    "acknowledge": Way(
        lambda t, _given, who: threads.acknowledge(t, **who), done="De ontvangst staat erbij."
    ),
    "investigate": Way(
        lambda t, _given, who: threads.investigate(t, **who), done="De vraag wordt onderzocht."
    ),
    "ask_back": Way(
        lambda t, given, who: threads.ask_back(t, given["question"], **who),
        thread_forms.AskBackForm,
        "De vraag staat erbij. De klok staat stil.",
    ),
    "answer_back": Way(
        lambda t, given, who: threads.answer_back(t, given["answer"], **who),
        thread_forms.AnswerBackForm,
        "Je antwoord is verstuurd. De klok loopt weer.",
    ),
    "extend": Way(
        lambda t, given, who: threads.extend(t, given["reason"], given["new_date"], **who),
        thread_forms.ExtendForm,
        "Het uitstel staat erbij.",
    ),
    "answer": Way(
        _answer,
        thread_forms.AnswerForm,  # type: ignore[arg-type]
        "Het antwoord staat bij de casus.",
        "Vul in wat zij antwoordden. Daarna verandert het antwoord niet meer.",
    ),
    "pass_on": Way(
        lambda t, given, who: threads.pass_on(t, given["next_owner"], given["why"], **who),
        PassOnForm,
        "De vraag staat klaar voor wie er wel over gaat.",
        "De vraag komt met jullie reden klaar te staan bij wie er wel over gaat.",
    ),
    "withdraw": Way(
        lambda t, given, who: threads.withdraw(t, given["reason"], **who),
        ReasonForm,
        "De vraag is ingetrokken.",
        "Wie je vroeg, leest de reden als de vraag al verstuurd was.",
    ),
}


class ThreadMove(ThreadForm, MoveScreen):
    """Any move of a question, also what somebody says by telephone or letter."""

    template_name = "ruimte_in_de_regels/desk/thread_form.html"
    ways = WAYS

    def find(self) -> Model:
        """Return the question."""
        return self.thread

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form of the move; an answer starts from the draft of who was asked."""
        if self.name == "pass_on":
            return PassOnForm(data, thread=self.thread)
        if self.name != "answer":
            return super().make_form(data)
        draft = MinistryAnswer.objects.filter(thread=self.thread).first()
        return thread_forms.AnswerForm(data, instance=draft)  # type: ignore[return-value]

    def more(self, form: PortalForm) -> dict[str, Any]:
        """Return the question itself."""
        return self.about()


class Forward(ThreadForm):
    """Give a colleague of the contact an own link, as they can do themselves."""

    template_name = "ruimte_in_de_regels/desk/thread_form.html"
    title = "Geef een collega een link"
    intro = "De collega krijgt een mail met een eigen link. De links die er zijn, blijven werken."
    submit = "Verstuur de link"
    done = "De collega krijgt een eigen link."
    mails = True

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form."""
        return ForwardForm(data)

    def more(self, form: PortalForm) -> dict[str, Any]:
        """Return the question itself."""
        return self.about()

    def act(self, form: PortalForm) -> Any:
        """Give the link."""
        return threads.forward(self.thread, threads.Colleague(**form.cleaned_data), **self.who)


class Again(ThreadForm):
    """Prepare a second round, when an answer does not satisfy."""

    template_name = "ruimte_in_de_regels/desk/again.html"
    title = "Vraag het opnieuw"
    intro = "Het eerste antwoord blijft staan. De nieuwe vraag staat daarna klaar om te versturen."
    submit = "Zet de tweede ronde klaar"
    done = "De tweede ronde staat klaar. Verstuur de vraag als je tevreden bent."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form, with the first question and the usual term to begin with."""
        until = terms.answer_due(timezone.localdate(self.now))
        return thread_forms.AgainForm(data, initial={"question": self.thread.question, "until": until})

    def more(self, form: PortalForm) -> dict[str, Any]:
        """Return the question and its answer."""
        return {**self.about(), "answer": MinistryAnswer.objects.filter(thread=self.thread).first()}

    def act(self, form: PortalForm) -> Any:
        """Prepare it."""
        return threads.again(self.thread, form.cleaned_data, **self.who)


class Remind(ThreadForm):
    """Remind everybody at a party who holds a link to the question."""

    http_method_names = ["post"]
    guarded = False
    title = "Herinner"
    submit = "Herinner"
    done = "De herinnering gaat per mail weg."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return a form without fields: the button says it all."""
        return PortalForm(data)

    def act(self, form: PortalForm) -> Any:
        """Send it."""
        return threads.remind(self.thread, **self.who)
