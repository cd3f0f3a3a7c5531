# SPDX-License-Identifier: EUPL-1.2
"""The team looks as a reporter, a ministry or a visitor: their very page, from which nothing can be sent.

No link is opened for it and none is made: the page is drawn for a stand-in that is never saved.
"""

import copy
import re
from typing import Any, ClassVar

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import path

from netwerk import links
from netwerk.casework.looks import note_look
from netwerk.desk.views import DeskView
from netwerk.models import Dossier, SecretLink
from netwerk.timeline import part_key

from .. import access
from ..forms.ministry import AnswerForm
from ..forms.status import MessageForm
from ..models import MinistryThread, ObstacleReport, Publication
from . import case_shown, ministry, status

_CONTROL = re.compile(r"<(button|input|select|textarea)\b")
_FORM = re.compile(r"<form\b[^>]*>")
_HIDDEN = re.compile(r'<input type="hidden"[^>]*>')
CODE = "XXXX-XXXX-XXXX-XXXX"
"""Stands where a reporter reads the own code."""


def harmless(html: str, link: SecretLink) -> str:
    """Return a page of which no control works, and on which what leads on behind the link is no link."""
    html = _FORM.sub("<form>", _HIDDEN.sub("", html))
    html = _CONTROL.sub(r"<\1 disabled", html)
    return re.sub(rf' href="[^"]*{link.public_id}[^"]*"', "", html)


def _like(scope: str, dossier_id: int, part: str = "") -> SecretLink:
    """Return a link that is never saved: as the newest there is, with a number of its own."""
    newest = SecretLink.objects.filter(scope=scope, dossier=dossier_id, part=part).order_by("-pk").first()
    link = SecretLink(scope=scope, dossier_id=dossier_id, part=part)
    if newest is not None:
        link.expires_at = newest.expires_at
    return link


class ViewAs(DeskView):
    """Answers a click with the page of another reader; the look is kept in a log."""

    http_method_names = ["post"]  # noqa: RUF012
    template = ""
    reader = ""

    def find(self) -> Any:
        """Return what the address names. Raises Http404."""
        raise NotImplementedError

    def dossier(self, subject: Any) -> Dossier:
        """Return the dossier that is looked at."""
        return subject.case

    def stand_in(self, subject: Any) -> SecretLink:
        """Return a link as this reader has, never saved; one that opens nothing when there is none."""
        return SecretLink()

    def context(self, subject: Any, link: SecretLink) -> dict[str, Any]:
        """Return what the reader's own view puts on the page."""
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Keep the look, and show the page as somebody without account gets it."""
        subject = self.find()
        note_look(self.dossier(subject), self.reader, by=self.actor, now=self.now)
        link = self.stand_in(subject)
        as_reader = copy.copy(request)
        as_reader.user = AnonymousUser()
        context = {**self.context(subject, link), "viewed_as": self.reader}
        page = render_to_string(self.template, context, request=as_reader)
        return links.private(HttpResponse(harmless(page, link)))


class AsReporter(ViewAs):
    """The status page of a report."""

    permission: ClassVar[str] = "ruimte_in_de_regels.handle_report"
    template = "ruimte_in_de_regels/status.html"
    reader = "de melder"

    def find(self) -> ObstacleReport:
        """Return the report."""
        rows = ObstacleReport.objects.visible_to(self.actor).select_related("case", "also_hits__publication")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def dossier(self, subject: ObstacleReport) -> Dossier:
        """Return the report itself."""
        return subject

    def stand_in(self, subject: ObstacleReport) -> SecretLink:
        """Return the link of its reporter, with another number."""
        return _like(access.REPORTER_SCOPE, subject.pk)

    def context(self, subject: ObstacleReport, link: SecretLink) -> dict[str, Any]:
        """Return the status page; the code is the reporter's own."""
        return {**status.shown(link, subject, MessageForm()), "code": CODE}


class AsMinistry(ViewAs):
    """The sheet of one question."""

    permission: ClassVar[str] = "ruimte_in_de_regels.handle_case"
    template = "ruimte_in_de_regels/thread_sheet.html"
    reader = "wie de vraag kreeg"

    def find(self) -> MinistryThread:
        """Return the question, within its own case; what was not sent is seen by nobody."""
        rows = MinistryThread.objects.select_related(
            "case", "ministry", "contact__contact", "answer", "previous__answer"
        ).filter(case=self.kwargs["pk"], sent_at__isnull=False)
        return get_object_or_404(rows, pk=self.kwargs["thread"])

    def stand_in(self, subject: MinistryThread) -> SecretLink:
        """Return the link of who is asked, with another number."""
        return _like(access.MINISTRY_SCOPE, subject.case_id, part_key(subject))

    def context(self, subject: MinistryThread, link: SecretLink) -> dict[str, Any]:
        """Return the sheet with the answer as it is kept."""
        return ministry.shown(link, subject, AnswerForm(initial=ministry.kept(subject)))


class AsVisitor(ViewAs):
    """The page of a case, also before its text is on the site."""

    permission: ClassVar[str] = "ruimte_in_de_regels.handle_case"
    template = "ruimte_in_de_regels/case_page.html"
    reader = "een bezoeker"

    def find(self) -> Publication:
        """Return the public text."""
        return get_object_or_404(case_shown.TEXTS, case=self.kwargs["pk"])

    def context(self, subject: Publication, link: SecretLink) -> dict[str, Any]:
        """Return the page, marked as long as the text is not for everybody."""
        return {**case_shown.shown(subject), "unpublished": subject.case.listed_at is None}


app_name = "rir_view"
_CASE = "casussen/<int:pk>/"

urlpatterns = [
    path("meldingen/<int:pk>/bekijk-als/", AsReporter.as_view(), name="as_reporter"),
    path(_CASE + "ministeries/<int:thread>/bekijk-als/", AsMinistry.as_view(), name="as_ministry"),
    path(_CASE + "bekijk-als/", AsVisitor.as_view(), name="as_visitor"),
]
