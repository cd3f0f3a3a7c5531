# SPDX-License-Identifier: EUPL-1.2
"""Roles as data. Code asks for permissions, never for roles; each app grants its own permissions here.

A role is a Django group whose name is the role's code; `sync_roles` makes the groups true.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission

from .models import User


@dataclass(frozen=True)
class Role:
    """One role with an account."""

    code: str
    label: str
    second_factor: bool = False
    """Must use a second factor in every session (outside demo mode)."""


ROLES = (
    Role("lid", "Lid van het netwerk"),
    Role("koplopercontact", "Contactpersoon van een Koploper"),
    Role("deelnemer", "Deelnemer aan een leertraject"),
    Role("ambassadeur", "Ambassadeur", second_factor=True),
    Role("regiocoordinator", "Regiocoördinator"),
    Role("redacteur", "Redacteur", second_factor=True),
    Role("team", "Netwerkteam", second_factor=True),
    Role("coordinator", "Coördinator", second_factor=True),
    Role("beheerder", "Beheerder", second_factor=True),
)
_granted: defaultdict[str, set[str]] = defaultdict(set)


def grant(role: str, *permissions: str) -> None:
    """Give a role permissions, each written as `app_label.codename`.

    Raises:
        ValueError: there is no such role.
    """
    if role not in {known.code for known in ROLES}:
        raise ValueError(f"unknown role {role!r}")
    _granted[role].update(permissions)


def granted(role: str) -> frozenset[str]:
    """Return the permissions that the apps together give to a role."""
    return frozenset(_granted[role])


def sync() -> None:
    """Make the groups and their permissions equal to the table; safe to run again.

    Raises:
        LookupError: an app grants a permission that does not exist.
    """
    known = {
        f"{app}.{codename}": pk
        for pk, app, codename in Permission.objects.values_list("pk", "content_type__app_label", "codename")
    }
    for role in ROLES:
        missing = granted(role.code) - known.keys()
        if missing:
            raise LookupError(f"role {role.code}: unknown permissions {sorted(missing)}")
        group, _ = Group.objects.get_or_create(name=role.code)
        group.permissions.set([known[name] for name in granted(role.code)])


def needs_second_factor(user: User) -> bool:
    """Tell whether this user's role asks for a second factor: every superuser's does."""
    codes = [role.code for role in ROLES if role.second_factor]
    return user.is_superuser or user.groups.filter(name__in=codes).exists()


_LISTS = tuple(
    f"netwerk.{act}_{model}"
    for model in ("organisation", "region", "sector", "themeambassador")
    for act in ("add", "change", "view")
)
for _role in ("beheerder", "coordinator", "team"):
    grant(
        _role, "wagtailadmin.access_admin", "netwerk.resend_delivery", "netwerk.manage_organisations", *_LISTS
    )
for _role in ("beheerder", "coordinator"):
    grant(_role, "netwerk.view_export", "netwerk.set_retention", "netwerk.hold_dossier")
grant("redacteur", "wagtailadmin.access_admin")
grant("ambassadeur", "wagtailadmin.access_admin")
