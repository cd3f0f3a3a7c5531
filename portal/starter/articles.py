# SPDX-License-Identifier: EUPL-1.2
"""Articles to begin with: our own advice, no news of others."""

from portal.starter.pages import StarterPage, bullets, heading, key_point, text

ARTICLES = [
    StarterPage(
        "/artikelen/een-regel-zit-in-de-weg/",
        "ArticlePage",
        "Een regel zit in de weg. Wat kun je zelf al doen?",
        {
            "kind": "handreiking",
            "lead": "Niet elke regel is een wet. Met vier vragen zie je vaak al waar de ruimte zit.",
            "source_note": "Geschreven door dit portaal.",
        },
        [
            heading("Stel eerst vier vragen"),
            bullets(
                "<b>Wie zegt dat het niet mag?</b> Vraag waar het staat.",
                "<b>Wie maakte de regel?</b> De wet, een verzekeraar, de cao of jullie zelf?",
                "<b>Wat beschermt de regel?</b> Er is bijna altijd een reden.",
                "<b>Wat wil je eigenlijk bereiken?</b> Misschien kan dat ook op een andere manier.",
            ),
            key_point("Een regel is zelden onzin. Vraag wat hij beschermt."),
            heading("Is het een regel van jullie zelf?"),
            text(
                "Dat komt vaak voor. Een eigen protocol of afspraak kun je samen veranderen. Praat met "
                "de mensen die hem maakten. Vraag wat er nodig is om iets anders te proberen.",
            ),
            heading("Kom je er niet uit?"),
            text(
                'Dan helpen wij je verder. <a href="/ruimte-in-de-regels/">Meld het knelpunt</a>. Je '
                "hoeft de wet "
                "niet te kennen. Je krijgt altijd antwoord.",
            ),
        ],
    ),
]
