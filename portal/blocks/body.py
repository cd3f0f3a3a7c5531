# SPDX-License-Identifier: EUPL-1.2
"""What a text may hold, and the rule that its headings skip no level."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError

from .links import CardsBlock
from .lists import StepsBlock, TableBlock, TicksBlock
from .media import DownloadBlock, DrawingBlock, PictureBlock
from .text import TEXT_FEATURES, AccordionBlock, KeyPointBlock, NoteBlock


class BodyBlock(blocks.StreamBlock):
    """The text of a page."""

    heading = blocks.CharBlock(
        max_length=100, label="Tussenkop", icon="title", template="blocks/heading.html"
    )
    text = blocks.RichTextBlock(features=[*TEXT_FEATURES, "h3"], label="Tekst")
    note = NoteBlock()
    key_point = KeyPointBlock()
    ticks = TicksBlock()
    steps = StepsBlock()
    accordion = AccordionBlock()
    table = TableBlock()
    picture = PictureBlock()
    drawing = DrawingBlock()
    download = DownloadBlock()
    cards = CardsBlock()

    def clean(self, value: Any) -> Any:
        """Refuse a small heading in a text that has no large one above it."""
        cleaned = super().clean(value)
        wrong = {}
        for number, child in enumerate(cleaned):
            if child.block_type == "heading":
                break
            if child.block_type == "text" and "<h3" in child.value.source:
                wrong[number] = ValidationError("Zet eerst een tussenkop boven deze tekst.")
        if wrong:
            raise StreamBlockValidationError(block_errors=wrong)
        return cleaned


def leveled(body: Any) -> list[dict[str, Any]]:
    """Return the blocks of a text, each with the level that headings inside it should have.

    Below a heading of the text (level 2) that is 3; before the first one it is 2.
    """
    parts, level = [], 2
    for block in body or ():
        if block.block_type == "heading":
            level = 3
        parts.append({"block": block, "level": level})
    return parts
