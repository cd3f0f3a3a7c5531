# SPDX-License-Identifier: EUPL-1.2
"""The map by province: a picture, and beside it a list with the same numbers."""

from collections.abc import Callable
from dataclasses import dataclass

from netwerk.models import Province
from netwerk.register import Facets

# Where its number stands in the drawing (static/img/nederland.svg), and the id of its shape there.
_SHAPES = {
    Province.DRENTHE: ("dr", 535, 182),
    Province.FLEVOLAND: ("fl", 375, 300),
    Province.FRYSLAN: ("fr", 375, 125),
    Province.GELDERLAND: ("ge", 440, 368),
    Province.GRONINGEN: ("gr", 548, 78),
    Province.LIMBURG: ("li", 430, 545),
    Province.NOORD_BRABANT: ("nb", 286, 525),
    Province.NOORD_HOLLAND: ("nh", 225, 265),
    Province.OVERIJSSEL: ("ov", 505, 305),
    Province.UTRECHT: ("ut", 290, 380),
    Province.ZEELAND: ("ze", 60, 480),
    Province.ZUID_HOLLAND: ("zh", 184, 397),
}


@dataclass(frozen=True)
class OnMap:
    """One province as it is drawn and listed."""

    name: str
    shape: str
    x: int
    y: int
    number: int
    url: str
    current: bool

    @property
    def shade(self) -> int:
        """How dark it is drawn: 0 for none, 3 for many."""
        return next(shade for shade, least in ((3, 10), (2, 4), (1, 1), (0, 0)) if self.number >= least)


def province_map(facets: Facets, url: Callable[[str], str], place: str) -> list[OnMap]:
    """Return the provinces by name with their numbers; nothing when the numbers are not known.

    Args:
        facets: the numbers.
        url: gives the address that narrows to a province.
        place: the place that is chosen now.
    """
    if not facets.known:
        return []
    return [
        OnMap(
            province.label,
            *_SHAPES[province],
            facets.numbers["provincie", province.value],
            url(province.value),
            place == f"provincie-{province.value}",
        )
        for province in sorted(_SHAPES, key=lambda province: province.label)
    ]
