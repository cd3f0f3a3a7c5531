# SPDX-License-Identifier: EUPL-1.2
"""Template tags for pages of editors."""

from typing import Any

from django import template
from wagtail.models import Page

from portal.blocks.body import leveled
from portal.pages.addresses import address_of
from portal.pages.pictures import shown_size
from portal.pages.text_links import load_links

register = template.Library()


@register.filter(name="leveled")
def leveled_filter(body: Any) -> list[dict[str, Any]]:
    """The blocks of a text with the level of the headings inside them, and with its links filled in."""
    load_links(body)
    return leveled(body)


@register.filter
def address(page: Page) -> str:
    """The address of a page, without a query."""
    return address_of(page)


@register.filter
def sized(picture: Any) -> Any:
    """A picture in the size of a text: url, width and height."""
    return shown_size(picture)
