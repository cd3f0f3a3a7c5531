# SPDX-License-Identifier: EUPL-1.2
"""What may lead to a person, an organisation or a place in a text for the public. Hints: a person decides.

Besides what `netwerk.hints.personal` finds: places, organisations by their kind of name or because the portal
knows them, and functions that few people have. Pure; what the portal knows is given.
"""

import re
from collections.abc import Collection, Iterator

from . import personal
from .hint import Hint, without_overlap

PERSON, ORGANISATION, PLACE, FUNCTION = "person", "organisation", "place", "function"

RARE_FUNCTIONS = (
    "bestuursvoorzitter",
    "bestuurssecretaris",
    "geneesheer-directeur",
    "eerste geneeskundige",
    "burgemeester",
    "wethouder",
    "rector",
    "lector",
    "hoogleraar",
    "klinisch geneticus",
    "klinisch fysicus",
    "perfusionist",
    "verpleegkundig specialist acute zorg",
    "arts voor verstandelijk gehandicapten",
    "specialist ouderengeneeskunde",
    "medisch milieukundige",
    "imam",
    "gebarentolk",
    "orthoptist",
    "podotherapeut",
    "huidtherapeut",
    "optometrist",
    "kaderhuisarts",
    "forensisch arts",
    "zorgbestuurder",
)
"""Functions of which an organisation has one, or the country few; by hand, and never complete."""

_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
_NAME = rf"{_CAPITAL}[\w'’]*[a-zà-öø-ÿ][\w'’]*(?:[- ]{_CAPITAL}[\w'’]+)*"
_PLACE = re.compile(rf"\b(?:in|te|uit|rond|nabij|regio|gemeente|provincie)\s+(?P<what>{_NAME})")
_ORGANISATION = re.compile(
    r"\b(?:[Ss]tichting|[Vv]ereniging|[Zz]orggroep|[Zz]iekenhuis|[Vv]erpleeghuis|[Hh]ogeschool|[Uu]niversiteit|"
    rf"ROC|[Ww]oonzorgcentrum|[Tt]huiszorg)\s+(?:[Dd]e\s+|[Hh]et\s+)?{_NAME}"
)
_FUNCTION = re.compile(rf"\b(?:{'|'.join(RARE_FUNCTIONS)})\b", re.IGNORECASE)
_NO_PLACE = frozenset("nederland europa zorg welzijn januari februari maart april mei juni".split()) | {
    "juli", "augustus", "september", "oktober", "november", "december",
}  # fmt: skip


def find(text: str, organisations: Collection[str] = (), places: Collection[str] = ()) -> list[Hint]:
    """Return what may give somebody away, in order, none overlapping.

    Args:
        text: what the public would read.
        organisations: names that the portal knows.
        places: names of regions and provinces that the portal knows.
    """
    found = [*_patterns(text), *_known(text, organisations, ORGANISATION), *_known(text, places, PLACE)]
    found += [
        Hint(PLACE if hint.kind == "address" else PERSON, hint.start, hint.end)
        for hint in personal.find(text)
    ]
    return without_overlap(found)


def _patterns(text: str) -> Iterator[Hint]:
    for match in _PLACE.finditer(text):
        if match["what"].lower() not in _NO_PLACE:
            yield Hint(PLACE, *match.span("what"))
    for kind, pattern in ((ORGANISATION, _ORGANISATION), (FUNCTION, _FUNCTION)):
        for match in pattern.finditer(text):
            yield Hint(kind, *match.span())


def _known(text: str, names: Collection[str], kind: str) -> Iterator[Hint]:
    for name in names:
        for match in whole_words(name).finditer(text):
            yield Hint(kind, *match.span())


def whole_words(words: str) -> re.Pattern[str]:
    """Return a pattern for these very words, in small or large letters, not as a part of others."""
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
