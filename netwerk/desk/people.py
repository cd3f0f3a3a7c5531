# SPDX-License-Identifier: EUPL-1.2
"""Who works at a desk."""

from django.db.models import Q, QuerySet

from netwerk.models import User


def people_with(permission: str) -> QuerySet[User]:
    """Return the active users who have this permission (`app_label.codename`), by name."""
    app, codename = permission.split(".")
    group = Q(groups__permissions__content_type__app_label=app, groups__permissions__codename=codename)
    own = Q(user_permissions__content_type__app_label=app, user_permissions__codename=codename)
    return (
        User.objects.filter(group | own | Q(is_superuser=True), is_active=True)
        .distinct()
        .order_by("first_name", "last_name", "email")
    )
