# SPDX-License-Identifier: EUPL-1.2
"""What a secret link can open. Each app registers its scopes here, in a module of the same name."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from .models import SecretLink


@dataclass(frozen=True)
class Scope:
    """One kind of access by link: what its door says, and where it leads."""

    code: str
    title: str
    explanation: str
    actor_label: str
    """Name of the holder on the timeline: a role, never a person."""
    url: Callable[[SecretLink], str]
    """Token-free address behind the door."""
    lifetime: timedelta
    with_code: bool = False
    """Its links can also be opened by a code that is read out or written down."""


_scopes: dict[str, Scope] = {}


def register(*scopes: Scope) -> None:
    """Add scopes. Raises ValueError when a code stands twice."""
    for scope in scopes:
        if scope.code in _scopes:
            raise ValueError(f"scope {scope.code!r} is registered twice")
        _scopes[scope.code] = scope


def scope(code: str) -> Scope:
    """Return one scope. Raises KeyError when no app registered it."""
    return _scopes[code]
