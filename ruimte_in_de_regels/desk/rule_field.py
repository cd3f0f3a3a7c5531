# SPDX-License-Identifier: EUPL-1.2
"""Choosing rules in law by typing: however many there are, with a list to pick from and without script."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from netwerk.models import Regulation

OFFERED = 200
"""Names in the list under the text box; the others are found by typing them."""
NAMED = 8
"""Names in the answer to something that fits more than one rule."""
BETWEEN = ";"
"""Stands between two rules: a name itself may hold a comma."""


class SuggestInput(forms.TextInput):
    """A text box with a list to pick from, which the browser narrows while somebody types."""

    template_name = "forms/widgets/suggest.html"

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """What the template draws, with the names and the id of their list."""
        context = super().get_context(name, value, attrs)
        listed = f"{context['widget']['attrs'].get('id') or name}_namen"
        context["widget"]["attrs"]["list"] = listed
        names = [str(rule) for rule in Regulation.objects.all()[:OFFERED]]
        return {**context, "names": names, "listed": listed}


class RulesField(forms.CharField):
    """Rules by their names. The value is a list of `Regulation`; part of a name will do when one has it."""

    widget = SuggestInput

    def clean(self, value: Any) -> list[Regulation]:
        """Find each rule that was typed."""
        typed = [part.strip() for part in str(super().clean(value)).split(BETWEEN)]
        return [self._find(part) for part in typed if part]

    def _find(self, typed: str) -> Regulation:
        found = list(_like(typed)[: NAMED + 1])
        exact = [rule for rule in _named(typed) if str(rule).lower() == typed.lower()]
        if exact or len(found) == 1:
            return (exact or found)[0]
        if not found:
            raise ValidationError(
                f"We kennen geen regel ‘{typed}’. Zet hem eerst in de lijst ‘Wetten en regels’."
            )
        names = "; ".join(map(str, found[:NAMED]))
        more = " En nog meer." if len(found) > NAMED else ""
        raise ValidationError(f"Er zijn meer regels met ‘{typed}’. Schrijf de hele naam: {names}.{more}")


class RuleField(RulesField):
    """One rule by its name. The value is a `Regulation`, or None."""

    def prepare_value(self, value: Any) -> Any:
        """Show a kept rule by its name."""
        return str(Regulation.objects.filter(pk=value).first() or "") if isinstance(value, int) else value

    def clean(self, value: Any) -> Regulation | None:  # type: ignore[override]
        """Find the rule that was typed; one only."""
        found = super().clean(value)
        if len(found) > 1:
            raise ValidationError("Kies één regel.")
        return found[0] if found else None


def _like(typed: str) -> Any:
    """Return the rules in whose name or article every typed word stands."""
    fits = Q()
    for word in typed.replace(",", " ").split():
        fits &= Q(name__icontains=word) | Q(article__icontains=word)
    return Regulation.objects.filter(fits)


def _named(typed: str) -> list[Regulation]:
    """Return the rules whose name is what was typed, or what stands there before a comma."""
    parts = typed.split(", ")
    names = [", ".join(parts[:number]) for number in range(1, len(parts) + 1)]
    fits = Q()
    for name in names[:10]:
        fits |= Q(name__iexact=name)
    return list(Regulation.objects.filter(fits)[:OFFERED])
