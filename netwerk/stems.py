# SPDX-License-Identifier: EUPL-1.2
"""Words and stems of Dutch text: the same for what is searched and for what is asked. Pure."""

import re
import threading
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"[a-z0-9]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_STOP = frozenset(
    "aan al als bij dan dat de der des deze die dit door een en er geen had heb hebben heeft hem het hij "
    "hoe hun ik in is je jij jullie kan kun kunnen maar me met mij moet na naar niet nog nu of om onder ons "
    "ook op over te tegen toch toe tot u uit van veel voor waar wat we wel werd wie wij worden wordt zal ze "
    "zich zij zijn zo zou".split()
)
"""Words that say nothing about what somebody looks for."""
_stemmers = threading.local()


def fold(text: str) -> str:
    """Return text in lower case, without accents and apostrophes: financiële and financiele are one word."""
    decomposed = unicodedata.normalize("NFKD", text.lower().replace("\u2019", "").replace("'", ""))
    # Only what is not ASCII is looked at sign by sign: of Dutch text that is one in a hundred.
    return _NOT_ASCII.sub(_without_accent, decomposed)


def _without_accent(found: re.Match[str]) -> str:
    return "".join(char for char in found[0] if not unicodedata.combining(char))


def words(text: str) -> list[str]:
    """Return the folded words of a text, in order, without those that say nothing."""
    return [word for word in _WORD.findall(fold(text)) if word not in _STOP and len(word) > 1]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the Dutch stem of one folded word: ziekenhuizen and ziekenhuis share one."""
    if not hasattr(_stemmers, "dutch"):
        _stemmers.dutch = snowballstemmer.stemmer("dutch")
    return str(_stemmers.dutch.stemWord(word))


def stems(text: str) -> list[str]:
    """Return the stems of a text's words, in order."""
    return [stem(word) for word in words(text)]


def as_terms(found: Iterable[str]) -> str:
    """Return stems as one searchable text, with a space on both ends so that whole stems can be found."""
    return f" {' '.join(found)} "


def words_with_stems(text: str) -> list[tuple[str, str]]:
    """Cut a text in pieces as it is written, each with its stem; what lies between words has none."""
    pieces = re.split(r"([\w'\u2019]+)", text)
    return [(piece, stem(fold(piece)) if number % 2 else "") for number, piece in enumerate(pieces) if piece]
