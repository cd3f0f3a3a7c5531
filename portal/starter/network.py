# SPDX-License-Identifier: EUPL-1.2
"""The front page and what we tell of the network itself."""

from portal.starter.pages import StarterPage, bullets, cards, heading, key_point, text

HOME = StarterPage(
    "/",
    "HomePage",
    "Home",
    {
        "lead": "Mensen uit zorg, welzijn, onderwijs en overheid vinden elkaar in het Actie Leer Netwerk. "
        "Samen zorgen we voor genoeg collega’s. Zij doen hun werk goed en met plezier.",
    },
)
ABOUT = StarterPage(
    "/over-het-netwerk/",
    "StandardPage",
    "Over het netwerk",
    {
        "lead": "Wij helpen mensen in zorg en welzijn om samen het werk beter te maken. "
        "Door het uit te proberen, en daarvan te leren.",
    },
    [
        heading("Waarom wij er zijn"),
        text(
            "In zorg en welzijn zijn te weinig mensen. Nieuwe collega’s werven is niet genoeg. "
            "Daarom zoeken we ook naar ander werk, ander leren en andere afspraken.",
            "Het netwerk begon op 3 december 2018. Het is een onderdeel van het actieprogramma "
            "Werken in de Zorg van het ministerie van VWS. Dat programma wil genoeg collega’s, die hun werk "
            "goed aankunnen en tevreden zijn.",
        ),
        heading("Wat is actieleren?"),
        text(
            "Bij actieleren zoek je samen een oplossing voor een probleem dat nu speelt. "
            "Je probeert iets uit, kijkt samen terug en maakt het beter.",
            "Iedereen die ermee te maken heeft, doet mee: van cliënt tot bestuurder. "
            "Want niemand weet alles alleen. Ook van wat mislukt, leer je veel.",
        ),
        heading("Wat we doen"),
        bullets(
            "Koplopers: we laten zien wat elders al werkt, zodat jij het kunt overnemen.",
            "Ruimte in de Regels: we zoeken uit welke ruimte er is als een regel knelt.",
            "Actieleren: we helpen groepen om zelf te beginnen.",
            "Partijen bij elkaar brengen: werk, onderwijs en overheid.",
            "Kennis delen: ook over wat niet lukte.",
        ),
        heading("Met wie we werken"),
        text(
            "We staan tussen veel partijen in. Dat zijn regionale werkgeversorganisaties, "
            "brancheverenigingen en het onderwijs. Ook de ministeries van VWS, OCW en SZW horen erbij, "
            "en de commissie Werken in de Zorg. Zo kunnen we mensen snel met elkaar verbinden.",
        ),
        heading("Wie kan meedoen"),
        text("Iedereen in zorg en welzijn, en iedereen die ermee samenwerkt. Je kunt zo beginnen:"),
        cards(
            ("Zoek een hulpmiddel", "Stappen en spelregels om samen te leren.", "/gereedschap/"),
            ("Meld een knelpunt", "Zit een regel in de weg? Wij zoeken het uit.", "/ruimte-in-de-regels/"),
            (
                "Voor sociaalwerkorganisaties",
                "Wat het netwerk voor jullie kan doen.",
                "/over-het-netwerk/voor-sociaalwerkorganisaties/",
            ),
            (
                "Ambassadeurs",
                "Elk thema zoekt iemand die de kar trekt.",
                "/over-het-netwerk/ambassadeurs/",
            ),
        ),
    ],
)
SOCIAL_WORK = StarterPage(
    "/over-het-netwerk/voor-sociaalwerkorganisaties/",
    "StandardPage",
    "Voor sociaalwerkorganisaties",
    {"lead": "Werk je in het sociaal werk? Dan hoor je erbij. Dit kun je van het netwerk verwachten."},
    [
        heading("Wat heb je eraan?"),
        text(
            "Jullie werken vaak samen met zorg, scholen en gemeenten. In het netwerk zitten die al aan "
            "tafel. Je vindt er mensen die met hetzelfde bezig zijn.",
            "Je leest wat elders werkte, en wat niet. Zo hoef je niet alles zelf te bedenken.",
        ),
        heading("Hoe begin je?"),
        bullets(
            'Kies een probleem dat nu speelt en <a href="/actieleren/">pak het samen aan</a>.',
            'Heb je al iets moois? <a href="/koplopers/">Lees over Koplopers</a>.',
            'Zit een regel in de weg? <a href="/ruimte-in-de-regels/">Meld het</a>.',
            'Kies <a href="/themas/">een thema</a> dat bij jullie past.',
        ),
        key_point("Neem ook inwoners en cliënten mee. Zij zien wat jij niet ziet."),
        heading("Wat vragen we van je?"),
        text("Dat je deelt wat je leert. Ook als iets niet lukt. Daarmee help je anderen net zo veel."),
    ],
)
AMBASSADORS = StarterPage(
    "/over-het-netwerk/ambassadeurs/",
    "StandardPage",
    "Ambassadeurs",
    {"lead": "Elk thema heeft een plek voor een ambassadeur. Die plekken zijn nog vrij."},
    [
        heading("Wat doet een ambassadeur?"),
        text(
            "Een ambassadeur trekt de kar van één thema. Je bent het gezicht ervan, en brengt mensen "
            "bij elkaar. Je helpt lerende netwerken op weg.",
        ),
        heading("Wat kun je op deze site doen?"),
        bullets(
            "Je schrijft artikelen over je thema en houdt ze bij.",
            "Je beantwoordt vragen die vaak terugkomen.",
            "Je voegt hulpmiddelen toe.",
            intro="Dit is een voorstel van dit portaal:",
        ),
        heading("Wil jij dit doen?"),
        text('Kies <a href="/themas/">het thema</a> dat bij je past. Mail ons daarna. Dan praten we verder.'),
    ],
)
