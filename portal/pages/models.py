# SPDX-License-Identifier: EUPL-1.2
"""Page types: home, a standard page, and the start of the desk Ruimte in de Regels."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from netwerk.models import Theme
from portal.blocks import QuestionBlock, body_blocks
from portal.pages.desk_texts import BELONGS, ELSEWHERE, FACTS, GOOD_TO_KNOW, STEPS

# The first part of addresses that are no pages: a page there would never be reached.
RESERVED_SLUGS = frozenset(
    "account api beheer bijlage demo-post documenten gezondheid l media mijn static stijlgids zoeken".split()
)
TOP_DEPTH = 3  # directly under the front page


class PortalPage(Page):
    """What all page types share. Wagtail keeps no table for it."""

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Refuse an address that the site itself uses."""
        super().clean()
        # A page that is being made has no depth yet; it is then held to the same rule.
        if self.depth in (None, TOP_DEPTH) and self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": f"Het adres /{self.slug}/ is al in gebruik. Kies een ander."})


class HomePage(PortalPage):
    """The front page: who we are, what you can do here, and the six themes."""

    lead = models.TextField("inleiding", max_length=400)

    template = "pages/home_page.html"
    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    content_panels = [*Page.content_panels, FieldPanel("lead")]

    class Meta:
        verbose_name = "startpagina"
        verbose_name_plural = "startpagina’s"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The page, with the themes in their fixed order."""
        return {**super().get_context(request, *args, **kwargs), "themes": list(Theme.objects.all())}


class StandardPage(PortalPage):
    """A text, such as the privacy statement."""

    lead = models.TextField("inleiding", max_length=400, blank=True)
    body = StreamField(body_blocks(), verbose_name="tekst", blank=True)

    template = "pages/standard_page.html"
    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]

    class Meta:
        verbose_name = "gewone pagina"
        verbose_name_plural = "gewone pagina’s"


class DeskLandingPage(PortalPage):
    """The start of the desk: what it is for, what happens, and how to begin.

    Steps and terms stand in code, because the desk keeps to them; editors write the questions.
    """

    lead = models.TextField("inleiding", max_length=400)
    questions = StreamField([("question", QuestionBlock())], verbose_name="veelgestelde vragen", blank=True)

    template = "pages/desk_landing_page.html"
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
