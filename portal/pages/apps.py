# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig
from django.db.models.signals import post_save
from django.utils.module_loading import import_string

# What happens, and what then follows. By name, because models may be imported only in `ready`.
FOLLOWING = {
    "wagtail.signals.page_published": "portal.pages.following.on_change",
    "wagtail.signals.page_unpublished": "portal.pages.following.on_change",
    "wagtail.signals.page_slug_changed": "portal.pages.following.on_move",
    "wagtail.signals.post_page_move": "portal.pages.following.on_move",
}


class PagesConfig(AppConfig):
    """The page types that editors fill."""

    name = "portal.pages"
    label = "pages"
    verbose_name = "Pagina’s"

    def ready(self) -> None:
        """Let the search and the kept pages follow what editors publish, take away and move."""
        for signal, follower in FOLLOWING.items():
            import_string(signal).connect(import_string(follower))
        import_string("netwerk.faq_drafts.register")(import_string("portal.pages.drafts.make_draft"))
        for model in ("Theme", "ThemeAmbassador"):
            on_theme = import_string("portal.pages.following.on_theme")
            post_save.connect(on_theme, sender=import_string(f"netwerk.models.{model}"))
