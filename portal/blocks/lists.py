# SPDX-License-Identifier: EUPL-1.2
"""Blocks with a list in them: ticks, steps and tables."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

MOST_COLUMNS = 5


class TickBlock(blocks.StructBlock):
    """One line of a list of what to do, or what not to do."""

    text = blocks.CharBlock(max_length=200, label="Tekst")
    no = blocks.BooleanBlock(required=False, label="Dit juist niet")

    class Meta:
        label = "Regel"


class TicksBlock(blocks.StructBlock):
    """A list with ticks and crosses."""

    items = blocks.ListBlock(TickBlock(), min_num=1, label="Regels")

    class Meta:
        icon = "tick"
        label = "Lijst met vinkjes"
        template = "blocks/ticks.html"


class StepBlock(blocks.StructBlock):
    """One step: what to do, and a question to talk about."""

    title = blocks.CharBlock(max_length=100, label="Stap")
    text = blocks.TextBlock(label="Uitleg")
    question = blocks.CharBlock(max_length=200, required=False, label="Vraag (niet verplicht)")
    phase = blocks.CharBlock(
        max_length=60,
        required=False,
        label="Fase (niet verplicht)",
        help_text="Stappen met dezelfde fase staan bij elkaar op de pagina Actieleren.",
    )
    own_proposal = blocks.BooleanBlock(
        required=False,
        label="Voorstel van dit portaal",
        help_text="Zet dit aan als de stap van ons is en niet uit de bronnen van het netwerk komt.",
    )

    class Meta:
        label = "Stap"


class StepsBlock(blocks.StructBlock):
    """Numbered steps, each with a heading."""

    steps = blocks.ListBlock(StepBlock(), min_num=1, label="Stappen")

    class Meta:
        icon = "list-ol"
        label = "Genummerde stappen"
        template = "blocks/steps.html"


class TableValue(blocks.StructValue):
    """A table as its template needs it."""

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Return each row: its heading, and its cells with the name of their column."""
        columns = list(self["columns"])
        rows = [list(row) for row in self["rows"]]
        return [
            {"head": row[0], "cells": list(zip(columns[1:], row[1:], strict=False))} for row in rows if row
        ]


class TableBlock(blocks.StructBlock):
    """A small table. The first cell of a row is its heading; on a phone each row becomes a card."""

    caption = blocks.CharBlock(
        max_length=120, label="Wat staat er in de tabel?", help_text="Wie niet ziet, hoort dit eerst."
    )
    columns = blocks.ListBlock(
        blocks.CharBlock(max_length=60), min_num=2, max_num=MOST_COLUMNS, label="Namen van de kolommen"
    )
    rows = blocks.ListBlock(
        blocks.ListBlock(blocks.CharBlock(max_length=200), label="Cellen"), min_num=1, label="Rijen"
    )

    class Meta:
        icon = "table"
        label = "Tabel"
        template = "blocks/table.html"
        value_class = TableValue

    def clean(self, value: Any) -> Any:
        """Refuse a row that is longer or shorter than the table is wide."""
        cleaned = super().clean(value)
        width = len(cleaned["columns"])
        wrong = {
            number: ValidationError(f"Deze rij heeft {len(row)} cellen. Het moeten er {width} zijn.")
            for number, row in enumerate(cleaned["rows"])
            if len(row) != width
        }
        if wrong:
            raise StructBlockValidationError(block_errors={"rows": ListBlockValidationError(wrong)})
        return cleaned
