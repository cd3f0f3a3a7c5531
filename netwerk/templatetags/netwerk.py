# SPDX-License-Identifier: EUPL-1.2
"""Template tags that every template has at hand: icons, labels, dates and form fields.

This module is a template builtin, so it is loaded in every process at once: it stays light and
asks the database nothing.
"""

from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from django import template
from django.forms import BaseForm
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from netwerk.calendar import working_days_between
from netwerk.dates import date_text, datetime_text, local_date
from netwerk.icons import ICONS
from netwerk.renderers import ErrorLine, dress, error_lines

register = template.Library()

TONES = frozenset({"progress", "info", "success", "warning", "danger"})
SOON = 5  # working days: from here on a deadline asks for attention
NEARLY_OVER = 0.75  # part of the whole term, the second reason to ask for attention


@cache
def _icon(name: str) -> SafeString:
    if name not in ICONS:
        return mark_safe("")  # the word beside it carries the meaning
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        static("img/icons.svg"),
        name,
    )


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon from the sprite, hidden for screen readers; nothing when the name is unknown."""
    return _icon(name)


@lru_cache(maxsize=1024, typed=True)  # typed: a label that was marked safe is another one than the same words
def pill(label: str, tone: str = "neutral", icon_name: str = "", mini: bool = False) -> SafeString:
    """A label with word, icon and tone; never colour alone. `mini` is the dense form for the team."""
    base = "mini" if mini else "status"
    css = f"{base} {base}--{tone}" if tone in TONES else base
    return format_html('<span class="{}">{}{}</span>', css, _icon(icon_name), label)


@register.simple_tag
def status_label(subject: Any, mini: bool = False) -> SafeString:
    """The label of a state, or of a thing that knows its own state as `state_info`."""
    state = getattr(subject, "state_info", subject)
    if not getattr(state, "label", ""):
        return mark_safe("")
    tone, icon_name = getattr(state, "tone", ""), getattr(state, "icon", "")
    return pill(state.label, tone, icon_name, mini)


def _term_words(days: int, due: date, today: date) -> str:
    if days == 0:
        return "Vandaag"
    if days == 1:
        return "Nog 1 werkdag"
    weeks = (due - today).days // 7
    return f"Nog {days} werkdagen" if weeks < 3 else f"Over {weeks} weken"


@register.simple_tag
def deadline_label(
    due: date | datetime | None,
    now: date | datetime | None = None,
    start: date | datetime | None = None,
    mini: bool = False,
) -> SafeString:
    """How much time is left until `due`: words first, amber when it is close, red when it is late.

    Close is five working days or less, or three quarters of the term since `start`.
    """
    if due is None:
        return mark_safe("")
    due_day, today = local_date(due), local_date(now or timezone.now())
    if due_day < today:
        return pill("Te laat", "danger", "clock-exclamation", mini)
    days = working_days_between(today, due_day)
    close = days <= SOON
    if start is not None and not close:
        begin = local_date(start)
        close = (today - begin).days >= NEARLY_OVER * (due_day - begin).days
    tone, icon_name = ("warning", "hourglass-high") if close else ("neutral", "calendar")
    return pill(_term_words(days, due_day, today), tone, icon_name, mini)


@register.simple_tag
def nl_date(value: date | datetime | None) -> SafeString:
    """A day as `<time>`: "3 december 2026"; nothing when there is no day."""
    if not value:
        return mark_safe("")
    machine = local_date(value).isoformat()
    return format_html('<time datetime="{}">{}</time>', machine, date_text(value))


@register.simple_tag
def nl_datetime(value: datetime | None) -> SafeString:
    """A moment as `<time>` in local time: "3 december 2026, 15.30 uur"."""
    if not value:
        return mark_safe("")
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    machine = local.isoformat(timespec="minutes")
    return format_html('<time datetime="{}">{}</time>', machine, datetime_text(value))


@register.filter
def nl_date_text(value: date | datetime | None) -> str:
    """The same day without markup, for mail and for attributes."""
    return date_text(value) if value else ""


@register.simple_tag
def theme_tag(theme: Any, href: str = "") -> SafeString:
    """The tag of a theme in its own colour: a link when `href` is given."""
    inner = format_html("{}{}", _icon(theme.icon), theme.name)
    if href:
        return format_html('<a class="tag theme-{}" href="{}">{}</a>', theme.slug, href, inner)
    return format_html('<span class="tag theme-{}">{}</span>', theme.slug, inner)


@register.filter
def cover_url(theme_slug: str, pk: int) -> str:
    """The cover for a card without a photo; chosen by its number, so that it never changes."""
    return static(f"img/omslag-{theme_slug}-{pk % 3 + 1}.svg")


@register.filter
def thousands(value: int) -> str:
    """A whole number with points, as written in Dutch: 3000 becomes "3.000"."""
    return f"{value:,}".replace(",", ".")


@register.filter
def dressed(form: BaseForm) -> BaseForm:
    """The same form in the design of the site; for forms of libraries, which bring their own look."""
    return dress(form)


@register.filter(name="error_lines")
def error_lines_filter(form: BaseForm | None) -> list[ErrorLine]:
    """The lines of the error summary of `form`; none when it is not filled in or has no errors."""
    return error_lines(form) if form and form.is_bound else []
