# SPDX-License-Identifier: EUPL-1.2
"""The parts of a project that a group writes, as a table: each has a form, a rule and an action."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from netwerk.access import Rule

from .. import access
from ..actions import course, group, learning
from ..actions import project as writing
from ..forms import write
from ..forms.course import CycleForm
from ..models import LearningProject

Who = Mapping[str, Any]


@dataclass(frozen=True)
class Part:
    """One part: what stands above its form, who may write it, and what is done with it."""

    title: str
    form: Callable[[Any, LearningProject], Any]
    act: Callable[[LearningProject, Any, Who], Any]
    rule: Rule = access.writes
    intro: str = ""
    anchor: str = ""
    """Where the reader comes back on the page of the project."""
    replaces: bool = False
    """Whether it writes over what stood there; then somebody else's change in between stops it."""


def _rules_form(data: Any, project: LearningProject) -> write.RulesForm:
    texts = [rule.text for rule in project.rules.all()]
    initial = {
        "chosen": [text for text in texts if text in write.RULES],
        "own": "\n".join(text for text in texts if text not in write.RULES),
        "agreed_on": project.rules_agreed_on,
    }
    return write.RulesForm(data, initial=initial)


def _plan_form(data: Any, project: LearningProject) -> write.PlanForm:
    return write.PlanForm(data, initial={"starts_on": project.starts_on, "ends_on": project.ends_on})


def _write_card(project: LearningProject, form: write.CardForm, who: Who) -> Any:
    values = form.values()
    shown = values.pop("shown")
    return course.write_card(project, values, shown, **who)


PARTS = {
    "probleem": Part(
        "Ons probleem",
        lambda data, project: write.ProblemForm(data, instance=project),
        lambda project, form, who: writing.describe(project, form.cleaned_data, **who),
        intro="Kies samen een urgent probleem. Het mag onoplosbaar lijken.",
        anchor="probleem",
        replaces=True,
    ),
    "doel": Part(
        "Ons doel",
        lambda data, project: write.GoalForm(data),
        lambda project, form, who: writing.set_goal(project, **form.cleaned_data, **who),
        intro="Weten jullie het doel nog niet? Dat geeft niet. Soms komt het onderweg.",
        anchor="probleem",
    ),
    "planning": Part(
        "Onze planning",
        _plan_form,
        lambda project, form, who: writing.plan(project, **form.cleaned_data, **who),
        anchor="afspraken",
        replaces=True,
    ),
    "spelregels": Part(
        "Onze spelregels",
        _rules_form,
        lambda project, form, who: writing.agree_rules(
            project,
            [*form.cleaned_data["chosen"], *form.cleaned_data["own"]],
            form.cleaned_data["agreed_on"],
            **who,
        ),
        intro="Kies wat bij jullie groep past. Lees ze voor aan het begin van elk overleg.",
        anchor="afspraken",
        replaces=True,
    ),
    "betrokkene": Part(
        "Wie is nodig, en wie merkt er iets van?",
        lambda data, project: write.StakeholderForm(data),
        lambda project, form, who: writing.add_stakeholder(project, form.cleaned_data, **who),
        intro="Denk aan iedereen, van burger tot bestuurder.",
        anchor="wie",
    ),
    "afspraak": Part(
        "Wanneer zijn we tevreden?",
        lambda data, project: write.CriterionForm(data),
        lambda project, form, who: writing.add_criterion(project, form.cleaned_data, **who),
        anchor="tevreden",
    ),
    "deelnemer": Part(
        "Voeg een deelnemer toe",
        lambda data, project: write.ParticipantForm(data),
        lambda project, form, who: group.add_participant(
            project, form.cleaned_data["user"], form.cleaned_data["role"], **who
        ),
        access.leads_on,
        "Diegene kan alles van dit traject lezen, en meeschrijven. Er gaat een mail uit.",
        "deelnemers",
    ),
    "kaart": Part(
        "De kaart van jullie traject",
        lambda data, project: write.CardForm(data, instance=project),
        _write_card,
        access.leads_on,
        "Anderen kunnen zo zien dat jullie leren. De rest van het traject blijft van jullie groep.",
        "kaart",
        replaces=True,
    ),
    "les": Part(
        "Schrijf een les op",
        lambda data, project: write.LessonForm(data),
        lambda project, form, who: learning.add_lesson(project, form.cleaned_data, **who),
        access.teaches,
        "Van wat misging, leren anderen net zo veel.",
        "lessen",
    ),
    "ronde": Part(
        "Begin een ronde",
        lambda data, project: CycleForm(data),
        lambda project, form, who: learning.open_cycle(project, form.cleaned_data, **who),
        access.opens_cycle,
        "Schrijf eerst op wat jullie verwachten. Probeer dan klein uit.",
        "ronden",
    ),
}
"""By the word in the address."""

REMOVALS: dict[str, tuple[Callable[..., Any], Rule, str]] = {
    "betrokkene": (writing.remove_stakeholder, access.writes, "wie"),
    "afspraak": (writing.remove_criterion, access.writes, "tevreden"),
    "deelnemer": (group.remove_participant, access.leads_on, "deelnemers"),
    "les": (learning.remove_lesson, access.teaches, "lessen"),
}
"""What can be taken away again: the action, its rule, and where the reader comes back."""
