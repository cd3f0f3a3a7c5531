# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig
from django.utils.module_loading import import_string


class PagesConfig(AppConfig):
    """The page types that editors fill."""

    name = "portal.pages"
    label = "pages"
    verbose_name = "Pagina’s"

    def ready(self) -> None:
        """Let the search follow what editors publish, take away and move."""
        for signal, follower in (
            ("page_published", "on_change"),
            ("page_unpublished", "on_change"),
            ("page_slug_changed", "on_move"),
            ("post_page_move", "on_move"),
        ):
            # Models may be imported only now, so everything that needs them is named.
            import_string(f"wagtail.signals.{signal}").connect(
                import_string(f"portal.pages.search.{follower}")
            )
