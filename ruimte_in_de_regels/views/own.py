# SPDX-License-Identifier: EUPL-1.2
"""What a reporter decides and takes along: choices, looking again, does it work, paper, own data."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from netwerk import links, pdf
from netwerk.models import SecretLink
from netwerk.perform import Refused

from .. import access
from ..actions import address, held, reactions, reporter
from ..forms.later import AddressForm
from ..forms.status import ChoicesForm, OutcomeForm, RecogniseForm, ReopenForm, WorksForm
from ..models import ObstacleReport
from .report import SENT_KEY
from .status import find_report


@dataclass(frozen=True)
class Step:
    """One small form of the reporter: its words, and what it does."""

    title: str
    intro: str
    submit: str
    done: str
    form: Callable[[HttpRequest, ObstacleReport], forms.BaseForm]
    act: Callable[[ObstacleReport, dict[str, Any], SecretLink], object]
    when_no: str = ""
    """What is said instead of `done` to who answered no: somebody of the team gets a task then."""
    why_not: Callable[[ObstacleReport], str] = lambda _report: ""
    """Why there is nothing to fill in now; the page then says so, and where to go."""


def _choose(report: ObstacleReport, given: dict[str, Any], link: SecretLink) -> object:
    return reporter.choose(report, given, by=links.actor_for(link), now=timezone.now())


def _ask_again(report: ObstacleReport, given: dict[str, Any], link: SecretLink) -> object:
    return reporter.ask_reopening(report, given["reason"], by=links.actor_for(link), now=timezone.now())


def _new_address(report: ObstacleReport, given: dict[str, Any], link: SecretLink) -> object:
    return address.ask_new_address(report, given["email"], by=links.actor_for(link), now=timezone.now())


def _recognise(report: ObstacleReport, given: dict[str, Any], link: SecretLink) -> object:
    return reactions.react(
        report, given["recognises"], given["explanation"], by=links.actor_for(link), now=timezone.now()
    )


def _weigh_outcome(report: ObstacleReport, given: dict[str, Any], link: SecretLink) -> object:
    return reactions.react_to_outcome(
        report, given["goes_on"], given["explanation"], by=links.actor_for(link), now=timezone.now()
    )


def _works(report: ObstacleReport, given: dict[str, Any], link: SecretLink) -> object:
    return reporter.say_whether_it_works(
        report, given["works"], given["text"], by=links.actor_for(link), now=timezone.now()
    )


_NOT_GOOD = "Dank je wel. Een adviseur kijkt ernaar en laat je weten hoe het verdergaat."

STEPS = {
    "keuzes": Step(
        "Wijzig je keuzes",
        "Je beslist over elke vraag apart. Je kunt dit altijd weer veranderen.",
        "Bewaar mijn keuzes",
        "Je keuzes zijn bewaard.",
        lambda request, report: ChoicesForm(request.POST or None, instance=report),
        _choose,
    ),
    "heropenen": Step(
        "Vraag of we er opnieuw naar kijken",
        "Klopt de uitkomst niet, of is er iets veranderd? Vertel het ons. De coördinator beslist.",
        "Verstuur mijn vraag",
        "We hebben je vraag. Je hoort van ons.",
        lambda request, report: ReopenForm(request.POST or None),
        _ask_again,
        why_not=reporter.why_no_reopening,
    ),
    "adres": Step(
        "Je e-mailadres",
        "We mailen een link naar dit adres. Pas als je die opent, verandert er iets.",
        "Mail mij de link",
        "De link is onderweg. Open hem, dan mailen we je voortaan op dit adres.",
        lambda request, report: AddressForm(request.POST or None),
        _new_address,
    ),
    "herken-je-dit": Step(
        "Herken je dit?",
        "Dit is het probleem zoals wij het zien. Zeg het gerust als er iets niet klopt.",
        "Verstuur mijn antwoord",
        "Dank je wel. We lezen het.",
        lambda request, report: RecogniseForm(request.POST or None),
        _recognise,
        _NOT_GOOD,
        reactions.why_nothing_to_recognise,
    ),
    "kun-je-verder": Step(
        "Kun je hiermee verder?",
        "Je kreeg van ons een uitkomst. Zeg het gerust als je er niets aan hebt.",
        "Verstuur mijn antwoord",
        "Dank je wel. We lezen het.",
        lambda request, report: OutcomeForm(request.POST or None),
        _weigh_outcome,
        _NOT_GOOD,
        reactions.why_no_outcome_yet,
    ),
    "werkt-het": Step(
        "Werkt het nu?",
        "Je kreeg van ons een uitkomst. Heb je er in de praktijk iets aan?",
        "Verstuur mijn antwoord",
        "Dank je wel. Daar leren we van.",
        lambda request, report: WorksForm(request.POST or None),
        _works,
        _NOT_GOOD,
        reporter.why_not_working_yet,
    ),
}


def _said_no(given: dict[str, Any]) -> bool:
    """Tell whether one of the questions about our words was answered with no."""
    return "no" in (given.get(name) for name in ("recognises", "goes_on", "works"))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def small_step(request: HttpRequest, public_id: UUID, step: str) -> HttpResponse:
    """Show and handle one of the small forms."""
    link, report = find_report(request, public_id)
    what = STEPS[step]
    form = what.form(request, report)
    if request.method == "POST" and form.is_valid():
        try:
            what.act(report, form.cleaned_data, link)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, what.when_no if _said_no(form.cleaned_data) else what.done)
            return links.private(redirect("ruimte_in_de_regels:report_status", public_id))
    # After a refusal the form stays: what was typed is not lost.
    why_not = "" if form.is_bound else what.why_not(report)
    context = {"link": link, "report": report, "form": form, "what": what, "why_not": why_not}
    if step == "herken-je-dit":
        context["statement"] = reactions.statement_to_read(report)
    status = 422 if form.errors else 200
    return links.private(render(request, "ruimte_in_de_regels/small_step.html", context, status=status))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_address(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Behind the link in the new mailbox: one button, and the address counts."""
    link = links.held_link(request, public_id, access.ADDRESS_SCOPE)
    report = ObstacleReport.objects.get(secret_links=link)
    done, refusal = False, ""
    if request.method == "POST":
        try:
            address.confirm_address(report, link, by=links.actor_for(link), now=timezone.now())
            done = True
        except Refused as refused:
            refusal = str(refused)
    context = {"report": report, "done": done, "refusal": refusal}
    return links.private(render(request, "ruimte_in_de_regels/confirm_address.html", context))


@never_cache
@require_POST
def leave(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Close the report in this browser, and the confirmation that shows its link; the report itself stays."""
    link, _report = find_report(request, public_id)
    links.forget(request, link)
    request.session.pop(SENT_KEY, None)
    messages.success(request, "Je bent uitgelogd. Je komt terug met je link of je code.")
    return links.private(redirect("ruimte_in_de_regels:report_follow"))


@never_cache
@require_safe
def receipt(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The receipt on paper: reference, code, and what was sent."""
    link, report = find_report(request, public_id)
    context = {
        "report": report,
        "code": links.code_for(link),
        "follow_url": request.build_absolute_uri("/ruimte-in-de-regels/volgen/"),
        "rows": held.answers(report, held.SENT),
        "files": [attachment.name for attachment in report.attachments.filter(audience="reporter", part="")],
    }
    response = pdf.respond(
        request, "ruimte_in_de_regels/paper/receipt.html", context, f"melding-{report.reference}"
    )
    return links.private(response)


@never_cache
@require_safe
def own_data(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Everything that is held about the reporter of this report, as a file."""
    _link, report = find_report(request, public_id)
    readable = {"ensure_ascii": False, "indent": 2}
    response = JsonResponse(held.held_about(report), json_dumps_params=readable)
    response["Content-Disposition"] = f'attachment; filename="mijn-gegevens-{report.reference}.json"'
    return links.private(response)
