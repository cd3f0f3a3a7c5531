# SPDX-License-Identifier: EUPL-1.2
"""Articles, and the lists of them."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Page

from netwerk.models import Sector
from portal.blocks import BodyBlock
from portal.pages.cards import ThemeMap, latest, listed
from portal.pages.pictures import load_pictures

from .base import ContentPage
from .index import INDEX_TEMPLATE, KindIndexPage

WORDS_A_MINUTE = 180
RELATED = 3


class ArticleIndexPage(KindIndexPage):
    """The articles of one theme, or of the whole network."""

    fixed_slug = "artikelen"
    subpage_types: ClassVar[list[str]] = ["pages.ArticlePage"]
    template = INDEX_TEMPLATE
    list_template = "components/list_articles.html"
    empty_text = "Er zijn nog geen artikelen."

    class Meta:
        verbose_name = "lijst met artikelen"
        verbose_name_plural = "lijsten met artikelen"

    def kind_items(self) -> Any:
        """Return the articles, newest first."""
        return listed(ArticlePage)


class ArticlePage(ContentPage):
    """A text of some length."""

    KINDS = [("artikel", "Artikel"), ("handreiking", "Handreiking"), ("verhaal", "Verhaal")]

    kind = models.CharField("soort", max_length=12, choices=KINDS, default="artikel")
    lead = models.TextField("inleiding", max_length=400)
    picture = models.ForeignKey(
        get_image_model_string(),
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="afbeelding",
    )
    picture_alt = models.CharField(
        "wat is er te zien?",
        max_length=200,
        blank=True,
        help_text="Laat dit leeg als de afbeelding alleen versiert.",
    )
    picture_caption = models.CharField("bijschrift", max_length=200, blank=True)
    sectors = ParentalManyToManyField(
        Sector, blank=True, related_name="+", verbose_name="sectoren", help_text="Geen keuze: alle sectoren."
    )
    body = StreamField(BodyBlock(), verbose_name="tekst")

    list_order = ("-first_published_at", "-pk")
    on_card = ("kind", "lead", "first_published_at")
    template = "pages/article_page.html"
    parent_page_types: ClassVar[list[str]] = ["pages.ArticleIndexPage"]
    content_panels = [
        *Page.content_panels,
        FieldPanel("kind"),
        FieldPanel("lead"),
        MultiFieldPanel(
            [FieldPanel("picture"), FieldPanel("picture_alt"), FieldPanel("picture_caption")], "Afbeelding"
        ),
        FieldPanel("body"),
        FieldPanel("sectors"),
    ]

    class Meta:
        verbose_name = "artikel"
        verbose_name_plural = "artikelen"

    @property
    def minutes(self) -> int:
        """How long reading takes, in whole minutes."""
        texts = self.body.stream_block.get_searchable_content(self.body)
        return max(1, round(sum(len(str(text).split()) for text in texts) / WORDS_A_MINUTE))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The article, and others: of the same theme if it has one."""
        load_pictures(self.body, self.picture)
        context = super().get_context(request, *args, **kwargs)
        beside = self.trail[-1] if context["theme"] and self.trail else None
        others = latest(ArticlePage, RELATED, below=beside, without=self)
        named = ", ".join(sector.name for sector in self.sectors.all())
        themes = ThemeMap([context["theme"]] if beside else None)
        return {**context, "related": themes.dress(others), "sectors": named}
