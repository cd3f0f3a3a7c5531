# SPDX-License-Identifier: EUPL-1.2
"""The pages of a group: its project, and the small forms around it."""

from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from netwerk.access import Actor, require
from netwerk.desk.case_screen import unchanged
from netwerk.perform import Refused
from netwerk.processes import process_for

from ..models import Cycle, LearningProject
from .page import page_of
from .parts import PARTS, REMOVALS
from .steps import CYCLE_STEPS, STEPS, Step


def find_own(actor: Actor, pk: int) -> LearningProject:
    """Return a project in which this actor takes part. Another one is not there: Http404."""
    rows = LearningProject.objects.joined_by(actor).select_related("organisation")
    rows = rows.prefetch_related("participants__user")
    return get_object_or_404(rows, pk=pk)


@never_cache
@login_required
@require_safe
def own_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything about the own project."""
    actor = Actor.of(request.user)
    context = page_of(find_own(actor, pk), actor, timezone.localdate())
    return render(request, "actieleren/own.html", context)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def part(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Write one part of the project. What somebody else changed meanwhile is not written over."""
    actor = Actor.of(request.user)
    project = find_own(actor, pk)
    if name not in PARTS:
        raise Http404
    wanted = PARTS[name]
    require(wanted.rule(actor, project))
    seen, title = project.version, project.title
    form = wanted.form(request.POST if request.method == "POST" else None, project)
    if form.is_valid():
        guard = unchanged(project, _seen(request)) if wanted.replaces else nullcontext()
        try:
            with guard:
                wanted.act(project, form, {"by": actor, "now": timezone.now()})
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Bewaard.")
            return redirect(f"{reverse('actieleren:own', args=[pk])}#{wanted.anchor}")
    context = {
        "form": form,
        "heading": wanted.title,
        "intro": wanted.intro,
        "pk": pk,
        "title": title,
        "seen": seen,
    }
    return render(request, "actieleren/form.html", context, status=422 if form.errors else 200)


def _seen(request: HttpRequest) -> int:
    """Return the version that the sender looked at; a tampered one counts as long ago."""
    posted = request.POST.get("seen", "")
    return int(posted) if posted.isdecimal() and len(posted) < 10 else -1


@never_cache
@login_required
@require_POST
def remove(request: HttpRequest, pk: int, name: str, item: int) -> HttpResponse:
    """Take one row of a part away."""
    actor = Actor.of(request.user)
    project = find_own(actor, pk)
    if name not in REMOVALS:
        raise Http404
    action, rule, anchor = REMOVALS[name]
    require(rule(actor, project))
    try:
        action(project, item, by=actor, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Weggehaald.")
    if not LearningProject.objects.joined_by(actor).filter(pk=pk).exists():
        return redirect("overview")
    return redirect(f"{reverse('actieleren:own', args=[pk])}#{anchor}")


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, pk: int, move: str) -> HttpResponse:
    """Make a move of the project; one that asks something has a form."""
    actor = Actor.of(request.user)
    project = find_own(actor, pk)
    return _make(request, STEPS.get(move), move, project, lambda: find_own(actor, pk))


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def cycle_step(request: HttpRequest, pk: int, number: int, move: str) -> HttpResponse:
    """Make a move of one cycle."""
    project = find_own(Actor.of(request.user), pk)

    def find() -> Cycle:
        return get_object_or_404(Cycle.objects.select_related("project"), project=project, number=number)

    return _make(request, CYCLE_STEPS.get(move), move, find(), find)


def _make(
    request: HttpRequest, wanted: Step | None, move: str, subject: Any, stored: Callable[[], Any]
) -> HttpResponse:
    """Show the form of a move, or make it. `stored` finds it anew: a form writes on what it is given."""
    if wanted is None:
        raise Http404
    actor, process = Actor.of(request.user), process_for(subject)
    transition = process.workflow.transition(move)
    require(process.allows(transition, actor, subject))
    project = subject if isinstance(subject, LearningProject) else subject.project
    back = redirect("actieleren:own", project.pk)
    if wanted.form is None and request.method != "POST" or subject.state not in transition.sources:
        return back
    form = wanted.form(request.POST if request.method == "POST" else None, stored()) if wanted.form else None
    if request.method == "POST" and (form is None or form.is_valid()):
        try:
            wanted.act(subject, form, {"by": actor, "now": timezone.now()})
        except Refused as refusal:
            if form is None:
                messages.error(request, str(refusal))
                return back
            form.add_error(None, str(refusal))
        else:
            messages.success(request, wanted.done)
            return back
    context = {
        "form": form,
        "heading": transition.label,
        "intro": wanted.intro,
        "pk": project.pk,
        "title": project.title,
        "expected": subject.expectation if isinstance(subject, Cycle) else "",
    }
    return render(request, "actieleren/form.html", context, status=422 if form and form.errors else 200)
