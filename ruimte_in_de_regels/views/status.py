# SPDX-License-Identifier: EUPL-1.2
"""The reporter's own page, behind the secret link."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from netwerk import links
from netwerk.models import SecretLink
from netwerk.perform import Refused
from netwerk.processes import options
from netwerk.timeline import REPORTER, codes_for

from .. import access
from ..actions import reports
from ..forms.status import ReplyForm, WithdrawForm
from ..models import ObstacleReport
from .progress import course, progress


def _find(request: HttpRequest, public_id: UUID) -> tuple[SecretLink, ObstacleReport]:
    link = links.held_link(request, public_id, access.REPORTER_SCOPE)
    report = ObstacleReport.objects.select_related("case").get(pk=link.dossier_id)
    return link, report


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def status(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Where the report stands, what is next, the messages; a question can be answered here."""
    link, report = _find(request, public_id)
    form = ReplyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            reports.reply(report, form.cleaned_data["reply"], by=links.actor_for(link), now=timezone.now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Dank je wel. Je antwoord is binnen.")
            return redirect("ruimte_in_de_regels:report_status", public_id)
    return _page(request, link, report, form)


def _page(request: HttpRequest, link: SecretLink, report: ObstacleReport, form: ReplyForm) -> HttpResponse:
    threads = list(report.case.threads.asked().select_related("ministry")) if report.case else []
    statement = report.case.statements.filter(approved_at__isnull=False).first() if report.case else None
    moves = {option.move.name for option in options(report, links.actor_for(link)) if option.verdict}
    context = {
        "link": link,
        "report": report,
        "progress": progress(report, threads, timezone.localdate()),
        "thread_messages": report.messages.all(),
        "attachments": report.attachments.filter(audience="reporter"),
        "course": course(report.timeline.filter(type__in=codes_for(REPORTER)).order_by("at", "id")),
        "statement": statement,
        "form": form,
        "may_reply": "reply" in moves,
        "may_withdraw": "withdraw" in moves,
    }
    response = render(request, "ruimte_in_de_regels/status.html", context, status=422 if form.errors else 200)
    return links.private(response)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Take the report back; asked once more, because it cannot be undone."""
    link, report = _find(request, public_id)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            reports.withdraw(
                report, form.cleaned_data["reason"], by=links.actor_for(link), now=timezone.now()
            )
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, "Je melding is ingetrokken.")
        return redirect("ruimte_in_de_regels:report_status", public_id)
    context = {"link": link, "report": report, "form": form}
    response = render(
        request, "ruimte_in_de_regels/withdraw.html", context, status=422 if form.errors else 200
    )
    return links.private(response)
