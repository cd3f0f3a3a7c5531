# SPDX-License-Identifier: EUPL-1.2
"""The suitability check: seven questions, and what each answer advises. Pure data and one function."""

from collections.abc import Mapping
from dataclasses import dataclass

YES, NO, UNSURE = "ja", "nee", "weet-niet"
ANSWERS = ((YES, "Ja"), (NO, "Nee"), (UNSURE, "Weet ik niet"))
STOP, ELSEWHERE, WARN, FITS = "stop", "elders", "let-op", "past"
"""How it ends, from hard to soft. With the first two no project begins."""


@dataclass(frozen=True)
class Question:
    """One question, the answer that does not fit, and what we then advise."""

    code: str
    text: str
    hint: str
    wrong: str
    effect: str
    title: str
    advice: str
    href: str
    link_text: str


# fmt: off
# ruff: noqa: E501 (a question reads best on one line)
QUESTIONS = (
    Question("acuut", "Is het acuut of levensbedreigend?", "Moet er vandaag of morgen iets gebeuren?", YES, STOP,
             "Grijp nu in", "Gevaar kan niet wachten. Doe eerst wat nodig is, op de gewone manier of met spoed. Actieleren kan daarna.",
             "/vragen/wanneer-past-actieleren/", "Lees wanneer actieleren past"),
    Question("tijd", "Kunnen jullie er minstens drie maanden voor nemen?", "Zo lang duurt het om uit te proberen, terug te kijken en bij te sturen.", NO, STOP,
             "Kies iets lichters", "In minder dan drie maanden wordt het geen actieleren. Maak de vraag kleiner, of kies een hulpmiddel dat sneller klaar is.",
             "/gereedschap/", "Kies een hulpmiddel uit de toolbox"),
    Question("urgent", "Is het urgent, en is er nog geen kant-en-klaar antwoord?", "Weten jullie al wat er moet gebeuren? Antwoord dan nee.", NO, ELSEWHERE,
             "Doe het gewoon", "Is het antwoord er al? Begin dan. Kijk eerst of een ander het al deed.",
             "/koplopers/overzicht/", "Zoek bij de Koplopers"),
    Question("invloed", "Gaat het over jullie eigen manier van werken?", "Zoals gewoontes, methodes, afspraken of hoe je met elkaar omgaat. Dat kunnen jullie zelf veranderen.", NO, ELSEWHERE,
             "Misschien zit een regel in de weg", "Kunnen jullie er zelf niets aan doen? Dan is het vaak een regel of een afspraak van een ander.",
             "/ruimte-in-de-regels/", "Meld het bij Ruimte in de Regels"),
    Question("iedereen", "Doen mensen uit alle lagen mee, ook cliënten?", "Van burger tot bestuurder: iedereen die nodig is, of er iets van merkt.", NO, WARN,
             "Haal iedereen erbij", "Zonder de mensen om wie het gaat, mis je de helft. Maak een lijst van wie nodig is.",
             "/gereedschap/vijf-vuistregels/", "Bekijk de vijf vuistregels"),
    Question("cultuur", "Mag je bij jullie vragen stellen en fouten maken?", "Actieleren lukt alleen als een mislukte proef ook telt.", NO, WARN,
             "Maak het eerst veilig", "Praat vooraf over hoe jullie met elkaar omgaan. Daar zijn spelregels voor.",
             "/gereedschap/tien-spelregels/", "Bekijk de tien spelregels"),
    Question("ruimte", "Geeft het bestuur tijd en ruimte om te proberen?", "Mensen hebben er werktijd voor nodig.", NO, WARN,
             "Overtuig je bestuur", "Vraag vooraf om tijd en ruimte. Drie redenen helpen je bij dat gesprek.",
             "/gereedschap/drie-redenen/", "Bekijk de drie redenen"),
)
# fmt: on


@dataclass(frozen=True)
class Outcome:
    """What came of the check: how it ends, and the questions whose advice counts."""

    result: str
    advice: tuple[Question, ...]

    @property
    def may_start(self) -> bool:
        """Whether a project may begin: it fits, or there is only something to mind."""
        return self.result in (WARN, FITS)


def judge(answers: Mapping[str, str]) -> Outcome:
    """Return what the answers advise; the hardest effect wins. Not knowing is something to mind.

    Raises:
        KeyError: a question has no answer.
    """
    hit: list[tuple[str, Question]] = []
    for question in QUESTIONS:
        answer = answers[question.code]
        if answer == question.wrong:
            hit.append((question.effect, question))
        elif answer == UNSURE:
            hit.append((WARN, question))
    order = (STOP, ELSEWHERE, WARN, FITS)
    result = min((effect for effect, _ in hit), key=order.index, default=FITS)
    return Outcome(result, tuple(question for effect, question in hit if effect == result))
