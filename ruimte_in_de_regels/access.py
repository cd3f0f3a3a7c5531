# SPDX-License-Identifier: EUPL-1.2
"""Who may do what at this desk. Each rule is a predicate; where it lists, also a filter, the same."""

from typing import TYPE_CHECKING

from django.db.models import Q

from netwerk.access import YES, Actor, Verdict, no, verdict
from netwerk.models import Visibility
from netwerk.timeline import part_key

if TYPE_CHECKING:
    from netwerk.models import Attachment

    from .models import AlsoUs, MinistryThread, ObstacleCase, ObstacleReport, Promise, Publication

REPORTER_SCOPE = "melding"
MINISTRY_SCOPE = "ministerie"
DRAFT_SCOPE = "melding-in-de-maak"
ADDRESS_SCOPE = "nieuw-adres"
MY_REPORTS_SCOPE = "mijn-meldingen"
ALSO_SCOPE = "ook-bij-ons"

_HANDLE_REPORT = "ruimte_in_de_regels.handle_report"
_HANDLE_CASE = "ruimte_in_de_regels.handle_case"
_DECIDE = "ruimte_in_de_regels.decide_case"
_PUBLISH = "ruimte_in_de_regels.publish_case"
_FOR_OTHERS = "ruimte_in_de_regels.report_for_others"
_IDENTITY = "ruimte_in_de_regels.view_identity"

_NOBODY = Q(pk__in=())


def handles_reports(actor: Actor, report: "ObstacleReport | None" = None) -> Verdict:
    """The team works on every report."""
    return verdict(actor.has_perm(_HANDLE_REPORT), "Alleen het netwerkteam behandelt meldingen.")


def reporter(actor: Actor, report: "ObstacleReport") -> Verdict:
    """The reporter reaches the own report by the secret link, and no other."""
    return verdict(actor.holds(REPORTER_SCOPE, report.pk), "Dit is niet jouw melding.")


def confirms_address(actor: Actor, report: "ObstacleReport") -> Verdict:
    """A new address counts once whoever reads its mail says so."""
    return verdict(actor.holds(ADDRESS_SCOPE, report.pk), "Dit is niet jouw melding.")


def reporter_or_team(actor: Actor, report: "ObstacleReport") -> Verdict:
    """The reporter acts alone; the team may act on the reporter's behalf."""
    return verdict(bool(reporter(actor, report)) or bool(handles_reports(actor)), "Dit is niet jouw melding.")


def reports_for_others(actor: Actor, subject: object = None) -> Verdict:
    """Who hears of obstacles by telephone or on a visit may report them for somebody else."""
    return verdict(
        actor.has_perm(_FOR_OTHERS), "Alleen het netwerkteam en regiocoördinatoren melden voor een ander."
    )


def may_open_identity(actor: Actor, report: "ObstacleReport") -> Verdict:
    """Seeing who reported is a right of its own, apart from handling the report."""
    return verdict(actor.has_perm(_IDENTITY), "Je mag niet zien wie deze melding deed.")


def reports_q(actor: Actor) -> Q:
    """The reports an actor may see: `reporter_or_team` as a filter."""
    if handles_reports(actor):
        return Q()
    if actor.link is not None and actor.link.scope == REPORTER_SCOPE:
        return Q(pk=actor.link.dossier_id)
    return _NOBODY


def handles_cases(actor: Actor, subject: object = None) -> Verdict:
    """The team works on every case, thread and public text."""
    return verdict(actor.has_perm(_HANDLE_CASE), "Alleen het netwerkteam behandelt casussen.")


def decides_cases(actor: Actor, case: "ObstacleCase | None" = None) -> Verdict:
    """Outcomes, parking and reopening are the coordinator's."""
    return verdict(actor.has_perm(_DECIDE), "Alleen de coördinator mag dit.")


def cases_q(actor: Actor) -> Q:
    """The cases an actor may see in full: the team's, and nobody else's. The public has its own text."""
    return Q() if handles_cases(actor) else _NOBODY


def ministry(actor: Actor, thread: "MinistryThread") -> Verdict:
    """A ministry reaches its own thread by the secret link, and no other."""
    allowed = actor.holds(MINISTRY_SCOPE, thread.case_id, part_key(thread))
    return verdict(allowed, "Deze vraag is niet aan jullie gesteld.")


def ministry_or_team(actor: Actor, thread: "MinistryThread") -> Verdict:
    """The ministry answers; the team may enter an answer on its behalf."""
    return verdict(
        bool(ministry(actor, thread)) or bool(handles_cases(actor)), "Deze vraag is niet aan jullie gesteld."
    )


def promised(actor: Actor, promise: "Promise") -> Verdict:
    """A ministry says how its own promise stands, by the link to its question in that case."""
    link = actor.link
    asked = promise.case.threads.asked().filter(ministry=promise.ministry_id)
    own = (
        link is not None
        and link.scope == MINISTRY_SCOPE
        and link.dossier_id == promise.case_id
        and link.part in [part_key(thread) for thread in asked]
    )
    return verdict(own, "Deze toezegging is niet van jullie.")


def portal(actor: Actor, subject: object = None) -> Verdict:
    """Only the portal itself lets a term pass, or asks what it asks by the calendar."""
    return verdict(actor.kind == "system", "Dit gebeurt vanzelf.")


def publishes_cases(actor: Actor, publication: "Publication") -> Verdict:
    """Publishing and retracting need a right of their own."""
    return verdict(actor.has_perm(_PUBLISH), "Je mag geen casussen publiceren.")


def second_person(actor: Actor, publication: "Publication") -> Verdict:
    """Who wrote a public text does not check it."""
    if not handles_cases(actor):
        return handles_cases(actor)
    if actor.user is not None and actor.user.pk == publication.author_id:
        return no("Je schreef deze tekst zelf. Laat een ander meelezen.")
    return Verdict(True)


def reads_along(actor: Actor, publication: "Publication") -> Verdict:
    """A reporter reads the public text of the own case before it appears, and no other."""
    link = actor.link
    own = (
        link is not None
        and link.scope == REPORTER_SCOPE
        and publication.case.reports.filter(pk=link.dossier_id or 0).exists()
    )
    return verdict(own, "Deze tekst gaat niet over jouw melding.")


def said_also(actor: Actor, row: "AlsoUs") -> Verdict:
    """Who left an address by "dit speelt ook bij ons" decides about it by the mailed link."""
    return verdict(actor.holds(ALSO_SCOPE, row.case_id, part_key(row)), "Dit is niet jouw adres.")


def member(actor: Actor, subject: object = None) -> Verdict:
    """Who has an account belongs to the network."""
    return verdict(actor.user is not None and actor.user.is_active, "Log in om dit te lezen.")


def texts_q(actor: Actor) -> Q:
    """The public texts an actor may read on the site: `may_read_text` as a filter."""
    levels = [Visibility.PUBLIC, Visibility.NETWORK] if member(actor) else [Visibility.PUBLIC]
    return Q(state="published", case__visibility__in=levels)


def may_read_text(actor: Actor, publication: "Publication") -> Verdict:
    """Whether an actor may read a public text on the site; the same as `texts_q`."""
    if publication.state != "published":
        return no("Deze tekst staat niet op de site.")
    if publication.case.visibility == Visibility.PUBLIC:
        return YES
    if publication.case.visibility == Visibility.NETWORK:
        return member(actor)
    return no("Deze tekst staat niet op de site.")


def may_read_report_attachment(actor: Actor, attachment: "Attachment") -> bool:
    """The team reads every file of a report; the reporter the files meant for the reporter."""
    if handles_reports(actor):
        return True
    holds = actor.holds(REPORTER_SCOPE, attachment.dossier_id or 0)
    return holds and attachment.audience == "reporter"


def may_read_case_attachment(actor: Actor, attachment: "Attachment") -> bool:
    """The team reads every file of a case; a ministry the files of its own thread."""
    if handles_cases(actor):
        return True
    holds = actor.holds(MINISTRY_SCOPE, attachment.dossier_id or 0, attachment.part)
    return holds and attachment.audience == "ministry"
