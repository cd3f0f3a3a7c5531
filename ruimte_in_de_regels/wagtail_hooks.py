# SPDX-License-Identifier: EUPL-1.2
"""What this desk adds to the admin: its addresses and its menu."""

from typing import Any

from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from netwerk.desk.menu import PermittedMenuItem

from .desk import urls
from .desk.base import HANDLE_CASE, HANDLE_REPORT
from .desk.settings import DECIDE
from .views import viewing


@hooks.register("register_admin_urls")
def desk_urls() -> list[Any]:
    """Return the addresses below /beheer/."""
    return [path("ruimte-in-de-regels/", include(urls)), path("ruimte-in-de-regels/", include(viewing))]


@hooks.register("register_admin_menu_item")
def desk_menu() -> MenuItem:
    """Return the menu; it shows only when something in it does."""
    items = [
        PermittedMenuItem(
            "Meldingen", reverse("rir_desk:reports"), HANDLE_REPORT, icon_name="mail", order=10
        ),
        PermittedMenuItem(
            "Casussen", reverse("rir_desk:cases"), HANDLE_CASE, icon_name="folder-open-inverse", order=20
        ),
        PermittedMenuItem(
            "Signalen", reverse("rir_desk:signals"), HANDLE_CASE, icon_name="warning", order=25
        ),
        PermittedMenuItem(
            "Verdeelregels", reverse("rir_desk:rules"), HANDLE_REPORT, icon_name="redirect", order=40
        ),
        PermittedMenuItem(
            "Wetten en regels", reverse("rir_desk:regulations"), HANDLE_CASE, icon_name="doc-full", order=28
        ),
        PermittedMenuItem(
            "Toezeggingen", reverse("rir_desk:promises"), HANDLE_CASE, icon_name="date", order=27
        ),
        PermittedMenuItem(
            "Kwartaalbrieven", reverse("rir_desk:letters"), HANDLE_CASE, icon_name="doc-full", order=29
        ),
        PermittedMenuItem("Termijnen", reverse("rir_desk:terms"), DECIDE, icon_name="calendar", order=50),
        PermittedMenuItem(
            "Contactpersonen en partijen",
            reverse("rir_desk:contacts"),
            HANDLE_CASE,
            icon_name="user",
            order=30,
        ),
    ]
    return SubmenuMenuItem("Ruimte in de Regels", Menu(items=items), icon_name="openquote", order=200)
