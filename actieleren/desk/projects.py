# SPDX-License-Identifier: EUPL-1.2
"""One learning project on screen: where it stands and what happened, without the group's own words."""

from functools import cached_property
from typing import Any, ClassVar

from django.db.models import Count, Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from netwerk.desk import case_screen, panels
from netwerk.desk.forms import AssignForm, ReasonForm
from netwerk.desk.views import DeskView, FormScreen, MoveScreen, Way
from netwerk.forms import PortalForm
from netwerk.models import Visibility
from netwerk.workflow import Transition

from ..access import HANDLE
from ..actions import course, group
from ..models import LearningProject
from .lists import project_term

TRACK = (
    ("Verkenning", frozenset({"exploring"})),
    ("Voorbereiding", frozenset({"preparing", "ready"})),
    ("Uitproberen", frozenset({"running", "paused"})),
    ("Evaluatie", frozenset({"evaluating"})),
    ("Klaar", frozenset({"completed", "stopped"})),
    ("Gedeeld", frozenset({"shared"})),
)


class ProjectScreen(DeskView):
    """A screen about one project."""

    permission: ClassVar[str] = HANDLE

    @cached_property
    def project(self) -> LearningProject:
        """Return the project that the address names. What is not there for the reader is a 404."""
        rows = LearningProject.objects.visible_to(self.actor).select_related("assignee", "organisation")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def back_url(self) -> str:
        """Return the address of the project's screen."""
        return reverse("act_desk:project", args=[self.project.pk])


class ProjectForm(ProjectScreen, FormScreen):
    """A form about one project."""

    back_label = "Naar het leertraject"

    def dossier(self) -> LearningProject:
        """Return the project, whose version counts."""
        return self.project


class ProjectView(ProjectScreen):
    """The screen of one project."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show what the team may know of the project."""
        project = self.project
        everything = request.GET.get("logboek") == "alles"
        lines = case_screen.log(project, everything)
        context = {
            "title": project.title,
            "project": project,
            "seen": project.version,
            "back_url": reverse("act_desk:projects"),
            "back_label": "Leertrajecten",
            "track": case_screen.track(TRACK, project.state),
            "moves": case_screen.moves(project, self.actor, self._address),
            "term": project_term(project, self.now),
            "numbers": _numbers(project),
            "shown": project.visibility != Visibility.TEAM,
            "leads": project.participants.filter(role="lead").select_related("user"),
            "lessons": list(project.lessons.exclude(visibility=Visibility.TEAM)),
            "lines": lines,
            "all_url": "" if everything or len(lines) < case_screen.LOG_LENGTH else "?logboek=alles",
            "assign_form": AssignForm(permission=HANDLE),
            "assign_url": reverse("act_desk:assign", args=[project.pk]),
            **panels.beside(project, self.actor, self.now),
        }
        return self.show("actieleren/desk/project.html", context)

    def _address(self, move: Transition) -> str:
        if move.name not in WAYS:
            return ""
        return reverse("act_desk:move", args=[self.project.pk, move.name])


def _numbers(project: LearningProject) -> dict[str, int]:
    """Return how many there are of each, in one query: counts, never words."""
    counted = {
        name: Count(name, distinct=True) for name in ("participants", "stakeholders", "criteria", "cycles")
    }
    return LearningProject.objects.filter(pk=project.pk).order_by().aggregate(**counted)


WAYS = {
    "pause": Way(
        lambda one, given, who: course.pause(one, given["reason"], **who),
        ReasonForm,
        "Het traject staat stil.",
        "Doe dit alleen als de trekker dat vraagt. De groep leest de reden.",
    ),
    "resume": Way(lambda one, _given, who: course.resume(one, **who), done="Het traject gaat weer verder."),
    "stop": Way(
        lambda one, given, who: course.stop(one, given["reason"], **who),
        ReasonForm,
        "Het traject is gestopt.",
        "Doe dit alleen als de trekker dat vraagt. De groep leest de reden.",
    ),
    "retract": Way(
        lambda one, given, who: course.retract(one, given["reason"], **who),
        ReasonForm,
        "Het verhaal staat niet meer op de site.",
        "De groep leest de reden, en kan het verhaal aanpassen en opnieuw delen.",
    ),
}
"""The moves that the team makes; all others are the group's own."""


class ProjectMove(ProjectForm, MoveScreen):
    """A move of a project that the team may make."""

    ways = WAYS

    def find(self) -> Model:
        """Return the project."""
        return self.project


class AssignProject(ProjectForm):
    """Ask a colleague to keep an eye on it, from the list on its screen."""

    http_method_names = ["post"]
    title = "Wie kijkt er mee?"
    submit = "Wijs toe"
    done = "Er kijkt een ander mee."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the list of colleagues."""
        return AssignForm(data, permission=HANDLE)

    def act(self, form: PortalForm) -> Any:
        """Assign it."""
        return group.assign(self.project, form.cleaned_data["to"], **self.who)


class HideCard(ProjectForm):
    """Take the card of a project off the site."""

    http_method_names = ["post"]
    title = "Haal de kaart van de site"
    submit = "Haal weg"
    done = "De kaart staat niet meer op de site."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return an empty form: the button says it all."""
        return PortalForm(data)

    def act(self, form: PortalForm) -> Any:
        """Hide it."""
        return course.hide_card(self.project, **self.who)
