# SPDX-License-Identifier: EUPL-1.2
"""What Actieleren adds to the admin: its addresses and its menu item."""

from typing import Any

from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from netwerk.desk.menu import PermittedMenuItem

from .access import HANDLE
from .desk import urls


@hooks.register("register_admin_urls")
def desk_urls() -> list[Any]:
    """Return the addresses below /beheer/."""
    return [path("actieleren/", include(urls))]


@hooks.register("register_admin_menu_item")
def desk_menu() -> MenuItem:
    """Return the menu item, for who follows learning projects."""
    return PermittedMenuItem(
        "Leertrajecten", reverse("act_desk:projects"), HANDLE, icon_name="rotate", order=207
    )
