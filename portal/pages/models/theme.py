# SPDX-License-Identifier: EUPL-1.2
"""The six themes: the page that shows them, and the page of each."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from netwerk.models import Theme
from portal.blocks import BodyBlock
from portal.pages.cards import ThemeMap, latest
from portal.pages.pictures import load_pictures
from portal.pages.stream import theme_stream

from .article import ArticlePage
from .base import FixedPage
from .question import QuestionPage
from .tool import ToolPage

TOOLS, QUESTIONS = 4, 6


class ThemeIndexPage(FixedPage):
    """The six themes together."""

    lead = models.TextField("inleiding", max_length=400, blank=True)
    body = StreamField(BodyBlock(), verbose_name="tekst", blank=True)

    template = "pages/theme_index_page.html"
    fixed_slug = "themas"
    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["pages.HomePage"]
    subpage_types: ClassVar[list[str]] = ["pages.ThemePage"]
    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]

    class Meta:
        verbose_name = "thema’s"
        verbose_name_plural = "thema’s"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The page, with the themes in their fixed order."""
        load_pictures(self.body)
        return {**super().get_context(request, *args, **kwargs), "themes": ThemeMap().links()}


class ThemePage(FixedPage):
    """One theme: its question, who carries it, and all that is going on."""

    theme = models.OneToOneField(Theme, models.PROTECT, related_name="theme_page", verbose_name="thema")
    lead = models.TextField("inleiding", max_length=400)
    body = StreamField(BodyBlock(), verbose_name="tekst", blank=True)

    template = "pages/theme_page.html"
    parent_page_types: ClassVar[list[str]] = ["pages.ThemeIndexPage"]
    subpage_types: ClassVar[list[str]] = [
        "pages.ArticleIndexPage",
        "pages.QuestionIndexPage",
        "pages.ToolIndexPage",
    ]
    content_panels = [
        *Page.content_panels,
        FieldPanel("theme", permission="superuser"),
        FieldPanel("lead"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = "thema"
        verbose_name_plural = "thema’s"

    def clean(self) -> None:
        """Take the address of the theme: filters, tags and colours all use that one word."""
        if self.theme_id:
            self.slug = self.theme.slug
        super().clean()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The page, who carries the theme, what is going on, and the other themes."""
        load_pictures(self.body)
        themes = ThemeMap()
        theme = themes.by_pk[self.theme_id]
        stream = theme_stream(theme, latest(ArticlePage, TOOLS, below=self), request.GET.get("soort", ""))
        shown = {
            "theme": theme,
            "ambassador": theme.ambassador_on(timezone.localdate()),
            "stream": stream,
            "tools": list(latest(ToolPage, TOOLS, below=self)),
            "questions": list(latest(QuestionPage, QUESTIONS, below=self)),
            "others": [link for link in themes.links() if link["theme"].pk != theme.pk],
        }
        return {**super().get_context(request, *args, **kwargs), **shown}
