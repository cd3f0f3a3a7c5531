# SPDX-License-Identifier: EUPL-1.2
"""What plain Dutch is, as measures over texts: of pages, of templates and of code."""

import ast
import re
from collections.abc import Iterable, Iterator
from html import unescape

import textstat

MEAN, LONGEST, EASE = 12, 20, 60
JARGON = re.compile(
    r"\b(?:u|uw|betreffende|verstrekken|creëren|relevant\w*|prioriteit\w*|indien|teneinde|middels|dient te|"
    r"inzake|conform|stakeholder\w*|implement\w*|faciliteren|klik hier|echter|reeds|tevens|alvorens|derhalve|"
    r"omtrent|gelieve|desbetreffende|voornoemde|ten behoeve van|ten aanzien van|bewerkstelligen|mits|tenzij|"
    r"d\.m\.v|m\.b\.t|t\.a\.v|t\.b\.v)\b",
    re.IGNORECASE,
)
# Hardly any Dutch sentence can do without one of these.
_DUTCH = re.compile(
    r"\b(?:de|het|een|je|jij|jouw|jullie|we|wij|ons|onze|is|zijn|niet|geen|en|of|van|voor|met|op|bij|naar|uit|"
    r"er|dit|dat|die|deze|wat|wie|waar|hoe|nog|ook|te|kan|kun|kunnen|moet|mag|wil|staat|kies|vul|heb|hebt|heeft)\b",
    re.IGNORECASE,
)
# What is told to a developer is English.
_ENGLISH = re.compile(r"\b(?:the|a|an|are|not|cannot|must|this|missing)\b|\b(?:SELECT|OR|AND|THEN|ROW)\b")
_NAME = "naam"
"""Stands where a name, a number or a day comes when the text is read: one word."""
# Tags that show nothing by themselves, and what keeps the texts before and after it apart.
_SILENT = r"{% (?:load|csrf_token|icon|wagtailuserbar|(?:end)?with|(?:end)?autoescape)\b.*?%}"
_APART = r"{% (?:end)?(?:block|slot|component|include|include_block|extends)\b.*?%}"
_INLINE = r"a|abbr|b|bdi|code|em|i|kbd|mark|small|span|strong|sub|sup|svg|time|use|wbr"


def sentences(found: Iterable[str]) -> list[str]:
    """The sentences; a paragraph, heading or item ends one too."""
    parts: list[str] = []
    for text in found:
        plain = unescape(re.sub(r"</(?:p|li|h3)>", ".\n", text))
        plain = re.sub(r"<[^>]+>", "", plain)
        parts += re.split(r"(?<=[.?!])\s+|\n", plain)
    return [part.strip() for part in parts if len(part.split()) > 1]


def ended(found: Iterable[str]) -> list[str]:
    """The sentences, each with an end: the measure counts sentences by their points."""
    return [
        sentence if sentence[-1] in ".?!" else f"{sentence.rstrip(':;')}." for sentence in sentences(found)
    ]


def ease(found: Iterable[str]) -> float:
    """The Flesch-Douma score of the texts together: higher is easier, sixty is plain."""
    textstat.set_lang("nl")
    return textstat.flesch_reading_ease(" ".join(ended(found)))


def too_long(found: Iterable[str]) -> list[str]:
    """The sentences with more words than a sentence may have."""
    return [sentence for sentence in sentences(found) if len(sentence.split()) > LONGEST]


def mean(found: Iterable[str]) -> float:
    """How many words a sentence has on average."""
    lengths = [len(sentence.split()) for sentence in sentences(found)]
    return sum(lengths) / max(len(lengths), 1)


def is_dutch(text: str) -> bool:
    """Whether a text is a piece of Dutch of three words or more, and not a name, an address or a query."""
    return len(text.split()) >= 3 and bool(_DUTCH.search(text)) and not _ENGLISH.search(text)


# --- Templates ---------------------------------------------------------------------------------


def of_template(source: str) -> list[str]:
    """Every text that stands in a template, each branch of a choice included; what varies is one word."""
    source = re.sub(r"{#.*?#}|{% comment.*?endcomment %}", "", source, flags=re.DOTALL)
    source = re.sub(r"<(script|style)\b.*?</\1>", "", source, flags=re.DOTALL)
    found = [text for tag in re.findall(r"{[%{].*?[%}]}", source) for text in _handed_on(tag)]
    branches = 1 + len(re.findall(r"{% (?:elif|else|empty)\b", source))
    for number in range(branches):
        found += _lines(_read(source, number))
    return list(dict.fromkeys(found))


def _handed_on(tag: str) -> list[str]:
    # What is handed to a part of a page: {% include … with text="…" %}.
    return [text for text in re.findall(r'"([^"]*)"', tag) if is_dutch(text)]


_CHOICE = re.compile(r"{% (if|for)\b.*?%}((?:(?!{% (?:if|for)\b).)*?){% end\1 %}", re.DOTALL)


def _read(source: str, number: int) -> str:
    """The template as somebody reads it for whom every choice falls on the branch with this number."""

    def chosen(match: re.Match[str]) -> str:
        parts = re.split(r"{% (?:elif|else|empty)\b.*?%}", match.group(2))
        return parts[min(number, len(parts) - 1)]

    changed = 1
    while changed:
        source, changed = _CHOICE.subn(chosen, source)
    return source


def _lines(html: str) -> Iterator[str]:
    html = re.sub(r"</(\w+)>\s*(?=<\1\b)", "<br>", re.sub(_APART, "<br>", html))
    html = re.sub(_SILENT + r"|{{[^}]*\|pluralize.*?}}", "", html)
    html = re.sub(r"{%.*?%}|{{.*?}}", _NAME, html)
    yield from re.findall(r'\b(?:aria-label|alt|title|placeholder)="([^"]+)"', html)
    html = re.sub(rf"</?(?:{_INLINE})\b[^>]*>", "", re.sub(r"\s+", " ", html))
    for line in re.split(r"<[^>]+>", html):
        if re.search(r"\w", line):
            yield unescape(line).strip()


# --- Code --------------------------------------------------------------------------------------


def of_code(source: str) -> list[str]:
    """Every piece of Dutch that stands in a module as a string; what is filled in is one word."""
    tree = ast.parse(source)
    skipped = _for_developers(tree) | _parts(tree)
    texts = [_text(node) for node in ast.walk(tree) if id(node) not in skipped]
    lines = [line for text in texts for line in (_lines(text) if "</" in text else [text])]
    return [line for line in lines if is_dutch(line)]


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else _NAME for part in node.values)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.sub(r"{[^}]*}|%\(\w+\)s|%[sd]", _NAME, node.value)
    return ""


def _for_developers(tree: ast.AST) -> set[int]:
    # A string that stands alone explains what it stands with.
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def _parts(tree: ast.AST) -> set[int]:
    joined = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    return {id(part) for node in joined for part in node.values}
