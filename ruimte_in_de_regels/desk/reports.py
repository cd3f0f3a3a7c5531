# SPDX-License-Identifier: EUPL-1.2
"""One report on screen, and everything the team can do with it."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from netwerk import handover, links
from netwerk.conversation import conversation
from netwerk.desk import case_screen, panels
from netwerk.desk.enclosing import EnclosingScreen
from netwerk.desk.forms import AssignForm
from netwerk.desk.views import MoveScreen, Way
from netwerk.forms import PortalForm
from netwerk.perform import Refused
from netwerk.workflow import Transition

from .. import terms, workflow
from ..access import REPORTER_SCOPE
from ..actions import reports, routing
from ..kinds import CASE
from ..models import ObstacleCase
from . import forms
from .base import HANDLE_REPORT, VIEW_IDENTITY, ReportForm, ReportScreen
from .links import opens
from .reachable import reachable
from .related import related_to_report
from .rule_field import BETWEEN
from .terms import report_term

TRACK = (
    ("Ontvangen", frozenset({"received"})),
    ("Intake", frozenset({"in_intake", "waiting_reporter"})),
    ("In een casus", frozenset({"accepted", "merged"})),
    ("Teruggekoppeld", frozenset({"answered"})),
    ("Afgesloten", frozenset({"closed"})),
)
TRACK_ELSEWHERE = (*TRACK[:2], ("Doorverwezen", frozenset({"referred"})), TRACK[-1])
"""A report that went to another desk was in no case, and nobody told its reporter an outcome."""

STORY = ("story", "goal", "effect")
RULE = (
    "domain", "rule_text", "rule_kind", "rule_source", "tried", "idea", "frequency", "people", "others_know",
    "initiative", "reporter_role",
)  # fmt: skip
FINDING_A_PLACE = ("received", "in_intake", "waiting_reporter")
SAID = ("differs", "source", "works_now")
CONSENTS = ("employer_may_know", "publish_consent", "ministry_may_contact")


class ReportView(ReportScreen):
    """The screen of one report. Who reported is never on it."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show everything about the report."""
        report = self.report
        context = {
            "title": report.title,
            "report": report,
            "seen": report.version,
            "back_url": reverse("rir_desk:reports"),
            "back_label": "Meldingen",
            "track": case_screen.track(self._track(), report.state, done=report.state == "closed"),
            "moves": case_screen.moves(report, self.actor, self._address),
            "to_case": report.state == "in_intake",
            "note": self._note(),
            "story": case_screen.told(report, STORY),
            "rule": case_screen.told(report, RULE),
            "left_empty": [*case_screen.left_empty(report, STORY), *case_screen.left_empty(report, RULE)],
            "said": case_screen.told(report, SAID),
            "weighed": report.reactions.filter(statement__isnull=True).first(),
            "consents": case_screen.told(report, CONSENTS, "Niet ingevuld"),
            "term": report_term(report, self.now),
            **self._waiting(),
            "conversation": conversation(report),
            "reachable": reachable([report.pk])[report.pk],
            "link": opens(REPORTER_SCOPE, report.pk).first(),
            "may_open_identity": self.actor.has_perm(VIEW_IDENTITY),
            **case_screen.logbook(report, request.GET, ("melder",)),
            "assign_form": AssignForm(permission=HANDLE_REPORT),
            "assign_url": reverse("rir_desk:report_assign", args=[report.pk]),
            "related": related_to_report(report, self.actor) if report.state in FINDING_A_PLACE else None,
            **panels.beside(report, self.actor, self.now),
        }
        return self.show("ruimte_in_de_regels/desk/report.html", context)

    def _track(self) -> Sequence[tuple[str, frozenset[str]]]:
        return TRACK_ELSEWHERE if self.report.sent_on else TRACK

    def _address(self, move: Transition) -> str:
        # The first two are made by choosing or opening a case, the third by opening its case again.
        if move.name in ("accept", "merge", "take_up_again"):
            return ""
        return reverse("rir_desk:report_move", args=[self.report.pk, move.name])

    def _waiting(self) -> dict[str, Any]:
        """Return before which day we hope for an answer, and whether it passed; empty without a question."""
        if self.report.state not in workflow.REPORT.sets["paused"]:
            return {}
        asked = self.report.timeline.filter(type="melding.ask").first()
        wanted = terms.answer_wanted(timezone.localdate(asked.at)) if asked else None
        return {"wanted": wanted, "waited_out": wanted is not None and wanted < timezone.localdate(self.now)}

    def _note(self) -> str:
        """Return the signed note with which the form of a new case starts from this report."""
        values = {"title": self.report.title, "summary": self.report.story[:2000], "origin": "reported"}
        return handover.seal(handover.Handover(self.report.pk, CASE, "started_from", values))


WAYS = {
    "take": Way(lambda report, _given, who: reports.take(report, **who), done="Je hebt de melding opgepakt."),
    "ask": Way(
        lambda report, given, who: reports.ask(report, given["question"], given["documents"], **who),
        forms.QuestionForm,
        "Je vraag staat klaar voor de melder.",
        "De melder leest je vraag via de eigen link. De klok staat stil tot er antwoord is.",
    ),
    "reply": Way(
        lambda report, given, who: reports.reply(report, given["reply"], **who),
        forms.ReplyForm,
        "Het antwoord staat bij de melding.",
        "Schrijf het antwoord op dat je op een andere manier kreeg.",
    ),
    "go_on": Way(
        lambda report, _given, who: reports.go_on(report, **who),
        done="De melding is weer in intake, zonder antwoord op de vraag.",
    ),
    "refer": Way(
        lambda report, given, who: reports.refer(report, given["next_desk"], given["reason"], **who),
        forms.ReferForm,
        "De melding is doorverwezen.",
    ),
    "withdraw": Way(
        lambda report, given, who: reports.withdraw(report, given["reason"], **who),
        forms.WithdrawForm,
        "De melding is ingetrokken.",
        "Doe dit alleen als de melder dat vraagt.",
    ),
    "answer": Way(
        lambda report, given, who: reports.answer(report, given["message"], **who),
        forms.AnswerReportForm,
        "De uitkomst is teruggekoppeld.",
        "Dit gaat alleen naar deze melder. Alle melders van een casus bereik je via de casus.",
    ),
    "reopen": Way(
        lambda report, given, who: reports.reopen(report, given["reason"], **who),
        forms.ReopenReportForm,
        "De melding is heropend.",
        "De melder leest waarom. Daarna begint de intake opnieuw.",
    ),
    "close": Way(lambda report, _given, who: reports.close(report, **who), done="De melding is afgesloten."),
}


class ReportMove(EnclosingScreen, ReportForm, MoveScreen):
    """Any move of a report. Files go along with a question."""

    ways = WAYS

    def find(self) -> Model:
        """Return the report."""
        return self.report

    def form_type(self) -> type[PortalForm]:
        """Return the form of the move."""
        assert self.way.form is not None  # noqa: S101 - the callers looked
        return self.way.form

    def send(self, form: PortalForm) -> Any:
        """Make the move with what was filled in."""
        return MoveScreen.act(self, form)


class AddToCase(ReportForm):
    """Bring a report into a case that exists."""

    title = "Voeg toe aan een casus"
    intro = "De melder hoort dat we eraan werken."
    submit = "Voeg toe"
    done = "De melding hoort nu bij de casus."
    mails = True
    # The action locks the case first: locking the report before it could make two colleagues wait
    # for each other.
    guarded = False

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the choice of cases that still take reports."""
        cases = ObstacleCase.objects.visible_to(self.actor).taking_reports().order_by("-pk")
        asked = self.request.GET.get("casus", "")
        named = int(asked) if asked.isdecimal() and len(asked) < 19 else self.report.also_hits_id
        return forms.ChooseCaseForm(data, cases=cases, initial={"case": named})

    def act(self, form: PortalForm) -> Any:
        """Add the report."""
        return reports.add_to_case(self.report, form.cleaned_data["case"], **self.who)


class RenameReport(ReportForm):
    """Give a report a better title."""

    title = "Geef de melding een andere titel"
    submit = "Bewaar de titel"
    done = "De titel is veranderd."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form with the title as it is."""
        return forms.TitleForm(data, initial={"title": self.report.title})

    def act(self, form: PortalForm) -> Any:
        """Rename it."""
        return reports.rename(self.report, form.cleaned_data["title"], **self.who)


class TieRules(ReportForm):
    """Say which rules in law a report is about."""

    title = "Koppel een wet of regel"
    submit = "Bewaar"
    done = "De regels zijn bewaard."

    @property
    def intro(self) -> str:  # type: ignore[override]
        """Return which rule the reporter wrote down, and what happens."""
        named = f"De melder noemt: ‘{self.report.rule_text}’. " if self.report.rule_text else ""
        return (
            f"{named}Komt de melding in een casus, dan gaan de regels mee. Heeft de melding nog geen "
            "behandelaar? Dan gaat zij naar wie er volgens de verdeelregels over gaat."
        )

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form with the rules as they are."""
        named = f"{BETWEEN} ".join(map(str, self.report.regulations.all()))
        return forms.TieRulesForm(data, initial={"regulations": named})

    def act(self, form: PortalForm) -> Any:
        """Tie them."""
        return routing.tie_to_report(self.report, form.cleaned_data["regulations"], **self.who)


class AssignReport(ReportForm):
    """Give a report to a colleague, from the list on its screen."""

    http_method_names = ["post"]
    title = "Wijs de melding toe"
    submit = "Wijs toe"
    done = "De melding heeft een andere behandelaar."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the list of colleagues."""
        return AssignForm(data, permission=HANDLE_REPORT)

    def act(self, form: PortalForm) -> Any:
        """Assign it."""
        return reports.assign(self.report, form.cleaned_data["to"], **self.who)


class Identity(ReportForm):
    """Who reported: only in the answer to a POST with a reason, which the action writes down."""

    title = "Wie meldde dit?"
    intro = "Kijk alleen als het nodig is, bijvoorbeeld om te bellen."
    submit = "Toon wie dit meldde"
    permission = VIEW_IDENTITY
    guarded = False

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the question for the reason."""
        return forms.IdentityForm(data)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Write down who looks and why, and show the identity in this answer only."""
        form = self.make_form(request.POST)
        if not form.is_valid():
            return links.private(self.page(form))
        try:
            identity = reports.open_identity(self.report, form.cleaned_data["reason"], **self.who)
        except Refused as error:
            return links.private(self.page(form, error))
        context = {
            "title": self.title,
            "report": self.report,
            "identity": identity,
            "back_url": self.back_url(),
            "back_label": self.back_label,
        }
        return links.private(self.show("ruimte_in_de_regels/desk/identity.html", context))
