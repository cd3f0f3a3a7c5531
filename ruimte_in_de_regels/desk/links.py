# SPDX-License-Identifier: EUPL-1.2
"""One secret link on screen: close it, and send its holder a new one."""

from functools import cached_property
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from netwerk.desk.views import FormScreen
from netwerk.forms import PortalForm
from netwerk.models import SecretLink
from netwerk.timeline import part_key
from netwerk.widgets import RadioCards

from .. import access
from ..actions import links
from ..models import MinistryThread, ObstacleReport
from .base import ReportForm, ThreadForm


def opens(scope: str, dossier: int, part: str = "") -> QuerySet[SecretLink]:
    """Return the links to one thing that work, or were closed by hand; the newest first."""
    rows = SecretLink.objects.filter(scope=scope, dossier_id=dossier, part=part)
    kept = rows.filter(Q(revoked_at__isnull=True) | ~Q(withdrawn_by=""))
    return kept.select_related("contact").order_by("-pk")


class ReasonOfLink(PortalForm):
    """Why a link is closed: a choice, so that no name gets on the timeline."""

    reason = forms.ChoiceField(
        label="Waarom?",
        choices=[(code, f"{words[:1].upper()}{words[1:]}") for code, words in links.REASONS],
        widget=RadioCards,
    )


class LinkForm(FormScreen):
    """A form about one link to a question or a report."""

    guarded = False

    @property
    def subject(self) -> MinistryThread | ObstacleReport:
        """Return what the link opens."""
        raise NotImplementedError

    @property
    def link(self) -> SecretLink:
        """Return the link. Raises Http404 when it opens something else, or was replaced."""
        raise NotImplementedError


class Withdraw(LinkForm):
    """Close a link."""

    title = "Trek de link in"
    intro = (
        "Wie de link gebruikt, ziet daarna dezelfde pagina als bij een verlopen link. "
        "De houder krijgt geen mail meer hierover, tot je een nieuwe link stuurt."
    )
    submit = "Trek de link in"
    done = "De link werkt niet meer."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the choice of reasons; there must be a link to close."""
        self.link  # noqa: B018 (an address of something else is a 404 before anything is asked)
        return ReasonOfLink(data)

    def act(self, form: PortalForm) -> Any:
        """Close it."""
        return links.withdraw_link(self.subject, self.link, form.cleaned_data["reason"], **self.who)


class Renew(LinkForm):
    """Send a new link in the place of one that was closed."""

    http_method_names = ["post"]
    title = "Stuur een nieuwe link"
    submit = "Stuur een nieuwe link"
    done = "De nieuwe link gaat per mail weg."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return a form without fields: the button says it all."""
        return PortalForm(data)

    def act(self, form: PortalForm) -> Any:
        """Send it."""
        return links.send_new_link(self.subject, self.link, **self.who)


class _OfThread(ThreadForm):
    @property
    def subject(self) -> MinistryThread:
        """Return the question."""
        return self.thread

    @cached_property
    def link(self) -> SecretLink:
        """Return the link that the address names."""
        found = opens(access.MINISTRY_SCOPE, self.case.pk, part_key(self.thread))
        return get_object_or_404(found, pk=self.kwargs["link"])


class _OfReport(ReportForm):
    @property
    def subject(self) -> ObstacleReport:
        """Return the report."""
        return self.report

    @cached_property
    def link(self) -> SecretLink:
        """Return the link of the reporter; there is one at most."""
        found = opens(access.REPORTER_SCOPE, self.report.pk).first()
        if found is None:
            raise Http404
        return found


class WithdrawThreadLink(_OfThread, Withdraw):
    """Close the link of somebody at a ministry."""

    @property
    def intro(self) -> str:  # type: ignore[override]
        """Return what happens, and to whom."""
        return f"Dit is de link van {self.link.contact}. {Withdraw.intro}"


class RenewThreadLink(_OfThread, Renew):
    """Send somebody at a ministry a new link."""


class WithdrawReportLink(_OfReport, Withdraw):
    """Close the link of a reporter."""


class RenewReportLink(_OfReport, Renew):
    """Send a reporter a new link."""
