# SPDX-License-Identifier: EUPL-1.2
"""What ministries promised: the list of the team, and what can be done with one promise."""

from functools import cached_property
from typing import Any, ClassVar

from django import forms
from django.db.models import Model, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from netwerk.desk.forms import ReasonForm, text
from netwerk.desk.paging import CappedPaginator
from netwerk.desk.people import people_with
from netwerk.desk.views import DeskView, MoveScreen, Way
from netwerk.forms import PortalForm
from netwerk.models import User
from netwerk.widgets import DateField3

from ..actions import promise_news, promises
from ..models import Ministry, Promise, PromiseNews
from ..workflow import PROMISE
from .base import HANDLE_CASE, CaseForm

PAGE_SIZE = 50
WAITING_NEWS = Prefetch("news", PromiseNews.objects.waiting(), to_attr="waiting")
"""Gives each promise what its ministry said and nobody looked at yet, as a list of one or none."""
EVERYBODY = "Iedereen leest dit. Schrijf gewone woorden en geen namen."


class WordsForm(PortalForm):
    """The words of a promise, and who watches it."""

    text = text("Wat is er beloofd, in gewone woorden?", 600, EVERYBODY, rows=4)
    owner = forms.ModelChoiceField(
        User.objects.none(), label="Wie houdt het in de gaten?", required=False, empty_label="Nog niemand"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = people_with(HANDLE_CASE)  # type: ignore[attr-defined]


class PromiseForm(WordsForm):
    """A promise that was made outside an answer."""

    ministry = forms.ModelChoiceField(
        Ministry.objects.none(), label="Wie beloofde het?", empty_label="Kies een ministerie"
    )
    due_on = DateField3(label="Wanneer is het geregeld?", help_text="Zoals 12 3 2027.")
    field_order = ("ministry", "text", "due_on", "owner")

    def __init__(self, *args: Any, case: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = Ministry.objects.filter(threads__case=case, threads__sent_at__isnull=False).distinct()
        self.fields["ministry"].queryset = asked  # type: ignore[attr-defined]


class KeepForm(PortalForm):
    """What came of it."""

    result = text("Wat is er geregeld?", 1000, EVERYBODY, rows=4)


class MoveDateForm(ReasonForm):
    """Another day, and why."""

    new_date = DateField3(label="Wanneer dan wel?", help_text="Zoals 12 3 2027.")
    field_order = ("new_date", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = EVERYBODY


class DropForm(ReasonForm):
    """Why it will not come."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = EVERYBODY


class Promises(DeskView):
    """All promises, what is due first on top."""

    permission: ClassVar[str] = HANDLE_CASE

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the list: what runs, or another state when asked."""
        asked = request.GET.get("stand", "")
        chosen = asked if asked in dict(PROMISE.choices()) else ""
        states = [chosen] if chosen else PROMISE.sets["running"]
        rows = Promise.objects.filter(state__in=states).select_related("case", "ministry", "owner")
        rows = rows.prefetch_related(WAITING_NEWS)
        context = {
            "title": "Toezeggingen",
            "page": CappedPaginator(rows, PAGE_SIZE).get_page(request.GET.get("pagina")),
            "states": PROMISE.choices(),
            "chosen": chosen,
            "query": f"stand={chosen}&" if chosen else "",
        }
        return self.show("ruimte_in_de_regels/desk/promises.html", context)


class NewPromise(CaseForm):
    """Write a promise down by hand."""

    title = "Leg een toezegging vast"
    intro = "Beloofde een ministerie iets buiten zijn antwoord om? Zet het er hier bij."
    submit = "Bewaar de toezegging"
    done = "De toezegging staat erbij."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form, with whoever works on the case as the one who watches."""
        return PromiseForm(data, case=self.case.pk, initial={"owner": self.case.assignee_id})

    def act(self, form: PortalForm) -> Any:
        """Write it down."""
        return promises.make_promise(self.case, form.cleaned_data, **self.who)


class PromiseScreen(CaseForm):
    """A form about one promise; its case stands in the address too."""

    @cached_property
    def promise(self) -> Promise:
        """Return the promise that the address names, within its own case."""
        rows = Promise.objects.select_related("ministry", "owner", "case")
        return get_object_or_404(rows, pk=self.kwargs["promise"], case_id=self.case.pk)


class ChangePromise(PromiseScreen):
    """Find better words, or somebody else to watch."""

    title = "Wijzig de toezegging"
    done = "De toezegging is gewijzigd."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form over the promise as it is."""
        return WordsForm(data, initial={"text": self.promise.text, "owner": self.promise.owner_id})

    def act(self, form: PortalForm) -> Any:
        """Change it."""
        given = form.cleaned_data
        return promises.change_promise(self.promise, given["text"], given["owner"], **self.who)


class LeaveForm(ReasonForm):
    """Why what a ministry said is not taken over."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = "Het ministerie leest dit."


class LeaveNews(PromiseScreen):
    """Do not take over what a ministry said of its promise."""

    title = "Neem het bericht niet over"
    submit = "Neem niet over"
    done = "Het ministerie hoort waarom."
    mails = True

    @property
    def intro(self) -> str:  # type: ignore[override]
        """What the ministry said, and what happens now."""
        said = f"{self.promise.ministry} schreef: ‘{self.news.text}’"
        return f"{said} De toezegging blijft staan zoals zij is. Het ministerie kan opnieuw antwoorden."

    @cached_property
    def news(self) -> PromiseNews:
        """Return what waits. Raises Http404 when nothing does."""
        return get_object_or_404(PromiseNews.objects.waiting(), promise=self.promise)

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form, as long as something waits."""
        self.news.promise = self.promise
        return LeaveForm(data)

    def act(self, form: PortalForm) -> Any:
        """Leave it, with the reason."""
        return promise_news.leave_news(self.news, form.cleaned_data["reason"], **self.who)


WAYS = {
    "keep": Way(
        lambda promise, given, who: promises.keep(promise, given["result"], **who),
        KeepForm,
        "De toezegging is nagekomen.",
    ),
    "move_date": Way(
        lambda promise, given, who: promises.move_date(promise, given["new_date"], given["reason"], **who),
        MoveDateForm,
        "De toezegging heeft een andere datum.",
        "Op de site blijft ook de eerste datum staan.",
    ),
    "drop": Way(
        lambda promise, given, who: promises.drop(promise, given["reason"], **who),
        DropForm,
        "Er staat bij dat het er niet komt.",
    ),
    "reopen": Way(
        lambda promise, given, who: promises.reopen(promise, given["reason"], **who),
        ReasonForm,
        "De toezegging loopt weer.",
    ),
}


class PromiseMove(PromiseScreen, MoveScreen):
    """Any move of a promise."""

    ways = WAYS

    def find(self) -> Model:
        """Return the promise."""
        return self.promise

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form of the move, begun with what the ministry said when that is what it proposes."""
        assert self.way.form is not None  # noqa: S101 - the base looked
        said = self.promise.news.waiting().first()
        return self.way.form(data, initial=said.as_given if said and said.move == self.name else None)
