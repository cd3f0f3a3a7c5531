# SPDX-License-Identifier: EUPL-1.2
"""The web server loads the portal once, before it makes its workers: what they do not change, they share.

Each worker loaded all of it for itself before, a third more memory in all.
"""

import gc
from typing import Any

from django.conf import settings
from django.template import engines
from django.template.loader import get_template
from django.urls import reverse
from django.utils import translation
from wagtail import hooks

preload_app = True


def when_ready(_server: Any) -> None:
    """Load what the first requests would load, and let the garbage collector leave all of it alone.

    Nothing here asks the database: workers may not share a connection.
    """
    hooks.search_for_hooks()
    with translation.override(settings.LANGUAGE_CODE):
        translation.gettext("")
    reverse("search")
    engines.all()
    get_template("base.html")
    # A collection writes in every object that it looks at, and what is written in is shared no longer.
    gc.collect()
    gc.freeze()
