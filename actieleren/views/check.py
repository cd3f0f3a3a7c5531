# SPDX-License-Identifier: EUPL-1.2
"""The suitability check, for everybody, and starting a project from it."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from netwerk import handover
from netwerk.access import Actor
from netwerk.perform import Refused

from ..actions import project as writing
from ..forms.check import CheckForm, seal, unseal
from ..forms.handed import PROJECT, agreed_in, begin_with
from ..forms.write import StartForm
from ..suitability import QUESTIONS, Outcome, judge

LANDING = {"label": "Actieleren", "url": "/actieleren/"}
_HEADINGS = {
    "stop": "Actieleren past nu niet",
    "elders": "Kijk eerst ergens anders",
    "let-op": "Het kan, maar let op",
    "past": "Actieleren past bij jullie vraag",
}


@never_cache
@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """Seven questions and their advice. The answers stand in the address: nothing is kept, no cookie set."""
    sent = any(question.code in request.GET for question in QUESTIONS)
    form = CheckForm(request.GET if sent else None)
    outcome: Outcome | None = None
    note = ""
    if sent and form.is_valid():
        outcome = judge(form.cleaned_data)
        note = seal(form.cleaned_data) if outcome.may_start else ""
    context = {
        "handed": request.GET.get(handover.PARAMETER, ""),
        "form": form,
        "outcome": outcome,
        "heading": _HEADINGS[outcome.result] if outcome else "",
        "note": note,
        "crumbs": [LANDING],
    }
    response = render(request, "actieleren/check.html", context)
    if sent:
        # Every combination of answers is an address: none of them belongs in somebody else's index.
        response["X-Robots-Tag"] = "noindex"
    return response


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Begin a project; only with the answers of a check that fits, or that only warns."""
    note = (request.POST if request.method == "POST" else request.GET).get("check", "")
    answers = unseal(note)
    if answers is None or not judge(answers).may_start:
        messages.info(request, "Doe eerst de check. Daarna kun je een leertraject beginnen.")
        return redirect("actieleren:check")
    handed = _handed(request)
    form = StartForm(request.POST if request.method == "POST" else None, initial=begin_with(handed))
    if form.is_valid():
        try:
            made = writing.start(
                {**form.values(), **agreed_in(handed)},
                answers,
                by=Actor.of(request.user),
                now=timezone.now(),
                key=_key(request.POST),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Jullie traject staat klaar. Nodig de anderen uit.")
            return redirect("actieleren:own", made.pk)
    context = {
        "form": form,
        "note": note,
        "key": request.POST.get("key") or uuid.uuid4(),
        "handed": handover.seal(handed) if handed else "",
        "agreed": agreed_in(handed),
    }
    return render(request, "actieleren/start.html", context, status=422 if form.errors else 200)


def _handed(request: HttpRequest) -> handover.Handover | None:
    """Return the note of the dossier that this project comes from; an old or foreign one counts as none."""
    data = request.POST if request.method == "POST" else request.GET
    try:
        return handover.unseal(data.get(handover.PARAMETER, ""), PROJECT)
    except SuspiciousOperation:
        return None


def _key(data: QueryDict) -> uuid.UUID:
    """Return the key of the form; a tampered one counts as a new form."""
    try:
        return uuid.UUID(data.get("key", ""))
    except ValueError:
        return uuid.uuid4()
