# SPDX-License-Identifier: EUPL-1.2
"""The six themes. Names come from the network; the explanations are ours."""

from portal.starter.pages import StarterPage, heading, text, ticks

OVERVIEW = StarterPage(
    "/themas/",
    "ThemeIndexPage",
    "Thema’s",
    {
        "lead": "Nieuwe mensen werven is niet genoeg. Daarom werken we aan zes thema’s. Elk thema heeft een "
        "vraag: hoe lukt het wél?",
    },
    [
        heading("Waarom deze zes?"),
        text(
            "Wie alleen werft, vult een emmer met een gat. Mensen gaan ook weer weg, of werken minder dan ze "
            "willen. Daarom kijken we naar het hele werk.",
            "Alles wat we doen, hoort bij een of meer thema’s. Zo vind je snel wat bij jouw vraag past.",
        ),
    ],
)


def _theme(name: str, slug: str, lead: str, about: str, examples: tuple[str, ...]) -> StarterPage:
    body = [heading("Waar gaat het over?"), text(about), ticks(*examples)]
    return StarterPage(f"/themas/{slug}/", "ThemePage", name, {"lead": lead, "theme": slug}, body)


THEMES = [
    _theme(
        "Arbeidsinnovatie",
        "arbeidsinnovatie",
        "Werk kan vaak anders. Met een slim hulpmiddel, of met een andere verdeling van taken. Hier "
        "zoeken we uit wat echt helpt.",
        "Nieuw werk begint vaak klein. Een team probeert iets uit en kijkt of het tijd of rust oplevert.",
        (
            "Techniek die het werk lichter maakt.",
            "Taken anders verdelen in een team.",
            "Werk dat past bij wie het doet.",
            "Nieuwe functies.",
        ),
    ),
    _theme(
        "Uitstroom beperken",
        "uitstroom-beperken",
        "Veel mensen kiezen voor de zorg. Maar ze moeten ook willen blijven. Hier zoeken we uit wat "
        "mensen houdt.",
        "Weggaan begint vaak al vroeg. Het helpt om op tijd te vragen hoe het gaat.",
        (
            "Een goede start voor wie nieuw is.",
            "Begeleiding die doorgaat.",
            "Leidinggevenden die luisteren.",
            "Meepraten over het werk.",
        ),
    ),
    _theme(
        "Werken naar talent",
        "werken-naar-talent",
        "Iedereen kan iets goed. Toch vindt niet elk talent een plek. Hier zoeken we uit hoe dat wel lukt.",
        "Een vacature vraagt vaak veel tegelijk. Soms past een mens wel, als je het werk anders knipt.",
        (
            "Instappen zonder het juiste papier.",
            "Mens en werk goed bij elkaar zoeken.",
            "Kijken naar wat iemand kan.",
            "Werk op maat maken.",
        ),
    ),
    _theme(
        "Meer uren werken",
        "meer-uren-werken",
        "Soms wil iemand best meer werken. Maar het rooster past niet, of het loont te weinig. Hier "
        "zoeken we samen uit wat helpt.",
        "Vraag niet of iemand méér wil werken. Vraag hoeveel uur bij iemand past, en wat er in de weg zit.",
        (
            "Contracten die passen bij het leven.",
            "Roosters waar je zelf over meepraat.",
            "Werk op twee plekken combineren.",
            "Weten wat je overhoudt.",
        ),
    ),
    _theme(
        "Gezond werken",
        "gezond-werken",
        "Zorgen voor een ander lukt alleen als je zelf gezond blijft. Hier zoeken we uit wat werk "
        "plezierig houdt.",
        "Druk werk is niet altijd te voorkomen. Wel kun je samen kijken wat het zwaar maakt.",
        (
            "Minder werkdruk.",
            "Minder ziek thuis.",
            "Veilig je werk kunnen doen.",
            "Genoeg rust en energie.",
        ),
    ),
    _theme(
        "Leven lang ontwikkelen",
        "leven-lang-ontwikkelen",
        "Je bent nooit uitgeleerd. Maar leren moet wel passen in je werk. Hier zoeken we uit hoe dat kan.",
        "Leren gebeurt op school en op het werk. Het beste gaat het als die twee samen optrekken.",
        (
            "Leren tijdens het werk.",
            "Overstappen uit een ander vak.",
            "Laten zien wat je al kunt.",
            "Stages die voor iedereen passen.",
        ),
    ),
]
