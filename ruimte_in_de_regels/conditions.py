# SPDX-License-Identifier: EUPL-1.2
"""What must be true before a move: each condition says yes, or no with the one line why not yet."""

from django.db.models import Exists, OuterRef

from netwerk.access import YES, Verdict, no, verdict
from netwerk.dates import date_text
from netwerk.models import Visibility

from . import redacting, small_groups, workflow
from .models import (
    CHECKLIST,
    SMALL_GROUP,
    TO_FOLLOW,
    MinistryThread,
    ObstacleCase,
    ObstacleReport,
    Publication,
    PublishConsent,
    TextReaction,
)

_INFORMED = ("answered", "closed", "referred", "withdrawn")


def reachable(report: ObstacleReport) -> Verdict:
    """A question makes sense only when the reporter can read it: by mail or by the secret link."""
    return verdict(report.secret_links.exists(), "De melder heeft geen link om de vraag te lezen.")


def in_open_case(report: ObstacleReport) -> Verdict:
    """A report is accepted into a case, and the case must still take reports."""
    if report.case is None:
        return no("Kies eerst een casus, of open een nieuwe.")
    return verdict(
        report.case.state in workflow.CASE.sets["takes_reports"], "Deze casus neemt geen meldingen meer aan."
    )


def assigned(case: ObstacleCase) -> Verdict:
    """Somebody must carry the case."""
    return verdict(case.assignee_id is not None, "Wijs eerst een behandelaar aan.")


def no_open_reports(case: ObstacleCase) -> Verdict:
    """A signal cannot be dropped while somebody waits for news about it."""
    waiting = case.reports.filter(state__in=workflow.REPORT.sets["open"]).exists()
    return verdict(not waiting, "Er zijn nog meldingen die op nieuws wachten.")


def analysis_complete(case: ObstacleCase) -> Verdict:
    """No problem statement before a complete context analysis."""
    newest = case.analyses.first()
    done = newest is not None and newest.completed_at is not None
    return verdict(done, "Maak eerst de contextanalyse af.")


def statement_approved(case: ObstacleCase) -> Verdict:
    """Nothing leaves the team before a second person approved the problem statement."""
    newest = case.statements.first()
    done = newest is not None and newest.approved_at is not None
    return verdict(done, "Laat eerst een tweede persoon de probleemstelling goedkeuren.")


def thread_sent(case: ObstacleCase) -> Verdict:
    """A case is escalated when at least one question went out."""
    return verdict(case.threads.asked().exists(), "Verstuur eerst een vraag aan een ministerie.")


def threads_settled(case: ObstacleCase) -> Verdict:
    """Weighing starts when everybody who was asked answered, or their term has passed."""
    waiting = set(
        case.threads.exclude(state__in=workflow.THREAD.sets["settled"]).values_list("state", flat=True)
    )
    if waiting == {"draft"}:
        return no("Er staat een vraag klaar. Verstuur haar eerst, of trek haar in.")
    return verdict(not waiting, "Nog niet elk ministerie (of andere partij) heeft geantwoord.")


def outcome_written(case: ObstacleCase) -> Verdict:
    """An outcome has a kind and a reasoning."""
    return verdict(case.outcomes.exists(), "Schrijf eerst een uitkomst op.")


def outcome_to_follow(case: ObstacleCase) -> Verdict:
    """Only a promised change, an exemption or an experiment is followed."""
    followed = case.outcomes.filter(kind__in=TO_FOLLOW).exists()
    return verdict(followed, "Volgen is alleen voor een wijziging, een ontheffing of een experiment.")


def reporters_informed(case: ObstacleCase) -> Verdict:
    """No case closes before every reporter heard the outcome."""
    waiting = case.reports.exclude(state__in=_INFORMED).exists()
    return verdict(not waiting, "Nog niet elke melder heeft de terugkoppeling.")


def parties_settled(case: ObstacleCase) -> Verdict:
    """No case closes while a party that was asked has neither an outcome nor a logged reason.

    An outcome without a party is of the whole case, so of each of them.
    """
    outcomes = set(case.outcomes.values_list("ministry_id", flat=True))
    if None in outcomes:
        return YES
    settled = outcomes | set(case.set_aside.values_list("ministry_id", flat=True))
    left = case.threads.asked().exclude(ministry__in=settled).select_related("ministry").first()
    return no(f"{left.ministry} heeft nog geen uitkomst, en geen reden waarom niet.") if left else YES


def not_merged(case: ObstacleCase) -> Verdict:
    """A case that went up in another one does not come back: its reports are there."""
    into = case.merged_into
    return verdict(into is None, f"Deze casus ging op in {into.reference if into else ''}. Werk daar verder.")


def question_written(thread: MinistryThread) -> Verdict:
    """A thread needs its own question."""
    return verdict(
        bool(thread.question.strip() and thread.reason.strip()), "Schrijf eerst de vraag en de reden op."
    )


def contact_known(thread: MinistryThread) -> Verdict:
    """A thread goes to a person with an address."""
    contact = thread.contact
    known = contact is not None and contact.active and bool(contact.contact.email)
    return verdict(known, "Kies eerst een contactpersoon met een e-mailadres.")


def not_extended_before(thread: MinistryThread) -> Verdict:
    """One extension only."""
    return verdict(thread.extended_to is None, "Uitstel kan één keer. Dat is al gebeurd.")


def answer_written(thread: MinistryThread) -> Verdict:
    """An answer has a stance, a kind and a reasoning."""
    written = hasattr(thread, "answer") and bool(thread.answer.reasoning.strip())
    return verdict(written, "Schrijf eerst een antwoord met uitleg.")


def past_due(thread: MinistryThread) -> Verdict:
    """The caller compares the dates (`tasks.expire_threads`); without a date no term can pass."""
    return verdict(thread.due_at is not None, "Er is geen termijn.")


def text_complete(publication: Publication) -> Verdict:
    """The parts that a reader needs are there."""
    whole = all((publication.title, publication.situation, publication.obstacle, publication.problem))
    return verdict(whole, "De tekst is nog niet volledig.")


def checklist_done(publication: Publication) -> Verdict:
    """No publication without the check that nobody can be recognised."""
    done = {code for code, _ in CHECKLIST} <= set(publication.checklist)
    return verdict(done, "Loop eerst alle punten van de controle op herkenbaarheid na.")


def reporters_do_not_object(publication: Publication) -> Verdict:
    """A reporter who said no to publication is respected."""
    refused = publication.case.reports.filter(publish_consent=PublishConsent.NO).exists()
    return no("Een melder wil geen publicatie.") if refused else YES


def small_group_weighed(publication: Publication) -> Verdict:
    """Where few organisations fit, the second person says that this was weighed."""
    weighed = SMALL_GROUP in publication.checklist or not small_groups.hint(publication.case)
    return verdict(weighed, "Er lijken maar weinig organisaties op. Weeg dat, en zet daar een vinkje bij.")


def nothing_leaks(publication: Publication) -> Verdict:
    """What was taken out does not come back unseen."""
    return verdict(
        not redacting.leaks(publication), "In de tekst staat weer iets dat was weggehaald. Pas de regels toe."
    )


def reporters_heard(publication: Publication) -> Verdict:
    """Everybody who reported could read along, and nobody who asked for it is still to answer."""
    asked = publication.case.reports.exclude(state="withdrawn")
    if not asked.exists():
        return YES
    if publication.shown_at is None:
        return no("Laat eerst de melders meelezen.")
    reactions = TextReaction.objects.filter(publication=publication, version=publication.version)
    if any(reaction.is_open for reaction in reactions):
        return no("Een melder wil iets anders. Pas de tekst aan, of schrijf de melder waarom dat niet kan.")
    if publication.reading_closed_at is not None:
        return YES
    waiting = asked.filter(
        ~Exists(reactions.filter(report=OuterRef("pk"))), publish_consent=PublishConsent.LATER
    )
    until = date_text(publication.read_before) if publication.read_before else "later"
    return verdict(
        not waiting.exists(), f"Nog niet elke melder reageerde op de tekst. Dat kan tot en met {until}."
    )


def network_only(publication: Publication) -> Verdict:
    """Only what the network alone reads can be opened to everybody."""
    closed = publication.case.visibility == Visibility.NETWORK
    return verdict(closed, "Iedereen kan deze tekst al lezen.")


def outcome_known(publication: Publication) -> Verdict:
    """A case appears with its outcome."""
    known = publication.case.state in workflow.CASE.sets["decided"] and bool(publication.outcome.strip())
    return verdict(known, "De uitkomst is nog niet vastgesteld of staat niet in de tekst.")
