# SPDX-License-Identifier: EUPL-1.2
"""Fixed texts of the start of action learning. They are the method itself, not news."""

MOVES = [
    {"title": "Uitproberen", "text": "Kies een oplossing en probeer die klein uit."},
    {"title": "Reflecteren", "text": "Kijk samen terug. Voor wie werkte het, en voor wie niet?"},
    {"title": "Verbeteren", "text": "Pas het aan, breid het uit of stop ermee. En begin opnieuw."},
]
FITS = [
    {"text": "Het probleem is urgent, en een kant-en-klaar antwoord is er niet."},
    {"text": "Het gaat over hoe jullie werken: gewoontes, methodes, afspraken of omgang."},
    {"text": "Jullie kunnen er minstens drie maanden voor nemen."},
    {"text": "Iedereen die ermee te maken heeft, kan meedoen. Ook cliënten."},
]
FITS_NOT = [
    {"text": "Jullie weten al wat er moet gebeuren. Doe het dan gewoon.", "no": True},
    {
        "text": "Een wet of regel houdt jullie tegen.",
        "no": True,
        "href": "/ruimte-in-de-regels/",
        "link_text": "Meld het bij Ruimte in de Regels",
    },
]
FORMS = [
    {
        "icon": "users-group",
        "title": "Gezamenlijk leren",
        "text": "Met iedereen tegelijk: een werkconferentie, een hackathon of een inspiratiesessie.",
    },
    {
        "icon": "users",
        "title": "Taakleren",
        "text": "In een kleine groep van vijf tot zeven mensen. Die werkt een oplossing uit.",
    },
    {
        "icon": "user-search",
        "title": "Individueel leren",
        "text": "Zelf iets uitzoeken, lezen, je verdiepen of een experiment leiden.",
    },
]
