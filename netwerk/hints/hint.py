# SPDX-License-Identifier: EUPL-1.2
"""A hint: a place in a text, and what it may tell. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

PERSONAL = {
    "bsn": "een burgerservicenummer",
    "iban": "een rekeningnummer",
    "email": "een e-mailadres",
    "phone": "een telefoonnummer",
    "address": "een adres",
    "born": "een geboortedatum",
    "client": "een gegeven van een cliënt",
    "name": "een naam",
}
RECOGNISABLE = {
    "person": "een persoon",
    "organisation": "een organisatie",
    "place": "een plek",
    "function": "een zeldzame functie",
}
LABELS = PERSONAL | RECOGNISABLE


@dataclass(frozen=True)
class Hint:
    """A place in a text that may tell who somebody is. `start` and `end` count characters."""

    kind: str
    start: int
    end: int

    @property
    def label(self) -> str:
        """Return in Dutch what it may be."""
        return LABELS[self.kind]


def without_overlap(hints: Iterable[Hint]) -> list[Hint]:
    """Return hints in order; of those that overlap the first, and of those the longest."""
    kept: list[Hint] = []
    for hint in sorted(hints, key=lambda hint: (hint.start, -hint.end)):
        if not kept or hint.start >= kept[-1].end:
            kept.append(hint)
    return kept


def marked(text: str, hints: Iterable[Hint]) -> list[tuple[str, Hint | None]]:
    """Cut a text in pieces, each with the hint it is, or None for what lies between."""
    pieces: list[tuple[str, Hint | None]] = []
    at = 0
    for hint in hints:
        pieces += [(text[at : hint.start], None), (text[hint.start : hint.end], hint)]
        at = hint.end
    return [piece for piece in (*pieces, (text[at:], None)) if piece[0]]
