# SPDX-License-Identifier: EUPL-1.2
"""What the network adds to the admin: what every desk shares, in the menu and under an address."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from . import retention
from .access import Actor
from .casework.rules import own_kinds
from .desk import frame, front, lists, outbox, taken, urls
from .desk.menu import PermittedMenuItem, TeamMenuItem

frame.keep_frame()


@hooks.register("register_admin_urls")
def desk_urls() -> list[Any]:
    """Return the addresses below /beheer/."""
    return [path("", include(urls))]


@hooks.register("insert_global_admin_css")
def style() -> str:
    """Return the style sheet of every screen of the admin."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """Return the menu item, for who may send messages again."""
    return PermittedMenuItem(
        "Berichten", reverse("desk:outbox"), outbox.PERMISSION, icon_name="mail", order=210
    )


@hooks.register("register_admin_menu_item")
def work_menu() -> MenuItem:
    """Return the menu of what all teams share; it shows only when something in it does."""
    items = [
        TeamMenuItem("Mijn taken", reverse("desk:tasks"), icon_name="tasks", order=10),
        TeamMenuItem("Overzicht", reverse("desk:dashboard"), icon_name="desktop", order=5),
        TeamMenuItem("Stilte", reverse("desk:silence"), icon_name="warning", order=20),
        TeamMenuItem("Standaardteksten", reverse("desk:texts"), icon_name="openquote", order=40),
        TeamMenuItem("Bewaarde filters", reverse("desk:filters"), icon_name="view", order=50),
        TeamMenuItem("Labels", reverse("desk:labels"), icon_name="tag", order=60),
        TeamMenuItem("Draag werk over", reverse("desk:hand_over"), icon_name="redirect", order=70),
        PermittedMenuItem(
            "Inzage en export", reverse("desk:taken"), taken.PERMISSION, icon_name="view", order=90
        ),
        PermittedMenuItem(
            "Bewaartermijnen", reverse("desk:retention"), retention.SET, icon_name="history", order=95
        ),
    ]
    return SubmenuMenuItem("Mijn werk", Menu(items=items), icon_name="desktop", order=190)


@hooks.register("construct_homepage_panels")
def own_work(request: HttpRequest, panels: list[Any]) -> None:
    """Begin the first page with the work of who logs in; it said nothing to who edits no pages."""
    if own_kinds(Actor.of(request.user)):
        panels.append(front.WorkPanel())


@hooks.register("construct_help_menu")
def no_help_elsewhere(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Leave out Wagtail's own help: English pages of another site, with a mark that asks to be read."""
    menu_items.clear()


@hooks.register("register_admin_viewset")
def reference_lists() -> lists.ReferenceLists:
    """Return the screens for organisations, regions, sectors and ambassadors."""
    return lists.ReferenceLists()
