# SPDX-License-Identifier: EUPL-1.2
"""Reporting an obstacle: four screens without an account."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from netwerk import links, uploads
from netwerk.forms import PortalModelForm
from netwerk.limits import over_limit
from netwerk.models import Attachment, SecretLink

from .. import access, terms
from ..actions import drafts, reports
from ..forms.report import NAMES, SCREENS, SendScreen
from ..models import ReportDraft
from .summary import summary_groups

DRAFT_KEY, SENT_KEY = "report_draft", "report_sent"
LAST = 4
SHOW_LINK_FOR = timedelta(hours=1)
REPORTS_AN_HOUR = 20


def _current(request: HttpRequest) -> ReportDraft | None:
    return drafts.find_draft(request.session.get(DRAFT_KEY), timezone.now())


def _screen_url(screen: int) -> str:
    if screen == 1:
        return reverse("ruimte_in_de_regels:report_start")
    if screen == LAST:
        return reverse("ruimte_in_de_regels:report_check")
    return reverse("ruimte_in_de_regels:report_screen", args=[screen])


def _kept(draft: ReportDraft | None, screen: int) -> dict[str, Any]:
    return (draft.answers if draft else {}).get(str(screen), {})


def _typed(form: PortalModelForm) -> dict[str, Any]:
    """What was typed on a screen, as text: only the form's own fields, files apart.

    Not always checked, so without null bytes: no database keeps those.
    """
    data = form.data
    typed: dict[str, Any] = {}
    for name in form.fields:
        if name == "documents":
            continue
        values = data.getlist(name) if isinstance(data, QueryDict) else [data.get(name, "")]
        values = [value.replace("\x00", "") for value in values]
        typed[name] = values if name == "themes" else (values[-1] if values else "")
    return typed


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def screen(request: HttpRequest, screen: str | int = 1) -> HttpResponse:
    """Screens 1 to 3: answers are kept per screen, and no screen can be skipped."""
    screen = int(screen)
    draft = _current(request)
    if draft is not None and draft.report_id:
        return redirect("ruimte_in_de_regels:report_sent")
    if screen > 1 and (draft is None or screen > draft.reached):
        return _catch_up(request, draft)
    if request.method == "POST":
        return _receive(request, draft, screen)
    form = SCREENS[screen](initial=_kept(draft, screen))
    return _show(request, form, screen, draft)


def _catch_up(request: HttpRequest, draft: ReportDraft | None) -> HttpResponse:
    """Send somebody who skipped a screen, or whose draft is gone, to where they can go on."""
    if draft is None:
        messages.warning(request, "We vonden geen melding om verder te gaan. Begin hier opnieuw.")
        return redirect(_screen_url(1))
    messages.warning(request, "Vul eerst deze stap in.")
    return redirect(_screen_url(min(draft.reached, LAST)))


def _receive(request: HttpRequest, draft: ReportDraft | None, screen: int) -> HttpResponse:
    now = timezone.now()
    form = SCREENS[screen](request.POST, request.FILES or None)
    if draft is not None and "remove_file" in request.POST:
        return _remove_file(request, draft, screen, form, now)
    valid = form.is_valid()
    if valid and draft is None:
        draft = drafts.start_draft(now)
        request.session[DRAFT_KEY] = str(draft.pk)
    if valid and draft is not None and not _stage_files(form, draft, now):
        valid = False
    if not valid or draft is None:
        return _show(request, form, screen, draft, status=422)
    drafts.keep_answers(draft, screen, _typed(form), now)
    return redirect(
        _screen_url(LAST if request.POST.get("back_to_check") and draft.reached >= LAST else screen + 1)
    )


def _stage_files(form: PortalModelForm, draft: ReportDraft, now: datetime) -> bool:
    try:
        uploads.stage_all(form.cleaned_data.get("documents") or [], draft.pk, now)
    except ValidationError as error:
        form.add_error("documents", error)
        return False
    return True


def _remove_file(
    request: HttpRequest, draft: ReportDraft, screen: int, form: PortalModelForm, now: datetime
) -> HttpResponse:
    """Remove one file without losing what was typed on the screen."""
    try:
        removed = drafts.remove_file(draft, UUID(request.POST["remove_file"]))
    except ValueError:
        removed = False
    if removed:
        messages.success(request, "Het bestand is weg.")
    draft.answers = {**draft.answers, str(screen): _typed(form)}
    draft.updated_at = now
    draft.save(update_fields=["answers", "updated_at"])
    return redirect(_screen_url(screen))


def _show(
    request: HttpRequest, form: PortalModelForm, screen: int, draft: ReportDraft | None, status: int = 200
) -> HttpResponse:
    staged = Attachment.objects.filter(staged_for=draft.pk) if draft and screen == 2 else []
    context = {
        "form": form,
        "step": screen,
        "steps": LAST,
        "step_name": NAMES[screen],
        "back_url": _screen_url(screen - 1) if screen > 1 else "",
        "staged": staged,
        "checking": draft is not None and draft.reached >= LAST,
    }
    return render(request, f"ruimte_in_de_regels/report_{screen}.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check_and_send(request: HttpRequest) -> HttpResponse:
    """Screen 4: read everything again, agree, and send."""
    draft = _current(request)
    if (draft is None and SENT_KEY in request.session) or (draft is not None and draft.report_id):
        return redirect("ruimte_in_de_regels:report_sent")
    if draft is None or draft.reached < LAST:
        return _catch_up(request, draft)
    filled = {number: _refill(draft, number) for number in SCREENS}
    wrong = next((number for number, form in filled.items() if not form.is_valid()), None)
    if wrong is not None:
        messages.error(request, "In deze stap klopt iets niet meer. Kijk hem nog een keer na.")
        return redirect(_screen_url(wrong))
    form = SendScreen(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _send(request, draft, filled)
    files = list(Attachment.objects.filter(staged_for=draft.pk))
    context = {
        "form": form,
        "step": LAST,
        "steps": LAST,
        "step_name": NAMES[LAST],
        "back_url": _screen_url(3),
        "groups": summary_groups(filled, files, _screen_url),
    }
    status = 422 if form.errors else 200
    return render(request, "ruimte_in_de_regels/report_4.html", context, status=status)


def _refill(draft: ReportDraft, number: int) -> PortalModelForm:
    """Return the form of a screen with its kept answers, to be checked once more before sending."""
    kept = _kept(draft, number)
    data = QueryDict(mutable=True)
    for name, value in kept.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return SCREENS[number](data, MultiValueDict())


def _send(request: HttpRequest, draft: ReportDraft, filled: dict[int, PortalModelForm]) -> HttpResponse:
    if over_limit(request, "send-report", limit=REPORTS_AN_HOUR, seconds=3600):
        messages.error(
            request, "Er komen nu veel meldingen van dit adres. Probeer het over een uur nog eens."
        )
        return redirect(_screen_url(LAST))
    answers: dict[str, Any] = {}
    for form in filled.values():
        answers.update(form.cleaned_data)
    now = timezone.now()
    sent = reports.send_report(draft, answers, now)
    request.session.pop(DRAFT_KEY, None)
    request.session[SENT_KEY] = [str(sent.link.public_id), now.timestamp()]
    links.remember(request, sent.link)
    return HttpResponseRedirect(reverse("ruimte_in_de_regels:report_sent"))


@never_cache
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """The confirmation: reference, secret link, and what happens when. It can be reloaded for an hour."""
    public_id, at = request.session.get(SENT_KEY, ["", 0.0])
    link = (
        SecretLink.objects.filter(public_id=public_id, scope=access.REPORTER_SCOPE)
        .select_related("dossier", "contact")
        .first()
        if public_id and timezone.now().timestamp() - at < SHOW_LINK_FOR.total_seconds()
        else None
    )
    if link is None:
        return redirect(_screen_url(1))
    received = timezone.localdate(link.dossier.created_at)
    context = {
        "reference": link.dossier.reference,
        "secret_url": links.url_for(link),
        "mailed": bool(link.contact and link.contact.email),
        "received": received,
        "first_contact": terms.first_contact_due(received),
        "decision": terms.intake_due(received),
    }
    return links.private(render(request, "ruimte_in_de_regels/report_sent.html", context))


@require_safe
def acute(request: HttpRequest) -> HttpResponse:
    """Where to go when it is acute or dangerous: this desk is too slow for that."""
    return render(request, "ruimte_in_de_regels/acute.html")
