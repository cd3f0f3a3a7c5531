# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class PagesConfig(AppConfig):
    """The page types that editors fill."""

    name = "portal.pages"
    label = "pages"
    verbose_name = "Pagina’s"
