# SPDX-License-Identifier: EUPL-1.2
"""Controls of our own: cards to choose from, a date in three fields, and several files at once."""

from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from netwerk.dates import MONTHS

DATE_PARTS = ("dag", "maand", "jaar")


class CardsMixin:
    """Choices as cards: a hint per choice, and one, two or three columns on a wide screen."""

    def __init__(
        self, *args: Any, hints: Mapping[str, str] | None = None, columns: int = 1, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.hints = dict(hints or {})
        self.columns = columns

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """What the template draws, with the number of columns."""
        context = super().get_context(name, value, attrs)  # type: ignore[misc]
        context["widget"]["columns"] = self.columns
        return context

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """One choice, with its hint."""
        option = super().create_option(name, value, *args, **kwargs)  # type: ignore[misc]
        option["hint"] = self.hints.get(str(value), "")
        return option


class RadioCards(CardsMixin, forms.RadioSelect):
    """One answer out of a few."""


class CheckCards(CardsMixin, forms.CheckboxSelectMultiple):
    """Any number of answers out of a few."""


class PlainSelect(forms.Select):
    """A list to choose from, drawn in one go: the filters of a queue have a hundred options together.

    Django's own draws each option with two templates. Groups of options are not drawn.
    """

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Return the list with its options; what was chosen is matched as text, as Django does."""
        chosen = set(self.format_value(value))
        options = "".join(
            f'<option value="{escape(code)}"{" selected" if code in chosen else ""}>{escape(label)}</option>'
            for code, label in ((str(code), str(label)) for code, label in self.choices)
        )
        given = flatatt(self.build_attrs(self.attrs, attrs))
        return format_html('<select name="{}"{}>{}</select>', name, given, mark_safe(options))  # noqa: S308


class DateInput3(forms.MultiWidget):
    """A date in three text fields, easier to type and to read out than a calendar."""

    template_name = "forms/widgets/date3.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        part = forms.TextInput({"class": "input", "inputmode": "numeric", "autocomplete": "off"})
        super().__init__({name: part for name in DATE_PARTS}, attrs)

    def decompress(self, value: Any) -> list[Any]:
        """The three parts of a date that was kept before."""
        if isinstance(value, date):
            return [value.day, value.month, value.year]
        return [None, None, None]


class DateField3(forms.Field):
    """A date from three fields; takes "3", "12", "2026" and also "3", "dec", "2026"."""

    widget = DateInput3
    default_error_messages = {
        "digits": "Schrijf de datum in cijfers, zoals 27 9 2026.",
        "year": "Schrijf het jaar met vier cijfers, zoals 2026.",
        "no_such_day": "Deze datum bestaat niet. Kijk de dag en de maand na.",
        "incomplete": "Vul ook %(missing)s in.",
    }

    def clean(self, value: Any) -> date | None:
        """The date, or none when the three fields are empty."""
        parts = [str(part or "").strip() for part in (value or ["", "", ""])]
        if not any(parts):
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        missing = [
            f"de {n}" if n != "jaar" else "het jaar" for n, p in zip(DATE_PARTS, parts, strict=True) if not p
        ]
        if missing:
            raise ValidationError(
                self.error_messages["incomplete"],
                code="incomplete",
                params={"missing": " en ".join(missing)},
            )
        result = self._date(*parts)
        self.run_validators(result)
        return result

    def _date(self, day: str, month: str, year: str) -> date:
        number = _month_number(month)
        if not (day.isdecimal() and number and year.isdecimal()):
            raise ValidationError(self.error_messages["digits"], code="digits")
        if len(year) != 4:
            raise ValidationError(self.error_messages["year"], code="year")
        try:
            return date(int(year), number, int(day))
        except ValueError as error:
            raise ValidationError(self.error_messages["no_such_day"], code="no_such_day") from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether other parts were sent than the form showed."""
        before = DateInput3().decompress(initial)
        return [str(p or "") for p in before] != [str(p or "").strip() for p in data or [""] * 3]


def _month_number(text: str) -> int:
    """The month as a number, from digits or from (the start of) its name; 0 when it is neither."""
    if text.isdecimal():
        return int(text)
    found = [n for n, name in enumerate(MONTHS, 1) if len(text) >= 3 and name.startswith(text.lower())]
    return found[0] if len(found) == 1 else 0


class ManyField(forms.ModelMultipleChoiceField):
    """Any number of rows; a number too large for the database is a wrong answer, not a broken page."""

    def clean(self, value: Any) -> Any:
        """The chosen rows."""
        try:
            return super().clean(value)
        except OverflowError as error:
            params = {"value": "?"}
            raise ValidationError(self.error_messages["invalid_choice"], "invalid_choice", params) from error


class MultiFileInput(forms.FileInput):
    """A file input that takes several files at once."""

    allow_multiple_selected = True


class MultiFileField(forms.FileField):
    """Several files; the cleaned value is a list, empty when nothing was chosen."""

    widget = MultiFileInput
    default_error_messages = {"too_many": "Kies hoogstens %(count)s bestanden."}

    def __init__(self, *args: Any, max_count: int = 5, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.max_count = max_count

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Each file checked as one file would be."""
        files = [item for item in (data if isinstance(data, list | tuple) else [data]) if item]
        if not files:
            super().clean(None, initial)  # complains when the field is required
            return []
        if len(files) > self.max_count:
            params = {"count": self.max_count}
            raise ValidationError(self.error_messages["too_many"], code="too_many", params=params)
        return [super(MultiFileField, self).clean(item, initial) for item in files]
