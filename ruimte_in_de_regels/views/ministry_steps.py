# SPDX-License-Identifier: EUPL-1.2
"""What who is asked can do besides answering: ask, extend, forward, pass on, speak with who reported it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from netwerk import links
from netwerk.access import Actor
from netwerk.dates import date_text
from netwerk.forms import PortalForm
from netwerk.perform import Refused
from netwerk.processes import options

from .. import terms, workflow
from ..actions import threads
from ..forms.ministry import ExtensionForm, ForwardForm, PassOnForm, QuestionForm
from ..models import DeskTerms, MinistryThread
from .ministry import SHEET, find_thread, holder, kept

Who = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """One small form: its words, and what it does."""

    title: str
    intro: str
    submit: str
    done: str
    form: Callable[[Any, MinistryThread], PortalForm]
    act: Callable[[MinistryThread, Any, Who], object]
    move: str
    """The move it makes; nothing for what is no move."""


def _forward(thread: MinistryThread, form: Any, who: Who) -> object:
    return threads.forward(thread, threads.Colleague(**form.cleaned_data), **who)


def _pass_on(thread: MinistryThread, form: Any, who: Who) -> object:
    return threads.pass_on(thread, form.cleaned_data["next_owner"], form.cleaned_data["why"], **who)


def _begun(thread: MinistryThread) -> str:
    """Return what was written on the sheet before: it often tells why another owns the rule."""
    return str(kept(thread).get("reasoning", ""))[:500]


STEPS = {
    "vraag": Step(
        "Stel ons een vraag",
        "De termijn staat stil tot we je antwoord geven.",
        "Verstuur de vraag",
        "Je vraag is verstuurd.",
        lambda data, _thread: QuestionForm(data),
        lambda thread, form, who: threads.ask_back(thread, form.cleaned_data["question"], **who),
        "ask_back",
    ),
    "uitstel": Step(
        "Vraag uitstel",
        "Dat kan één keer, voor hoogstens {weeks} weken.",
        "Vraag uitstel",
        "De nieuwe datum staat genoteerd.",
        lambda data, _thread: ExtensionForm(data),
        lambda thread, form, who: threads.extend(
            thread, form.cleaned_data["reason"], form.cleaned_data["new_date"], **who
        ),
        "extend",
    ),
    "doorsturen": Step(
        "Stuur de vraag door aan een collega",
        "Je collega krijgt een mail met een eigen link. Jouw link blijft werken.",
        "Stuur de vraag door",
        "Je collega krijgt een mail met een eigen link.",
        lambda data, _thread: ForwardForm(data),
        _forward,
        "",
    ),
    "niet-van-ons": Step(
        "Jullie gaan hier niet over",
        "Vertel wie er wel over gaat. Dan zetten we de vraag daar klaar, met jullie naam erbij.",
        "Verstuur",
        "Dank je wel. We gaan verder bij wie je noemde.",
        lambda data, thread: PassOnForm(data, thread=thread, initial={"why": _begun(thread)}),
        _pass_on,
        "pass_on",
    ),
}


_AFTER_RECEIPT = ("ask_back", "extend")


def _why_not(step: Step, thread: MinistryThread, by: Actor) -> str:
    """Return why a step cannot be made now, or nothing when it can."""
    if step.move == "extend" and thread.extended_to is not None:
        return f"Uitstel kan één keer. Jullie kregen al uitstel tot en met {date_text(thread.extended_to)}."
    if step.move in _AFTER_RECEIPT and thread.state == "sent":
        return "Bevestig eerst op de pagina van de vraag dat jullie haar kregen. Daarna kan dit."
    if step.move:
        option = next((one for one in options(thread, by) if one.move.name == step.move), None)
        open_now, refusal = option is not None, option.verdict.reason if option and not option.verdict else ""
    else:
        open_now, refusal = thread.state in workflow.THREAD.sets["running"], ""
    label = thread.state_info.label.lower()
    return refusal if open_now else f"Dit kan nu niet. De vraag heeft de status \u2018{label}\u2019."


def _intro(step: Step, thread: MinistryThread) -> str:
    """Return what stands above the form; for more time also from when until when that can be."""
    intro = step.intro.format(weeks=DeskTerms.current().extension)
    if step.move != "extend" or thread.due_at is None:
        return intro
    due, latest = date_text(thread.due_at), date_text(terms.latest_extension(thread.due_at))
    return f"{intro} Jullie termijn loopt nu tot en met {due}. Uitstel kan tot en met {latest}."


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def small_step(request: HttpRequest, public_id: UUID, step: str) -> HttpResponse:
    """A page with one small form of its own: show it, or do it and go back to the sheet."""
    link, thread = find_thread(request, public_id)
    what = STEPS[step]
    form = what.form(request.POST or None, thread)
    if request.method == "POST" and form.is_valid():
        by: Actor = holder(link, thread)
        try:
            what.act(thread, form, {"by": by, "now": timezone.now()})
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, what.done)
            return redirect(SHEET, public_id)
    context = {
        "link": link,
        "thread": thread,
        "form": form,
        "page": what,
        "intro": _intro(what, thread),
        # After a refusal the form stays: what was typed is not lost.
        "why_not": "" if form.is_bound else _why_not(what, thread, holder(link, thread)),
    }
    status = 422 if form.errors else 200
    return links.private(render(request, "ruimte_in_de_regels/thread_form.html", context, status=status))


@never_cache
@require_POST
def reporters(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Who reported this and lets a ministry make contact: only in the answer to a click, which is kept."""
    link, thread = find_thread(request, public_id)
    try:
        found = threads.open_reporters(thread, by=holder(link, thread), now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(SHEET, public_id)
    context = {"link": link, "thread": thread, "reporters": found}
    return links.private(render(request, "ruimte_in_de_regels/thread_reporters.html", context))
