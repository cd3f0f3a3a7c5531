# SPDX-License-Identifier: EUPL-1.2
"""Who works at a desk."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from netwerk.models import User


def people_with(permission: str) -> QuerySet[User]:
    """Return the active users who have this permission (`app_label.codename`), by name."""
    return people_with_any([permission])


def people_with_any(permissions: Iterable[str]) -> QuerySet[User]:
    """Return the active users who have one of these permissions, by name."""
    found = Q(is_superuser=True)
    for permission in permissions:
        app, codename = permission.split(".")
        found |= Q(groups__permissions__content_type__app_label=app, groups__permissions__codename=codename)
        found |= Q(user_permissions__content_type__app_label=app, user_permissions__codename=codename)
    return User.objects.filter(found, is_active=True).distinct().order_by("first_name", "last_name", "email")
