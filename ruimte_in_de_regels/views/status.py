# SPDX-License-Identifier: EUPL-1.2
"""The reporter's own page, behind the secret link: where it stands, and the conversation."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from netwerk import links, retention, uploads
from netwerk.conversation import conversation
from netwerk.enclosing import Tray
from netwerk.models import SecretLink, TimelineEntry, Visibility
from netwerk.perform import Refused
from netwerk.processes import options
from netwerk.timeline import REPORTER, codes_for

from .. import access, terms, workflow
from ..actions import held, reading, reporter, reports
from ..forms.status import MessageForm, WithdrawForm
from ..models import ObstacleReport, ProblemStatement, ReporterIdentity
from .progress import course, progress


def find_report(request: HttpRequest, public_id: UUID) -> tuple[SecretLink, ObstacleReport]:
    """Return the link that was opened, and its report; a link that was not opened does not exist."""
    link = links.held_link(request, public_id, access.REPORTER_SCOPE)
    reports = ObstacleReport.objects.select_related("case", "also_hits__publication")
    return link, reports.get(secret_links=link)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def status(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Where the report stands, what is next, the messages; anything can be sent from here, at any time."""
    link, report = find_report(request, public_id)
    tray = Tray(request, f"status#{link.public_id}")
    if request.method == "POST":
        tray.receive(MessageForm, timezone.now())
    form = tray.form(MessageForm, request.POST or None)
    if request.method == "POST" and form.is_valid() and not form.wants_second_look():
        try:
            _say(link, report, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            uploads.discard(tray.ready())  # the message has them now
            messages.success(request, "Dank je wel. Je bericht is binnen.")
            return redirect("ruimte_in_de_regels:report_status", public_id)
    return _page(request, link, report, form)


def _say(link: SecretLink, report: ObstacleReport, form: MessageForm) -> None:
    """Take a message as the answer to an open question, else as something that was added."""
    text, files, by, now = (
        form.cleaned_data["text"],
        form.cleaned_data["documents"],
        links.actor_for(link),
        timezone.now(),
    )
    if report.state in workflow.REPORT.sets["paused"]:
        reports.reply(report, text, files, by=by, now=now)
    else:
        reporter.add_information(report, text, files, by=by, now=now)


def _page(request: HttpRequest, link: SecretLink, report: ObstacleReport, form: MessageForm) -> HttpResponse:
    context = shown(link, report, form)
    response = render(request, "ruimte_in_de_regels/status.html", context, status=422 if form.errors else 200)
    return links.private(response)


def shown(link: SecretLink, report: ObstacleReport, form: MessageForm) -> dict[str, Any]:
    """Return what the reporter's page shows to the holder of a link."""
    entries = list(report.timeline.filter(type__in=codes_for(REPORTER)).order_by("at", "id"))
    question = _question(report, entries)
    threads = list(report.case.threads.asked().select_related("ministry")) if report.case else []
    statement = report.case.statements.filter(approved_at__isnull=False).first() if report.case else None
    moves = {option.move.name for option in options(report, links.actor_for(link)) if option.verdict}
    told = report.state in workflow.REPORT.sets["told"]
    public_text = reading.text_to_read(report)
    said = reading.said_of(public_text, report)
    return {
        "link": link,
        "code": links.code_for(link),
        "reachable": ReporterIdentity.objects.filter(report=report).exclude(contact__email="").exists(),
        "report": report,
        "also": _also(report),
        "told": held.answers(report, held.TOLD),
        "progress": progress(report, threads, timezone.localdate(), question.get("wanted")),
        "question": question,
        "conversation": conversation(report, audience="reporter"),
        "course": course(entries),
        "statement": statement,
        "recognised": _recognised(statement, report),
        "public_text": public_text,
        "text_said": said if said and public_text and said.version == public_text.version else None,
        "form": form,
        "asked": "reply" in moves,
        "may_withdraw": "withdraw" in moves,
        "may_ask_again": told and report.reopen_asked_at is None,
        "asks_outcome": report.state in workflow.REPORT.sets["with_outcome"]
        and not report.sent_on
        and report.aftercare_asked_at is None
        and not _weighed(report, entries),
        "asks_works": told and report.aftercare_asked_at is not None and not report.works_now,
    }


def _recognised(statement: ProblemStatement | None, report: ObstacleReport) -> str:
    """Return what the reporter said of these words of ours; nothing when that is still to come."""
    said = report.reactions.filter(statement=statement).first() if statement is not None else None
    return said.get_recognises_display().lower() if said is not None else ""


def _weighed(report: ObstacleReport, entries: Iterable[TimelineEntry]) -> bool:
    """Whether the reporter said if the newest outcome helps: a case that opens again brings another."""
    told_at = max((entry.at for entry in entries if entry.type == "melding.answer"), default=None)
    said = report.reactions.filter(statement__isnull=True)
    return (said.filter(created_at__gte=told_at) if told_at else said).exists()


def _question(report: ObstacleReport, entries: Iterable[TimelineEntry]) -> dict[str, Any]:
    """Return when our question was asked, and before which day we hope for an answer; empty without one."""
    if report.state not in workflow.REPORT.sets["paused"]:
        return {}
    at = max((entry.at for entry in entries if entry.type == "melding.ask"), default=None)
    return {"at": at, "wanted": terms.answer_wanted(timezone.localdate(at))} if at else {}


def _also(report: ObstacleReport) -> dict[str, str]:
    """Return what the site calls the case that the reporter has too, and where it stands; empty without one.
    The team's own title stays inside."""
    case = report.also_hits
    if case is None:
        return {}
    if case.visibility != Visibility.PUBLIC:
        return {"title": "Een casus die nu niet op de site staat.", "url": ""}
    return {"title": case.publication.title, "url": case.publication.get_absolute_url()}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Take the report back; asked once more, because it cannot be undone."""
    link, report = find_report(request, public_id)
    if request.method != "POST" and report.state == "withdrawn":
        return links.private(redirect("ruimte_in_de_regels:report_status", public_id))
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
    kept = retention.lengths()["melding.ingetrokken"]
    context = {"link": link, "report": report, "form": form, "kept": kept}
    response = render(
        request, "ruimte_in_de_regels/withdraw.html", context, status=422 if form.errors else 200
    )
    return links.private(response)
