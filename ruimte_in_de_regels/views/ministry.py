# SPDX-License-Identifier: EUPL-1.2
"""The sheet of a ministry, behind the secret link: confirm, ask, extend, pass on, answer."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from netwerk import links
from netwerk.access import Actor
from netwerk.models import SecretLink
from netwerk.perform import Refused
from netwerk.processes import options
from netwerk.timeline import MINISTRY, codes_for, sentence

from .. import access
from ..actions import threads
from ..forms.ministry import AnswerForm, DraftAnswerForm, ExtensionForm, PassOnForm, QuestionForm
from ..models import DeskTerms, MinistryThread
from .summary import in_words

SHEET = "ruimte_in_de_regels:thread_sheet"


def _find(request: HttpRequest, public_id: UUID) -> tuple[SecretLink, MinistryThread]:
    link = links.held_link(request, public_id, access.MINISTRY_SCOPE)
    thread = MinistryThread.objects.select_related("case", "ministry", "contact__contact", "answer").get(
        pk=link.part.rpartition(":")[2]
    )
    return link, thread


def _actor(link: SecretLink, thread: MinistryThread) -> Actor:
    return Actor.holder(link, thread.ministry.name)


def _kept(thread: MinistryThread) -> dict[str, Any]:
    return model_to_dict(thread.answer, fields=AnswerForm.Meta.fields) if hasattr(thread, "answer") else {}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The question with its background, and the answer, which can be kept and finished later."""
    link, thread = _find(request, public_id)
    if request.method != "POST":
        return _sheet_page(request, link, thread, AnswerForm(initial=_kept(thread)))
    keeping = "keep" in request.POST
    form = (DraftAnswerForm if keeping else AnswerForm)(request.POST)
    if form.is_valid():
        try:
            threads.save_answer(thread, _values(form), by=_actor(link, thread), now=timezone.now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            if not keeping:
                return redirect("ruimte_in_de_regels:thread_check", public_id)
            messages.success(request, "We hebben het bewaard. Je kunt later verder met dezelfde link.")
            return redirect(SHEET, public_id)
    return _sheet_page(request, link, thread, form)


def _values(form: forms.BaseForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in AnswerForm.Meta.fields}


def _sheet_page(
    request: HttpRequest, link: SecretLink, thread: MinistryThread, form: forms.BaseForm
) -> HttpResponse:
    case = thread.case
    moves = {option.move.name: option for option in options(thread, _actor(link, thread))}
    others = case.threads.asked().exclude(pk=thread.pk).select_related("ministry")
    entries = case.timeline.filter(type__in=codes_for(MINISTRY), part=link.part).order_by("at", "id")
    context = {
        "link": link,
        "thread": thread,
        "case": case,
        "statement": case.statements.filter(approved_at__isnull=False).first(),
        "analysis": case.analyses.filter(completed_at__isnull=False).first(),
        "others": [other.ministry for other in others],
        "thread_messages": case.messages.filter(part=link.part),
        "course": [{"when": entry.at, "title": sentence(entry)} for entry in entries],
        "moves": moves,
        "may_answer": "answer" in moves,
        "may_extend": "extend" in moves and thread.extended_to is None,
        "form": form,
    }
    status = 422 if form.errors else 200
    return links.private(render(request, "ruimte_in_de_regels/thread_sheet.html", context, status=status))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Read the answer once more, and send it; from then on it counts."""
    link, thread = _find(request, public_id)
    form = AnswerForm(_as_data(_kept(thread)))
    if thread.state == "answered" or not form.is_valid():
        return redirect(SHEET, public_id)
    if request.method == "POST":
        try:
            threads.answer(thread, _values(form), by=_actor(link, thread), now=timezone.now())
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, "Dank je wel. Jullie antwoord is verstuurd.")
        return redirect(SHEET, public_id)
    rows = [
        {"question": field.label, "answer": in_words(field, form.cleaned_data.get(name))}
        for name, field in form.fields.items()
    ]
    context = {"link": link, "thread": thread, "groups": [{"title": "Jullie antwoord", "rows": rows}]}
    return links.private(render(request, "ruimte_in_de_regels/thread_check.html", context))


def _as_data(kept: dict[str, Any]) -> dict[str, Any]:
    """Return a kept answer as form data, with the date in its three fields."""
    data = {name: value for name, value in kept.items() if name != "commitment_date" and value is not None}
    if kept.get("commitment_date"):
        day = kept["commitment_date"]
        parts = {"dag": day.day, "maand": day.month, "jaar": day.year}
        data.update({f"commitment_date_{part}": str(number) for part, number in parts.items()})
    return data


@never_cache
@require_POST
def step(request: HttpRequest, public_id: UUID, move: str) -> HttpResponse:
    """Confirm receipt, or say that the question is being examined."""
    link, thread = _find(request, public_id)
    act = threads.acknowledge if move == "ontvangen" else threads.investigate
    try:
        act(thread, by=_actor(link, thread), now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Dank je wel. Dat weten we nu.")
    return redirect(SHEET, public_id)


def _with_form(
    request: HttpRequest,
    public_id: UUID,
    form_class: type[forms.Form],
    page: dict[str, str],
    act: Callable[[MinistryThread, dict[str, Any], Actor], object],
) -> HttpResponse:
    """A page with one small form of its own: show it, or do it and go back to the sheet."""
    link, thread = _find(request, public_id)
    form = form_class(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            act(thread, form.cleaned_data, _actor(link, thread))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, page["done"])
            return redirect(SHEET, public_id)
    context = {"link": link, "thread": thread, "form": form, "page": page}
    status = 422 if form.errors else 200
    return links.private(render(request, "ruimte_in_de_regels/thread_form.html", context, status=status))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Ask the network something; the term stands still until the answer."""
    page = {
        "title": "Stel ons een vraag",
        "intro": "De termijn staat stil tot we je antwoord geven.",
        "submit": "Verstuur de vraag",
        "done": "Je vraag is verstuurd.",
    }
    return _with_form(
        request,
        public_id,
        QuestionForm,
        page,
        lambda thread, given, by: threads.ask_back(thread, given["question"], by=by, now=timezone.now()),
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def extend(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Ask for more time, once."""
    page = {
        "title": "Vraag uitstel",
        "intro": f"Dat kan één keer, voor hoogstens {DeskTerms.current().extension} weken.",
        "submit": "Vraag uitstel",
        "done": "De nieuwe datum staat genoteerd.",
    }
    return _with_form(
        request,
        public_id,
        ExtensionForm,
        page,
        lambda thread, given, by: threads.extend(
            thread, given["reason"], given["new_date"], by=by, now=timezone.now()
        ),
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pass_on(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Say that somebody else owns the rule."""
    page = {
        "title": "Jullie gaan hier niet over",
        "intro": "Vertel wie er wel over gaat. Dan stellen we de vraag daar.",
        "submit": "Verstuur",
        "done": "Dank je wel. We gaan verder bij wie je noemde.",
    }
    return _with_form(
        request,
        public_id,
        PassOnForm,
        page,
        lambda thread, given, by: threads.pass_on(thread, given["next_owner"], by=by, now=timezone.now()),
    )
