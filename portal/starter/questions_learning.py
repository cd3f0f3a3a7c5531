# SPDX-License-Identifier: EUPL-1.2
"""Questions about action learning. The facts come from the network, the words are ours."""

from portal.starter.pages import Block, StarterPage, bullets, text

TOOLBOX = "/gereedschap/"
RULES_OF_THUMB = f"{TOOLBOX}vijf-vuistregels/"
DESIGN = f"{TOOLBOX}ideale-ontwerp/"
VISION = f"{TOOLBOX}visie-op-actieleren/"


def _question(slug: str, title: str, short: str, body: list[Block], further: str = "") -> StarterPage:
    return StarterPage(
        f"/vragen/{slug}/",
        "QuestionPage",
        title,
        {"subject": "actieleren", "short_answer": short},
        body,
        {"further": further} if further else {},
    )


QUESTIONS = [
    _question(
        "wanneer-past-actieleren",
        "Wanneer past actieleren wel en niet?",
        "Het past als je de tijd kunt nemen: minstens drie maanden. Het past niet als er direct gevaar is.",
        [
            text(
                "Is iets acuut of levensbedreigend? Dan moet je snel en goed handelen. Daar is "
                "actieleren niet voor.",
                "In drie maanden of meer kijk je samen goed naar hoe jullie werken. Denk aan gewoontes, "
                "methodes, protocollen en hoe jullie met elkaar omgaan. Je kijkt terug en zoekt andere "
                "manieren.",
                "Die tijd is het waard. Zo komen er veranderingen die iedereen draagt.",
            )
        ],
        TOOLBOX,
    ),
    _question(
        "wat-levert-actieleren-op",
        "Wat levert actieleren op, en wanneer zijn we tevreden?",
        "Het levert altijd iets op. Spreek samen af wanneer het goed genoeg is.",
        [
            text(
                "Kies eerst samen het urgente probleem. Het doel moet haalbaar zijn. Soms weet je dat "
                "doel pas onderweg.",
            ),
            bullets(
                "De mensen die meedoen, werken anders dan eerst.",
                "De werkgroep heeft twee of drie plannen die je kunt uitvoeren.",
                "Het probleem is minder urgent in de organisatie.",
                "De hele organisatie heeft nieuwe werkwijzen afgesproken.",
                "De mensen voor wie je het doet, zijn blij met de nieuwe manier.",
                intro="Vijf voorbeelden van tevreden zijn:",
            ),
        ],
        RULES_OF_THUMB,
    ),
    _question(
        "is-een-werkgroep-genoeg",
        "We hebben al een commissie of werkgroep. Is dat genoeg?",
        "Een werkgroep helpt, maar alleen is niet genoeg. Je hebt drie manieren van leren nodig.",
        [
            text("Een groep alleen brengt geen verandering die iedereen voelt. Het traject is compleet met:"),
            bullets(
                "gezamenlijk leren, zoals een werkconferentie of een hackathon;",
                "taakleren, zoals in jullie werkgroep;",
                "individueel leren, zoals lezen, uitzoeken of een experiment leiden.",
            ),
        ],
        DESIGN,
    ),
    _question(
        "is-een-conferentie-actieleren",
        "We organiseren een conferentie. Is dat actieleren?",
        "Het kan een goed begin zijn. Maar één conferentie brengt nog geen verandering.",
        [
            text(
                "Na een mooie dag gaat iedereen weer aan het werk. Daarom heb je ook kleine groepen "
                "nodig, die iets uitwerken. En mensen die zelf iets uitzoeken of proberen.",
                "Samen maken die drie manieren van leren het traject compleet.",
            )
        ],
        DESIGN,
    ),
    _question(
        "hoe-pakken-we-het-aan",
        "Hoe pakken we het aan?",
        "In vijftien stappen. Je begint met een urgent probleem en eindigt met wat jullie willen houden.",
        [
            text(
                "De stappen zijn een gids. Je mag er een overslaan of herhalen. Bij elke stap staat een "
                "vraag om samen te bespreken.",
            )
        ],
        f"{TOOLBOX}actieleren-in-15-stappen/",
    ),
    _question(
        "waarom-actieleren",
        "Waarom zouden we gaan actieleren?",
        "Omdat de oplossing vaak al op de werkvloer is. En omdat meedenken mensen gezond houdt.",
        [
            bullets(
                "De mensen die het werk doen, weten vaak wat helpt.",
                "Wie betrokken is, blijft gezonder in het werk.",
                "Het leidt altijd tot een verbetering, groot of klein.",
                intro="Er zijn drie redenen:",
            )
        ],
        f"{TOOLBOX}drie-redenen/",
    ),
    _question(
        "wordt-het-geen-chaos",
        "Wordt het geen chaos met zoveel mensen aan tafel?",
        "Dat kan gebeuren. Spreek daarom spelregels af voordat je begint.",
        [
            text(
                "Met veel mensen nemen vlotte praters het snel over. En naast feiten komen er ook "
                "gevoelens op tafel. Dat mag.",
                "Met een paar afspraken komt iedereen aan het woord. We hebben er tien voor je op een "
                "rij gezet.",
            )
        ],
        f"{TOOLBOX}tien-spelregels/",
    ),
    _question(
        "wie-moeten-er-meedoen",
        "Wie moeten er meedoen?",
        "Iedereen die nodig is, en iedereen die er iets van merkt. Van burger tot bestuurder.",
        [
            text("Zoek aan het begin goed uit wie dat zijn. Stel deze vragen:"),
            bullets(
                "Wie is nodig om iets te veranderen?",
                "Wie kan er iets van merken?",
                "Wat kan ieder bijdragen vanuit de eigen rol?",
                "Wie kan meedoen aan een experiment?",
                "Voor wie pakt het goed uit, en voor wie slecht?",
            ),
            text("Wie het raakt, praat mee. Ook als die niet bij elke bijeenkomst is."),
        ],
        RULES_OF_THUMB,
    ),
    _question(
        "wat-verstaan-jullie-onder-actieleren",
        "Wat verstaat het Actie Leer Netwerk onder actieleren?",
        "Samen en stap voor stap uitproberen wat een urgent probleem oplost. Goed voorbereid, met "
        "iedereen die het raakt.",
        [
            text(
                "Er zijn veel ideeën over actieleren. Het netwerk heeft een eigen visie. Daarin tellen "
                "drie dingen: het probleem heeft haast, je doet het samen, en je weet wat er al bekend "
                "is.",
                'In de <a href="/gereedschap/">toolbox</a> vind je informatie, hulpmiddelen en tips.',
            )
        ],
        VISION,
    ),
    _question(
        "verschil-met-design-thinking",
        "Wat is het verschil met design thinking?",
        "Design thinking kan een stap zijn in een traject. Actieleren duurt langer en gebeurt in je "
        "dagelijkse werk.",
        [
            text(
                "Bij actieleren is er haast met het probleem. Je probeert uit in het echte werk, met "
                "iedereen die het raakt. Daarna stel je bij. Dat duurt een paar maanden.",
            )
        ],
        VISION,
    ),
    _question(
        "waar-komt-deze-aanpak-vandaan",
        "Waar komt deze aanpak vandaan?",
        "Het netwerk vergeleek veel omschrijvingen van actieleren. Daar maakte het een eigen "
        "omschrijving van.",
        [text("Een belangrijke bron was Reg Revans. Hij leefde van 1907 tot 2003.")],
        VISION,
    ),
    _question(
        "externe-begeleider-nodig",
        "Hebben we een begeleider van buiten nodig?",
        "Nee. Het kan een duw geven, maar de kracht komt uit jullie eigen team.",
        [
            text(
                "Een begeleider kan vooral helpen bij het begin, of als het vastloopt. Vraag je dan "
                "steeds af: wat kunnen wij zelf? Zo leert het team.",
            )
        ],
        f"{TOOLBOX}vier-misverstanden/",
    ),
]
