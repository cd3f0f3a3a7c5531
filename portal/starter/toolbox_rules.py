# SPDX-License-Identifier: EUPL-1.2
"""Rules and reasons of the toolbox: ten game rules, five rules of thumb, three reasons."""

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
)

GAME_RULES = StarterPage(
    "/gereedschap/tien-spelregels/",
    "ToolPage",
    "Tien spelregels voor actieleren",
    {
        "kind": "spelregels",
        "lead": "Met veel mensen aan tafel kan het rommelig worden. Met deze spelregels komt iedereen "
        "aan het woord.",
        "audience": "Voor de hele groep",
        "time_needed": "Een half uur",
        "steps": "4",
        "source_note": "Regel 1 tot en met 5: naar de regels van het netwerk, in onze woorden.",
    },
    [
        heading("De regels"),
        steps(
            step(
                "Alles mag op tafel",
                "Wat verborgen blijft, werkt een verandering tegen. Vertel daarom feiten, ervaringen "
                "en belangen.",
                "Wat durven we nog niet te zeggen?",
            ),
            step(
                "Ieders blik is waar voor die persoon",
                "Praat een ervaring niet weg. Luister en wees nieuwsgierig.",
                "Begrijp ik echt wat de ander ziet?",
            ),
            step(
                "Gebruik kennis die er al is",
                "Zoek onderzoek op en ga bij anderen kijken. Weeg daarna zelf of het bij jullie past.",
                "Wie zoekt wat uit?",
            ),
            step(
                "Werk voor het gezamenlijke belang",
                "Jullie zijn bondgenoten. Durf je eigen mening bij te stellen.",
                "Wat wil ik loslaten?",
            ),
            step(
                "Beloof alleen wat je kunt doen",
                "Een kleine belofte die je houdt, helpt meer dan een grote.",
                "Wat doe ik echt voor de volgende keer?",
            ),
            own_step(
                "Verdeel de spreektijd",
                "Praat je makkelijk en veel? Luister dan eerst. Zo komt ook de rest aan het woord.",
                "Wie hebben we nog niet gehoord?",
            ),
            own_step(
                "Stel eerst een vraag",
                "Vraag door voordat je een antwoord geeft. Vaak weet de ander meer dan je denkt.",
                "Welke vraag helpt ons verder?",
            ),
            own_step(
                "Wat persoonlijk is, blijft in de groep",
                "Je mag delen wat je hebt geleerd. Namen en verhalen van anderen deel je niet.",
                "Wat mag naar buiten, en wat niet?",
            ),
            own_step(
                "Een mislukte proef levert iets op",
                "Vertel wat niet lukte en waarom. Niemand krijgt de schuld.",
                "Wat weten we nu dat we eerst niet wisten?",
            ),
            own_step(
                "Schrijf afspraken op en kom erop terug",
                "Een afspraak zonder datum raakt zoek. Begin elke keer met de vorige lijst.",
                "Wat hebben we gedaan?",
            ),
        ),
        note(
            "Wat is van ons?",
            "Regel 6 tot en met 10 zijn een voorstel van dit portaal. De oude regels hebben we niet "
            "gevonden.",
        ),
        heading("Zo maak je ze van jullie"),
        bullets(
            "Lees de regels samen hardop.",
            "Kies wat jullie nodig hebben. Haal weg wat niet past.",
            "Voeg een eigen regel toe.",
            "Hang de lijst op bij elke bijeenkomst.",
        ),
    ],
)
RULES_OF_THUMB = StarterPage(
    "/gereedschap/vijf-vuistregels/",
    "ToolPage",
    "Vijf vuistregels voor actieleren",
    {
        "kind": "handreiking",
        "own_proposal": True,
        "lead": "Wie moet er meedoen, wat is het doel en wanneer is het goed? Onze vijf regels om goed "
        "te beginnen.",
        "audience": "Voor wie een traject start",
        "time_needed": "Een uur",
        "steps": "1, 2, 3, 5",
    },
    [
        OWN,
        heading("De vijf regels"),
        steps(
            step(
                "Begin bij een urgent probleem dat jullie samen kiezen",
                "Het probleem mag groot lijken. Als iedereen het voelt, is er kracht om te veranderen.",
                "Zou iedereen aan tafel dit probleem kiezen?",
            ),
            step(
                "Breng burger tot bestuurder aan tafel",
                "Kijk wie nodig is, en wie er iets van merkt. Vraag aan iedereen wat hij kan bijdragen.",
                "Voor wie kan dit goed uitpakken, en voor wie slecht?",
            ),
            step(
                "Spreek af wanneer je tevreden bent",
                "Het doel wordt soms pas onderweg duidelijk. Maar spreek wel af waaraan je ziet dat het "
                "goed genoeg is.",
                "Wanneer stoppen we, en wanneer gaan we door?",
            ),
            step(
                "Neem de tijd",
                "Reken op minstens drie maanden. Eén ronde is zelden genoeg.",
                "Wie geeft ons tijd, en hoeveel?",
            ),
            step(
                "Deel alles wat je leert",
                "Ook wat mislukte. Daarmee help je anderen net zo veel.",
                "Met wie delen we dit, en wanneer?",
            ),
        ),
    ],
)
REASONS = StarterPage(
    "/gereedschap/drie-redenen/",
    "ToolPage",
    "Drie redenen om te gaan actieleren",
    {
        "kind": "handreiking",
        "lead": "Een wet, een protocol of meer loon lijkt vaak sneller. Waarom zou je dan samen gaan leren? "
        "Drie redenen voor een gesprek met je organisatie.",
        "audience": "Voor wie anderen wil overtuigen",
        "time_needed": "Tien minuten lezen",
        "steps": "2",
        "source_note": "Naar de drie redenen van het netwerk, in onze woorden.",
    },
    [
        heading("1. De werkvloer heeft de oplossing in huis"),
        text(
            "Wie elke dag met het probleem werkt, weet vaak ook wat helpt. Bij actieleren leert iedereen "
            "samen, in het eigen werk.",
            "Je probeert twee of drie manieren uit. Zo zie je al vroeg wat het voor iedereen betekent.",
        ),
        heading("2. Wie meedenkt, blijft gezond"),
        text(
            "Een maatregel van boven haalt de zin weg. Werkers en cliënten weten vaak een praktisch "
            "antwoord.",
            "Als je daarnaar luistert, neem je hun vak serieus. Dat houdt mensen overeind.",
        ),
        heading("3. Er wordt altijd iets beter"),
        text(
            "Alleen al goed kijken naar hoe het nu gaat, brengt beweging. Ook moeilijke dingen krijgen een "
            "plek, zoals agressie of fouten.",
        ),
        key_point("Vraag niet alleen óf het werkt. Vraag voor wie en door wie."),
        heading("Zo gebruik je dit"),
        bullets(
            "Kies de reden die het best past bij jouw organisatie.",
            "Zoek er een voorbeeld bij uit je eigen werk.",
            "Vraag wat er nodig is om drie maanden te mogen proberen.",
            intro="Een voorstel van dit portaal voor het gesprek:",
        ),
    ],
)
