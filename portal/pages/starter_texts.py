# SPDX-License-Identifier: EUPL-1.2
"""The texts a new portal starts with. Our own words; editors make them theirs."""

from dataclasses import dataclass, field
from typing import Any

Body = list[tuple[str, Any]]


@dataclass(frozen=True)
class StarterPage:
    """One page to make when it is not there yet."""

    slug: str
    title: str
    lead: str
    body: Body = field(default_factory=list)


HOME_LEAD = (
    "Het Actie Leer Netwerk brengt mensen uit zorg, welzijn, onderwijs en overheid bij elkaar. "
    "Samen zorgen we voor genoeg collega’s, die hun werk goed en met plezier doen."
)
DESK_LEAD = (
    "Wil je het werk anders doen, maar zit een regel in de weg? Meld het. "
    "Wij zoeken uit wat er echt moet en wie het kan oplossen."
)
DESK_QUESTIONS: Body = [
    (
        "question",
        {
            "question": "Wie ziet mijn melding?",
            "answer": "<p>Alleen het team van Ruimte in de Regels. Je werkgever ziet niets. "
            "Een ministerie krijgt de casus zonder jouw naam.</p>",
        },
    ),
    (
        "question",
        {
            "question": "Kan ik melden zonder mijn naam?",
            "answer": "<p>Ja. Je krijgt dan alleen een kenmerk en een link. "
            "Bewaar die goed, want we kunnen je niet mailen.</p>",
        },
    ),
    (
        "question",
        {
            "question": "Verandert de regel dan ook?",
            "answer": "<p>Soms. Het kan ook zijn dat er al ruimte is. "
            "Verandert een ministerie de regel niet? Dan vragen we waarom, en dat lees je terug.</p>",
        },
    ),
    (
        "question",
        {
            "question": "Hoelang bewaren jullie mijn gegevens?",
            "answer": "<p>Je naam en e-mailadres verwijderen we 12 maanden nadat je melding klaar is. "
            '<a href="/privacy/">Lees hoe we met je gegevens omgaan</a>.</p>',
        },
    ),
]
ABOUT = StarterPage(
    "over-het-netwerk",
    "Over het netwerk",
    "Wij helpen mensen in zorg en welzijn om samen het werk beter te maken. "
    "Door het uit te proberen, en daarvan te leren.",
    [
        ("heading", "Waarom wij er zijn"),
        (
            "text",
            "<p>In zorg en welzijn zijn te weinig mensen. Nieuwe collega’s werven is niet genoeg. "
            "Daarom zoeken we ook naar ander werk, ander leren en andere afspraken.</p>"
            "<p>Het netwerk begon op 3 december 2018. Het is een onderdeel van het actieprogramma "
            "Werken in de Zorg van het ministerie van VWS.</p>",
        ),
        ("heading", "Wat is actieleren?"),
        (
            "text",
            "<p>Bij actieleren zoek je samen een oplossing voor een probleem dat nu speelt. "
            "Je probeert iets uit, kijkt samen terug en maakt het beter.</p>"
            "<p>Iedereen die ermee te maken heeft, doet mee: van cliënt tot bestuurder. "
            "Want niemand weet alles alleen. Ook van wat mislukt, leer je veel.</p>",
        ),
        ("heading", "Wat we doen"),
        (
            "text",
            "<ul><li>Koplopers: we laten zien wat elders al werkt, zodat jij het kunt overnemen.</li>"
            "<li>Ruimte in de Regels: we zoeken uit welke ruimte er is als een regel knelt.</li>"
            "<li>Actieleren: we helpen groepen om zelf te beginnen.</li>"
            "<li>Partijen bij elkaar brengen: werk, onderwijs en overheid.</li>"
            "<li>Kennis delen: ook over wat niet lukte.</li></ul>",
        ),
        ("heading", "Wie kan meedoen"),
        (
            "text",
            "<p>Iedereen in zorg en welzijn, en iedereen die ermee samenwerkt. "
            'Je kunt beginnen met <a href="/ruimte-in-de-regels/">een knelpunt melden</a>.</p>',
        ),
    ],
)
