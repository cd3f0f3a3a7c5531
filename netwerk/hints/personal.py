# SPDX-License-Identifier: EUPL-1.2
"""Hints of personal data in a text: names, numbers, addresses. Pure, and only hints: a person decides.

Rules over a model: what is marked can be explained to the writer, and nothing leaves the server. The
recall is measured on sixty fictional texts (`tests/netwerk/personal_texts.py`).
"""

import re
from collections.abc import Callable, Iterator

from .first_names import ALSO_WORDS, FIRST_NAMES
from .hint import Hint, without_overlap

_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
_WORD = rf"{_CAPITAL}[a-zà-öø-ÿ'’]+(?:-{_CAPITAL}?[a-zà-öø-ÿ]+)*"
_BETWEEN = (
    r"(?:[Vv]an\s+(?:de|den|der|het|'t)|[Vv]an|[Dd]e\s+la|[Dd]e|den|der|ten|ter|te|'t|el|al|"
    r"op\s+de|in\s+'t|bin|ben)"
)
_SURNAME = rf"(?:{_BETWEEN}\s+)?{_WORD}(?:-{_WORD})?"
_FULL = rf"(?:{_CAPITAL}\.\s?)*{_SURNAME}(?:\s+{_SURNAME})?"
_TITLE = (
    r"(?:[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Mm]eneer|[Mm]ijnheer|[Dd]hr\.?|[Dd]e heer|[Dd]okter|[Dd]r\.|"
    r"[Dd]rs\.|[Zz]uster|[Bb]roeder|[Jj]uf|[Mm]eester|[Oo]om|[Tt]ante|[Oo]pa|[Oo]ma)"
)
_ROLE = (
    r"(?:collega'?s?|cli[eë]nte?|pati[eë]nte?|bewoner|bewoonster|leerling|stagiaire?|studente?|manager|"
    r"leidinggevende|teamleider|begeleider|begeleidster|directeur|bestuurder|docente?|mentor|zoon|dochter|"
    r"broer|zus|moeder|vader|buurman|buurvrouw|vrijwilliger|verpleegkundige|zorgmanager|wijkverpleegkundige)"
)
_NAMED = r"(?:heet|heette|genaamd|naam is|noemen we|spreek met|vraag naar|groet(?:en)?,?|mvg,?|namens)"
_MONTH = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
_DATE = rf"(?:\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:19|20)?\d{{2}}|\d{{1,2}}\s+{_MONTH}\s+(?:19|20)\d{{2}})"
_STREET = (
    r"(?:straat|laan|weg|plein|gracht|kade|singel|hof|dijk|pad|steeg|plantsoen|dreef|baan|wal|allee|boulevard|"
    r"straatje|veld|kamp|oord|erf|burg|meent)"
)

_PATTERNS: tuple[tuple[str, str], ...] = (
    ("email", r"[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+"),
    ("iban", r"\bNL\s?\d{2}\s?[A-Z]{4}(?:\s?\d){10}\b"),
    ("bsn", r"\b(?:bsn|BSN|[Bb]urgerservicenummer|[Ss]ofinummer)\W{0,3}(?:is\s+)?(?:\d[ .-]?){8,9}"),
    ("phone", r"(?<![\d])(?:\+31|0031|0)(?:[\s.()-]*\d){9}(?!\d)"),
    ("born", rf"\b(?:[Gg]eboren|[Gg]eb\.?|[Gg]eboortedatum)\W{{0,3}}(?:is\s+|op\s+)?{_DATE}"),
    ("born", r"\b\d{1,2}[-/.]\d{1,2}[-/.]19\d{2}\b"),
    (
        "client",
        r"\b(?i:cli[eë]nt|pati[eë]nt|dossier|zorg|polis|personeels|leerling|student)(?:en)?\s?(?:nummer|nr\.?)"
        r"\W{0,3}(?:is\s+)?[A-Z]{0,3}[-]?\d[\d.-]{2,}",
    ),
    ("client", r"\b(?:[Kk]amer|[Aa]ppartement|[Ww]oning)\s+(?:nummer\s+)?\d{1,4}[a-zA-Z]?\b"),
    ("address", r"\b[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}\b"),
    ("address", rf"\b(?:{_CAPITAL}[\w.'’-]*\s+){{0,3}}{_CAPITAL}?\w*{_STREET}\s+\d{{1,4}}\s?[a-zA-Z]?\b"),
    ("name", rf"\b{_TITLE}\s+(?P<who>{_FULL})"),
    ("name", rf"\b{_TITLE}\s+{_CAPITAL}\.(?!\w)"),
    ("name", rf"(?i:\b{_ROLE}),?\s+(?P<who>{_FULL})"),
    ("name", rf"\b(?i:{_NAMED})\s+(?P<who>{_FULL})"),
    ("name", rf"\b(?:{_CAPITAL}\.\s?){{1,4}}{_SURNAME}"),
    ("name", rf"\b{_WORD}\s+{_BETWEEN}\s+{_WORD}"),
)
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS)
_ELEVEN = re.compile(r"(?<![\d+])\d(?:[ .-]?\d){7,8}(?!\d)")
_PERSON = re.compile(rf"\b({_WORD})(?=((?:\s+{_SURNAME})?))")

_NO_PERSON = frozenset(
    """
    raad ministerie wet stichting hogeschool universiteit gemeente provincie inspectie dienst college
    centrum vereniging bond commissie zuid noord oost west nederland bureau besluit regeling beleid hoofd
    staat minister kamer platform bank huis zorg inkoop verklaring kader protocol richtlijn afdeling team
    directie ruimte rechten kring netwerk instituut regio een het de dit deze die dat wij we ze zij als
    toen maar omdat volgens eerst daarna nu ook sinds tijdens voor naast onze ons mijn zonder alle
    iedereen niemand iemand alleen soms vaak dus want hier daar bij met uit van op in ik je jij hij
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag praktijkopleider verpleegkundige inspecteur
    mbo hbo vmbo cao uwv ggd igj nza vws ocw szw wlz wmo zvw big avg btw ggz vvt rivm
    januari februari maart april mei juni juli augustus september oktober november december
    """.split()
)


def find(text: str) -> list[Hint]:
    """Return the places that may hold personal data, in order, none overlapping."""
    found: list[Hint] = []
    for search in _SEARCHES:
        found.extend(search(text))
    return without_overlap(found)


def _patterns(text: str) -> Iterator[Hint]:
    for kind, pattern in _COMPILED:
        for match in pattern.finditer(text):
            if kind != "name" or _may_be_person(match):
                yield Hint(kind, *match.span())


def _may_be_person(match: re.Match[str]) -> bool:
    """Tell apart "Jan van Dijk" from "Raad van Bestuur": the words with a capital decide.

    Behind a title or a role ("mevrouw De Graaf") one such word is enough.
    """
    told = match.groupdict().get("who")
    found = told or match.group()
    known = [word.lower() in _NO_PERSON for word in re.findall(_WORD, found)]
    if not told and known and known[0]:
        return False
    return not all(known) or bool(re.search(rf"\b{_CAPITAL}\.", found))


def _citizen_numbers(text: str) -> Iterator[Hint]:
    """Find numbers that pass the test of eleven, as every burgerservicenummer does."""
    for match in _ELEVEN.finditer(text):
        digits = [int(char) for char in match.group() if char.isdigit()]
        digits = [0] * (9 - len(digits)) + digits
        weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
        total = sum(weight * digit for weight, digit in zip(weights, digits, strict=True))
        if any(digits) and total % 11 == 0:
            yield Hint("bsn", *match.span())


def _people(text: str) -> Iterator[Hint]:
    """Find known first names, with the surname behind them."""
    for match in _PERSON.finditer(text):
        word = match.group(1).lower()
        if word not in FIRST_NAMES:
            continue
        if word in ALSO_WORDS and (_begins_sentence(text, match.start()) and not match.group(2)):
            continue
        surname = match.group(2).split()
        alone = bool(surname) and surname[-1].lower() in _NO_PERSON
        yield Hint("name", match.start(), match.end(1) if alone else match.end(2))


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before or before[-1] in ".!?:\n"


_SEARCHES: tuple[Callable[[str], Iterator[Hint]], ...] = (_patterns, _citizen_numbers, _people)
