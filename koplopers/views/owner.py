# SPDX-License-Identifier: EUPL-1.2
"""The owner's own page: where the initiative stands, what is asked, and what can be done."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from netwerk.access import Actor, require
from netwerk.desk.case_screen import told
from netwerk.perform import Refused
from netwerk.processes import options
from netwerk.timeline import OWNER, codes_for, entry_type, sentence

from .. import access, conditions
from ..actions import owner
from ..forms.initiative import ReplyForm, WithdrawForm
from ..models import Initiative
from .progress import progress

STORY = ("summary", "problem", "approach", "for_whom", "by_whom", "phase")
YIELD = ("results", "evidence", "what_did_not_work", "transfer")
STEPS = {
    "submit": (owner.submit, "Dank je wel. Je initiatief is ingestuurd."),
    "retry": (owner.retry, "Dank je wel. Je initiatief is opnieuw ingestuurd."),
    "consent": (owner.consent, "Dank je wel. We gaan je initiatief bekijken."),
}
"""The moves that are one button: their action, and what is said afterwards."""


def find_own(actor: Actor, pk: int) -> Initiative:
    """Return an initiative that this actor brought. Another one is not there: Http404."""
    rows = Initiative.objects.brought_by(actor).select_related("organisation")
    return get_object_or_404(rows, pk=pk)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def own_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything about the own initiative; a question of the team can be answered here."""
    actor = Actor.of(request.user)
    initiative = find_own(actor, pk)
    form = ReplyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            owner.reply(initiative, form.cleaned_data["reply"], by=actor, now=timezone.now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Dank je wel. Je antwoord is binnen.")
            return redirect("koplopers:own", pk)
    return _page(request, actor, initiative, form)


def _page(request: HttpRequest, actor: Actor, initiative: Initiative, form: ReplyForm) -> HttpResponse:
    mine = bool(access.owns(actor, initiative))
    # The team's own moves are made at the desk, also when an owner works in the team.
    moves = {option.move.name for option in options(initiative, actor)} if mine else set()
    entries = initiative.timeline.filter(type__in=codes_for(OWNER)).order_by("at", "pk")
    context = {
        "initiative": initiative,
        "progress": progress(initiative, mine),
        "missing": conditions.missing_to_submit(initiative) if moves & {"submit", "retry"} else [],
        "moves": moves,
        "may_edit": mine and bool(access.edits(actor, initiative)),
        "thread_messages": initiative.messages.all(),
        "story": told(initiative, STORY, "Niet ingevuld"),
        "yields": told(initiative, YIELD, "Niet ingevuld"),
        "course": [
            {"when": entry.at, "title": sentence(entry), "icon": entry_type(entry.type).icon}
            for entry in entries
        ],
        "form": form,
        "crumbs": [{"label": "Mijn overzicht", "url": "/mijn/"}],
    }
    return render(request, "koplopers/own.html", context, status=422 if form.errors else 200)


@never_cache
@login_required
@require_POST
def step(request: HttpRequest, pk: int, move: str) -> HttpResponse:
    """Make a move that is one button."""
    actor = Actor.of(request.user)
    initiative = find_own(actor, pk)
    if move not in STEPS:
        raise Http404
    action, done = STEPS[move]
    try:
        action(initiative, by=actor, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("koplopers:own", pk)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the initiative back; asked once more, because it cannot be undone."""
    actor = Actor.of(request.user)
    initiative = find_own(actor, pk)
    require(access.owns(actor, initiative))
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            owner.withdraw(initiative, form.cleaned_data["reason"], by=actor, now=timezone.now())
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, "Je initiatief is ingetrokken.")
        return redirect("koplopers:own", pk)
    context = {"initiative": initiative, "form": form}
    return render(request, "koplopers/withdraw.html", context, status=422 if form.errors else 200)
