# SPDX-License-Identifier: EUPL-1.2
"""The base of every form on the site: accessible by itself, and clear when something is wrong."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import (
    MaxLengthValidator,
    MinLengthValidator,
    ProhibitNullCharactersValidator,
)
from django.forms.renderers import BaseRenderer
from django.forms.utils import pretty_name

from netwerk.renderers import ErrorLine, PortalFormRenderer, error_lines
from netwerk.text import too_many

DASHES = "---------"  # django.db.models.fields.BLANK_CHOICE_DASH
BLANK = "Maak een keuze"


def quoted(label: str) -> str:
    """The label as it stands in a sentence."""
    return f"‘{label.strip()}’"


class TooLong(MaxLengthValidator):
    """Says how much must go, instead of how long the text is."""

    def __init__(self, limit: int, label: str) -> None:
        super().__init__(limit)
        self.label = label

    def __call__(self, value: str) -> None:
        """Refuse a text above the limit."""
        extra = too_many(value, int(self.limit_value))
        if extra <= 0:
            return
        count = "1 teken" if extra == 1 else f"{extra} tekens"
        message = f"Maak je tekst korter bij {quoted(self.label)}. Je hebt {count} te veel."
        raise ValidationError(message, code="max_length")


def _too_short(field: forms.CharField, label: str) -> MinLengthValidator:
    message = f"Vertel iets meer bij {quoted(label)}. Schrijf minstens {field.min_length} tekens."
    return MinLengthValidator(field.min_length, message)


def _no_null(label: str) -> ProhibitNullCharactersValidator:
    return ProhibitNullCharactersValidator(
        f"Er stond een onleesbaar teken in {quoted(label)}. We haalden het weg. "
        "Kijk de tekst na en verstuur hem nog een keer."
    )


def _validators(field: forms.CharField, label: str) -> list[Any]:
    """The field's validators, with those that speak of lengths and null bytes in our words."""
    ours: list[Any] = []
    for validator in field.validators:
        if isinstance(validator, MaxLengthValidator):
            ours.append(TooLong(int(validator.limit_value), label))
        elif isinstance(validator, MinLengthValidator):
            ours.append(_too_short(field, label))
        elif isinstance(validator, ProhibitNullCharactersValidator):
            ours.append(_no_null(label))
        else:
            ours.append(validator)
    return ours


def _messages(kind: type, label: str) -> dict[str, str]:
    """The sentences for what can be wrong with this kind of field."""
    name = quoted(label)
    required = f"Kies een antwoord bij {name}." if issubclass(kind, forms.ChoiceField) else f"Vul {name} in."
    if label.endswith("?") and not issubclass(kind, forms.ChoiceField):
        required = f"Beantwoord de vraag {name}"
    if issubclass(kind, forms.BooleanField):
        required = f"Zet een vinkje bij {name}."
    messages = {"required": required}
    if issubclass(kind, forms.ChoiceField):
        messages["invalid_choice"] = f"Kies een van de antwoorden bij {name}."
        messages["invalid_list"] = messages["invalid_choice"]
    elif issubclass(kind, forms.EmailField):
        messages["invalid"] = "Vul een e-mailadres in, zoals naam@voorbeeld.nl."
    elif issubclass(kind, forms.URLField):
        messages["invalid"] = "Vul een heel webadres in, zoals https://www.voorbeeld.nl."
    elif issubclass(kind, forms.IntegerField | forms.DecimalField):
        messages["invalid"] = f"Vul bij {name} een getal in, zoals 12."
        whole = name.replace("%", "%%")
        messages["min_value"] = f"Vul bij {whole} een getal in van minstens %(limit_value)s."
        messages["max_value"] = f"Vul bij {whole} een getal in van hoogstens %(limit_value)s."
    elif issubclass(kind, forms.FileField):
        messages["required"] = f"Kies een bestand bij {name}."
        messages["empty"] = "Dit bestand is leeg. Kies een ander bestand."
        messages["invalid"] = messages["missing"] = "Het bestand kwam niet aan. Kies het opnieuw."
    return messages


def _name_the_blank(field: forms.Field) -> None:
    """Give the empty line of a drop-down words; Django's own is a row of dashes."""
    if isinstance(field, forms.ModelChoiceField):
        if field.empty_label == DASHES:
            field.empty_label = BLANK
    elif isinstance(field, forms.ChoiceField):
        choices = list(cast(Iterable[Any], field.choices))
        if choices and choices[0] == ("", DASHES):
            field.choices = [("", BLANK), *choices[1:]]


@lru_cache(maxsize=2048)
def _sentences(kind: type, label: str) -> tuple[tuple[str, str, Any], ...]:
    """Return for each thing that can be wrong: its code, our sentence, and what Django would say.

    Kept, because a page makes the same fields again and again.
    """
    defaults: dict[str, Any] = {}
    for ancestor in reversed(kind.__mro__):
        defaults.update(getattr(ancestor, "default_error_messages", {}))
    return tuple((code, ours, defaults.get(code)) for code, ours in _messages(kind, label).items())


def speak_dutch(field: forms.Field, name: str) -> None:
    """Give a field our sentences, except where the form wrote its own."""
    label = str(field.label or pretty_name(name))
    kind: type = type(field)
    for code, ours, default in _sentences(kind, label):
        current = field.error_messages.get(code)
        if current is None or current is default or str(current) == str(default):
            field.error_messages[code] = ours
    if isinstance(field, forms.CharField):
        field.validators = _validators(field, label)
    _name_the_blank(field)


class PortalFormMixin:
    """What makes a form ours: the design, no browser checks, errors in plain Dutch.

    A form may give its own `error_messages`; those win. Text comes in with single line ends, so
    that `max_length` counts what the reader sees.
    """

    default_renderer: BaseRenderer | type[BaseRenderer] | None = PortalFormRenderer
    use_required_attribute = False
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            speak_dutch(field, name)

    @property
    def error_summary(self) -> list[ErrorLine]:
        """Every error with the id of its control, for the summary on top of the page."""
        return error_lines(self) if self.is_bound else []  # type: ignore[attr-defined,arg-type]


class PortalForm(PortalFormMixin, forms.Form):
    """A form of the site."""


class PortalModelForm(PortalFormMixin, forms.ModelForm):
    """A form of the site over one model; it validates, and an action saves."""
