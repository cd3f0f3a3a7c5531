# SPDX-License-Identifier: EUPL-1.2
"""The fifteen steps. Steps 1 to 14 follow what the network published, in our words; step 15 is ours."""

from portal.starter.pages import StarterPage, heading, note, own_step, step, steps, text

READY = "0. Zijn jullie er klaar voor?"
EXPLORE = "1 en 2. Verkennen en bedenken"
TRY = "3 en 4. Aanscherpen en experimenteren"
SHARE = "5. Presenteren en terugkijken"

STEPS = steps(
    step(
        "Kies een urgent probleem",
        "Kies samen een probleem dat echt speelt en haast heeft. Het is ingewikkeld, en niemand heeft "
        "al een goed antwoord. Het mag best te groot lijken.",
        "Merkt iedereen dat er nu iets moet gebeuren?",
        READY,
    ),
    step(
        "Kies bewust voor actieleren",
        "Mogen mensen bij jullie vragen stellen en fouten maken? Maak dan een ontwerp: het doel, de "
        "middelen en de voorwaarden. Kies ook jullie vorm: conferenties, werkgroepen of allebei.",
        "Waarom past actieleren hier beter dan een gewoon project?",
        READY,
    ),
    step(
        "Maak een groep van vijf tot zeven mensen",
        "Begin met één groep, of met meer. Doe een open oproep of houd een startbijeenkomst. "
        "Je kunt mensen ook zelf vragen.",
        "Wie mist er nog aan tafel?",
        READY,
    ),
    step(
        "Spreek af hoe jullie met elkaar omgaan",
        "Maak samen spelregels voordat het spannend wordt. Hang ze op en kom erop terug.",
        "Wat heb jij nodig om vrij te praten?",
        READY,
    ),
    step(
        "Spreek af wanneer jullie tevreden zijn",
        "Waaraan merken jullie dat het goed genoeg is? Kies een paar tekens die je kunt zien of tellen. "
        "Spreek ook af hoeveel tijd jullie nemen en wanneer het klaar is.",
        "Waaraan merkt een cliënt dat het beter gaat?",
        READY,
    ),
    step(
        "Houd een logboek bij",
        "Iedereen schrijft op wat hij doet en ontdekt. Van elke bijeenkomst komt een kort verslag. "
        "Een verslag in beeld mag ook.",
        "Hoe maken we het bijhouden makkelijk?",
        READY,
    ),
    step(
        "Leg alles op tafel",
        "Zet alles over het probleem bij elkaar. Feiten en ervaringen, maar ook gevoelens en meningen. "
        "Is het te veel? Maak het probleem dan kleiner.",
        "Wat is nog niet gezegd?",
        EXPLORE,
    ),
    step(
        "Bevraag wat jullie vanzelfsprekend vinden",
        "Kijk hoe jullie nu werken, en waarom. Klopt wat jullie over het probleem denken? "
        "Een begeleider of een creatieve vorm kan helpen.",
        "Wat nemen wij aan zonder het te weten?",
        EXPLORE,
    ),
    step(
        "Vraag anderen wat zij zien",
        "Laat het probleem zien aan de rest van de organisatie of het netwerk. "
        "Vraag om een eerlijke reactie en gebruik die.",
        "Herkennen zij het probleem, of zien zij een ander?",
        EXPLORE,
    ),
    step(
        "Zoek wat en wie kan helpen",
        "Zoek kennis, voorbeelden en mensen die verder zijn. Bevraag ook hier wat jullie zeker weten. "
        "Een oplossing van elders past niet vanzelf.",
        "Klopt wat wij denken over de oplossing?",
        EXPLORE,
    ),
    step(
        "Kies een paar oplossingen",
        "Kies een paar oplossingen die je echt kunt uitproberen. Verdeel wie welk experiment doet.",
        "Wie probeert wat, en vanaf wanneer?",
        TRY,
    ),
    step(
        "Deel wat jullie zien",
        "Vertel elkaar wat het experiment opleverde. Wat hielp, en wat zat in de weg? "
        "Herhaal stap 11 en 12 zo vaak als nodig is.",
        "Voor wie werkte het, en voor wie niet?",
        TRY,
    ),
    step(
        "Laat het aan anderen zien",
        "Deel wat jullie vonden in een open bijeenkomst. Dat mag tussendoor, en zeker aan het eind. "
        "Laat ook zien wat niet lukte.",
        "Wie moet dit ook weten?",
        SHARE,
    ),
    step(
        "Kijk naar jullie afspraken",
        "Gebruik de tekens die jullie bij stap 5 kozen. Doe dat vaker, niet alleen aan het eind.",
        "Wie is tevreden, en wie niet?",
        SHARE,
    ),
    own_step(
        "Houd vast wat werkt, bedank en vier",
        "Besluit wat blijft en wie daarvoor zorgt. Bedank iedereen en vier wat er is gelukt. "
        "Geef de lessen door aan anderen.",
        "Wat raad je een volgende groep aan?",
        SHARE,
    ),
)
GUIDE = StarterPage(
    "/gereedschap/actieleren-in-15-stappen/",
    "ToolPage",
    "Actieleren in 15 stappen",
    {
        "kind": "stappenplan",
        "lead": "Van een urgent probleem naar een verandering die blijft. Bij elke stap staat een vraag "
        "om samen te bespreken.",
        "audience": "Voor de hele groep",
        "time_needed": "Minstens drie maanden",
        "source_note": "Stap 1 tot en met 14: naar de aanpak van het netwerk, in onze woorden.",
    },
    [
        heading("Zo gebruik je de stappen"),
        text(
            "Loop de stappen samen langs. Je mag een stap overslaan of later doen. Schrijf dan op waarom.",
            "Stap 6 en stap 14 doe je de hele tijd. Stap 11 en 12 herhaal je, soms wel een paar keer.",
        ),
        heading("De stappen"),
        STEPS,
        note(
            "Wat is van ons?",
            "Stap 15 is een voorstel van dit portaal. De laatste stap van het netwerk hebben we niet "
            "gevonden. Ook de indeling in fasen is van ons.",
        ),
    ],
)
