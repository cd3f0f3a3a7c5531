# SPDX-License-Identifier: EUPL-1.2
"""The starts of the three parts of the network."""

from itertools import groupby
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from netwerk import cache_tags
from portal.blocks import BodyBlock, QuestionBlock
from portal.pages.cards import latest, learned
from portal.pages.desk_texts import BELONGS, ELSEWHERE, FACTS, GOOD_TO_KNOW, STEPS
from portal.pages.learning_texts import FITS, FITS_NOT, FORMS, MOVES
from portal.pages.pictures import load_pictures

from .base import FixedPage
from .question import QuestionPage
from .tool import ToolPage

TOOLS, QUESTIONS = 4, 8
PROJECTS, LESSONS = 3, 3


def _questions_about(subject: str) -> list[QuestionPage]:
    return list(latest(QuestionPage, QUESTIONS, subject=subject))


class DeskLandingPage(FixedPage):
    """The start of the desk: what it is for, what happens, and how to begin.

    Steps and terms stand in code, because the desk keeps to them; editors write the questions.
    """

    lead = models.TextField("inleiding", max_length=400)
    questions = StreamField([("question", QuestionBlock())], verbose_name="veelgestelde vragen", blank=True)

    template = "pages/desk_landing_page.html"
    fixed_slug = "ruimte-in-de-regels"
    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["pages.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("questions")]

    class Meta:
        verbose_name = "start van Ruimte in de Regels"
        verbose_name_plural = "start van Ruimte in de Regels"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The page, with the fixed texts of the desk."""
        fixed = {
            "facts": FACTS,
            "good_to_know": GOOD_TO_KNOW,
            "steps": STEPS,
            "belongs": BELONGS,
            "elsewhere": ELSEWHERE,
        }
        return {**super().get_context(request, *args, **kwargs), **fixed}


class ActielerenLandingPage(FixedPage):
    """The start of action learning: the three moves, when it fits, the steps and the toolbox.

    The fifteen steps stand in one place only: the tool that is chosen here.
    """

    lead = models.TextField("inleiding", max_length=400)
    guide = models.ForeignKey(
        ToolPage,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="hulpmiddel met de stappen",
    )

    template = "pages/actieleren_landing_page.html"
    fixed_slug = "actieleren"
    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["pages.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("guide")]

    class Meta:
        verbose_name = "start van Actieleren"
        verbose_name_plural = "start van Actieleren"

    def phases(self) -> list[dict[str, Any]]:
        """Return the steps of the guide, grouped by phase and numbered through."""
        if self.guide is None:
            return []
        cache_tags.note(cache_tags.page(self.guide.pk))
        if not self.guide.live:
            return []
        lists = (block.value["steps"] for block in self.guide.body if block.block_type == "steps")
        numbered = enumerate((step for steps in lists for step in steps), 1)
        return [
            {"title": title, "steps": [{"number": number, "step": step} for number, step in group]}
            for title, group in groupby(numbered, key=lambda pair: pair[1]["phase"])
        ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The page, with the fixed texts, the steps, what the tree holds, and what groups share."""
        shown = {
            "moves": MOVES,
            "fits": FITS,
            "fits_not": FITS_NOT,
            "forms": FORMS,
            "phases": self.phases(),
            "tools": list(latest(ToolPage, TOOLS)),
            "questions": _questions_about("actieleren"),
            "learned": learned(PROJECTS, LESSONS),
        }
        return {**super().get_context(request, *args, **kwargs), **shown}


class KoplopersLandingPage(FixedPage):
    """The start of the Koplopernetwerk: what it is, how to join, and what you get."""

    lead = models.TextField("inleiding", max_length=400)
    body = StreamField(BodyBlock(), verbose_name="tekst", blank=True)

    template = "pages/koplopers_landing_page.html"
    fixed_slug = "koplopers"
    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["pages.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]

    class Meta:
        verbose_name = "start van Koplopers"
        verbose_name_plural = "start van Koplopers"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The page, with the questions about Koplopers."""
        load_pictures(self.body)
        shown = {"questions": _questions_about("koplopers")}
        return {**super().get_context(request, *args, **kwargs), **shown}
