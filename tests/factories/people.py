# SPDX-License-Identifier: EUPL-1.2
"""People in tests."""

from itertools import count

from django.contrib.auth.models import Group

from netwerk.access import Actor
from netwerk.models import User

_numbers = count(1)
PASSWORD = "een-lang-wachtwoord"


def user(*roles: str, first_name: str = "Tess", **fields: object) -> User:
    """Make a user with these roles."""
    number = next(_numbers)
    made = User.objects.create_user(
        f"tess{number}@voorbeeld.example",
        PASSWORD,
        first_name=first_name,
        last_name=f"Test{number}",
        **fields,
    )
    made.groups.set(Group.objects.filter(name__in=roles))
    assert made.groups.count() == len(roles), "unknown role"
    return made


def actor(*roles: str) -> Actor:
    """Make a user with these roles, as actor."""
    return Actor.of(user(*roles))
