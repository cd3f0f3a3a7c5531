# SPDX-License-Identifier: EUPL-1.2
"""The table of a queue: columns from functions, rows that carry their lateness, and the common cells."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.admin.ui.tables import Column, Table

from netwerk.dates import date_text, local_date
from netwerk.templatetags.netwerk import pill

from .case_screen import Term


class DeskColumn(Column):
    """A column whose cell comes from a function; the first of its row can be the row's heading."""

    header_template_name = "netwerk/desk/column_header.html"

    def __init__(
        self, label: str, show: Callable[[Any], object], *, sort_key: str = "", css: str = ""
    ) -> None:
        super().__init__(sort_key or label, label=label, accessor=show, sort_key=sort_key or None)
        self.css = css

    @property
    def is_heading(self) -> bool:
        """Whether the cell names its row."""
        return self.css == "heading"

    def render_cell_html(self, instance: Any, parent_context: Any) -> SafeString:
        """Return the cell. Written here and not in a template: a page has two hundred of them."""
        value = self.get_value(instance)
        if self.is_heading:
            return format_html('<th scope="row">{}</th>', value)
        if self.css:
            return format_html('<td data-label="{}" class="{}">{}</td>', self.label, self.css, value)
        return format_html('<td data-label="{}">{}</td>', self.label, value)


class QueueTable(Table):
    """The table of a queue: rows carry their lateness, and become cards on a small screen."""

    template_name = "netwerk/desk/table.html"

    def __init__(self, *args: Any, caption: str = "", row_class: Callable[[Any], str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.desk_caption = caption
        self.row_class = row_class

    def get_row_classname(self, instance: Any) -> str:
        """Return the mark of a row that is late or due."""
        return self.row_class(instance)


def pick_cell(row: Any) -> SafeString:
    """Return the box with which a row is chosen; it belongs to the form below the table."""
    return format_html(
        '<label class="pick"><input type="checkbox" name="dossier" value="{}" form="bulk">'
        '<span class="visually-hidden">Kies {}</span></label>',
        row.pk,
        row.reference,
    )


def term_cell(term: Term | None, due: date | None) -> SafeString | str:
    """Return the cell of a deadline: words in colour, and the date below."""
    if term is None:
        return format_html('<span class="muted">{}</span>', "Geen")
    label = pill(term.label, term.tone, term.icon, mini=True)
    return format_html("{}<small>{}</small>", label, short_date(due)) if due else label


def title_cell(row: Any, url: str) -> SafeString:
    """Return the cell with the title as link; themes and sectors below, and the team's own labels."""
    title = format_html('<a href="{}">{}</a><small>{}</small>', url, row.title, ", ".join(row.places))
    if not row.tags:
        return title
    return format_html("{}{}", title, minis([(tag, "neutral", "hash", "") for tag in row.tags]))


def state_cell(row: Any) -> SafeString:
    """Return the cell with the state."""
    state = row.state_info
    return pill(state.label, state.tone, state.icon, mini=True)


def person_cell(row: Any) -> str | SafeString:
    """Return the cell with who works on it."""
    if row.assignee:
        return str(row.assignee)
    return format_html('<span class="muted">{}</span>', "Niemand")


def short_date(value: date | datetime) -> str:
    """Return a day for a narrow column: without the year when it is this year."""
    day = local_date(value)
    return date_text(day).removesuffix(f" {timezone.localdate().year}")


def day_cell(value: date | datetime) -> SafeString:
    """Return the cell of a day."""
    return format_html('<time datetime="{}">{}</time>', local_date(value).isoformat(), short_date(value))


def minis(labels: Sequence[tuple[str, str, str, str]]) -> SafeString:
    """Return small labels in a row: (word, tone, icon, more for screen readers)."""
    parts = (
        (
            pill(word, tone, icon, mini=True),
            format_html('<span class="visually-hidden">: {}</span> ', more) if more else " ",
        )
        for word, tone, icon, more in labels
    )
    return format_html('<span class="minis">{}</span>', format_html_join("", "{}{}", parts))
