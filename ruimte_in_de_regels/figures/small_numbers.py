# SPDX-License-Identifier: EUPL-1.2
"""Numbers that everybody may read: none so small that it points to somebody, none to be worked out. Pure.

Nothing is hidden of a nought: it points to nobody.
"""

from collections.abc import Sequence

Hidden = int | None
"""A number, or None where it may not be told."""


def told(number: int, least: int) -> Hidden:
    """Return a number; None when it is small, but not nought."""
    return number if number == 0 or number >= least else None


def parts(numbers: Sequence[int], least: int) -> list[Hidden]:
    """Return the parts of a whole that is told too.

    What is hidden would follow from the whole and the rest. So more is hidden, the smallest first, until
    together it is no small number any more.
    """
    shown = [told(number, least) for number in numbers]
    _hide_more(numbers, shown, least)
    return shown


def crossed(rows: Sequence[Sequence[int]], least: int) -> list[list[Hidden]]:
    """Return a table of which the totals of rows and columns are told too.

    As `parts`, for each row and each column, until nothing more has to be hidden.
    """
    shown = [parts(row, least) for row in rows]
    before: list[list[Hidden]] = []
    while shown != before:
        before = [list(row) for row in shown]
        for row, line in zip(rows, shown, strict=True):
            _hide_more(row, line, least)
        for column in range(len(rows[0]) if rows else 0):
            upright = [line[column] for line in shown]
            _hide_more([row[column] for row in rows], upright, least)
            for line, number in zip(shown, upright, strict=True):
                line[column] = number
    return shown


def _hide_more(numbers: Sequence[int], shown: list[Hidden], least: int) -> None:
    while any(shown):
        hidden = [number for number, kept in zip(numbers, shown, strict=True) if kept is None]
        if not 0 < sum(hidden) < least:
            return
        smallest = min(number for number in shown if number)
        shown[shown.index(smallest)] = None
