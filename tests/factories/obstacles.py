# SPDX-License-Identifier: EUPL-1.2
"""Reports, cases, threads and public texts in tests, in any state.

These are put in place directly, without walking there: what a test is about, it does through an action.
"""

from datetime import UTC, date, datetime
from itertools import count

from netwerk import links
from netwerk.models import Contact, Regulation
from ruimte_in_de_regels.actions import drafts, reports
from ruimte_in_de_regels.models import (
    ContextAnalysis,
    Ministry,
    MinistryContact,
    MinistryThread,
    ObstacleCase,
    ObstacleReport,
    ProblemStatement,
    Promise,
    Publication,
    ReportDraft,
)

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
"""A Monday."""
_numbers = count(1)


def answers(**changed: object) -> dict[str, object]:
    """Return the checked answers of a whole report form."""
    given = {
        "story": "Onze leerlingen mogen in de zomer geen stage lopen.",
        "goal": "Dat leerlingen het hele jaar stage kunnen lopen.",
        "domain": "mixed",
        "employer_may_know": "no",
        "publish_consent": "later",
        "ministry_may_contact": False,
    }
    return {**given, **changed}


def sent_report(now: datetime = NOW, draft: ReportDraft | None = None, **changed: object) -> reports.Sent:
    """Send a report as a visitor does."""
    return reports.send_report(draft or drafts.start_draft(now), answers(**changed), now)


def report(state: str = "received", case: ObstacleCase | None = None, **fields: object) -> ObstacleReport:
    """Make a report in a state, with a link for its reporter."""
    made = sent_report().report
    ObstacleReport.objects.filter(pk=made.pk).update(case=case)
    made.refresh_from_db()
    made.state = state
    for name, value in fields.items():
        setattr(made, name, value)
    made.save()
    return made


def case(state: str = "signal", **fields: object) -> ObstacleCase:
    """Make a case in a state."""
    number = next(_numbers)
    return ObstacleCase.objects.create(
        kind="casus",
        reference=f"RC-2026-{number:04d}T",
        title=f"Stage in de zomer {number}",
        origin="reported",
        state=state,
        created_at=NOW,
        last_news_at=NOW,
        **fields,
    )


def analysis(for_case: ObstacleCase, complete: bool = True) -> ContextAnalysis:
    """Write a context analysis with everything in it."""
    return ContextAnalysis.objects.create(
        case=for_case,
        created_at=NOW,
        completed_at=NOW if complete else None,
        events="Leerlingen staan in juli stil.",
        renewal="Stage in de zomer.",
        involved="Leerlingen en huizen.",
        rule_owner="state",
        rule_purpose="De regel beschermt de vrije tijd van leerlingen.",
        obstacle_kind="unclear",
        scale="national",
    )


def statement(for_case: ObstacleCase, approved: bool = True, **fields: object) -> ProblemStatement:
    """Write a problem statement, approved or not."""
    return ProblemStatement.objects.create(
        case=for_case,
        created_at=NOW,
        completed_at=NOW if approved else None,
        approved_at=NOW if approved else None,
        sentence="Leerlingen kunnen in de zomer geen stage lopen.",
        question="Mag stage in de vakantie?",
        owners="OCW",
        desired_room="Een duidelijke uitleg voor alle scholen.",
        for_reporter="Niemand weet zeker of stage in de vakantie mag.",
        **fields,
    )


def ministry_contact(code: str = "ocw", email: str = "beleid@ministerie.example") -> MinistryContact:
    """Make a policy officer."""
    contact = Contact.objects.create(name="Bas Beleid", email=email)
    return MinistryContact.objects.create(ministry=Ministry.objects.get(code=code), contact=contact)


def thread(
    for_case: ObstacleCase | None = None, state: str = "draft", code: str = "ocw", **fields: object
) -> MinistryThread:
    """Make a thread in a state, with a contact."""
    sent = {} if state == "draft" else {"sent_at": NOW, "due_at": date(2027, 1, 18)}
    return MinistryThread.objects.create(
        case=for_case or case("escalated"),
        ministry=Ministry.objects.get(code=code),
        contact=ministry_contact(code),
        state=state,
        reason="Het ministerie maakte de regel.",
        question="Mag stage in de vakantie?",
        **{**sent, **fields},
    )


def thread_link(of: MinistryThread):
    """Return the ministry's own link to a thread."""
    part = f"ruimte_in_de_regels.ministrythread:{of.pk}"
    return links.make_link("ministerie", of.case, contact=of.contact.contact, part=part, now=NOW)


def publication(
    for_case: ObstacleCase | None = None, state: str = "drafting", **fields: object
) -> Publication:
    """Make a public text in a state; a published one is listed."""
    of = for_case or case("feedback")
    if state == "published":
        ObstacleCase.objects.filter(pk=of.pk).update(listed_at=NOW, visibility="public")
        of.refresh_from_db()
    days = {"published": {"first_public_at": NOW}, "held": {"publish_on": date(2027, 1, 4)}}
    values = {
        **days.get(state, {}),
        "title": "Stage in de zomer",
        "slug": f"stage-in-de-zomer-{next(_numbers)}",
        "situation": "Leerlingen willen in de zomer werken.",
        "obstacle": "Scholen denken dat het niet mag.",
        "problem": "Niemand weet zeker of het mag.",
        "outcome": "Het mag.",
    }
    return Publication.objects.create(case=of, state=state, **{**values, **fields})


def regulation(*cases: ObstacleCase, **fields: object) -> Regulation:
    """Make a rule in law that these cases are about."""
    number = next(_numbers)
    values = {"name": f"Voorbeeldwet {number}", "kind": "law", "owner": "state", "description": "Niets mag."}
    made = Regulation.objects.create(slug=f"voorbeeldwet-{number}", **{**values, **fields})
    for one in cases:
        one.regulations.add(made)
    return made


def promise(
    for_case: ObstacleCase | None = None, state: str = "open", code: str = "ocw", **fields: object
) -> Promise:
    """Make a promise in a state."""
    values = {"text": "OCW past de regel aan.", "due_on": date(2027, 1, 18), "made_on": NOW.date(), **fields}
    if state in ("kept", "dropped"):
        values = {"settled_at": NOW, "result": "De nieuwe regel geldt.", **values}
    return Promise.objects.create(
        case=for_case or case("monitoring"),
        ministry=Ministry.objects.get(code=code),
        state=state,
        first_due_on=values["due_on"],
        **values,
    )
