# SPDX-License-Identifier: EUPL-1.2
"""How a form of the site is drawn: own templates and own attributes for accessibility.

Only forms that ask for it wear the design. Wagtail's admin keeps Django's own widget templates,
because it styles and scripts those.
"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.template.loader import select_template

from netwerk.text import clean_input

# False leaves an attribute out. The server counts; a browser would cut a pasted text off unseen.
NO_HARD_STOPS = {"maxlength": False, "minlength": False}

# In place of Django's own list of rules, which says "u" and names rules that nobody can act on.
LENGTH_HINT = "Minstens 12 tekens. Een zin die je zelf bedenkt, is sterk en goed te onthouden."

# Fields to which a library gives no label, so that Django would show their English name.
FORGOTTEN_LABELS = {"name": "Naam"}


class PortalBoundField(BoundField):
    """A field with the attributes of the design: hint, error and counter are read out, in that order."""

    @property
    def data(self) -> Any:
        """What was sent, with line ends and odd control characters put right."""
        value = super().data
        if isinstance(value, str) and not isinstance(self.field.widget, forms.PasswordInput):
            return clean_input(value)
        return value

    def value(self) -> Any:
        """What the field shows; never a null byte, which no page may hold."""
        value = super().value()
        return value.replace("\x00", "") if isinstance(value, str) else value

    @property
    def max_length(self) -> int | None:
        """The most characters the field takes, when a counter belongs under it."""
        if isinstance(self.field.widget, forms.Textarea):
            return getattr(self.field, "max_length", None)
        return None

    @property
    def min_length(self) -> int | None:
        """The fewest characters the field takes, told under it."""
        return getattr(self.field, "min_length", None)

    @property
    def kind(self) -> str:
        """Which part of the field template draws it: choices, check, upload, group or plain."""
        widget = self.field.widget
        if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
            return "choices"
        if isinstance(widget, forms.CheckboxInput):
            return "check"
        if isinstance(widget, forms.FileInput):
            return "upload"
        return "group" if isinstance(widget, forms.MultiWidget) else "plain"

    @property
    def in_fieldset(self) -> bool:
        """Whether several controls share one question, so that it needs a legend."""
        return self.kind in {"choices", "group"}

    @property
    def is_radio(self) -> bool:
        """Whether one answer must be chosen; the group then carries required and invalid."""
        widget = self.field.widget
        return isinstance(widget, forms.RadioSelect) and not isinstance(widget, forms.CheckboxSelectMultiple)

    @property
    def first_id(self) -> str:
        """The id of the first control, to which the error summary links."""
        return f"{self.auto_id}_0" if self.in_fieldset else self.auto_id

    @property
    def description_ids(self) -> str:
        """The ids of hint, error and counter, in the order in which they are read out."""
        present = (
            ("helptext", self.help_text and self.kind != "check"),  # there it is part of the label
            ("error", self.errors),
            ("count", self.max_length),
        )
        return " ".join(f"{self.auto_id}_{part}" for part, there in present if there)

    def build_widget_attrs(self, attrs: dict[str, Any], widget: Any = None) -> dict[str, Any]:
        """The attributes of the control; the browser's own checks and hard stops stay off."""
        widget = widget or self.field.widget
        attrs = {**super().build_widget_attrs(attrs, widget), **NO_HARD_STOPS}
        attrs.pop("required", None)
        if getattr(widget, "input_type", "") != "search":
            attrs["placeholder"] = False  # the label above says it, and stays
        if widget.is_hidden:
            return attrs
        if not self.in_fieldset:
            if self.field.required:
                attrs["aria-required"] = "true"
            if self.description_ids:
                attrs["aria-describedby"] = self.description_ids
        elif self.is_radio:
            attrs.pop("aria-invalid", None)  # stands on the group; a radio may not have it
        if self.max_length:
            attrs["data-counter"] = self.max_length
        return {**_look(widget), **attrs}


def _look(widget: forms.Widget) -> dict[str, str]:
    """The class of the control, unless the form chose one."""
    if widget.attrs.get("class"):
        return {}
    if isinstance(widget, forms.CheckboxSelectMultiple | forms.RadioSelect | forms.CheckboxInput):
        return {}
    if isinstance(widget, forms.Select):
        return {"class": "select"}
    return {} if isinstance(widget, forms.FileInput | forms.MultiWidget) else {"class": "input"}


class PortalFormRenderer(TemplatesSetting):
    """Takes `forms/…` from the project's templates, and Django's own where there is none."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
    bound_field_class = PortalBoundField

    def get_template(self, template_name: str) -> Any:
        """The project's version of a form template, or Django's."""
        ours = template_name.replace("django/forms/", "forms/", 1)
        return select_template([ours, template_name] if ours != template_name else [ours])


@dataclass(frozen=True)
class ErrorLine:
    """One line of the error summary: the sentence, and where it leads ("" for the whole form)."""

    text: str
    target: str


def error_lines(form: forms.BaseForm) -> list[ErrorLine]:
    """Every error of a form, in the order of its fields, with the id of the control to repair."""
    lines = [ErrorLine(str(text), "") for text in form.non_field_errors()]
    for bound in form:
        target = "" if bound.is_hidden else getattr(bound, "first_id", bound.auto_id)
        lines += [ErrorLine(str(text), target) for text in bound.errors]
    return lines


def dress(form: forms.BaseForm) -> forms.BaseForm:
    """Let a form from a library wear the design; fields made before are made anew."""
    if not isinstance(form.renderer, PortalFormRenderer):
        form.renderer = PortalFormRenderer()
        form.bound_field_class = PortalBoundField
        form._bound_fields_cache.clear()  # type: ignore[attr-defined]  # no public way
    form.use_required_attribute = False
    for name, field in form.fields.items():
        if field.label is None and name in FORGOTTEN_LABELS:
            field.label = FORGOTTEN_LABELS[name]
        if isinstance(field.widget, forms.PasswordInput) and "<ul>" in str(field.help_text):
            field.help_text = LENGTH_HINT
    return form
