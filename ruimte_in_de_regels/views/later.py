# SPDX-License-Identifier: EUPL-1.2
"""Coming back: finish a report later, find one back by its code, see all of one's own."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from netwerk import links
from netwerk.limits import over_limit

from .. import access
from ..actions import drafts, reporter
from ..forms.later import CodeForm, EmailForm
from ..forms.report import LAST
from .progress import now_of
from .report import DRAFT_KEY, current_draft, screen_url

PAUSED_KEY = "report_paused"
MAILS_AN_HOUR = 5
TOO_OFTEN = "Je probeerde dit net al een paar keer. Wacht een uur en probeer het dan nog eens."


def _render(request: HttpRequest, template: str, form: CodeForm | EmailForm) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, f"ruimte_in_de_regels/{template}.html", {"form": form}, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pause(request: HttpRequest) -> HttpResponse:
    """Stop for now: a link to go on comes by mail and works for a week."""
    draft = current_draft(request)
    if draft is None and request.session.pop(PAUSED_KEY, False):
        return render(request, "ruimte_in_de_regels/report_paused.html", {"days": drafts.LIFETIME.days})
    if draft is None or draft.report_id:
        return redirect(screen_url(1))
    form = EmailForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if over_limit(request, "resume-mail", limit=MAILS_AN_HOUR, seconds=3600):
            form.add_error(None, TOO_OFTEN)
            return _render(request, "report_pause", form)
        drafts.mail_resume_link(draft, form.cleaned_data["email"], timezone.now())
        # This may be somebody else's computer: what was typed is reached by the link alone now.
        request.session.pop(DRAFT_KEY, None)
        request.session[PAUSED_KEY] = True
        return redirect("ruimte_in_de_regels:report_pause")
    return _render(request, "report_pause", form)


@never_cache
@require_safe
def resume(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Behind a resume link: go on where the writing stopped."""
    link = links.held_link(request, public_id, access.DRAFT_SCOPE)
    draft = drafts.draft_of(link, timezone.now())
    if draft is None or draft.report_id:
        messages.warning(request, "Deze melding is al verstuurd of verwijderd. Je kunt een nieuwe beginnen.")
        return links.private(redirect(screen_url(1)))
    request.session[DRAFT_KEY] = str(draft.pk)
    messages.success(request, "Je antwoorden zijn er nog. Ga gerust verder.")
    return links.private(redirect(screen_url(min(draft.reached, LAST))))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    """Find a report back by the code of its receipt."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        limit = links.CODE_TRIES_PER_HOUR
        if over_limit(request, "report-code", limit=limit, seconds=3600):
            form.add_error(None, TOO_OFTEN)
        elif link := links.find_by_code(form.cleaned_data["code"], access.REPORTER_SCOPE, now):
            return links.enter(request, link, now)
        else:
            form.add_error("code", "Met deze code vinden we geen melding. Kijk hem nog een keer na.")
    return links.private(_render(request, "report_follow", form))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask_my_reports(request: HttpRequest) -> HttpResponse:
    """Ask for a link to all one's reports. The answer is the same whether there are any or not."""
    form = EmailForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if over_limit(request, "my-reports", limit=MAILS_AN_HOUR, seconds=3600):
            form.add_error(None, TOO_OFTEN)
            return _render(request, "my_reports_ask", form)
        reporter.mail_my_reports_link(form.cleaned_data["email"], timezone.now())
        text = "Als er meldingen zijn met dit adres, krijg je nu een mail met een link. Die werkt twee uur."
        messages.success(request, text)
        return redirect("ruimte_in_de_regels:my_reports_ask")
    return _render(request, "my_reports_ask", form)


@never_cache
@require_safe
def my_reports(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """All reports of the holder of the link; from here each one opens."""
    link = links.held_link(request, public_id, access.MY_REPORTS_SCOPE)
    found = reporter.reports_of(link)
    pages = {}
    for identity in found:
        try:
            own = links.make_link(
                access.REPORTER_SCOPE, identity.report, contact=identity.contact, now=timezone.now()
            )
        except links.Withdrawn:  # the team closed it; only the team opens it again
            continue
        links.remember(request, own)
        pages[identity.report_id] = own.public_id
    reports = [identity.report for identity in found if identity.report_id in pages]
    rows = [{"report": report, "page": pages[report.pk], "now": now_of(report)} for report in reports]
    return links.private(render(request, "ruimte_in_de_regels/my_reports.html", {"rows": rows}))
