# SPDX-License-Identifier: EUPL-1.2
"""The start of Ruimte in de Regels. Its steps and terms stand in `portal.pages.desk_texts`."""

from portal.starter.pages import Block, StarterPage


def _question(question: str, answer: str) -> Block:
    return ("question", {"question": question, "answer": f"<p>{answer}</p>"})


LANDING = StarterPage(
    "/ruimte-in-de-regels/",
    "DeskLandingPage",
    "Ruimte in de Regels",
    {
        "lead": "Wil je het werk anders doen, maar zit een regel in de weg? Meld het. "
        "Wij zoeken uit wat er echt moet en wie het kan oplossen.",
    },
    [
        _question(
            "Wie ziet mijn melding?",
            "Alleen het team van Ruimte in de Regels. Je werkgever ziet niets. "
            "Een ministerie krijgt de casus zonder jouw naam.",
        ),
        _question(
            "Kan ik melden zonder mijn naam?",
            "Ja. Je krijgt dan alleen een kenmerk en een link. Bewaar die goed, want we kunnen je niet "
            "mailen.",
        ),
        _question(
            "Verandert de regel dan ook?",
            "Soms. Het kan ook zijn dat er al ruimte is. "
            "Verandert een ministerie de regel niet? Dan vragen we waarom, en dat lees je terug.",
        ),
        _question(
            "Hoelang bewaren jullie mijn gegevens?",
            "Je naam en e-mailadres verwijderen we 12 maanden nadat je melding klaar is. "
            '<a href="/privacy/">Lees hoe we met je gegevens omgaan</a>.',
        ),
    ],
)
