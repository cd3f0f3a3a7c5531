# SPDX-License-Identifier: EUPL-1.2
"""Pictures of a page: their sizes in one query instead of several for each."""

from typing import Any

from django.db.models import prefetch_related_objects
from wagtail.images.models import AbstractRendition, Filter

SIZE = "width-1000"


def load_pictures(body: Any, *more: Any) -> None:
    """Fetch the sizes that were made of every picture in a text, and of those given besides."""
    found = [block.value["image"] for block in body or () if block.block_type == "picture"]
    pictures = [picture for picture in (*found, *more) if picture is not None]
    if pictures:
        prefetch_related_objects(pictures, "renditions")


def shown_size(picture: Any) -> AbstractRendition:
    """Return a picture in the size of a text; it is made the first time.

    Wagtail's own way writes to the cache each time it is asked, also for a size that was fetched.
    """
    wanted = Filter(SIZE)
    for known in picture.renditions.all():
        if known.filter_spec == SIZE and known.focal_point_key == wanted.get_cache_key(picture):
            return known
    return picture.get_rendition(wanted)
