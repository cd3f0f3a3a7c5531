# SPDX-License-Identifier: EUPL-1.2
"""Demo initiatives: fictional stories, walked to their states by the real actions."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from netwerk import cache_tags
from netwerk.demo import Cast, organisation
from netwerk.models import Dossier, Region, Sector, Theme

from .actions import decisions, owner, review
from .models import Initiative


@dataclass(frozen=True)
class Story:
    """One fictional initiative: its texts, where it is, and how far it is walked."""

    title: str
    summary: str
    problem: str
    approach: str
    results: str
    failed: str
    organisation: tuple[str, str]
    theme: str
    sector: str
    region: str
    phase: str
    evidence: str
    until: str
    goals: tuple[str, ...] = ("goal_satisfied",)
    partners: tuple[tuple[str, str, str], ...] = ()


_LINDE = ("Voorbeeldorganisatie De Linde", "care")
_BRUG = ("Voorbeeldzorg De Brug", "care")
_BOOG = ("Voorbeeldhuis De Boog", "care")
_KOMPAS = ("Voorbeeldschool Het Kompas", "education")
_WATERDAM = ("Voorbeeldgemeente Waterdam", "municipality")

# ruff: noqa: E501 (a fictional story reads best on one line)
STORIES = (
    Story(
        "Ruilrooster: teams verdelen zelf de uren",
        "Collega’s ruilen en kopen losse uren. Wie meer wil werken, vindt zelf de ruimte.",
        "Elke week stonden er diensten open. Toch wilden collega’s best een paar uur extra werken. Het rooster stond alleen al maanden vast.",
        "Elk team heeft een eigen potje met losse uren. Collega’s nemen een uur over, ruilen het of geven het terug. Het team bewaakt zelf de rust en de deskundigheid.",
        "Collega’s die meedoen werken gemiddeld 2,5 uur per week meer. Open diensten zijn vaker binnen een dag gevuld.",
        "We startten met zes teams tegelijk, met een nieuwe app. Drie teams haakten af. Begin met één team en een papieren rooster.",
        _LINDE, "meer-uren-werken", "ouderenzorg-verpleging-en-verzorging", "ijsselvecht", "in-gebruik", "eigen-meting", "recognised",
        ("goal_enough", "goal_satisfied"), ((*_KOMPAS, "education"), (*_WATERDAM, "municipality")),
    ),
    Story(
        "Leren op de werkvloer met een praktijkcoach",
        "Eén coach op twee afdelingen. Nieuwe collega’s leren tijdens het werk.",
        "Nieuwe collega’s leerden uit boeken. Op de afdeling durfden ze weinig te vragen.",
        "Een ervaren collega loopt twee dagen per week mee als coach. Samen kiezen ze elke week één ding om te oefenen.",
        "Na drie maanden werken nieuwe collega’s zelfstandig. Dat was eerst een half jaar.",
        "Coachen naast een volle dienst lukte niet. De coach heeft vrije uren nodig.",
        _KOMPAS, "leven-lang-ontwikkelen", "onderwijs", "noordoost-brabant", "bewezen", "extern-onderzoek", "nominated",
        ("goal_equipped",), ((*_LINDE, "partner"),),
    ),
    Story(
        "Het blijfgesprek in maand drie",
        "Een vast gesprek met wie net begint. Voordat iemand aan weggaan denkt.",
        "Veel nieuwe collega’s gingen binnen een jaar weg. Niemand had gevraagd hoe het ging.",
        "In de derde maand drinken een collega en de nieuweling samen koffie. Ze bespreken wat helpt om te blijven.",
        "Meer nieuwe collega’s bleven na een jaar. Ze noemen het gesprek zelf.",
        "Een vragenlijst vooraf werkte niet. Mensen schreven op wat ze dachten dat wij wilden horen.",
        _BRUG, "uitstroom-beperken", "geestelijke-gezondheidszorg", "drenthe", "pilot", "ervaring", "good_example",
        ("goal_enough", "goal_satisfied"),
    ),
    Story(
        "Minder rennen in de avonddienst",
        "Bewoners kiezen zelf hun tijd. De piek van zeven uur verdween.",
        "Iedereen moest om zeven uur naar bed. Collega’s renden en bewoners wachtten.",
        "Elke bewoner koos een tijd. Het team maakte daar een nieuwe avondronde van.",
        "Collega’s lopen minder en gaan op tijd naar huis. Bewoners slapen rustiger.",
        "Op de eerste avond liepen de tijden door elkaar. Een bord op de gang hielp.",
        _LINDE, "gezond-werken", "ouderenzorg-verpleging-en-verzorging", "achterhoek", "in-gebruik", "eigen-meting", "good_example",
    ),
    Story(
        "Eerst kennismaken, dan pas solliciteren",
        "Mensen lopen een dag mee. Hun diploma komt daarna pas ter sprake.",
        "We vroegen diploma’s en kregen geen brieven. Buiten stonden mensen die wel wilden.",
        "Wie belt, loopt een dag mee. Daarna kijken we samen wat past en wat iemand nog leert.",
        "Vier van de tien meelopers begonnen. De meesten hadden geen zorgdiploma.",
        "Meelopen zonder vaste begeleider was verwarrend. Wijs één collega aan.",
        _BOOG, "werken-naar-talent", "sociaal-werk", "rijnmond", "bewezen", "eigen-meting", "alumni",
        ("goal_enough",), ((*_WATERDAM, "municipality"),),
    ),
    Story(
        "Twee huizen delen één nachtteam",
        "Het team kijkt mee op afstand en rijdt alleen als het moet.",
        "In elk huis was elke nacht iemand wakker. Vaak was er niets te doen.",
        "Twee huizen hebben samen één team. Sensoren melden het als iemand hulp nodig heeft.",
        "We proberen dit nu drie maanden. Er zijn minder nachtdiensten nodig.",
        "De eerste sensor piepte te vaak. Nu piept hij alleen bij vallen.",
        _WATERDAM, "arbeidsinnovatie", "gehandicaptenzorg", "friesland", "pilot", "ervaring", "more_info",
    ),
    Story(
        "Oppas op de werkvloer",
        "Ouders werken op tijden die eerst niet konden. De opvang zit in het gebouw.",
        "Jonge ouders konden geen avonddienst draaien. Er was geen opvang open.",
        "Een opvang in het gebouw is open tot tien uur. Collega’s betalen mee naar wat ze verdienen.",
        "We hebben nog niets gemeten.",
        "Een eigen vergunning duurde te lang. Nu werken we samen met een opvang.",
        _BRUG, "meer-uren-werken", "kinderopvang", "twente", "idee", "", "declined",
        ("goal_enough",),
    ),
    Story(
        "Een buddy voor elke zij-instromer",
        "Wie uit een ander vak komt, krijgt een jaar lang een vaste buddy.",
        "Mensen uit een ander vak begonnen vol goede moed. Na een paar weken voelden ze zich alleen.",
        "Elke nieuwe collega krijgt een buddy van een ander team. Ze bellen elke week even.",
        "", "", _BOOG, "uitstroom-beperken", "sociaal-werk", "utrecht-en-omgeving", "idee", "", "submitted",
    ),
)  # fmt: skip

_BETWEEN = timedelta(days=9)
_FICTION = "Dit is een verzonnen voorbeeld."


@dataclass
class Walk:
    """One story on its way, and who plays."""

    story: Story
    cast: Cast
    now: datetime
    """When the next step is made: the story has a course, and ends the day before today."""
    initiative: Initiative


def load(cast: Cast, now: datetime) -> list[Dossier]:
    """Make the demo initiatives. Returns every dossier made."""
    made: list[Dossier] = []
    for story in STORIES:
        road = ROADS[story.until]
        walk = Walk(story, cast, now, _begin(story, cast, now - _BETWEEN * (len(road) + 1)))
        for left, step in zip(range(len(road) - 1, -1, -1), road, strict=True):
            walk.now = now - timedelta(days=1) - _BETWEEN * left
            step(walk)
        made.append(walk.initiative)
    return made


def _begin(story: Story, cast: Cast, now: datetime) -> Initiative:
    values = {
        "title": story.title,
        "summary": story.summary,
        "problem": f"{story.problem} {_FICTION}",
        "approach": story.approach,
        "for_whom": "Voor teams die zelf willen kiezen. Voor wie een vast ritme wil, past het minder.",
        "by_whom": "Eén team begon. Later deden er meer mee.",
        "phase": story.phase,
        "started_on": date(now.year - 1, 9, 1),
        **dict.fromkeys(story.goals, True),
        "results": story.results,
        "evidence": story.evidence,
        "what_did_not_work": story.failed,
        "transfer": "Eén trekker, vier uur per week.\nEen leidinggevende die ruimte geeft.",
        "organisation": organisation(*story.organisation),
        "themes": [Theme.objects.get(slug=story.theme)],
        "sectors": [Sector.objects.get(slug=story.sector)],
        "regions": [Region.objects.get(slug=story.region)],
    }
    return owner.start(values, by=cast.frontrunner, now=now)


def _submit(walk: Walk) -> None:
    owner.submit(walk.initiative, by=walk.cast.frontrunner, now=walk.now)


def _take(walk: Walk) -> None:
    review.take(walk.initiative, by=walk.cast.adviser, now=walk.now)
    for name, kind, role in walk.story.partners:
        review.add_partner(
            walk.initiative, organisation(name, kind), role, by=walk.cast.adviser, now=walk.now
        )


def _ask(walk: Walk) -> None:
    question = f"Hoe vaak rijdt het team ’s nachts? {_FICTION}"
    review.ask(walk.initiative, question, by=walk.cast.adviser, now=walk.now)


def _publish(walk: Walk) -> None:
    decisions.publish(walk.initiative, by=walk.cast.adviser, now=walk.now)


def _nominate(walk: Walk) -> None:
    decisions.nominate(walk.initiative, by=walk.cast.coordinator, now=walk.now)


def _recognise(walk: Walk) -> None:
    day = timezone.localdate(walk.now)
    decisions.recognise(
        walk.initiative, "een verzonnen ministerie", day, by=walk.cast.coordinator, now=walk.now
    )


def _retire(walk: Walk) -> None:
    decisions.retire(walk.initiative, _FICTION, by=walk.cast.coordinator, now=walk.now)


def _decline(walk: Walk) -> None:
    help_text = f"Probeer het een half jaar uit en meet wat het oplevert. {_FICTION}"
    decisions.decline(
        walk.initiative, "Het is nog een idee.", help_text, by=walk.cast.coordinator, now=walk.now
    )


Step = Callable[[Walk], None]
_REVIEW: tuple[Step, ...] = (_submit, _take)
ROADS: dict[str, tuple[Step, ...]] = {
    "submitted": (_submit,),
    "more_info": (*_REVIEW, _ask),
    "declined": (*_REVIEW, _decline),
    "good_example": (*_REVIEW, _publish),
    "nominated": (*_REVIEW, _publish, _nominate),
    "recognised": (*_REVIEW, _publish, _nominate, _recognise),
    "alumni": (*_REVIEW, _publish, _nominate, _recognise, _retire),
}
"""By which moves each state is reached."""


def remove(keys: list[int]) -> None:
    """Delete demo initiatives with their parts; the caller allowed deletes from the timeline."""
    cache_tags.bump_on_commit(cache_tags.listing("initiatief"), *map(cache_tags.dossier, keys))
    Initiative.objects.filter(pk__in=keys).delete()
