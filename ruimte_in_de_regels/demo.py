# SPDX-License-Identifier: EUPL-1.2
"""Demo reports and cases: fictional patterns, walked to their states by the real actions."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from netwerk import uploads
from netwerk.demo import Cast
from netwerk.models import Attachment, Contact, Dossier, Sector, Theme

from .actions import cases, documents, drafts, publications, reports, threads
from .models import (
    CHECKLIST,
    CaseOutcome,
    ContextAnalysis,
    Ministry,
    MinistryAnswer,
    MinistryContact,
    MinistryThread,
    ObstacleCase,
    ObstacleReport,
    ProblemStatement,
    Publication,
    ReportDraft,
)


@dataclass(frozen=True)
class Pattern:
    """One fictional obstacle: its texts, whom it is put before, and how far it is walked."""

    title: str
    story: str
    goal: str
    theme: str
    sector: str
    domain: str
    until: str
    ministries: tuple[str, ...] = ()
    outcome: str = ""
    result: str = ""
    rule_owner: str = "state"
    obstacle_kind: str = "unclear"


# ruff: noqa: E501 (a fictional story reads best on one line)
PATTERNS = (
    Pattern(
        "Stage lopen in de zomervakantie",
        "Onze leerlingen lopen stage in een voorbeeldhuis. In de zomer is daar veel werk. De school zegt dat stage in de vakantie niet mag.",
        "Dat leerlingen het hele jaar stage kunnen lopen.",
        "leven-lang-ontwikkelen", "onderwijs", "mixed", "published", ("ocw",), "already_allowed",
        "Stage in de vakantie mag. Een school mag dat zelf met de leerling afspreken.",
    ),
    Pattern(
        "Eén medewerker, twee werkgevers",
        "Een collega wil bij twee voorbeeldorganisaties werken. De regels van de twee contracten passen niet op elkaar.",
        "Dat iemand makkelijk bij twee werkgevers kan werken.",
        "meer-uren-werken", "thuiszorg-en-wijkverpleging", "care", "feedback", ("szw", "vws"), "other_approach",
        "De twee werkgevers maken samen één rooster. Daarvoor hoeft geen regel te veranderen.",
    ),
    Pattern(
        "Zij-instromer moet alles opnieuw doen",
        "Wie uit een ander vak komt, krijgt bij ons lessen die diegene al beheerst. De opleiding zegt dat het moet.",
        "Dat zij-instromers sneller aan het werk kunnen.",
        "leven-lang-ontwikkelen", "ouderenzorg-verpleging-en-verzorging", "mixed", "escalated", ("ocw", "vws"),
    ),
    Pattern(
        "Meer uren werken levert weinig op",
        "Een collega wil meer uren werken. Dan verliest zij een toeslag. Zij houdt bijna niets over.",
        "Dat meer werken ook meer oplevert.",
        "meer-uren-werken", "gehandicaptenzorg", "care", "weighing", ("szw",), obstacle_kind="contradiction",
    ),
    Pattern(
        "Eigen protocol verbiedt een andere taakverdeling",
        "Ons team wil taken anders verdelen. Een protocol van onze eigen voorbeeldorganisatie verbiedt dat.",
        "Dat het team zelf de taken verdeelt.",
        "arbeidsinnovatie", "ziekenhuizen-en-umcs", "care", "analysis", rule_owner="own", obstacle_kind="own_rule",
    ),
    Pattern(
        "Rapporteren omdat het moet van de inspectie",
        "Ons wijkteam schrijft elke dag rapporten. Iedereen zegt dat de inspectie dat eist. Niemand weet waar dat staat.",
        "Dat we stoppen met rapporten die niemand leest.",
        "gezond-werken", "sociaal-werk", "welfare", "taken",
    ),
    Pattern(
        "Gezamenlijke leerafdeling valt buiten de subsidie",
        "Drie voorbeeldorganisaties willen samen een leerafdeling. De subsidie is maar voor één organisatie.",
        "Dat we samen mensen kunnen opleiden.",
        "leven-lang-ontwikkelen", "ouderenzorg-verpleging-en-verzorging", "mixed", "statement", ("vws",), obstacle_kind="funding",
    ),
    Pattern(
        "Langere diensten op eigen verzoek",
        "Collega's willen soms langere diensten draaien, met meer vrije dagen. Volgens het rooster mag dat niet.",
        "Dat mensen zelf hun diensten kunnen kiezen.",
        "uitstroom-beperken", "geestelijke-gezondheidszorg", "care", "received",
    ),
)  # fmt: skip

_FICTION = "Dit is een verzonnen voorbeeld."


@dataclass
class Walk:
    """One pattern on its way: who plays, what was made."""

    pattern: Pattern
    cast: Cast
    now: datetime
    report: ObstacleReport
    case: ObstacleCase | None = None
    made: list[Dossier] = field(default_factory=list)

    def the_case(self) -> ObstacleCase:
        """Return the case as it now is. Raises ValueError before there is one."""
        if self.case is None:
            raise ValueError("no case yet")
        self.case.refresh_from_db()
        return self.case


def load(cast: Cast, now: datetime) -> list[Dossier]:
    """Make the demo reports and cases. Returns every dossier made."""
    made: list[Dossier] = []
    for pattern in PATTERNS:
        walk = Walk(pattern, cast, now, _report(pattern, now))
        made.append(walk.report)
        for name, step in STEPS:
            if pattern.until == "received":
                break
            step(walk)
            if name == pattern.until:
                break
        made.extend([walk.case] if walk.case else [])
    return made


def _report(pattern: Pattern, now: datetime) -> ObstacleReport:
    answers = {
        "story": f"{pattern.story} {_FICTION}",
        "goal": pattern.goal,
        "domain": pattern.domain,
        "sector": Sector.objects.get(slug=pattern.sector),
        "themes": [Theme.objects.get(slug=pattern.theme)],
        "email": f"melder-{PATTERNS.index(pattern) + 1}@demo.example",
        "name": "Noor Voorbeeld",
        "organisation_name": "Voorbeeldorganisatie De Linde",
        "publish_consent": "yes",
        "employer_may_know": "no",
        "ministry_may_contact": False,
    }
    return reports.send_report(drafts.start_draft(now), answers, now).report


def _take(walk: Walk) -> None:
    done = reports.take(walk.report, by=walk.cast.adviser, now=walk.now)
    walk.report = reports.rename(done.subject, walk.pattern.title, by=walk.cast.adviser, now=walk.now).subject


def _open_case(walk: Walk) -> None:
    new = cases.NewCase(walk.pattern.title, "reported", _FICTION)
    walk.case = cases.open_case(new, by=walk.cast.adviser, now=walk.now, report=walk.report)
    cases.move(walk.case, "start_analysis", {}, by=walk.cast.adviser, now=walk.now)
    documents.save(
        walk.the_case(),
        ContextAnalysis,
        {
            "events": f"{walk.pattern.story} {_FICTION}",
            "renewal": walk.pattern.goal,
            "involved": "Medewerkers, cliënten en leerlingen van een voorbeeldorganisatie.",
            "rule_owner": walk.pattern.rule_owner,
            "rule_purpose": "De regel beschermt de kwaliteit.",
            "obstacle_kind": walk.pattern.obstacle_kind,
            "domain": walk.pattern.domain,
            "scale": "national",
        },
        by=walk.cast.adviser,
        now=walk.now,
    )


def _state_problem(walk: Walk) -> None:
    documents.complete(walk.the_case(), ContextAnalysis, by=walk.cast.adviser, now=walk.now)
    cases.move(walk.the_case(), "state_problem", {}, by=walk.cast.adviser, now=walk.now)
    documents.save(
        walk.the_case(),
        ProblemStatement,
        {
            "sentence": f"{walk.pattern.title}: mensen lopen vast op de uitleg van een regel.",
            "question": "Mag dit binnen de regel? En kan dat duidelijk worden gemaakt?",
            "owners": ", ".join(walk.pattern.ministries).upper() or "De eigen organisatie",
            "desired_room": walk.pattern.goal,
            "for_reporter": f"We zien dat de uitleg van een regel in de weg zit. {walk.pattern.goal}",
        },
        by=walk.cast.adviser,
        now=walk.now,
    )
    documents.complete(walk.the_case(), ProblemStatement, by=walk.cast.adviser, now=walk.now)


def _escalate(walk: Walk) -> None:
    documents.approve_statement(walk.the_case(), by=walk.cast.colleague, now=walk.now)
    chosen = []
    for code in walk.pattern.ministries:
        ministry = Ministry.objects.get(code=code)
        values = {
            "ministry": ministry,
            "contact": _ministry_contact(ministry),
            "reason": f"{ministry} maakte de regel.",
            "question": "Mag dit binnen de regel?",
        }
        chosen.append(threads.add_thread(walk.the_case(), values, by=walk.cast.adviser, now=walk.now))
    threads.send_threads(walk.the_case(), chosen, by=walk.cast.adviser, now=walk.now)


def _ministry_contact(ministry: Ministry) -> MinistryContact:
    email = f"beleid-{ministry.code}@demo.example"
    known = MinistryContact.objects.filter(contact__email=email).first()
    contact = (
        known.contact if known else Contact.objects.create(name=f"Bas Voorbeeld ({ministry})", email=email)
    )
    return known or MinistryContact.objects.create(
        ministry=ministry, contact=contact, job="beleidsmedewerker (demo)"
    )


def _weigh(walk: Walk) -> None:
    for thread in walk.the_case().threads.select_related("ministry"):
        values = {
            "stance": "follows",
            "kind": "explanation",
            "reasoning": f"Dit past binnen de regel. {_FICTION}",
            "public_text": f"Dit past binnen de regel. {_FICTION}",
        }
        threads.answer(thread, values, by=walk.cast.adviser, now=walk.now)
    cases.move(walk.the_case(), "weigh", {}, by=walk.cast.adviser, now=walk.now)


def _feedback(walk: Walk) -> None:
    values = {"kind": walk.pattern.outcome, "reasoning": walk.pattern.result}
    cases.write_outcome(walk.the_case(), values, by=walk.cast.adviser, now=walk.now)
    cases.move(walk.the_case(), "set_outcome", {}, by=walk.cast.coordinator, now=walk.now)
    cases.give_feedback(walk.the_case(), walk.pattern.result, by=walk.cast.adviser, now=walk.now)


def _publish(walk: Walk) -> None:
    values = {
        "title": walk.pattern.title,
        "situation": f"{walk.pattern.story} {_FICTION}",
        "obstacle": "Mensen dachten dat de regel het verbood.",
        "problem": f"{walk.pattern.title}: niemand wist zeker of het mag.",
        "outcome": walk.pattern.result,
        "what_you_can_do": "Vraag het na bij de school.\nNeem deze uitleg mee.",
    }
    text = publications.save_text(walk.the_case(), values, by=walk.cast.adviser, now=walk.now)
    points = [code for code, _ in CHECKLIST]
    publications.approve(text, points, by=walk.cast.colleague, now=walk.now)
    publications.publish(text, by=walk.cast.coordinator, now=walk.now)


STEPS: tuple[tuple[str, Callable[[Walk], None]], ...] = (
    ("taken", _take),
    ("analysis", _open_case),
    ("statement", _state_problem),
    ("escalated", _escalate),
    ("weighing", _weigh),
    ("feedback", _feedback),
    ("published", _publish),
)


def remove(keys: list[int]) -> None:
    """Delete demo reports and cases with their parts; the caller allowed deletes from the timeline."""
    Publication.objects.filter(case__in=keys).delete()
    CaseOutcome.objects.filter(case__in=keys).delete()
    MinistryAnswer.objects.filter(thread__case__in=keys).delete()
    MinistryThread.objects.filter(case__in=keys).delete()
    ContextAnalysis.objects.filter(case__in=keys).delete()
    ProblemStatement.objects.filter(case__in=keys).delete()
    uploads.discard(list(Attachment.objects.filter(dossier__in=keys)))
    ReportDraft.objects.filter(report__in=keys).delete()
    ObstacleReport.objects.filter(pk__in=keys).delete()
    ObstacleCase.objects.filter(pk__in=keys).delete()
    demo_contacts = MinistryContact.objects.filter(
        contact__email__endswith="@demo.example", threads__isnull=True
    )
    people = list(demo_contacts.values_list("contact", flat=True))
    demo_contacts.delete()
    Contact.objects.filter(pk__in=people).delete()
