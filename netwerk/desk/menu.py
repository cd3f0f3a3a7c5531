# SPDX-License-Identifier: EUPL-1.2
"""Menu items that only show to who may open them."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem

from netwerk.access import Actor
from netwerk.casework.rules import own_kinds


class PermittedMenuItem(MenuItem):
    """A menu item for who has a permission."""

    def __init__(self, label: str, url: str, permission: str, **kwargs: Any) -> None:
        super().__init__(label, url, **kwargs)
        self.permission = permission

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether the reader has the permission."""
        return request.user.has_perm(self.permission)


class TeamMenuItem(MenuItem):
    """A menu item for whoever belongs to the team of any kind."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether the reader works anywhere."""
        return bool(own_kinds(Actor.of(request.user)))
