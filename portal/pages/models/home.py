# SPDX-License-Identifier: EUPL-1.2
"""The front page."""

from itertools import chain
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from netwerk.cards import give_themes
from portal.pages.cards import ThemeMap, case_cards, initiatives, latest, projects

from .article import ArticlePage
from .base import FixedPage
from .tool import ToolPage

INITIATIVES, CASES, PROJECTS, ARTICLES, TOOLS = 3, 3, 3, 3, 4


class HomePage(FixedPage):
    """The front page: who we are, what you can do here, and the six themes."""

    is_front_page: ClassVar[bool] = True
    lead = models.TextField("inleiding", max_length=400)

    template = "pages/home_page.html"
    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "pages.ThemeIndexPage",
        "pages.ArticleIndexPage",
        "pages.QuestionIndexPage",
        "pages.ToolIndexPage",
        "pages.ActielerenLandingPage",
        "pages.KoplopersLandingPage",
        "pages.DeskLandingPage",
        "pages.StandardPage",
    ]
    content_panels = [*Page.content_panels, FieldPanel("lead")]

    class Meta:
        verbose_name = "startpagina"
        verbose_name_plural = "startpagina’s"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The page, with the themes in their fixed order and what is new. Empty lists stay away."""
        themes = ThemeMap()
        dossiers = {
            "initiatives": initiatives(INITIATIVES),
            "cases": case_cards(CASES),
            "projects": projects(PROJECTS),
        }
        give_themes(chain.from_iterable(dossiers.values()), themes.all)
        shown = {
            **dossiers,
            "themes": themes.links(),
            "articles": latest(ArticlePage, ARTICLES),
            "tools": themes.dress(latest(ToolPage, TOOLS)),
        }
        return {**super().get_context(request, *args, **kwargs), **shown}
