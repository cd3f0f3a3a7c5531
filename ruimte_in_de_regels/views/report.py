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

from netwerk import links, retention, uploads
from netwerk.access import Actor
from netwerk.forms import PortalModelForm
from netwerk.hints.second_look import SecondLook
from netwerk.limits import over_limit
from netwerk.models import Attachment, SecretLink

from .. import access, terms
from ..actions import drafts, reports
from ..figures.first_answer import first_answer
from ..forms.report import EXAMPLES, LAST, NAMES, SCREENS, AboutYouScreen, SendScreen
from ..models import DeskTerms, ObstacleReport, ReportDraft
from .same import choice_rows, kept_choice, looks_like
from .summary import summary_groups

DRAFT_KEY, SENT_KEY = "report_draft", "report_sent"
SHOW_LINK_FOR = timedelta(hours=1)
REPORTS_AN_HOUR = 20


def current_draft(request: HttpRequest) -> ReportDraft | None:
    """Return the report that this browser is writing."""
    return drafts.find_draft(request.session.get(DRAFT_KEY), timezone.now())


def screen_url(screen: int) -> str:
    """Return the address of a screen."""
    if screen == 1:
        return reverse("ruimte_in_de_regels:report_start")
    if screen == LAST:
        return reverse("ruimte_in_de_regels:report_check")
    return reverse("ruimte_in_de_regels:report_screen", args=[screen])


def _kept(draft: ReportDraft | None, screen: int) -> dict[str, Any]:
    return (draft.answers if draft else {}).get(str(screen), {})


def _screen(request: HttpRequest, number: int, *args: Any, **kwargs: Any) -> PortalModelForm:
    """Return the form of a screen. The third one knows who is logged in."""
    if SCREENS[number] is AboutYouScreen:
        kwargs["by"] = Actor.of(request.user)
    return SCREENS[number](*args, **kwargs)


def _known(request: HttpRequest) -> dict[str, Any]:
    """Return what a member told us before, to begin screen 3 with; who reports for others begins empty."""
    user = request.user
    if not user.is_authenticated or access.reports_for_others(Actor.of(user)):
        return {}
    seat = user.memberships.select_related("organisation").first()
    return {
        "name": user.get_full_name(),
        "email": user.email,
        "organisation_name": seat.organisation.name if seat else "",
    }


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
    draft = current_draft(request)
    if draft is not None and draft.report_id:
        return redirect("ruimte_in_de_regels:report_sent")
    if screen > 1 and (draft is None or screen > draft.reached):
        return _catch_up(request, draft)
    if request.method == "POST":
        return _receive(request, draft, screen)
    initial = _kept(draft, screen) or (_known(request) if screen == 3 else {})
    form = _screen(request, screen, initial=initial)
    return _show(request, form, screen, draft)


def _catch_up(request: HttpRequest, draft: ReportDraft | None) -> HttpResponse:
    """Send somebody who skipped a screen, or whose draft is gone, to where they can go on."""
    if draft is None:
        messages.warning(request, "We vonden geen melding om verder te gaan. Begin hier opnieuw.")
        return redirect(screen_url(1))
    messages.warning(request, "Vul eerst deze stap in.")
    return redirect(screen_url(min(draft.reached, LAST)))


def _receive(request: HttpRequest, draft: ReportDraft | None, screen: int) -> HttpResponse:
    now = timezone.now()
    form = _screen(request, screen, request.POST, request.FILES or None)
    if draft is not None and "remove_file" in request.POST:
        return _remove_file(request, draft, screen, form, now)
    if "later" in request.POST:
        return _stop_for_now(request, draft, screen, form, now)
    right = form.is_valid()
    if not right and draft is None:
        return _show(request, form, screen, draft, status=422)
    draft = draft or _begin(request, now)
    if not (_stage_files(form, draft, now) and right):
        return _show(request, form, screen, draft, status=422)
    if isinstance(form, SecondLook) and form.wants_second_look():
        return _show(request, form, screen, draft)
    drafts.keep_answers(draft, screen, _typed(form), now)
    return _go_on(request, draft, screen, form)


def _go_on(request: HttpRequest, draft: ReportDraft, screen: int, form: PortalModelForm) -> HttpResponse:
    """Lead to what comes after a screen that was filled in."""
    if request.POST.get("back_to_check") and draft.reached >= LAST:
        return redirect(screen_url(LAST))
    if screen == 1 and looks_like(form.cleaned_data):
        return redirect("ruimte_in_de_regels:report_similar")
    return redirect(screen_url(screen + 1))


def _begin(request: HttpRequest, now: datetime) -> ReportDraft:
    draft = drafts.start_draft(now)
    request.session[DRAFT_KEY] = str(draft.pk)
    return draft


def _stop_for_now(
    request: HttpRequest, draft: ReportDraft | None, screen: int, form: PortalModelForm, now: datetime
) -> HttpResponse:
    """Keep what was typed, right or wrong, and ask where to send the link to go on."""
    draft = draft or _begin(request, now)
    form.is_valid()
    if not _stage_files(form, draft, now):
        return _show(request, form, screen, draft, status=422)
    drafts.keep_typed(draft, screen, _typed(form), now)
    return redirect("ruimte_in_de_regels:report_pause")


def _stage_files(form: PortalModelForm, draft: ReportDraft, now: datetime) -> bool:
    try:
        uploads.stage_all(getattr(form, "good_files", ()), draft.pk, now)
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
    drafts.keep_typed(draft, screen, _typed(form), now)
    return redirect(screen_url(screen))


def _show(
    request: HttpRequest, form: PortalModelForm, screen: int, draft: ReportDraft | None, status: int = 200
) -> HttpResponse:
    staged = Attachment.objects.filter(staged_for=draft.pk) if draft and screen == 2 else []
    context = {
        "form": form,
        "step": screen,
        "steps": LAST,
        "step_name": NAMES[screen],
        "back_url": screen_url(screen - 1) if screen > 1 else "",
        "staged": staged,
        "checking": draft is not None and draft.reached >= LAST,
        "examples": EXAMPLES if screen == 1 else (),
    }
    return render(request, f"ruimte_in_de_regels/report_{screen}.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check_and_send(request: HttpRequest) -> HttpResponse:
    """Screen 4: read everything again, agree, and send."""
    draft = current_draft(request)
    if (draft is None and SENT_KEY in request.session) or (draft is not None and draft.report_id):
        return redirect("ruimte_in_de_regels:report_sent")
    if draft is None or draft.reached < LAST:
        return _catch_up(request, draft)
    filled = {number: _refill(request, draft, number) for number in SCREENS}
    wrong = next((number for number, form in filled.items() if not form.is_valid()), None)
    if wrong is not None:
        messages.error(request, "In deze stap klopt iets niet meer. Kijk hem nog een keer na.")
        return redirect(screen_url(wrong))
    form = SendScreen(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _send(request, draft, filled)
    files = list(Attachment.objects.filter(staged_for=draft.pk))
    groups = summary_groups(filled, files, screen_url)
    groups[0]["rows"] += choice_rows(draft)
    context = {
        "form": form,
        "step": LAST,
        "steps": LAST,
        "step_name": NAMES[LAST],
        "back_url": screen_url(3),
        "groups": groups,
        "same": kept_choice(draft),
        "measured": first_answer(timezone.localdate()),
        "first_contact": DeskTerms.current().first_contact,
        "kept": retention.lengths()["melding.melder"],
    }
    status = 422 if form.errors else 200
    return render(request, "ruimte_in_de_regels/report_4.html", context, status=status)


def _refill(request: HttpRequest, draft: ReportDraft, number: int) -> PortalModelForm:
    """Return the form of a screen with its kept answers, to be checked once more before sending."""
    kept = _kept(draft, number)
    data = QueryDict(mutable=True)
    for name, value in kept.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return _screen(request, number, data, MultiValueDict())


def _send(request: HttpRequest, draft: ReportDraft, filled: dict[int, PortalModelForm]) -> HttpResponse:
    if over_limit(request, "send-report", limit=REPORTS_AN_HOUR, seconds=3600):
        messages.error(
            request, "Er komen nu veel meldingen van dit adres. Probeer het over een uur nog eens."
        )
        return redirect(screen_url(LAST))
    answers: dict[str, Any] = {}
    for form in filled.values():
        answers.update(form.cleaned_data)
    answers.update(kept_choice(draft))
    now = timezone.now()
    sent = reports.send_report(draft, answers, now, by=Actor.of(request.user))
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
    if link is None or link.dossier is None:
        return redirect(screen_url(1))
    received = timezone.localdate(link.dossier.created_at)
    context = {
        "reference": link.dossier.reference,
        "secret_url": links.url_for(link),
        "code": links.code_for(link),
        "link": link,
        "mailed": bool(link.contact and link.contact.email),
        "for_other": ObstacleReport.objects.filter(pk=link.dossier.pk).exclude(channel="web").exists(),
        "received": received,
        "first_contact": terms.first_contact_due(received),
        "decision": terms.intake_due(received),
    }
    return links.private(render(request, "ruimte_in_de_regels/report_sent.html", context))


@require_safe
def acute(request: HttpRequest) -> HttpResponse:
    """Where to go when it is acute or dangerous: this desk is too slow for that."""
    return render(request, "ruimte_in_de_regels/acute.html")
