# SPDX-License-Identifier: EUPL-1.2
"""What the network adds to the admin: the outbox, in the menu and under an address."""

from typing import Any

from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .desk import lists, outbox
from .desk.menu import PermittedMenuItem


@hooks.register("register_admin_urls")
def urls() -> list[Any]:
    """Return the addresses below /beheer/."""
    screens = [
        path("", outbox.OutboxView.as_view(), name="outbox"),
        path("opnieuw/", outbox.ResendView.as_view(), name="outbox_resend"),
    ]
    return [path("berichten/", include((screens, "desk")))]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """Return the menu item, for who may send messages again."""
    return PermittedMenuItem(
        "Berichten", reverse("desk:outbox"), outbox.PERMISSION, icon_name="mail", order=210
    )


@hooks.register("register_admin_viewset")
def reference_lists() -> lists.ReferenceLists:
    """Return the screens for organisations, regions, sectors and ambassadors."""
    return lists.ReferenceLists()
