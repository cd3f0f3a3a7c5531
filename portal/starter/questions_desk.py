# SPDX-License-Identifier: EUPL-1.2
"""Questions about Ruimte in de Regels. They say what this portal does."""

from portal.starter.pages import Block, StarterPage, bullets, text

DESK = "/ruimte-in-de-regels/"


def _question(slug: str, title: str, short: str, body: list[Block]) -> StarterPage:
    fields = {"subject": "ruimte-in-de-regels", "short_answer": short}
    return StarterPage(f"/vragen/{slug}/", "QuestionPage", title, fields, body, {"further": DESK})


QUESTIONS = [
    _question(
        "wat-kan-ik-melden",
        "Wat kan ik melden?",
        "Elke regel die een nieuwe manier van werken tegenhoudt. In zorg, welzijn of onderwijs.",
        [
            text(
                "Dat kan een wet zijn, maar ook een afspraak of een gewoonte. Je hoeft niet zeker te "
                "weten dat de regel bestaat. Het gaat om wat jij merkt.",
            )
        ],
    ),
    _question(
        "moet-ik-de-wet-kennen",
        "Moet ik de wet kennen om te melden?",
        "Nee. Vertel wat er gebeurt en wat je wilt bereiken. Wij zoeken de regel erbij.",
        [text("Weet je wel waar de regel staat? Dan kun je dat erbij schrijven. Het hoeft niet.")],
    ),
    _question(
        "is-melden-anoniem",
        "Kan ik anoniem melden?",
        "Ja. Je hoeft je naam niet te geven. Je volgt je melding dan met een geheime link.",
        [
            text(
                "Geef je wel een e-mailadres? Dan sturen we je bericht als er nieuws is. Je gegevens "
                "staan apart van je melding. Een ministerie krijgt jouw naam niet.",
                '<a href="/privacy/">Lees hoe we met je gegevens omgaan</a>.',
            )
        ],
    ),
    _question(
        "wat-gebeurt-er-met-mijn-melding",
        "Wat gebeurt er met mijn melding?",
        "Wij zoeken eerst uit wat er speelt. Daarna kijken we wie het kan oplossen.",
        [
            bullets(
                "Een adviseur leest je melding.",
                "We zoeken uit wie de regel maakte en waarom.",
                "We schrijven op wat het probleem precies is.",
                "Soms mag het al. Soms kunnen jullie het zelf veranderen.",
                "Als het nodig is, vragen we het aan VWS, OCW of SZW.",
                "Je krijgt altijd antwoord, met uitleg.",
                intro="Het gaat zo:",
            )
        ],
    ),
    _question(
        "hoelang-duurt-het",
        "Hoelang duurt het?",
        "Je hoort binnen vijf werkdagen van ons. Uitzoeken kan zes weken duren.",
        [
            text(
                "Moet een ministerie antwoord geven? Dan vragen we dat binnen acht weken. Het "
                "ministerie mag één keer vier weken extra vragen.",
                "Op je eigen pagina zie je steeds hoe ver we zijn.",
            )
        ],
    ),
    _question(
        "verandert-de-regel-ook",
        "Verandert de regel ook?",
        "Soms. Vaak blijkt dat er al ruimte is. Of dat een eigen afspraak in de weg zit.",
        [
            text(
                "Een voorganger van dit loket zocht ongeveer zeventig knelpunten uit. Bij ongeveer "
                "zestig kon het binnen de regels die er al waren.",
                "Is er geen ruimte? Dan vragen we waarom. Dat lees je terug.",
            )
        ],
    ),
    _question(
        "melden-voor-een-collega",
        "Mag ik melden voor een collega?",
        "Ja. Vertel wat jullie merken en schrijf geen namen op.",
        [
            text(
                "Vraag het je collega eerst. Speelt het bij meer mensen? Schrijf dat erbij. Dan zien "
                "wij hoe groot het is.",
            )
        ],
    ),
    _question(
        "wat-hoort-hier-niet",
        "Wat hoort hier niet?",
        "Direct gevaar, een klacht over zorg of ruzie met je werkgever. Daarvoor zijn andere loketten.",
        [
            bullets(
                "Is er nu gevaar? Bel 112, of regel het direct via je leidinggevende.",
                "Heb je een klacht over zorg? Ga naar de klachtenfunctionaris van je zorgaanbieder.",
                "Heb je ruzie met je werkgever? Praat met je vakbond of een vertrouwenspersoon.",
                "Gaat het over tarieven? Ga naar de zorgverzekeraar of de NZa.",
            )
        ],
    ),
]
