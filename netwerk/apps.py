# SPDX-License-Identifier: EUPL-1.2
from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class NetwerkConfig(AppConfig):
    """What the apps share. Loads what each app registers downwards."""

    name = "netwerk"
    verbose_name = "Netwerk"

    def ready(self) -> None:
        autodiscover_modules("kinds", "timeline", "notifications", "scopes", "roles", "invariants")
        autodiscover_modules("retention")
        import_module("netwerk.casework.notices")
