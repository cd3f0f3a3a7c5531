# SPDX-License-Identifier: EUPL-1.2
"""Cards that lead on to another page."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from netwerk import cache_tags
from portal.pages.addresses import address_of

_ADDRESS = re.compile(r"/(?!/)\S*|https://\S+")


class CardValue(blocks.StructValue):
    """A card that knows where it leads."""

    @property
    def href(self) -> str:
        """Return the address; nothing when the page is gone or not public."""
        page = self["page"]
        if page is not None:
            cache_tags.note(cache_tags.page(page.pk))
            return address_of(page) if page.live else ""
        return self["address"]


class CardBlock(blocks.StructBlock):
    """One card: a page of this site, or an address."""

    title = blocks.CharBlock(max_length=80, label="Kop")
    text = blocks.CharBlock(max_length=200, required=False, label="Tekst (niet verplicht)")
    page = blocks.PageChooserBlock(required=False, label="Pagina")
    address = blocks.CharBlock(
        max_length=300, required=False, label="Of een adres", help_text="Bijvoorbeeld /vragen/"
    )

    class Meta:
        label = "Kaart"
        value_class = CardValue

    def clean(self, value: Any) -> Any:
        """Ask for one target, and for an address that a browser may follow."""
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["address"]):
            error = ValidationError("Kies een pagina of geef een adres. Eén van de twee.")
            raise StructBlockValidationError(block_errors={"page": error})
        if cleaned["address"] and not _ADDRESS.fullmatch(cleaned["address"]):
            error = ValidationError("Begin met / of met https://.")
            raise StructBlockValidationError(block_errors={"address": error})
        return cleaned


class CardsBlock(blocks.StructBlock):
    """Cards that lead on."""

    cards = blocks.ListBlock(CardBlock(), min_num=1, label="Kaarten")

    class Meta:
        icon = "link"
        label = "Kaarten met een link"
        template = "blocks/cards.html"
