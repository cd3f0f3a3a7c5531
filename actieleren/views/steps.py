# SPDX-License-Identifier: EUPL-1.2
"""The moves of a project and of a cycle, as tables: their form, their action, and what is said afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from netwerk.models import Visibility

from ..actions import course, learning
from ..forms import course as forms
from ..models import LearningProject

Who = Mapping[str, Any]


@dataclass(frozen=True)
class Step:
    """One move: its form (none for a button), and its action."""

    act: Callable[[Any, Any, Who], Any]
    done: str
    form: Callable[[Any, Any], Any] | None = None
    intro: str = ""


def _complete_form(data: Any, project: LearningProject) -> forms.CompleteForm:
    return forms.CompleteForm(data, instance=project, criteria=list(project.criteria.all()))


def _complete(project: LearningProject, form: forms.CompleteForm, who: Who) -> Any:
    return course.complete(project, form.cleaned_data, form.judgements(), **who)


def _stop_form(data: Any, project: LearningProject) -> Any:
    return forms.StopForm(data) if project.lessons.exists() else forms.StopWithLessonForm(data)


def _stop(project: LearningProject, form: Any, who: Who) -> Any:
    lesson = form.lesson() if isinstance(form, forms.StopWithLessonForm) else None
    return course.stop(project, form.cleaned_data["reason"], lesson, **who)


def _share(project: LearningProject, form: forms.ShareForm, who: Who) -> Any:
    given = form.cleaned_data
    return course.share(project, given["story"], Visibility(given["seen_by"]), **who)


STEPS = {
    "prepare": Step(
        lambda one, _form, who: course.prepare(one, **who), "Jullie bereiden het traject nu voor."
    ),
    "settle": Step(
        lambda one, _form, who: course.settle(one, **who), "Alles is afgesproken. Jullie kunnen beginnen."
    ),
    "revise": Step(
        lambda one, _form, who: course.revise(one, **who), "Jullie kunnen de afspraken aanpassen."
    ),
    "begin": Step(
        lambda one, form, who: course.begin(one, form.cleaned_data["started_on"], **who),
        "Jullie zijn begonnen. Schrijf nu op wat jullie verwachten van de eerste ronde.",
        lambda data, _one: forms.BeginForm(data),
    ),
    "pause": Step(
        lambda one, form, who: course.pause(one, form.cleaned_data["reason"], **who),
        "Het traject staat stil.",
        lambda data, _one: forms.ReasonForm(data),
        "De dagen van de pauze tellen niet mee voor de drie maanden.",
    ),
    "resume": Step(lambda one, _form, who: course.resume(one, **who), "Het traject gaat weer verder."),
    "evaluate": Step(lambda one, _form, who: course.evaluate(one, **who), "Jullie kijken nu terug op alles."),
    "go_on": Step(lambda one, _form, who: course.go_on(one, **who), "Jullie kunnen nog een ronde beginnen."),
    "complete": Step(
        _complete,
        "Het traject is afgerond. Deel nu jullie verhaal.",
        _complete_form,
        "Wat heeft het opgeleverd?",
    ),
    "stop": Step(
        _stop,
        "Het traject is gestopt. Wat jullie leerden, blijft staan.",
        _stop_form,
        "Stoppen om een goede reden is een goed einde. Vertel erbij wat jullie leerden.",
    ),
    "share": Step(
        _share,
        "Dank je wel. Anderen kunnen nu van jullie leren.",
        lambda data, one: forms.ShareForm(data, initial={"story": one.story}),
        "Anderen lezen jullie verhaal, met de lessen die jullie willen delen.",
    ),
}
"""The moves of a project that its group makes."""

CYCLE_STEPS = {
    "look_back": Step(
        lambda one, form, who: learning.look_back(one, form.cleaned_data["tried"], **who),
        "Kijk nu samen terug.",
        lambda data, one: forms.TriedForm(data, instance=one),
    ),
    "reflect": Step(
        lambda one, form, who: learning.reflect(one, form.cleaned_data, **who),
        "Besluit nu samen wat jullie anders doen.",
        lambda data, one: forms.ReflectForm(data, instance=one),
        "Doe dit samen. Laat eerst iedereen zelf iets opschrijven.",
    ),
    "close": Step(
        lambda one, form, who: learning.close_cycle(one, **form.cleaned_data, **who),
        "De ronde is klaar.",
        lambda data, one: forms.CloseForm(data, instance=one),
    ),
}
"""The moves of a cycle."""
