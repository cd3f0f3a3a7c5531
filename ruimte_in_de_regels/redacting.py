# SPDX-License-Identifier: EUPL-1.2
"""What of a public text may give somebody away, which rules take it out, and what changed since."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from typing import Any

from django.db.models import Model

from netwerk.hints import recognisable
from netwerk.hints.hint import Hint, marked, without_overlap
from netwerk.models import Organisation, Province, Region

from .models import TEXTS, Publication, Redaction

Pieces = list[tuple[str, Hint | None]]
_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class Suggestion:
    """Words of the public text that may give somebody away, and what they may be."""

    found: str
    reason: str
    label: str


@dataclass(frozen=True)
class Change:
    """A piece of a text: the same as before, new, or gone."""

    text: str
    how: str = ""
    """`new`, `gone`, or nothing for what stayed."""


class Looker:
    """Looks with what the portal knows of organisations and places, read once."""

    def __init__(self) -> None:
        self.organisations = list(Organisation.objects.values_list("name", flat=True))
        named = [*Region.objects.exclude(province="").values_list("name", flat=True), *Province.labels]
        self.places = [str(name) for name in named]

    def marks(self, text: str) -> list[Hint]:
        """Return what may give somebody away."""
        return recognisable.find(text, self.organisations, self.places)

    def marked(self, text: str, rules: Iterable[Redaction] = ()) -> Pieces:
        """Return the text in pieces: marked is what may give somebody away, and what rules took out."""
        taken = [
            Hint(rule.reason, *match.span())
            for rule in rules
            for match in recognisable.whole_words(rule.found).finditer(text)
        ]
        return marked(text, without_overlap([*self.marks(text), *taken]))

    def suggestions(self, publication: Publication) -> list[Suggestion]:
        """Return what may give somebody away in the public text, each words once."""
        found: dict[str, Suggestion] = {}
        for text in publication.texts().values():
            for mark in self.marks(text):
                words = text[mark.start : mark.end]
                found.setdefault(words.lower(), Suggestion(words, mark.kind, mark.label))
        return list(found.values())


def applied(texts: Mapping[str, str], rules: Iterable[Redaction]) -> dict[str, str]:
    """Return the texts with every rule applied, the longest words first."""
    ordered = sorted(rules, key=lambda rule: -len(rule.found))
    return {name: _apply(text, ordered) for name, text in texts.items()}


def _apply(text: str, rules: Iterable[Redaction]) -> str:
    for rule in rules:
        # As a function: what comes instead is never read as a pattern.
        text = recognisable.whole_words(rule.found).sub(partial(_instead, rule.instead), text)
    return text


def _instead(words: str, match: re.Match[str]) -> str:
    """Return the words that come instead, with a capital where a sentence begins."""
    before = match.string[: match.start()].rstrip(" ")
    begins = not before or before[-1] in ".!?\n"
    return words[:1].upper() + words[1:] if begins else words


def leaks(publication: Publication) -> list[Redaction]:
    """Return the rules whose words stand in the text (again)."""
    whole = "\n".join(publication.texts().values())
    rules = publication.redactions.select_related("author")
    return [rule for rule in rules if recognisable.whole_words(rule.found).search(whole)]


def changes(before: Any, now: Model, names: Iterable[str] = TEXTS) -> list[tuple[str, list[Change]]]:
    """Return what differs from an earlier text, part by part; a part that stayed the same is left out.

    Args:
        before: the text as it was: by name of the field, or as an earlier version.
        now: the text as it is.
        names: the fields to compare.
    """
    found = []
    for name in names:
        old = before.get(name, "") if isinstance(before, Mapping) else getattr(before, name)
        new = getattr(now, name)
        if old != new:
            label = str(getattr(now._meta.get_field(name), "verbose_name", name))
            found.append((label, _changes(_WORDS.findall(old), _WORDS.findall(new))))
    return found


def _changes(old: list[str], new: list[str]) -> list[Change]:
    found: list[Change] = []
    for how, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            found.append(Change("".join(new[c:d])))
            continue
        found += [
            Change("".join(words), kind) for words, kind in ((old[a:b], "gone"), (new[c:d], "new")) if words
        ]
    return found
