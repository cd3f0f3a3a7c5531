# SPDX-License-Identifier: EUPL-1.2
"""Blocks of running text: what stands out, what opens, and questions with an answer."""

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


class AccordionBlock(blocks.StructBlock):
    """Questions below each other; the reader opens what is of use."""

    questions = blocks.ListBlock(QuestionBlock(), min_num=1, label="Vragen")

    class Meta:
        icon = "help"
        label = "Vragen die opengaan"
        template = "blocks/accordion.html"


class KeyPointBlock(blocks.StructBlock):
    """One sentence to remember. Never a quotation: nobody is quoted who did not say it."""

    text = blocks.CharBlock(max_length=160, label="Zin")

    class Meta:
        icon = "openquote"
        label = "Kernzin"
        template = "blocks/key_point.html"
