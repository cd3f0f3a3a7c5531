# SPDX-License-Identifier: EUPL-1.2
"""The sheet of who is asked, behind the secret link: read the question, write and send the answer."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from netwerk import links
from netwerk.access import Actor
from netwerk.models import SecretLink
from netwerk.perform import Refused, Stale
from netwerk.processes import options
from netwerk.timeline import MINISTRY, codes_for, sentence

from .. import access, workflow
from ..actions import threads
from ..figures import days
from ..forms.ministry import AnswerForm, DraftAnswerForm
from ..models import NOT_OURS, MinistryThread, Promise
from .summary import in_words

SHEET = "ruimte_in_de_regels:thread_sheet"


def find_thread(request: HttpRequest, public_id: UUID) -> tuple[SecretLink, MinistryThread]:
    """Return the link that was opened, and its thread; a link that was not opened does not exist."""
    link = links.held_link(request, public_id, access.MINISTRY_SCOPE)
    rows = MinistryThread.objects.select_related(
        "case", "ministry", "contact__contact", "answer", "previous__answer"
    )
    return link, rows.get(pk=link.part.rpartition(":")[2])


def holder(link: SecretLink, thread: MinistryThread) -> Actor:
    """Return who acts: the organisation, whoever of them holds the link."""
    return Actor.holder(link, thread.ministry.name)


def kept(thread: MinistryThread) -> dict[str, Any]:
    """Return the answer as it is kept so far."""
    return model_to_dict(thread.answer, fields=AnswerForm.Meta.fields) if hasattr(thread, "answer") else {}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The question with its background, and the answer, which can be kept and finished later."""
    link, thread = find_thread(request, public_id)
    if request.method != "POST":
        return _sheet_page(request, link, thread, AnswerForm(initial=kept(thread)))
    not_ours = request.POST.get("stance") == NOT_OURS
    keeping = "keep" in request.POST or not_ours
    form = (DraftAnswerForm if keeping else AnswerForm)(request.POST, request.FILES)
    if not form.is_valid():
        _keep_files(request, link, thread, form)
        return _sheet_page(request, link, thread, form)
    try:
        _keep(request, link, thread, form)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        _link, thread = find_thread(request, public_id)  # as somebody else just left it
        return _sheet_page(request, link, thread, form, differs=isinstance(refusal, Stale))
    if not_ours:
        return redirect("ruimte_in_de_regels:thread_pass_on", public_id)
    if not keeping:
        return redirect("ruimte_in_de_regels:thread_check", public_id)
    messages.success(request, "We hebben het bewaard. Je kunt later verder met dezelfde link.")
    return redirect(SHEET, public_id)


def _keep(request: HttpRequest, link: SecretLink, thread: MinistryThread, form: forms.BaseForm) -> None:
    """Keep what was written, with its files: both or neither."""
    who = {"by": holder(link, thread), "now": timezone.now()}
    with transaction.atomic():
        threads.save_answer(thread, _values(form), **who, seen=request.POST.get("seen"))  # type: ignore[arg-type]
        if form.cleaned_data["documents"]:
            threads.attach_files(thread, form.cleaned_data["documents"], **who)  # type: ignore[arg-type]


def _keep_files(request: HttpRequest, link: SecretLink, thread: MinistryThread, form: forms.BaseForm) -> None:
    """Keep good files that came with a mistake elsewhere: a browser does not hold on to what was chosen."""
    good = form.cleaned_data.get("documents")
    if good:
        try:
            threads.attach_files(thread, good, by=holder(link, thread), now=timezone.now())
        except Refused as refusal:
            form.add_error("documents", str(refusal))


def _values(form: forms.BaseForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in AnswerForm.Meta.fields}


def _rows(form: forms.BaseForm) -> list[dict[str, str]]:
    """Return what a checked form says, question by question, in words."""
    return [
        {
            "question": str(field.label),
            "answer": in_words(field, form.cleaned_data.get(name, form.data.get(name))),
        }
        for name, field in form.fields.items()
        if name in AnswerForm.Meta.fields
    ]


def _sheet_page(
    request: HttpRequest,
    link: SecretLink,
    thread: MinistryThread,
    form: forms.BaseForm,
    differs: bool = False,
) -> HttpResponse:
    context = shown(link, thread, form, differs)
    status = 422 if form.errors else 200
    return links.private(render(request, "ruimte_in_de_regels/thread_sheet.html", context, status=status))


def shown(
    link: SecretLink, thread: MinistryThread, form: forms.BaseForm, differs: bool = False
) -> dict[str, Any]:
    """Return what the sheet shows to the holder of a link."""
    moves = {option.move.name: option for option in options(thread, holder(link, thread))}
    may_answer = "answer" in moves
    return {
        "link": link,
        "thread": thread,
        "case": thread.case,
        "moves": moves,
        "may_answer": may_answer,
        "may_extend": "extend" in moves and thread.extended_to is None,
        "running": may_answer or thread.state == "question_back",
        "form": form,
        "seen": threads.draft_mark(thread),
        "files": threads.files_of(thread),
        "stored": _stored(thread) if differs else [],
        "typed": _rows(form) if form.is_bound and not may_answer else [],
        "sent": _rows(_as_sent(thread)) if thread.state == "answered" else [],
        "reporters": threads.may_be_contacted(thread).count(),
        **_background(link, thread),
    }


def _as_sent(thread: MinistryThread) -> forms.BaseForm:
    """Return the answer that counts as a form that was read, whichever rules it was sent under."""
    form = DraftAnswerForm(as_data(kept(thread)))
    form.is_valid()
    return form


def _background(link: SecretLink, thread: MinistryThread) -> dict[str, Any]:
    """Return what helps to answer: the statement, the analysis, who else was asked, and the course so far."""
    case = thread.case
    asked = list(case.threads.asked().select_related("ministry"))
    entries = case.timeline.filter(type__in=codes_for(MINISTRY), part=link.part).order_by("at", "id")
    entries = entries.exclude(type="ministerievraag.draft_saved")  # no step
    lain = days.course(case.pk, [thread], timezone.localdate()).days
    return {
        "statement": case.statements.filter(approved_at__isnull=False).first(),
        "analysis": case.analyses.filter(completed_at__isnull=False).first(),
        "others": sorted({str(other.ministry) for other in asked if other.ministry_id != thread.ministry_id}),
        "asked_again": next((later for later in asked if later.previous_id == thread.pk), None),
        "joint_replies": list(thread.joint_replies.select_related("joint")),
        "thread_messages": case.messages.filter(part=link.part),
        "course": [*({"when": entry.at, "title": sentence(entry)} for entry in entries), *_ahead(thread)],
        "days_here": lain.get(str(thread.ministry), 0),
        "promises": promises_of(thread),
        "handed_by": [str(other.ministry) for other in asked if other.next_thread_id == thread.pk],
    }


def _ahead(thread: MinistryThread) -> list[dict[str, Any]]:
    """Return where a running question stands, and what is still to come."""
    if thread.state not in workflow.THREAD.sets["running"]:
        return []
    now = {"when": "Nu", "title": thread.state_info.label, "phase": "now"}
    if thread.due_at is None or thread.state in ("question_back", "expired"):
        return [now]
    return [now, {"when": thread.due_at, "title": "Antwoord", "phase": "next", "promise": True}]


def promises_of(thread: MinistryThread) -> list[Promise]:
    """Return what this party promised in this case, each with what it said last of it (`last_news`)."""
    rows = Promise.objects.filter(case=thread.case_id, ministry=thread.ministry_id)
    found = list(rows.prefetch_related("news"))
    for promise in found:
        promise.last_news = next(iter(promise.news.all()), None)  # type: ignore[attr-defined]
    return found


def _stored(thread: MinistryThread) -> list[dict[str, str]]:
    """Return the answer as a colleague stored it, for who typed something else meanwhile."""
    form = DraftAnswerForm(as_data(kept(thread)))
    return _rows(form) if form.is_valid() else []


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Read the answer once more, and send it; from then on it counts."""
    link, thread = find_thread(request, public_id)
    form = AnswerForm(as_data(kept(thread)))
    if thread.state == "answered" or not form.is_valid():
        if request.method == "POST" and thread.state == "answered":
            messages.info(request, "Deze vraag is al beantwoord. Hieronder lees je het antwoord.")
        return redirect(SHEET, public_id)
    if request.method == "POST":
        who = {"by": holder(link, thread), "now": timezone.now()}
        try:
            threads.answer(thread, _values(form), **who, seen=request.POST.get("seen"))  # type: ignore[arg-type]
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, "Dank je wel. Jullie antwoord is verstuurd.")
        return redirect(SHEET, public_id)
    rows = _rows(form)
    rows += [{"question": "Bestand", "answer": file.name} for file in threads.files_of(thread)]
    context = {
        "link": link,
        "thread": thread,
        "seen": threads.draft_mark(thread),
        "groups": [{"title": "Jullie antwoord", "rows": rows}],
    }
    return links.private(render(request, "ruimte_in_de_regels/thread_check.html", context))


def as_data(kept: dict[str, Any]) -> dict[str, Any]:
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
    link, thread = find_thread(request, public_id)
    act = threads.acknowledge if move == "ontvangen" else threads.investigate
    try:
        act(thread, by=holder(link, thread), now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Dank je wel. Dat weten we nu.")
    return redirect(SHEET, public_id)


@never_cache
@require_POST
def drop_file(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Take a file away from the answer again: the one that the button names."""
    link, thread = find_thread(request, public_id)
    named = request.POST.get("file", "")
    found = [file for file in threads.files_of(thread) if str(file.public_id) == named]
    try:
        for attachment in found:
            threads.drop_file(thread, attachment, by=holder(link, thread), now=timezone.now())
            messages.success(request, "Het bestand is weg.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(SHEET, public_id)
