# SPDX-License-Identifier: EUPL-1.2
"""The reference lists that the team keeps: organisations, regions, sectors, ambassadors.

These are no dossiers and hold nobody's own words, so Wagtail's plain model screens serve.
"""

from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from netwerk.models import Organisation, Region, Sector, ThemeAmbassador


class OrganisationList(ModelViewSet):
    """Organisations in and around the network."""

    model = Organisation
    icon = "group"
    form_fields = ("name", "slug", "kind", "sectors", "regions")
    list_display = ("name", "kind")
    list_filter = ("kind",)
    search_fields = ("name",)
    inspect_view_enabled = False
    copy_view_enabled = False


class RegionList(ModelViewSet):
    """Labour-market regions; an old one keeps its place with an end date and a successor."""

    model = Region
    icon = "site"
    form_fields = ("name", "slug", "province", "valid_from", "valid_to", "successor", "position")
    list_display = ("name", "province", "valid_from", "valid_to")
    list_filter = ("province",)
    search_fields = ("name",)
    copy_view_enabled = False


class SectorList(ModelViewSet):
    """Branches of care, welfare and education."""

    model = Sector
    icon = "list-ul"
    form_fields = ("name", "slug", "azw_code", "position")
    list_display = ("name", "azw_code")
    copy_view_enabled = False


class AmbassadorList(ModelViewSet):
    """Who carries a theme, and who did before; a theme without one is vacant."""

    model = ThemeAmbassador
    icon = "user"
    form_fields = ("theme", "user", "name", "introduction", "since", "until")
    list_display = ("theme", "name", "since", "until")
    list_filter = ("theme",)
    copy_view_enabled = False


class ReferenceLists(ModelViewSetGroup):
    """All of them under one menu item."""

    menu_label = "Lijsten"
    menu_icon = "list-ul"
    menu_order = 220
    items = (OrganisationList, RegionList, SectorList, AmbassadorList)
