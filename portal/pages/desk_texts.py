# SPDX-License-Identifier: EUPL-1.2
"""Fixed texts of the desk's start page. The terms are those of the desk itself."""

FACTS = [
    {"icon": "clock", "text": "Ongeveer 5 minuten"},
    {"icon": "user-off", "text": "Zonder account"},
    {"icon": "eye-off", "text": "Zonder naam mag ook"},
]
GOOD_TO_KNOW = [
    {"text": "Je hoeft de wet of regel niet te kennen."},
    {"text": "Je krijgt altijd antwoord, ook als er geen ruimte is."},
    {"text": "Schrijf geen namen of gegevens op van cliënten of collega’s.", "no": True, "icon": "hand-stop"},
]
STEPS = [
    {
        "title": "Je krijgt een bevestiging",
        "text": "Met een kenmerk en een eigen link. Daarmee volg je je melding.",
        "term": "Direct",
    },
    {
        "title": "Een adviseur leest mee",
        "text": "We nemen contact met je op. Soms hebben we een vraag.",
        "term": "Binnen 5 werkdagen",
    },
    {
        "title": "Wij zoeken uit wat er speelt",
        "text": "Is het een wet, een afspraak of een gewoonte? Wie maakte de regel en waarom?",
        "term": "Binnen 6 weken",
    },
    {
        "title": "We kijken wie het kan oplossen",
        "text": "Soms mag het al, of kunnen jullie het zelf veranderen. "
        "Als het nodig is, vragen we het aan VWS, OCW of SZW.",
        "term": "Ministerie: 8 weken",
    },
    {
        "title": "Je hoort de uitkomst",
        "text": "Je leest wat het voor jou betekent. Na een half jaar vragen we of het nu werkt.",
        "term": "",
    },
]
BELONGS = [
    {"text": "Een regel houdt een nieuwe manier van werken tegen."},
    {"text": "Het gaat om werk in zorg, welzijn of onderwijs."},
    {"text": "Je weet niet zeker of de regel echt bestaat."},
]
ELSEWHERE = [
    {"text": "Klacht over zorg: ga naar de klachtenfunctionaris van je zorgaanbieder.", "no": True},
    {"text": "Ruzie met je werkgever: praat met je vakbond of een vertrouwenspersoon.", "no": True},
    {"text": "Vraag over tarieven: ga naar de zorgverzekeraar of de NZa.", "no": True},
]
