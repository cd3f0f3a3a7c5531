# SPDX-License-Identifier: EUPL-1.2
"""Who somebody is and what they may, as every page for a logged-in reader asks: in two statements."""

from functools import lru_cache
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import Permission

from .models import User
from .rows import Rows


class Rights(AuthenticationBackend):
    """allauth's way to log in; own rights and those of groups are asked for together."""

    def get_user(self, user_id: int) -> User | None:
        """Return the active user with their profile in the admin, or none."""
        user = User.objects.select_related("wagtail_userprofile").filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """Return every right as `app_label.codename`; a superuser has all, nobody has one on one object."""
        if obj is not None or not user_obj.is_active or user_obj.is_anonymous or user_obj.is_superuser:
            return super().get_all_permissions(user_obj, obj)
        if not hasattr(user_obj, "_perm_cache"):
            user_obj._perm_cache = {f"{app}.{code}" for app, code in _rights_of(user_obj.pk).fetch()}
        return user_obj._perm_cache


@lru_cache(maxsize=256)
def _rights_of(user_id: int) -> Rows:
    """Return the question for the rights of a user; the answer is asked for at each request."""
    columns = ("content_type__app_label", "codename")
    own = Permission.objects.filter(user=user_id).values_list(*columns)
    of_groups = Permission.objects.filter(group__user=user_id).values_list(*columns)
    return Rows([own, of_groups])
