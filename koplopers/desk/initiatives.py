# SPDX-License-Identifier: EUPL-1.2
"""One initiative on screen, and everything the team can do with it."""

from typing import Any, ClassVar

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from netwerk.desk import case_screen, panels
from netwerk.desk.forms import AssignForm, ReasonForm
from netwerk.desk.views import FormScreen, MoveScreen, Way
from netwerk.forms import PortalForm
from netwerk.models import Message, Organisation
from netwerk.workflow import Transition

from .. import conditions
from ..access import HANDLE
from ..actions import decisions, owner, review
from ..forms.initiative import StoryScreen, YieldScreen
from ..models import Initiative
from . import forms
from .base import InitiativeForm, InitiativeScreen
from .terms import initiative_term

TRACK = (
    ("Concept", frozenset({"prospect", "draft"})),
    ("Aangemeld", frozenset({"submitted", "consent_pending"})),
    ("Beoordeling", frozenset({"in_review", "more_info", "declined"})),
    ("Op de site", frozenset({"good_example"})),
    ("Voordracht", frozenset({"nominated"})),
    ("Koploper", frozenset({"recognised", "alumni"})),
)
STORY = ("summary", "problem", "approach", "for_whom", "by_whom", "phase")
YIELD = ("results", "evidence", "what_did_not_work", "transfer")
OF_THE_OWNER = frozenset({"submit", "consent", "retry"})
"""Moves that are made on the owner's own page, also when the owner works in the team."""
WITH_OWNER_FORM = frozenset({"find_owner", "ask_consent"})
"""Moves whose condition, that there is an owner, is met by filling in their form."""


class InitiativeView(InitiativeScreen):
    """The screen of one initiative."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show everything about the initiative."""
        initiative = self.initiative
        gone = initiative.state == "archived"
        context = {
            "title": initiative.title,
            "initiative": initiative,
            "seen": initiative.version,
            "back_url": reverse("kop_desk:initiatives"),
            "back_label": "Initiatieven",
            "track": [] if gone else case_screen.track(TRACK, initiative.state),
            "moves": case_screen.moves(initiative, self.actor, self._address, WITH_OWNER_FORM),
            "missing": conditions.missing_to_publish(initiative),
            "story": case_screen.told(initiative, STORY, "Niet ingevuld"),
            "yields": case_screen.told(initiative, YIELD, "Niet ingevuld"),
            "term": initiative_term(initiative, self.now),
            "thread": Message.objects.filter(dossier_id=initiative.pk, part=""),
            "owners": initiative.owners.select_related("user").order_by("pk"),
            "partners": initiative.partners.select_related("organisation"),
            **case_screen.logbook(initiative, request.GET, ("eigenaar", "openbaar")),
            "assign_form": AssignForm(permission=HANDLE),
            "assign_url": reverse("kop_desk:assign", args=[initiative.pk]),
            **panels.beside(initiative, self.actor, self.now),
        }
        return self.show("koplopers/desk/initiative.html", context)

    def _address(self, move: Transition) -> str:
        if move.name in OF_THE_OWNER:
            return ""
        return reverse("kop_desk:move", args=[self.initiative.pk, move.name])


WAYS = {
    "find_owner": Way(
        lambda one, given, who: review.find_owner(one, given["owner"], **who),
        forms.OwnerForm,
        "De eigenaar kan nu verder schrijven.",
        "De eigenaar krijgt een bericht en ziet wat jij opschreef.",
    ),
    "take": Way(lambda one, _given, who: review.take(one, **who), done="Je hebt het initiatief opgepakt."),
    "ask_consent": Way(
        lambda one, given, who: review.ask_consent(one, given["owner"], **who),
        forms.OwnerForm,
        "De eigenaar krijgt een bericht.",
        "Doe dit als iemand het initiatief van een ander aanmeldde. Zonder instemming gaat het niet verder.",
    ),
    "publish": Way(lambda one, _given, who: decisions.publish(one, **who), done="Het staat op de site."),
    "ask": Way(
        lambda one, given, who: review.ask(one, given["question"], **who),
        forms.QuestionForm,
        "Je vraag staat klaar voor de eigenaar.",
        "De klok staat stil tot er antwoord is.",
    ),
    "reply": Way(
        lambda one, given, who: owner.reply(one, given["reply"], **who),
        forms.ReplyForm,
        "Het antwoord staat bij het initiatief.",
        "Schrijf het antwoord op dat je op een andere manier kreeg.",
    ),
    "nominate": Way(
        lambda one, _given, who: decisions.nominate(one, **who), done="Het initiatief is voorgedragen."
    ),
    "recognise": Way(
        lambda one, given, who: decisions.recognise(one, given["appointed_by"], given["appointed_on"], **who),
        forms.RecogniseForm,
        "De benoeming is vastgelegd.",
        "Iedereen leest op de site wie het benoemde en wanneer.",
    ),
    "decline": Way(
        lambda one, given, who: decisions.decline(one, given["reason"], given["what_helps"], **who),
        forms.DeclineForm,
        "De eigenaar leest de reden en wat zou helpen.",
        "Staat het op de site? Dan blijft het daar, als goed voorbeeld.",
    ),
    "retire": Way(
        lambda one, given, who: decisions.retire(one, given["reason"], **who),
        ReasonForm,
        "Het initiatief is oud-Koploper.",
        "De pagina blijft staan, met de datum. De eigenaar leest de reden.",
    ),
    "archive": Way(
        lambda one, given, who: decisions.archive(one, given["reason"], **who),
        ReasonForm,
        "Het initiatief is gearchiveerd.",
        "Het gaat van de site af. De eigenaar leest de reden.",
    ),
    "withdraw": Way(
        lambda one, given, who: owner.withdraw(one, given["reason"], **who),
        forms.WithdrawForm,
        "Het initiatief is ingetrokken.",
        "Doe dit alleen als de eigenaar dat vraagt.",
    ),
}


class InitiativeMove(InitiativeForm, MoveScreen):
    """Any move of an initiative."""

    ways = WAYS

    def find(self) -> Model:
        """Return the initiative."""
        return self.initiative


class Scout(FormScreen):
    """Write down an initiative that the team saw somewhere."""

    permission: ClassVar[str] = HANDLE
    title = "Een initiatief in beeld"
    intro = "Schrijf op wat je zag. Daarna zoek je de eigenaar."
    done = "Het initiatief staat in de lijst."
    made: Initiative | None = None

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form."""
        return forms.ScoutForm(data)

    def act(self, form: PortalForm) -> Any:
        """Write it down."""
        self.made = review.scout(form.cleaned_data["title"], form.cleaned_data["summary"], **self.who)

    def back_url(self) -> str:
        """Return the queue."""
        return reverse("kop_desk:initiatives")

    def next_url(self) -> str:
        """Return the screen of what was made."""
        return reverse("kop_desk:initiative", args=[self.made.pk]) if self.made else self.back_url()


class EditInitiative(InitiativeForm):
    """Change what is told, one screen at a time; it may stay half until it is published."""

    done = "De tekst is bewaard."

    @property
    def title(self) -> str:  # type: ignore[override]
        """Which half of the text it is."""
        return "Het initiatief" if self.kwargs["screen"] == "1" else "De opbrengst"

    def make_form(self, data: Any = None) -> Any:
        """Return the same screen that an owner fills in."""
        if self.kwargs["screen"] == "1":
            return StoryScreen(data, instance=self._stored(), draft=True)
        organisations = Organisation.objects.all()
        return YieldScreen(data, instance=self._stored(), draft=True, organisations=organisations)

    def _stored(self) -> Initiative:
        """Return the initiative as it is stored: the form writes on what it is given."""
        return Initiative.objects.get(pk=self.initiative.pk)

    def act(self, form: Any) -> Any:
        """Save it."""
        return owner.save(self.initiative, form.values(), **self.who)


class AssignInitiative(InitiativeForm):
    """Give an initiative to a colleague, from the list on its screen."""

    http_method_names = ["post"]
    title = "Wijs het initiatief toe"
    submit = "Wijs toe"
    done = "Het initiatief heeft een andere behandelaar."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the list of colleagues."""
        return AssignForm(data, permission=HANDLE)

    def act(self, form: PortalForm) -> Any:
        """Assign it."""
        return review.assign(self.initiative, form.cleaned_data["to"], **self.who)


class AddPartner(InitiativeForm):
    """Name an organisation that takes part."""

    title = "Voeg een partner toe"
    intro = "Iedereen leest op de site wie er meedoet."
    submit = "Voeg toe"
    done = "De partner staat erbij."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form."""
        return forms.PartnerForm(data)

    def act(self, form: PortalForm) -> Any:
        """Add it."""
        organisation, role = form.cleaned_data["organisation"], form.cleaned_data["role"]
        return review.add_partner(self.initiative, organisation, role, **self.who)


class RemovePartner(InitiativeForm):
    """Take an organisation off the list of partners."""

    http_method_names = ["post"]
    title = "Haal een partner weg"
    submit = "Haal weg"
    done = "De partner staat er niet meer bij."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return an empty form: the button says it all."""
        return PortalForm(data)

    def act(self, form: PortalForm) -> Any:
        """Remove it."""
        return review.remove_partner(self.initiative, self.kwargs["partner"], **self.who)
