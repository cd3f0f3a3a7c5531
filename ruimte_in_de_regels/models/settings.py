# SPDX-License-Identifier: EUPL-1.2
"""How long each step may take: one row that the coordinator can change."""

from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models


def _term(label: str, default: int, most: int = 200) -> models.PositiveSmallIntegerField:
    limits = (MinValueValidator(1), MaxValueValidator(most))
    return models.PositiveSmallIntegerField(label, default=default, validators=limits)


class DeskTerms(models.Model):
    """The terms of this desk. The defaults are our own proposals; the first is a practice of the NZa."""

    first_contact = _term("Eerste contact met de melder (werkdagen)", 5)
    intake = _term("Beslissen over een melding (werkdagen)", 10)
    reporter_answers = _term("Antwoord van de melder op een vraag (werkdagen)", 15)
    analysis = _term("Contextanalyse (weken)", 6)
    statement = _term("Probleemstelling (weken)", 2)
    acknowledge = _term("Ontvangst door een ministerie of andere partij (werkdagen)", 10)
    answer = _term("Antwoord van een ministerie of andere partij (weken)", 8)
    extension = _term("Uitstel voor een ministerie of andere partij (weken)", 4)
    chase_percent = _term("Herinnering als zoveel procent van de termijn voorbij is", 75, 100)
    chase_backup = _term("Naar de vervanger: zo lang na de termijn (werkdagen)", 5)
    chase_coordinator = _term("Naar de coördinator: zo lang na de termijn (werkdagen)", 10)
    feedback = _term("Terugkoppeling na de uitkomst (werkdagen)", 5)
    silence = _term("Zo lang mag een melder zonder nieuws zijn (weken)", 6)
    aftercare = _term("Navraag: werkt het nu? (maanden)", 6)
    reading = _term("Meelezen met de openbare tekst (werkdagen)", 10)
    comparable = _term("Zo veel organisaties moeten erop lijken (herkenbaarheid)", 5)
    shown_from = _term("Zo vaak moet iets spelen voordat de site het telt", 5)
    evaluation = _term("Bericht voor het eind van een experiment (maanden)", 6)

    class Meta:
        verbose_name = "termijnen"
        verbose_name_plural = "termijnen"
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="rir_one_row_of_terms")]

    def __str__(self) -> str:
        return "termijnen"

    @classmethod
    def current(cls) -> Self:
        """Return the terms as they are now; the defaults as long as nobody changed any."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)
