# SPDX-License-Identifier: EUPL-1.2
"""Writing an initiative: two screens, saved whenever the owner wants, complete or not."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from netwerk.access import Actor, require
from netwerk.models import Organisation
from netwerk.perform import Refused, Stale

from .. import access
from ..actions import owner
from ..forms.initiative import InitiativeScreen, StoryScreen, YieldScreen
from ..models import Initiative
from .owner import find_own

_NAMES = {1: "het initiatief", 2: "de opbrengst"}


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """The first screen of a new initiative; the first time it is kept, it becomes a draft."""
    actor, later = Actor.of(request.user), "later" in request.POST
    form = StoryScreen(request.POST or None, draft=later)
    if request.method == "POST" and form.is_valid():
        try:
            made = owner.start(form.values(), by=actor, now=timezone.now(), key=_key(request.POST))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _onward(request, made.pk, 1, later)
    context = {"form": form, "key": request.POST.get("key") or uuid.uuid4(), **_step(1)}
    return render(request, "koplopers/write.html", context, status=422 if form.errors else 200)


def _key(data: QueryDict) -> uuid.UUID:
    """Return the key of the form; a tampered one counts as a new form."""
    try:
        return uuid.UUID(data.get("key", ""))
    except ValueError:
        return uuid.uuid4()


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: str, screen: str) -> HttpResponse:
    """One screen of the own initiative. What somebody else changed meanwhile is not written over."""
    actor, number = Actor.of(request.user), int(screen)
    initiative = find_own(actor, int(pk))
    require(access.edits(actor, initiative))
    later, seen = "later" in request.POST, initiative.version
    form = _form(number, initiative, request, draft=later)
    if request.method == "POST" and form.is_valid():
        try:
            owner.save(initiative, form.values(), by=actor, now=timezone.now(), seen=_seen(request.POST))
        except Stale:
            form.add_error(None, "Iemand anders wijzigde dit net. Kijk je tekst na en bewaar nog een keer.")
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _onward(request, initiative.pk, number, later)
    context = {"form": form, "initiative": initiative, "seen": seen, **_step(number)}
    return render(request, "koplopers/write.html", context, status=422 if form.errors else 200)


def _form(number: int, initiative: Initiative, request: HttpRequest, *, draft: bool) -> InitiativeScreen:
    if number == 1:
        return StoryScreen(request.POST or None, instance=initiative, draft=draft)
    organisations = _organisations(request, initiative)
    return YieldScreen(request.POST or None, instance=initiative, draft=draft, organisations=organisations)


def _organisations(request: HttpRequest, initiative: Initiative) -> QuerySet[Organisation]:
    """Return the organisations to choose from: those of the writer, and the one that was chosen before."""
    rule = Q(memberships__user=request.user.pk) | Q(dossiers=initiative.pk)
    return Organisation.objects.filter(rule).distinct()


def _seen(data: QueryDict) -> int:
    """Return the version that the sender looked at; a tampered one counts as long ago."""
    posted = data.get("seen", "")
    return int(posted) if posted.isdecimal() and len(posted) < 10 else -1


def _onward(request: HttpRequest, pk: int, number: int, later: bool) -> HttpResponse:
    if later:
        messages.success(request, "Bewaard. Je kunt later verder schrijven.")
        return redirect("koplopers:own", pk)
    if number == 1:
        return redirect("koplopers:edit", pk, 2)
    return redirect("koplopers:own", pk)


def _step(number: int) -> dict[str, object]:
    return {"step": number, "steps": 2, "step_name": _NAMES[number]}
