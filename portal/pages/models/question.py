# SPDX-License-Identifier: EUPL-1.2
"""Questions that people often ask, each with an address of its own, and the lists of them."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from netwerk import cache_tags
from portal.blocks import BodyBlock
from portal.pages.cards import latest, listed
from portal.pages.pictures import load_pictures

from .base import ContentPage
from .index import INDEX_TEMPLATE, Choice, KindIndexPage

SUBJECTS = [
    ("actieleren", "Actieleren"),
    ("koplopers", "Koplopers"),
    ("ruimte-in-de-regels", "Ruimte in de Regels"),
    ("netwerk", "Het netwerk"),
]
RELATED = 5


class QuestionIndexPage(KindIndexPage):
    """The questions of one theme, or of the whole network."""

    fixed_slug = "vragen"
    subpage_types: ClassVar[list[str]] = ["pages.QuestionPage"]
    template = INDEX_TEMPLATE
    list_template = "components/list_questions.html"
    empty_text = "Er zijn nog geen vragen."

    class Meta:
        verbose_name = "lijst met vragen"
        verbose_name_plural = "lijsten met vragen"

    def kind_items(self) -> Any:
        """Return the questions, in the order of the editors."""
        return listed(QuestionPage)

    def choices(self) -> list[Choice]:
        """Return the subjects to choose from, besides the themes."""
        return [Choice("onderwerp", slug, label, {"subject": slug}) for slug, label in SUBJECTS]


class QuestionPage(ContentPage):
    """A question: the short answer first, then the longer one."""

    subject = models.CharField("onderwerp", max_length=20, choices=SUBJECTS, default="netwerk")
    short_answer = models.TextField("kort antwoord", max_length=400)
    body = StreamField(BodyBlock(), verbose_name="langer antwoord", blank=True)
    further = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="verder op deze pagina",
        help_text="Bijvoorbeeld een hulpmiddel uit de toolbox.",
    )

    on_card = ("short_answer", "subject")
    template = "pages/question_page.html"
    parent_page_types: ClassVar[list[str]] = ["pages.QuestionIndexPage"]
    content_panels = [
        FieldPanel("title", heading="Vraag"),
        FieldPanel("subject"),
        FieldPanel("short_answer"),
        FieldPanel("body"),
        FieldPanel("further"),
    ]

    class Meta:
        verbose_name = "vraag"
        verbose_name_plural = "vragen"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The question, and others on the same subject."""
        load_pictures(self.body)
        others = list(latest(QuestionPage, RELATED, without=self, subject=self.subject))
        further = self.further
        if further is not None:
            cache_tags.note(cache_tags.page(further.pk))
            further = further if further.live else None
        return {**super().get_context(request, *args, **kwargs), "others": others, "further": further}
