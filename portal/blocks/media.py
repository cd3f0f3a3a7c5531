# SPDX-License-Identifier: EUPL-1.2
"""Blocks with a picture or a file."""

from typing import Any

from django.templatetags.static import static
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

# Drawings that come with the portal: name, file for wide screens and file for narrow ones.
DRAWINGS = {"ideaal-ontwerp": ("img/ideaal-ontwerp.svg", "img/ideaal-ontwerp-smal.svg")}


class PictureBlock(blocks.StructBlock):
    """A picture. It has a text for who cannot see it, or the editor says that it only decorates."""

    image = ImageBlock(label="Afbeelding")
    caption = blocks.CharBlock(max_length=200, required=False, label="Bijschrift (niet verplicht)")

    class Meta:
        icon = "image"
        label = "Afbeelding"
        template = "blocks/picture.html"


class DrawingValue(blocks.StructValue):
    """A drawing with the addresses of its files."""

    @property
    def wide(self) -> str:
        """Return the address of the drawing for wide screens."""
        return static(DRAWINGS[self["drawing"]][0])

    @property
    def narrow(self) -> str:
        """Return the address of the drawing for narrow screens, where its words stay readable."""
        return static(DRAWINGS[self["drawing"]][1])


class DrawingBlock(blocks.StructBlock):
    """A drawing that comes with the portal. What it shows also stands in words."""

    drawing = blocks.ChoiceBlock([("ideaal-ontwerp", "Het ideale ontwerp")], label="Tekening")
    alt = blocks.CharBlock(max_length=300, label="Wat is er te zien?")
    caption = blocks.CharBlock(max_length=200, required=False, label="Bijschrift (niet verplicht)")

    class Meta:
        icon = "image"
        label = "Tekening van het portaal"
        template = "blocks/drawing.html"
        value_class = DrawingValue


class DownloadBlock(blocks.StructBlock):
    """A file to take along."""

    document = DocumentChooserBlock(label="Bestand")
    text = blocks.CharBlock(max_length=120, required=False, label="Wat is het? (niet verplicht)")

    class Meta:
        icon = "download"
        label = "Bestand"
        template = "blocks/download.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """The block, with kind and size of the file, so that nobody is surprised by a large one."""
        context = super().get_context(value, parent_context=parent_context)
        document = value["document"]
        context["kind"] = document.file_extension.upper() if document else ""
        context["size"] = _size_text(document.file_size) if document and document.file_size else ""
        return context


def _size_text(size: int) -> str:
    return f"{max(1, round(size / 1000))} kB" if size < 1_000_000 else f"{size / 1e6:.0f} MB"
