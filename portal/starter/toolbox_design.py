# SPDX-License-Identifier: EUPL-1.2
"""How to shape a course of action learning, and how the network sees it."""

from portal.starter.pages import (
    OWN,
    StarterPage,
    bullets,
    heading,
    key_point,
    note,
    own_step,
    step,
    steps,
    text,
    ticks,
)

DESIGN = StarterPage(
    "/gereedschap/ideale-ontwerp/",
    "ToolPage",
    "Het ideale ontwerp van actieleren",
    {
        "kind": "ontwerp",
        "own_proposal": True,
        "lead": "Een goed traject heeft drie manieren van leren. Deze tekening laat zien hoe je ze verdeelt "
        "over de tijd.",
        "audience": "Voor wie een traject opzet",
        "time_needed": "Drie tot negen maanden",
        "steps": "2, 3, 5",
    },
    [
        OWN,
        heading("Het ontwerp in beeld"),
        (
            "drawing",
            {
                "drawing": "ideaal-ontwerp",
                "alt": "Vijf momenten op een rij: samen beginnen, in groepen zoeken, samen halverwege, in "
                "groepen uitproberen en samen afsluiten. Onder alles loopt één lijn: logboek en terugkijken.",
                "caption": "Samen beginnen, in groepen werken, en telkens weer samenkomen.",
            },
        ),
        heading("Het ontwerp in woorden"),
        steps(
            step(
                "Samen beginnen",
                "Nodig iedereen uit die nodig is of er iets van merkt. Kies samen het probleem. "
                "Spreek een doel en een einddatum af.",
            ),
            step(
                "Zoeken in groepen en alleen",
                "Kleine groepen werken een deel uit. Intussen zoekt ieder zelf iets uit: lezen, bellen, "
                "ergens gaan kijken.",
            ),
            step(
                "Samen halverwege",
                "De groepen laten zien wat ze vonden. Anderen vullen aan. Samen kies je wat je uitprobeert.",
            ),
            step(
                "Uitproberen in groepen",
                "Elke groep doet een klein experiment in het eigen werk. Kijk vaak terug en stel bij.",
            ),
            step(
                "Samen afsluiten",
                "Laat zien wat werkte en wat niet. Besluit wat blijft, en wie daarvoor zorgt.",
            ),
        ),
        heading("Drie manieren van leren"),
        ticks(
            "Gezamenlijk leren: een werkconferentie, een hackathon of een inspiratiesessie.",
            "Taakleren: een werkgroep die iets uitwerkt.",
            "Individueel leren: lezen, uitzoeken of een experiment leiden.",
        ),
        text(
            "Heb je alleen een werkgroep? Dan doet de rest niet mee. Heb je alleen een conferentie? "
            "Dan gebeurt er daarna te weinig. Daarom heb je ze alle drie nodig.",
        ),
        heading("Schrijf dit op voor je begint"),
        bullets(
            "Het doel, voor zover je dat al weet.",
            "De middelen: tijd, geld en mensen.",
            "De voorwaarden: wat mag, en wie beslist.",
            "Hoelang het duurt en wanneer het stopt.",
        ),
    ],
)
PRINCIPLES = StarterPage(
    "/gereedschap/uitgangspunten/",
    "ToolPage",
    "Uitgangspunten van actieleren",
    {
        "kind": "handreiking",
        "lead": "Waar gaat actieleren van uit? Zeven gedachten die je helpen bij elke keuze.",
        "audience": "Voor iedereen die meedoet",
        "time_needed": "Vijf minuten lezen",
        "source_note": "Naar de uitgangspunten van het netwerk, in onze woorden.",
    },
    [
        heading("De uitgangspunten"),
        steps(
            step(
                "Wie het probleem heeft, heeft vaak ook het antwoord",
                "Begin dus bij de mensen die er elke dag mee werken of leven.",
            ),
            step(
                "Een goede groep kan, weet en wil",
                "Zoek mensen die iets kunnen doen. Zoek mensen die er veel van weten. En zoek mensen die "
                "erom geven.",
            ),
            step(
                "Verschil maakt de groep sterk",
                "Wie anders kijkt, ziet wat jij mist. Zoek dus niet alleen mensen zoals jij.",
            ),
            step(
                "Jullie zijn bondgenoten",
                "Er komt een keer tegenslag. Dan help je elkaar verder.",
            ),
            step(
                "Deel wat werkte en wat niet",
                "Van een mislukking leer je net zo veel. Verstop die dus niet.",
            ),
            step(
                "Eén organisatie is iets anders dan een netwerk",
                "In een netwerk heeft niemand het voor het zeggen. Maak daar dus andere afspraken.",
            ),
            step(
                "Het gaat niet vanzelf",
                "Denk na over de opzet: wie, wanneer, hoelang en in welke vorm.",
            ),
        ),
    ],
)
MISUNDERSTANDINGS = StarterPage(
    "/gereedschap/vier-misverstanden/",
    "ToolPage",
    "Vier misverstanden over actieleren",
    {
        "kind": "handreiking",
        "lead": "Actieleren lijkt op dingen die je al kent. Toch is het iets anders. Vier misverstanden.",
        "audience": "Voor iedereen die wil beginnen",
        "time_needed": "Vijf minuten lezen",
        "steps": "2",
        "source_note": "Misverstand 1 en 2: naar de tekst van het netwerk, in onze woorden.",
    },
    [
        heading("De misverstanden"),
        steps(
            step(
                "Het is gewoon leren door te doen",
                "Ook wie op routine werkt, doet iets. Bij een goed experiment zoek je eerst uit wat er "
                "speelt. Je bedenkt meer manieren en kiest er samen één. Daarna kijk je goed terug, met "
                "iedereen.",
            ),
            step(
                "Het is één middag met leuke werkvormen",
                "Zo’n middag kan erbij horen. Maar het hele traject duurt minstens drie maanden. Het "
                "loopt van uitzoeken tot invoeren.",
            ),
            own_step(
                "Je hebt er een dure begeleider voor nodig",
                "Een begeleider kan een duw geven. De kracht komt uit jullie eigen team. Met de "
                "vijftien stappen kom je ver.",
            ),
            own_step(
                "Als een proef mislukt, is het verlies",
                "Een mislukte proef laat zien wat niet past. Dat scheelt anderen tijd. Schrijf het dus "
                "op en deel het.",
            ),
        ),
        note("Wat is van ons?", "Misverstand 3 en 4 zijn een voorstel van dit portaal."),
    ],
)
VISION = StarterPage(
    "/gereedschap/visie-op-actieleren/",
    "ToolPage",
    "Onze visie op actieleren",
    {
        "kind": "visie",
        "lead": "Over actieleren bestaan veel ideeën. Dit is wat het Actie Leer Netwerk ermee bedoelt.",
        "audience": "Voor wie wil weten waar het vandaan komt",
        "time_needed": "Vijf minuten lezen",
        "source_note": "Naar wat het netwerk over zichzelf schreef, in onze woorden.",
    },
    [
        heading("Wat is het?"),
        key_point("Samen, stap voor stap en goed voorbereid uitproberen wat een urgent probleem oplost."),
        text(
            "Goed voorbereid betekent: je weet wat er al bekend is. Je verzint dus niet alles opnieuw. "
            "Stap voor stap betekent: je denkt na over de opzet en kijkt telkens terug.",
        ),
        heading("Waarom samen?"),
        text(
            "Niemand heeft alle kennis alleen. Een oplossing werkt pas als iedereen die ermee te maken "
            "heeft, heeft meegedacht. Wie je vergeet, merkt het later. Dan is er een nieuw knelpunt.",
            "Iedereen kan iets toevoegen, van cliënt tot bestuurder.",
        ),
        heading("Voor wie werkt het?"),
        text(
            "Zorg is mensenwerk. De vraag is dus niet alleen óf iets werkt. De vraag is ook voor wie, en wie "
            "het doet. Elke organisatie zoekt wat past bij de eigen plek.",
            "Elke vorm van actieleren maakt ruimte voor verandering, hoe klein ook.",
        ),
        heading("Waar komt het vandaan?"),
        text(
            "Het netwerk legde veel omschrijvingen naast elkaar en maakte daar een eigen van. Een "
            "belangrijke bron was Reg Revans. Hij leefde van 1907 tot 2003 en dacht veel na over leren "
            "in het werk.",
        ),
        heading("Is het hetzelfde als design thinking?"),
        text(
            "Nee. Design thinking kan wel een stap zijn in een traject. Bij actieleren is er haast met het "
            "probleem. Je probeert uit in het dagelijkse werk, met iedereen die het raakt. En je stelt bij, "
            "maandenlang.",
        ),
    ],
)
