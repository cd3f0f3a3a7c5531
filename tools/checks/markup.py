# SPDX-License-Identifier: EUPL-1.2
"""Do the tags of every template balance?

A template is read twice: once with the first branch of every `if`, once with the last. Both
readings must close what they open, in the right order.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from django.template.base import Lexer, TokenType

from tools.checks.files import shown, templates

VOID = set("area base br col embed hr img input link meta source track wbr".split())
BRANCHES = ("if", "ifchanged", "for")
OTHERWISE = ("elif", "else", "empty")
VERBATIM = re.compile(r"{%\s*(verbatim|comment)\b.*?%}.*?{%\s*end\1\s*%}", re.DOTALL)


class Balance(HTMLParser):
    """Keeps the tags that are open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, int]] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag."""
        if tag not in VOID:
            self.open.append((tag, self.getpos()[0]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Leave `<path/>` as it is: it opens nothing."""

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost tag, which must be this one."""
        if tag in VOID:
            self.wrong.append(f"line {self.getpos()[0]}: </{tag}> cannot be closed")
        elif self.open and self.open[-1][0] == tag:
            self.open.pop()
        else:
            inner = f"<{self.open[-1][0]}> of line {self.open[-1][1]}" if self.open else "nothing"
            self.wrong.append(f"line {self.getpos()[0]}: </{tag}> closes {inner}")


def problems() -> Iterator[str]:
    """Yield every tag that is not closed, or closed where nothing was open."""
    for path in templates():
        source = path.read_text()
        found = [problem for last in (False, True) for problem in unbalanced(source, last=last)]
        yield from (f"{shown(path)}: {problem}" for problem in dict.fromkeys(found))


def unbalanced(source: str, *, last: bool) -> list[str]:
    """Return what does not balance in one reading of a template."""
    parser = Balance()
    parser.feed(reading(source, last=last))
    parser.close()
    return [*parser.wrong, *(f"line {line}: <{tag}> is never closed" for tag, line in parser.open)]


def reading(source: str, *, last: bool) -> str:
    """Return the markup of one reading; line numbers stay as they were."""
    source = VERBATIM.sub(lambda match: "\n" * match[0].count("\n"), source)
    kept: list[str] = []
    # For each open branch: is this part of it read?
    reads: list[bool] = []
    for token in Lexer(source).tokenize():
        words = token.contents.split()
        if token.token_type == TokenType.BLOCK and words:
            _follow(words[0], reads, last=last)
        if token.token_type == TokenType.TEXT and all(reads):
            kept.append(token.contents)
        else:
            kept.append("\n" * token.contents.count("\n"))
            # What a variable yields is text; in an attribute it must leave something behind.
            if token.token_type == TokenType.VAR and all(reads):
                kept.append("x")
    return "".join(kept)


def _follow(tag: str, reads: list[bool], *, last: bool) -> None:
    if tag in BRANCHES:
        # Read last: a branch without `else` is then not read at all. A loop is always read.
        reads.append(tag == "for" or not last)
    elif tag in OTHERWISE and reads:
        reads[-1] = last and tag != "empty"
    elif tag.startswith("end") and tag[3:] in BRANCHES and reads:
        reads.pop()
