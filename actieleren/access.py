# SPDX-License-Identifier: EUPL-1.2
"""Who may do what with a learning project. Each rule is a predicate; where it lists, also a filter."""

from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Q

from netwerk.access import YES, Actor, Verdict, no, verdict
from netwerk.models import Visibility

from . import workflow

if TYPE_CHECKING:
    from netwerk.models import Attachment

    from .models import Cycle, LearningProject

HANDLE = "actieleren.handle_learningproject"

_NOT_YOURS = "Je doet niet mee aan dit leertraject."
_OVER = "Dit leertraject is voorbij. Je kunt er niets meer in wijzigen."


def handles_projects(actor: Actor, project: "LearningProject | None" = None) -> Verdict:
    """The team follows every project, and takes stories off the site."""
    return verdict(actor.has_perm(HANDLE), "Alleen het netwerkteam mag dit.")


def starts(actor: Actor, project: "LearningProject | None" = None) -> Verdict:
    """Everybody with an account may start a project."""
    known = actor.user is not None and actor.user.is_active
    return verdict(known, "Log in om een leertraject te beginnen.")


def takes_part(actor: Actor, project: "LearningProject") -> Verdict:
    """A participant reads everything of the own project."""
    return verdict(bool(_roles(actor, project)), _NOT_YOURS)


def _roles(actor: Actor, project: "LearningProject") -> list[str]:
    """Return what an actor is to a project: a page that loaded the participants asks nothing more."""
    if not starts(actor) or actor.user is None:
        return []
    return [tie.role for tie in project.participants.all() if tie.user_id == actor.user.pk]


def leads(actor: Actor, project: "LearningProject") -> Verdict:
    """The lead decides about the course of the project."""
    return verdict("lead" in _roles(actor, project), "Alleen de trekker van dit leertraject mag dit.")


def lead_or_team(actor: Actor, project: "LearningProject") -> Verdict:
    """The lead acts alone; the team may act on the lead's behalf."""
    return YES if handles_projects(actor) else leads(actor, project)


def writes(actor: Actor, project: "LearningProject") -> Verdict:
    """Participants write together, until the project has ended."""
    if not (allowed := takes_part(actor, project)):
        return allowed
    return verdict(project.state in workflow.PROJECT.sets["open"], _OVER)


def leads_on(actor: Actor, project: "LearningProject") -> Verdict:
    """The lead keeps the group, until the story is shared."""
    if not (allowed := leads(actor, project)):
        return allowed
    return verdict(project.state != "shared", _OVER)


def hides_card(actor: Actor, project: "LearningProject") -> Verdict:
    """The lead or the team takes a card off the site; a shared story is retracted instead."""
    if not (allowed := lead_or_team(actor, project)):
        return allowed
    return verdict(project.state != "shared", "Het verhaal is gedeeld. Vraag het team om het weg te halen.")


def teaches(actor: Actor, project: "LearningProject") -> Verdict:
    """Participants write lessons, also after the end; not once the story is shared."""
    if not (allowed := takes_part(actor, project)):
        return allowed
    return verdict(project.state != "shared", _OVER)


def opens_cycle(actor: Actor, project: "LearningProject") -> Verdict:
    """Participants begin a cycle while the project runs, one at a time."""
    if not (allowed := takes_part(actor, project)):
        return allowed
    if project.state != "running":
        return no("Een ronde begint pas als het traject loopt.")
    busy = project.cycles.filter(state__in=workflow.CYCLE.sets["open"]).exists()
    return verdict(not busy, "Maak eerst de vorige ronde af.")


def works_together(actor: Actor, cycle: "Cycle") -> Verdict:
    """Participants work on a cycle while the project runs or is evaluated."""
    if not (allowed := takes_part(actor, cycle.project)):
        return allowed
    going = cycle.project.state in workflow.PROJECT.sets["trying"]
    return verdict(going, "Het traject staat stil. Ga eerst weer verder.")


def portal(actor: Actor, project: "LearningProject | None" = None) -> Verdict:
    """Only the portal itself lets a project go that never got beyond exploring."""
    return verdict(actor.kind == "system", "Dit gebeurt vanzelf.")


def own_q(actor: Actor) -> Q:
    """The projects in which an actor takes part: `takes_part` as a filter."""
    if not starts(actor):
        return Q(pk__in=())
    # By name: models know this module, so it cannot know them.
    ties = apps.get_model("actieleren.Participant")._default_manager.filter(user=actor.user)
    return Q(pk__in=ties.values("project_id"))


def open_to_q(actor: Actor) -> Q:
    """The projects whose card or story an actor may read, without taking part."""
    if starts(actor):
        return Q(visibility__in=(Visibility.PUBLIC, Visibility.NETWORK))
    return Q(visibility=Visibility.PUBLIC)


def projects_q(actor: Actor) -> Q:
    """The projects an actor may see: `may_see` as a filter, on projects and on dossiers alike."""
    if handles_projects(actor):
        return Q()
    return open_to_q(actor) | own_q(actor)


def may_see(actor: Actor, project: "LearningProject") -> Verdict:
    """Whether an actor may see that a project is there; the same as `projects_q`."""
    if project.visibility == Visibility.PUBLIC or handles_projects(actor):
        return YES
    if project.visibility == Visibility.NETWORK and starts(actor):
        return YES
    return takes_part(actor, project)


def lessons_q(actor: Actor) -> Q:
    """The lessons an actor may read: as the lesson says, and never wider than its project."""
    own = Q(project_id__in=apps.get_model("actieleren.LearningProject")._default_manager.filter(own_q(actor)))
    levels = [Visibility.PUBLIC, Visibility.NETWORK] if starts(actor) else [Visibility.PUBLIC]
    return own | Q(visibility__in=levels, project__visibility__in=levels)


def may_read_attachment(actor: Actor, attachment: "Attachment") -> bool:
    """No page of a project shows files yet."""
    return False
