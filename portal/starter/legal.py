# SPDX-License-Identifier: EUPL-1.2
"""The starting texts on privacy and accessibility. True for this software; an organisation adds its own."""

from portal.starter.pages import StarterPage, heading

PRIVACY = StarterPage(
    "/privacy/",
    "StandardPage",
    "Privacy",
    {"lead": "We vragen alleen wat nodig is. Hier lees je wat we bewaren, waarom en hoelang."},
    [
        heading("Als je alleen leest"),
        (
            "text",
            "<p>We zetten geen cookies en volgen je niet. Alles op deze site komt van onze eigen server. "
            "Er gaat niets naar andere bedrijven.</p>",
        ),
        heading("Als je een knelpunt meldt"),
        (
            "text",
            "<p>Tijdens het invullen gebruiken we één cookie, om je antwoorden bij elkaar te houden. "
            "Een melding die je niet verstuurt, verwijderen we na 7 dagen.</p>"
            "<p>Je naam, e-mailadres en telefoonnummer hoef je niet te geven. Geef je ze wel? "
            "Dan staan ze apart van je melding. Een medewerker kan ze alleen openen als dat nodig is. "
            "Dat leggen we vast.</p>"
            "<p>Een ministerie krijgt jouw naam alleen als jij dat goed vindt. "
            "We zetten een casus pas op de site als niemand erin te herkennen is.</p>",
        ),
        (
            "note",
            {
                "tone": "warning",
                "title": "Geen gegevens van anderen",
                "text": "Schrijf geen namen op van cliënten of collega’s.",
            },
        ),
        heading("Hoelang we gegevens bewaren"),
        (
            "text",
            "<ul><li>Je contactgegevens: tot 12 maanden nadat je melding klaar is. Trok je de melding in? "
            "Dan tot een maand daarna. Verwezen we je door? Dan tot zes maanden daarna.</li>"
            "<li>Bestanden die je meestuurt: tot 30 dagen nadat je melding klaar is.</li>"
            "<li>Berichten tussen jou en ons: tot 24 maanden nadat je melding klaar is.</li>"
            "<li>Een melding die je niet verstuurt: zeven dagen.</li>"
            "<li>De melding zonder persoonsgegevens: zo lang de kennis nuttig is.</li>"
            "<li>De tekst van mails: tot de mail verstuurd is.</li></ul>",
        ),
        heading("Als je een account hebt"),
        (
            "text",
            "<p>We bewaren je naam, je e-mailadres en hoe je inlogt. "
            "Als je bent ingelogd, gebruiken we een cookie om je te herkennen.</p>",
        ),
        heading("Jouw rechten"),
        (
            "text",
            "<p>Je mag vragen welke gegevens we van je hebben. Je mag ze laten verbeteren of verwijderen. "
            "Je melding kun je altijd zelf intrekken via je geheime link.</p>"
            "<p>Ben je het niet met ons eens? Dan kun je een klacht indienen bij de "
            "Autoriteit Persoonsgegevens.</p>",
        ),
    ],
)
ACCESSIBILITY = StarterPage(
    "/toegankelijkheid/",
    "StandardPage",
    "Toegankelijkheid",
    {"lead": "Iedereen moet deze site kunnen gebruiken. Hier lees je hoe ver we zijn."},
    [
        heading("Wat we doen"),
        (
            "text",
            "<p>We bouwen en testen naar de norm WCAG 2.2, niveau AA. "
            "Bij elke wijziging kijkt een programma alle pagina’s na. "
            "We letten op toetsenbord, schermlezer, contrast en kleine schermen.</p>",
        ),
        heading("Wat nog niet gedaan is"),
        (
            "text",
            "<p>Er is nog geen onderzoek gedaan door een onafhankelijk bureau. "
            "Daarom staat hier nog geen officiële toegankelijkheidsverklaring. "
            "We weten dus niet zeker dat alles voor iedereen goed werkt.</p>",
        ),
        heading("Werkt iets niet voor jou?"),
        (
            "text",
            "<p>Vertel het ons. Schrijf erbij om welke pagina het gaat en wat je probeerde te doen. "
            "We helpen je verder en lossen het probleem op als dat kan.</p>",
        ),
    ],
)
