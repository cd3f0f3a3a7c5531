# SPDX-License-Identifier: EUPL-1.2
"""What all page types share: addresses, the way back, and pages that must stay where they are."""

from datetime import date
from http import HTTPMethod
from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PagePermissionTester, PageViewRestriction

from netwerk import cache_tags
from portal.pages.addresses import address_of, reserved_slugs

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from netwerk.models import Theme, User

TOP_DEPTH = 3  # directly under the front page
_PLACE = ("url_path", "path", "depth")
OF_TRAIL = (
    *("title", "live", *_PLACE, *(f"themepage__{name}" for name in _PLACE)),
    *(f"themepage__theme__{name}" for name in ("name", "slug", "question", "icon", "position")),
)
"""What is asked of the pages above a page."""


class PortalPage(Page):
    """What all page types share. Wagtail keeps no table for it."""

    fixed_slug: ClassVar[str] = ""
    """The only address part this type may have, for pages that menus and templates link to."""
    # A page is read; forms have an address of their own.
    allowed_http_methods: ClassVar[list[HTTPMethod]] = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]
    # Whatever is published is public: that is what lets pages be cached for everybody.
    private_page_options: ClassVar[list[str]] = []
    promote_panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            heading="Adres en zoekmachines",
        )
    ]

    class Meta:
        abstract = True

    def get_view_restrictions(self) -> "QuerySet[PageViewRestriction]":
        """Return nothing, and ask nothing: no type of ours can be made private (`private_page_options`)."""
        return PageViewRestriction.objects.none()

    def clean(self) -> None:
        """Refuse an address that the site itself uses, and another than the fixed one."""
        super().clean()
        if self.fixed_slug:
            if self.slug != self.fixed_slug:
                raise ValidationError({"slug": f"Deze pagina staat altijd op …/{self.fixed_slug}/."})
        elif self._may_be_on_top() and self.slug in reserved_slugs() | fixed_slugs():
            raise ValidationError({"slug": f"Het adres /{self.slug}/ is al in gebruik. Kies een ander."})

    def _may_be_on_top(self) -> bool:
        """Tell whether this page stands below the front page; a page being made has no depth yet."""
        if self.depth is not None:
            return bool(self.depth == TOP_DEPTH)
        return any(getattr(parent, "is_front_page", False) for parent in self.allowed_parent_page_models())

    @cached_property
    def trail(self) -> list[Page]:
        """The pages between the front page and this one, with the theme among them; one query at most."""
        if self.depth is None or self.depth <= TOP_DEPTH:
            return []
        above = self.get_ancestors().filter(depth__gte=TOP_DEPTH)
        return list(above.select_related("themepage__theme").only(*OF_TRAIL))

    @property
    def theme_above(self) -> "Theme | None":
        """The theme below which this page stands, if any."""
        return next((page.themepage.theme for page in self.trail if hasattr(page, "themepage")), None)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The page, the way back from it and its theme; and what this shows, for pages that are kept."""
        cache_tags.note(cache_tags.TREE, *(cache_tags.page(page.pk) for page in [self, *self.trail]))
        crumbs = [{"label": page.title, "url": address_of(page)} for page in self.trail if page.live]
        shared = {"crumbs": crumbs, "theme": self.theme_above}
        return {**super().get_context(request, *args, **kwargs), **shared}


class FixedPageTester(PagePermissionTester):
    """Rights on a page that the site counts on: it can be changed, not taken away."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Only the one who may do everything deletes or moves it."""
        return bool(self.user.is_superuser and super().can_delete(ignore_bulk))

    def can_unpublish(self) -> bool:
        """Only the one who may do everything takes it off the site."""
        return bool(self.user.is_superuser and super().can_unpublish())


class FixedPage(PortalPage):
    """A page that menus, templates or rights count on."""

    class Meta:
        abstract = True

    def permissions_for_user(self, user: "User") -> PagePermissionTester:
        """Return what this user may do here."""
        return FixedPageTester(user, self)


class ContentPage(PortalPage):
    """Something to read: where it comes from and when somebody last looked at it."""

    source_note = models.CharField(
        "bron", max_length=200, blank=True, help_text="Bijvoorbeeld: geschreven door de redactie."
    )
    last_checked = models.DateField("nagekeken op", null=True, blank=True)

    list_order: ClassVar[tuple[str, ...]] = ("path",)
    """How lists of this type are ordered: as the editors put them, unless time decides."""
    on_card: ClassVar[tuple[str, ...]]
    """What a card or a row shows of it besides its title and its place in the tree."""
    subpage_types: ClassVar[list[str]] = []
    settings_panels: ClassVar[list[Any]] = [
        *Page.settings_panels,
        FieldPanel("source_note"),
        FieldPanel("last_checked"),
    ]

    class Meta:
        abstract = True

    @property
    def published_day(self) -> date | None:
        """The day on which it first appeared."""
        return timezone.localdate(self.first_published_at) if self.first_published_at else None


def fixed_slugs() -> frozenset[str]:
    """Return the address parts that belong to one page type."""
    found, todo = set(), [PortalPage]
    while todo:
        for known in todo.pop().__subclasses__():
            found.add(known.fixed_slug)
            todo.append(known)
    return frozenset(found - {""})
