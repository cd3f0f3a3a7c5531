# SPDX-License-Identifier: EUPL-1.2
"""Blocks of which editors build a text. Few, so that every page looks and reads like the others."""

from wagtail import blocks

TEXT_FEATURES = ["bold", "link", "document-link", "ol", "ul"]


class NoteBlock(blocks.StructBlock):
    """A note that stands out; the tone gives colour and icon."""

    tone = blocks.ChoiceBlock(
        [("info", "Uitleg"), ("warning", "Let op"), ("success", "Goed nieuws")],
        default="info",
        label="Soort",
    )
    title = blocks.CharBlock(max_length=80, label="Kop")
    text = blocks.TextBlock(label="Tekst")

    class Meta:
        icon = "info-circle"
        label = "Mededeling"
        template = "blocks/note.html"


class QuestionBlock(blocks.StructBlock):
    """A question that opens to its answer."""

    question = blocks.CharBlock(max_length=120, label="Vraag")
    answer = blocks.RichTextBlock(features=TEXT_FEATURES, label="Antwoord")

    class Meta:
        icon = "help"
        label = "Vraag en antwoord"
        template = "blocks/question.html"


def body_blocks() -> list[tuple[str, blocks.Block]]:
    """What a standard page may hold."""
    return [
        ("heading", blocks.CharBlock(max_length=100, label="Tussenkop", template="blocks/heading.html")),
        ("text", blocks.RichTextBlock(features=[*TEXT_FEATURES, "h3"], label="Tekst")),
        ("note", NoteBlock()),
    ]
