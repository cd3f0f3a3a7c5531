# SPDX-License-Identifier: EUPL-1.2
"""Bars, laid out for `components/bars.html`. Pure.

Widths are percentages, and words stand above and behind the bars, so that letters stay as large as those of
the page on any screen. A chart has a table beneath it that says the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass

LINE, BAR, GAP = 24, 20, 12
"""Heights in pixels: of the words, of one bar with its space, and of the space below a row."""
WIDEST = 70
"""Percent that the longest bar takes; the rest is for its number."""


@dataclass(frozen=True)
class Bar:
    """One bar: its width in percent, its place, its number in words; perhaps the second of its row."""

    width: str
    top: int
    baseline: int
    words: str
    second: bool = False


@dataclass(frozen=True)
class Row:
    """The words above, and the bars."""

    text: str
    baseline: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Chart:
    """A chart of bars that lie down, with what it says in one sentence."""

    title: str
    description: str
    rows: tuple[Row, ...]
    height: int


def bars(title: str, description: str, rows: Sequence[tuple[str, Sequence[tuple[int | None, str]]]]) -> Chart:
    """Return a chart. A number that is not told has no bar, but words all the same.

    Args:
        title: what it shows.
        description: what can be seen in it.
        rows: the words of each row, and its numbers, each with how it reads.
    """
    most = max((number or 0 for _, numbers in rows for number, _ in numbers), default=0) or 1
    found, top = [], 0
    for text, numbers in rows:
        shapes = []
        for place, (number, words) in enumerate(numbers):
            width, at = f"{(number or 0) * WIDEST / most:.1f}", top + LINE + place * BAR
            shapes.append(Bar(width, at, at + 13, words, place > 0))
        found.append(Row(text, top + LINE - 7, tuple(shapes)))
        top += LINE + len(numbers) * BAR + GAP
    return Chart(title, description, tuple(found), top)
