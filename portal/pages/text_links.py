# SPDX-License-Identifier: EUPL-1.2
"""Links to pages in the texts of editors: the addresses of a whole page in one query.

Wagtail asks once for each piece of text, and again for the address of each link.
"""

import re
from collections.abc import Iterator
from typing import Any

from wagtail.models import Page
from wagtail.rich_text import RichText

from netwerk import cache_tags
from portal.pages.addresses import address_of

_LINK = re.compile(r'<a (?=[^>]*linktype="page")[^>]*?\bid="(\d+)"[^>]*>')


def load_links(body: Any) -> None:
    """Put the address in every link to a page; a link to a page that is not public becomes plain text."""
    texts = list(_texts(body))
    wanted = {int(number) for text in texts for number in _LINK.findall(text.source)}
    if not wanted:
        return
    # What is linked is shown too: its address, or that it is not public.
    cache_tags.note(*(cache_tags.page(number) for number in wanted))
    found = {page.pk: address_of(page) for page in Page.objects.live().filter(pk__in=wanted)}

    def opened(match: re.Match[str]) -> str:
        address = found.get(int(match[1]))
        return f'<a href="{address}">' if address else "<a>"

    for text in texts:
        text.source = _LINK.sub(opened, text.source)


def _texts(body: Any) -> Iterator[RichText]:
    for block in body or ():
        if block.block_type == "text":
            yield block.value
        elif block.block_type == "accordion":
            yield from (question["answer"] for question in block.value["questions"])
