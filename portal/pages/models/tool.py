# SPDX-License-Identifier: EUPL-1.2
"""The toolbox: what helps a group to shape its own action learning."""

from typing import Any, ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from portal.blocks import BodyBlock, DownloadBlock
from portal.pages.cards import ThemeMap, latest, listed
from portal.pages.pictures import load_pictures

from .base import ContentPage
from .index import INDEX_TEMPLATE, KindIndexPage

LAST_STEP = 15
_STEP = r"(?:[1-9]|1[0-5])"
RELATED = 4


class ToolIndexPage(KindIndexPage):
    """The tools of one theme, or of the whole network."""

    fixed_slug = "gereedschap"
    subpage_types: ClassVar[list[str]] = ["pages.ToolPage"]
    template = INDEX_TEMPLATE
    list_template = "components/list_tools.html"
    empty_text = "Er zijn nog geen hulpmiddelen."

    class Meta:
        verbose_name = "lijst met hulpmiddelen"
        verbose_name_plural = "lijsten met hulpmiddelen"

    def kind_items(self) -> Any:
        """Return the tools, in the order of the editors."""
        return listed(ToolPage)


class ToolPage(ContentPage):
    """One tool: what it is for, for whom, and how long it takes."""

    KINDS = [
        ("stappenplan", "Stappenplan"),
        ("handreiking", "Handreiking"),
        ("spelregels", "Spelregels"),
        ("ontwerp", "Ontwerp"),
        ("werkblad", "Werkblad"),
        ("visie", "Visie"),
    ]
    ICONS = {
        "stappenplan": "list-numbers",
        "handreiking": "file-text",
        "spelregels": "message-2",
        "ontwerp": "route",
        "werkblad": "clipboard-check",
        "visie": "bulb",
    }

    kind = models.CharField("soort", max_length=12, choices=KINDS, default="handreiking")
    lead = models.TextField("inleiding", max_length=400)
    audience = models.CharField("voor wie", max_length=80, blank=True)
    time_needed = models.CharField("hoeveel tijd", max_length=60, blank=True)
    steps = models.CharField(
        "bij welke stappen",
        max_length=60,
        blank=True,
        validators=[RegexValidator(rf"^{_STEP}(?:, ?{_STEP})*$", "Schrijf de nummers zo: 1, 2, 5.")],
        help_text="Nummers van de vijftien stappen, bijvoorbeeld 1, 2, 5. Leeg: bij alle stappen.",
    )
    own_proposal = models.BooleanField(
        "voorstel van dit portaal",
        default=False,
        help_text="De lezer ziet dan dat dit van ons is, en niet uit de bronnen van het netwerk komt.",
    )
    body = StreamField(BodyBlock(), verbose_name="tekst")
    files = StreamField([("download", DownloadBlock())], verbose_name="bestanden", blank=True)

    on_card = ("kind", "lead", "time_needed", "own_proposal")
    template = "pages/tool_page.html"
    parent_page_types: ClassVar[list[str]] = ["pages.ToolIndexPage"]
    content_panels = [
        *Page.content_panels,
        FieldPanel("kind"),
        FieldPanel("own_proposal"),
        FieldPanel("lead"),
        MultiFieldPanel(
            [FieldPanel("audience"), FieldPanel("time_needed"), FieldPanel("steps")], "In het kort"
        ),
        FieldPanel("body"),
        FieldPanel("files"),
    ]

    class Meta:
        verbose_name = "hulpmiddel"
        verbose_name_plural = "hulpmiddelen"

    @property
    def icon(self) -> str:
        """The icon of this kind of tool."""
        return self.ICONS[self.kind]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The tool, its facts in short, and other tools."""
        load_pictures(self.body)
        facts = [
            {"icon": "users", "text": self.audience},
            {"icon": "clock", "text": self.time_needed},
            {"icon": "list-numbers", "text": f"Bij stap {self.steps}" if self.steps else ""},
        ]
        others = ThemeMap().dress(latest(ToolPage, RELATED, without=self))
        shown = {"facts": [fact for fact in facts if fact["text"]], "others": others}
        return {**super().get_context(request, *args, **kwargs), **shown}
