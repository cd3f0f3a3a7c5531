# SPDX-License-Identifier: EUPL-1.2
"""The table of a queue: columns from functions, rows that carry their lateness, and the common cells."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from html import escape
from typing import Any

from django.utils import timezone
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.admin.ui.tables import Column, Table

from netwerk.dates import date_text, local_date
from netwerk.templatetags.netwerk import pill

from .case_screen import PAUSED, Term


class DeskColumn(Column):
    """A column whose cell comes from a function; the first of its row can be the row's heading."""

    header_template_name = "netwerk/desk/column_header.html"

    def __init__(self, label: str, show: Callable[[Any], Any], *, sort_key: str = "", css: str = "") -> None:
        super().__init__(sort_key or label, label=label, accessor=show, sort_key=sort_key or None)
        self._show = show
        if css == "heading":
            self._before, self._after = mark_safe('<th scope="row">'), mark_safe("</th>")
        else:
            mark = format_html(' class="{}"', css) if css else ""
            self._before, self._after = format_html('<td data-label="{}"{}>', label, mark), mark_safe("</td>")

    def cell(self, row: Any) -> str:
        """Return the cell of a row, escaped. Not from a template: a page has two hundred of them."""
        shown = self._show(row)
        return f"{self._before}{shown if isinstance(shown, SafeString) else escape(str(shown))}{self._after}"


def filled(pattern: str, *values: Any) -> SafeString:
    """Return a pattern with its values escaped, as `format_html` does without looking for lazy text.

    Nothing in a row is lazy, and a page has two hundred cells: looking costs more than the escaping.
    """
    shown = [value if isinstance(value, SafeString) else escape(str(value)) for value in values]
    return SafeString(pattern.format(*shown))


class QueueTable(Table):
    """The table of a queue: rows carry a mark such as their lateness, and become cards on a small screen."""

    template_name = "netwerk/desk/table.html"

    def __init__(self, *args: Any, caption: str = "", row_class: Callable[[Any], str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.desk_caption = caption
        self.row_class = row_class

    @property
    def body(self) -> SafeString:
        """The rows, with their marks."""
        columns = list(self.columns.values())
        rows = []
        for row in self.data:
            mark = self.row_class(row)
            head = f'<tr class="{conditional_escape(mark)}">' if mark else "<tr>"
            rows.append(f"{head}{''.join(column.cell(row) for column in columns)}</tr>\n")
        return mark_safe("".join(rows))  # noqa: S308 (every part was escaped by its column)


def pick_cell(row: Any) -> SafeString:
    """Return the box with which a row is chosen; it belongs to the form below the table."""
    return filled(
        '<label class="pick"><input type="checkbox" name="dossier" value="{}" form="bulk">'
        '<span class="visually-hidden">Kies {}</span></label>',
        row.pk,
        row.reference,
    )


def term_cell(term: Term | None, due: date | None) -> SafeString | str:
    """Return the cell of a deadline: words in colour, and the date below unless the clock stands still."""
    if term is None:
        return filled('<span class="muted">{}</span>', "Geen")
    label = pill(term.label, term.tone, term.icon, mini=True)
    return filled("{}<small>{}</small>", label, short_date(due)) if due and term is not PAUSED else label


def title_cell(row: Any, url: str) -> SafeString:
    """Return the cell with the title as link; themes and sectors below, and the team's own labels."""
    title = filled('<a href="{}">{}</a><small>{}</small>', url, row.title, ", ".join(row.places))
    if not row.tags:
        return title
    return filled("{}{}", title, minis((tag, "neutral", "hash", "") for tag in row.tags))


def state_cell(row: Any) -> SafeString:
    """Return the cell with the state, and below it when something last happened."""
    state = row.state_info
    label = pill(state.label, state.tone, state.icon, mini=True)
    return filled("{}<small>nieuws {}</small>", label, short_date(row.last_news_at))


def person_cell(row: Any) -> str | SafeString:
    """Return the cell with who works on it."""
    if row.assignee:
        return str(row.assignee)
    return filled('<span class="muted">{}</span>', "Niemand")


def short_date(value: date | datetime) -> str:
    """Return a day for a narrow column: without the year when it is this year."""
    day = local_date(value)
    return date_text(day).removesuffix(f" {timezone.localdate().year}")


def day_cell(value: date | datetime) -> SafeString:
    """Return the cell of a day."""
    return filled('<time datetime="{}">{}</time>', local_date(value).isoformat(), short_date(value))


def minis(labels: Iterable[tuple[str, str, str, str]]) -> SafeString:
    """Return small labels in a row: (word, tone, icon, more for screen readers)."""
    parts = [
        pill(word, tone, icon, mini=True)
        + (filled('<span class="visually-hidden">: {}</span> ', more) if more else SafeString(" "))
        for word, tone, icon, more in labels
    ]
    return SafeString(f'<span class="minis">{"".join(parts)}</span>')


REFERENCE = DeskColumn("Kenmerk", lambda row: row.reference, sort_key="kenmerk", css="nowrap")
STATE = DeskColumn("Status en nieuws", state_cell, sort_key="nieuws")
ARRIVED = DeskColumn("Binnen sinds", lambda row: day_cell(row.created_at), sort_key="binnen")


def person_column(label: str = "Behandelaar") -> DeskColumn:
    """Return the column of who works on it."""
    return DeskColumn(label, person_cell)


def term_column(label: str = "Termijn") -> DeskColumn:
    """Return the column of the deadline, which `QueueView` gives each row as `term`."""
    return DeskColumn(label, lambda row: term_cell(row.term, row.due_at), sort_key="termijn", css="due")
