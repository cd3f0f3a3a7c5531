# SPDX-License-Identifier: EUPL-1.2
"""Who works at a desk."""

from collections.abc import Iterable

from django.contrib.auth.models import Permission
from django.core.cache import caches
from django.db.models import Q, QuerySet

from netwerk.models import User

NAMED = ("first_name", "last_name", "email")
"""What of a user is needed to show who it is."""


def people_with(permission: str) -> QuerySet[User]:
    """Return the active users who have this permission (`app_label.codename`), by name."""
    return people_with_any([permission])


def people_with_any(permissions: Iterable[str]) -> QuerySet[User]:
    """Return the active users who have one of these permissions, by name."""
    rights = _keys_of(sorted(permissions))
    # Two subqueries and no joins: those would need a DISTINCT over whole rows.
    group = User.groups.through.objects.filter(group__permissions__in=rights).values("user")
    own = User.user_permissions.through.objects.filter(permission__in=rights).values("user")
    able = Q(is_superuser=True) | Q(pk__in=group) | Q(pk__in=own)
    return User.objects.filter(able, is_active=True).order_by("first_name", "last_name", "email")


def _keys_of(permissions: list[str]) -> list[int]:
    """Return the keys of permissions. They never change, so a process asks for them once."""
    name = f"rights:{','.join(permissions)}"
    found: list[int] = caches["process"].get(name) or []
    if not found:
        asked = Q()
        for permission in permissions:
            app, codename = permission.split(".")
            asked |= Q(content_type__app_label=app, codename=codename)
        found = list(Permission.objects.filter(asked).values_list("pk", flat=True))
        caches["process"].set(name, found)
    return found
