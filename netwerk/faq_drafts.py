# SPDX-License-Identifier: EUPL-1.2
"""A draft of a frequent question, made from a dossier. The site registers here how it makes one.

Products hand down what the question says; who keeps the pages decides how it looks and whether it appears.
"""

from collections.abc import Callable
from dataclasses import dataclass

from .models import User


@dataclass(frozen=True)
class Draft:
    """What a question says, in words that may be public, and below which theme it belongs."""

    question: str
    short_answer: str
    paragraphs: tuple[str, ...] = ()
    theme: str = ""
    """Slug of a theme; empty for the whole network."""
    subject: str = "netwerk"


class NoPlace(Exception):
    """There is no list of questions to put the draft in."""


Maker = Callable[[Draft, User | None], int]
"""Makes an unpublished page and returns its key. Raises NoPlace."""
_makers: list[Maker] = []


def register(maker: Maker) -> None:
    """Say how drafts are made. Raises ValueError when that was said before."""
    if _makers:
        raise ValueError("how drafts of questions are made was registered already")
    _makers.append(maker)


def make(draft: Draft, by: User | None) -> int:
    """Make the draft and return the key of its page. Raises NoPlace when the site keeps no questions."""
    if not _makers:
        raise NoPlace
    return _makers[0](draft, by)
