# SPDX-License-Identifier: EUPL-1.2
"""A story on its way: who plays, what was made, and what each step of the way does."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from PIL import Image, ImageDraw

from netwerk import uploads
from netwerk.calendar import next_working_day
from netwerk.demo import DOMAIN, Cast
from netwerk.models import Dossier, Region, Regulation, Sector, Theme

from ..actions import cases, documents, drafts, outcomes, regulations, reports, threads
from ..models import (
    ContextAnalysis,
    MinistryThread,
    ObstacleCase,
    ObstacleReport,
    OutcomeKind,
    ProblemStatement,
)
from .patterns import FICTION, PATTERNS, Pattern, Story


@dataclass
class Walk:
    """One story on its way."""

    story: Story
    cast: Cast
    now: datetime
    """When the next step is made."""
    report: ObstacleReport | None = None
    made: list[Dossier] = field(default_factory=list)

    @property
    def pattern(self) -> Pattern:
        """What this story has in common with others."""
        return PATTERNS[self.story.pattern]

    @property
    def adviser(self) -> dict[str, Any]:
        """The adviser, now: the two last arguments of most actions."""
        return {"by": self.cast.adviser, "now": self.now}

    @property
    def colleague(self) -> dict[str, Any]:
        """The second person, now."""
        return {"by": self.cast.colleague, "now": self.now}

    @property
    def coordinator(self) -> dict[str, Any]:
        """The coordinator, now."""
        return {"by": self.cast.coordinator, "now": self.now}

    def the_report(self) -> ObstacleReport:
        """Return the report. Raises ValueError when the network found the matter itself."""
        if self.report is None:
            raise ValueError(f"{self.story.title}: there is no report")
        return self.report

    def the_case(self) -> ObstacleCase:
        """Return the case as it now is. Raises ValueError before there is one."""
        for dossier in self.made:
            if isinstance(dossier, ObstacleCase):
                return ObstacleCase.objects.get(pk=dossier.pk)
        raise ValueError(f"{self.story.title}: there is no case yet")

    def thread(self, number: int = 0) -> MinistryThread:
        """Return one of the questions of the case, in the order in which they were asked."""
        return self.the_case().threads.select_related("ministry").order_by("pk")[number]


Step = Callable[[Walk], Any]


# --- The report ------------------------------------------------------------------------------------


def report(walk: Walk) -> None:
    """Somebody reports it; one that the network found itself begins with the case."""
    if walk.story.origin == "reported":
        walk.report = send(walk.story, walk.now)
        walk.made.append(walk.report)


def send(story: Story, now: datetime) -> ObstacleReport:
    """Send the report of a story. Returns it."""
    place = Region.objects.get(slug=story.region)
    answers = {
        "story": told(story),
        "goal": story.goal,
        "domain": story.domain,
        "sector": Sector.objects.get(slug=story.sector),
        "region": place,
        "themes": [Theme.objects.get(slug=story.theme)],
        "reporter_role": story.role,
        "publish_consent": "yes",
        "employer_may_know": "no",
        "ministry_may_contact": False,
        **({} if story.anonymous else _reporter(story, place)),
    }
    return reports.send_report(drafts.start_draft(now), answers, now).report


def told(story: Story) -> str:
    """Return what the reporter tells."""
    return f"{story.story} {FICTION}"


def _reporter(story: Story, place: Region) -> dict[str, str]:
    return {
        "email": f"melder-{story.pattern}-{len(story.story)}@{DOMAIN}",
        "name": "Noor Voorbeeld",
        "organisation_name": f"Voorbeeldorganisatie in {place} (verzonnen)",
    }


def take(walk: Walk) -> None:
    """The adviser reads it and gives it a title; without a report there is nothing to take."""
    if walk.report is None:
        return
    done = reports.take(walk.report, **walk.adviser)
    walk.report = reports.rename(done.subject, walk.story.title, **walk.adviser).subject


def ask(walk: Walk) -> None:
    """The adviser has a question, with a drawing of what is meant."""
    question = f"Kun je vertellen sinds wanneer dit speelt? Het gaat om: {walk.story.title}"
    reports.ask(walk.the_report(), question, [_drawing()], **walk.adviser)


def _drawing() -> uploads.CleanFile:
    """A small picture that says itself that it is made up."""
    picture, out = Image.new("RGB", (480, 120), "white"), io.BytesIO()
    ImageDraw.Draw(picture).text((24, 48), "Verzonnen voorbeeld bij een vraag", "black", font_size=22)
    picture.save(out, "PNG")
    return uploads.CleanFile("schema-verzonnen.png", uploads.TYPES["png"], out.getvalue())


def reply(walk: Walk) -> None:
    """The reporter answered by phone, and the adviser writes it down."""
    text = f"Dit speelt sinds het voorjaar. {walk.story.goal} Daar gaat het mij om."
    reports.reply(walk.the_report(), text, **walk.adviser)


def refer(walk: Walk) -> None:
    """Another desk helps better."""
    reason = f"Dit loket kijkt naar regels. Bij “{walk.story.title}” helpt een vertrouwenspersoon beter."
    reports.refer(walk.the_report(), "Een verzonnen vertrouwenspersoon", reason, **walk.adviser)


def close_report(walk: Walk) -> None:
    """The report is done."""
    reports.close(walk.the_report(), **walk.adviser)


def withdraw_report(walk: Walk) -> None:
    """The reporter takes it back, by phone."""
    reports.withdraw(walk.the_report(), f"{walk.story.goal} Dat is intussen gelukt.", **walk.adviser)


# --- The case --------------------------------------------------------------------------------------


def open_case(walk: Walk) -> None:
    """A case begins."""
    new = cases.NewCase(walk.story.title, walk.story.origin, f"{walk.story.goal} {FICTION}")
    case = cases.open_case(new, report=walk.report, **walk.adviser)
    if walk.report is None:
        case.themes.set(Theme.objects.filter(slug=walk.story.theme))
        case.sectors.set(Sector.objects.filter(slug=walk.story.sector))
    walk.made.append(case)


def join(walk: Walk) -> None:
    """Others reported the same some days before, and join."""
    for number, story in enumerate(walk.story.others, start=2):
        other = send(story, walk.now - timedelta(days=number))
        done = reports.take(other, **walk.adviser)
        other = reports.rename(done.subject, story.title, **walk.adviser).subject
        reports.add_to_case(other, walk.the_case(), **walk.adviser)
        walk.made.append(other)


def drop(walk: Walk) -> None:
    """It turned out to be solved already."""
    reason = f"Bij navragen bleek dit al opgelost. {FICTION}"
    cases.move(walk.the_case(), "drop_signal", {"reason": reason}, **walk.adviser)


def park(walk: Walk) -> None:
    """It has to wait."""
    day = timezone.localdate(walk.now) + timedelta(days=60)
    given = {"reason": f"Eerst loopt er een ander onderzoek. {FICTION}", "review_date": day}
    cases.move(walk.the_case(), "park", given, **walk.coordinator)


def analyse(walk: Walk) -> None:
    """The context analysis begins."""
    cases.move(walk.the_case(), "start_analysis", {}, **walk.adviser)
    documents.save(walk.the_case(), ContextAnalysis, _analysis(walk.story, walk.pattern), **walk.adviser)
    if walk.pattern.rule[0]:
        regulations.choose_regulations(walk.the_case(), [_rule(walk)], **walk.adviser)


def _rule(walk: Walk) -> Regulation:
    """Return the rule that the story is about, put in the list when it is not there yet."""
    name, says = walk.pattern.rule
    known = Regulation.objects.filter(name=name, article="").first()
    if known is not None:
        return known
    values = {
        "name": name,
        "article": "",
        "kind": "subsidy" if walk.pattern.obstacle_kind == "funding" else "law",
        "owner": walk.pattern.rule_owner,
        "owner_name": ", ".join(walk.pattern.ministries).upper(),
        "description": f"{says} {FICTION}",
    }
    return regulations.keep_regulation(None, values, by=walk.cast.adviser)


def _analysis(story: Story, pattern: Pattern) -> dict[str, Any]:
    return {
        "events": told(story),
        "renewal": story.goal,
        "involved": f"{story.who}, hun collega’s en wie zorg of les van hen krijgt.",
        "rule_owner": pattern.rule_owner,
        "rule_purpose": pattern.purpose,
        "believed": pattern.believed,
        "obstacle_kind": pattern.obstacle_kind,
        "domain": story.domain,
        "scale": "national" if story.region == "landelijk" else "regional",
        "urgency": 1 + len(story.title) % 3,
        "impact": 1 + len(story.story) % 3,
    }


def complete_analysis(walk: Walk) -> None:
    """The analysis is done, and the problem is stated."""
    documents.complete(walk.the_case(), ContextAnalysis, **walk.adviser)
    cases.move(walk.the_case(), "state_problem", {}, **walk.adviser)


def state_problem(walk: Walk) -> None:
    """What the problem really is."""
    story, pattern = walk.story, walk.pattern
    values = {
        "sentence": f"{story.who} lopen vast {pattern.effect}.",
        "question": f"{pattern.asked} Het gaat om: {story.title}",
        "owners": ", ".join(pattern.ministries).upper(),
        "desired_room": f"{story.goal} {pattern.purpose} Dat blijft zo.",
        "for_reporter": f"Dit lezen we in je melding: {story.goal} We vragen na wat er mag.",
    }
    documents.save(walk.the_case(), ProblemStatement, values, **walk.adviser)
    documents.complete(walk.the_case(), ProblemStatement, **walk.adviser)


def approve_statement(walk: Walk) -> None:
    """A second person agrees."""
    documents.approve_statement(walk.the_case(), **walk.colleague)


def solve_in_network(walk: Walk) -> None:
    """No ministry is needed after all: what was prepared is withdrawn."""
    for thread in walk.the_case().threads.select_related("ministry"):
        threads.withdraw(thread, f"De organisatie gaat hier zelf over. {FICTION}", **walk.adviser)
    reason = f"Dit kunnen we zelf vragen. {FICTION}"
    cases.move(walk.the_case(), "solve_in_network", {"reason": reason}, **walk.adviser)


def reopen(walk: Walk) -> None:
    """In practice it did not work."""
    reason = f"Een tweede huis hoorde toch weer nee. {FICTION}"
    cases.move(walk.the_case(), "reopen", {"reason": reason}, **walk.coordinator)


def weigh(walk: Walk) -> None:
    """Every question is settled."""
    cases.move(walk.the_case(), "weigh", {}, **walk.adviser)


def set_outcome(walk: Walk) -> None:
    """What comes of it."""
    kind = walk.story.outcome or walk.pattern.outcome
    values: dict[str, Any] = {"kind": kind, "reasoning": f"{walk.story.result} {FICTION}"}
    if kind == OutcomeKind.EXPERIMENT:
        begin = timezone.localdate(walk.now)
        values |= {
            "legal_basis": "Een verzonnen afspraak voor deze demo",
            "starts_on": begin,
            "ends_on": begin + timedelta(days=365),
            "evaluate_on": begin + timedelta(days=274),
            "who_may_join": "Organisaties die hun plan vooraf laten zien",
            "terms": "Iedereen in het team doet het uit vrije wil.",
        }
    outcomes.write_outcome(walk.the_case(), values, **walk.adviser)
    cases.move(walk.the_case(), "set_outcome", {}, **walk.coordinator)


def give_feedback(walk: Walk) -> None:
    """Every reporter hears it."""
    message = f"Bedankt voor het meedenken over “{walk.story.title}”. {walk.story.result}"
    cases.give_feedback(walk.the_case(), message, **walk.adviser)


def monitor(walk: Walk) -> None:
    """The practice is followed."""
    cases.move(walk.the_case(), "monitor", {}, **walk.adviser)


def close_case(walk: Walk) -> None:
    """The case is done, and so are its reports."""
    for told in walk.the_case().reports.filter(state="answered"):
        reports.close(told, **walk.adviser)
    cases.move(walk.the_case(), "close", {}, **walk.adviser)


def in_days(walk: Walk, days: int) -> date:
    """Return a working day, so many days after now."""
    return next_working_day(timezone.localdate(walk.now) + timedelta(days=days))
