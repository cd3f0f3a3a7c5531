# SPDX-License-Identifier: EUPL-1.2
"""The Koplopernetwerk and its questions. One criterion is known; the others are our proposal."""

from portal.starter.pages import (
    Block,
    StarterPage,
    bullets,
    heading,
    note,
    own_step,
    step,
    steps,
    text,
    ticks,
)

LANDING = StarterPage(
    "/koplopers/",
    "KoplopersLandingPage",
    "Koplopers",
    {
        "lead": "Een Koploper is een initiatief dat laat zien dat het kan. Anderen kunnen ervan leren en het "
        "overnemen.",
    },
    [
        heading("Wat is het Koplopernetwerk?"),
        text(
            "In het Koplopernetwerk leren zorg, welzijn, onderwijs en overheid van elkaar. Veel goede ideeën "
            "ontstaan in één regio. In het netwerk komen ze bij elkaar.",
            "Een Koploper is dus een initiatief, en geen organisatie. Hoe groot het is, maakt niet uit. "
            "Het gaat om wat het oplevert.",
        ),
        heading("Hoe word je Koploper?"),
        bullets(
            "Je meldt je eigen initiatief aan.",
            "Iemand anders wijst ons op jullie.",
            "Wij komen jullie zelf op het spoor.",
            intro="Er zijn drie wegen:",
        ),
        text("Het netwerk draagt een initiatief voor. Het ministerie van VWS benoemt de Koploper."),
        heading("Waar letten we op?"),
        text("Een initiatief voldoet aan minstens drie van de vier punten."),
        steps(
            step(
                "Samenwerken",
                "Minstens één organisatie voor zorg of welzijn doet het samen met een ander. Dat is nog zo’n "
                "organisatie, een school of een gemeente.",
            ),
            own_step(
                "Resultaat",
                "Het helpt echt: er zijn genoeg collega’s, ze kunnen hun werk goed aan, of ze zijn meer "
                "tevreden.",
            ),
            own_step(
                "Vernieuwend",
                "Het is nieuw voor de regio of de sector. Of iets bekends krijgt een nieuwe vorm.",
            ),
            own_step("Deelbaar", "Anderen kunnen het gebruiken. Jullie delen ook wat niet lukte."),
        ),
        note(
            "Wat is van ons?",
            "Punt 2, 3 en 4 zijn een voorstel van dit portaal. De oude punten hebben we niet gevonden.",
        ),
        heading("Wat krijg je?"),
        ticks(
            "Erkenning, ook voor de partners met wie je het doet.",
            "Een podium: jullie verhaal komt op de site en bij bijeenkomsten.",
            "Contact met andere vernieuwers, in je regio en daarbuiten.",
            "Hulp om het initiatief beter te maken of te verspreiden.",
        ),
        heading("Wat vragen we van jou?"),
        text(
            "Dat je deelt wat je weet. Ook wat het kost, hoeveel tijd het vraagt en wat misging. "
            "Dan kan een ander het overnemen.",
        ),
    ],
)


def _question(slug: str, title: str, short: str, body: list[Block]) -> StarterPage:
    fields = {"subject": "koplopers", "short_answer": short}
    return StarterPage(f"/vragen/{slug}/", "QuestionPage", title, fields, body, {"further": "/koplopers/"})


QUESTIONS = [
    _question(
        "wie-kan-koploper-worden",
        "Wie kan Koploper worden?",
        "Een initiatief waarin minstens twee partijen samenwerken. Eén daarvan werkt in zorg of welzijn.",
        [
            text(
                "De ander is ook een organisatie voor zorg of welzijn, of een school, of een gemeente. "
                "Niet de organisatie wordt Koploper, maar het initiatief.",
                "De partners delen in de erkenning.",
            )
        ],
    ),
    _question(
        "moet-een-initiatief-groot-zijn",
        "Moet een initiatief groot zijn?",
        "Nee. Het gaat om wat het oplevert, niet om hoe groot het is.",
        [text("Ook een klein team kan iets hebben waar anderen veel aan hebben.")],
    ),
    _question(
        "iemand-anders-voordragen",
        "Kan ik een ander initiatief aandragen?",
        "Ja. Ken je iets moois bij een ander? Laat het ons weten.",
        [
            text(
                "Vraag het de mensen wel eerst. Wij nemen contact met ze op. Zij beslissen zelf of ze "
                "mee willen doen.",
            )
        ],
    ),
    _question(
        "wat-krijg-ik-als-koploper",
        "Wat krijg je als Koploper?",
        "Erkenning, een podium, contact met andere vernieuwers en hulp bij het verbeteren of verspreiden.",
        [text("De erkenning is er ook voor de partners met wie je het doet.")],
    ),
    _question(
        "als-je-geen-koploper-wordt",
        "Wat als je geen Koploper wordt?",
        "Je hoort altijd waarom. En je initiatief kan nog steeds een goed voorbeeld zijn.",
        [
            text(
                "We vertellen in gewone woorden wat er nog mist. Je kunt het later opnieuw proberen.",
                "Dit is een voorstel van dit portaal.",
            )
        ],
    ),
    _question(
        "hoelang-duurt-de-beoordeling",
        "Hoelang duurt de beoordeling?",
        "Je hoort binnen tien werkdagen iets. Na acht weken weet je of we je voordragen.",
        [
            text(
                "Deze termijnen zijn een voorstel van dit portaal. Daarna beslist het ministerie van "
                "VWS. Hoelang dat duurt, weten we niet.",
            )
        ],
    ),
]
