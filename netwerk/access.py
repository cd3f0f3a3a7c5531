# SPDX-License-Identifier: EUPL-1.2
"""Who acts, and how a rule says yes or no. The mechanism only; the rules live with their product."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from .models import SecretLink, User


@dataclass(frozen=True)
class Verdict:
    """Yes, or no with a reason in plain Dutch that may be shown."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed


YES = Verdict(True)


def no(reason: str) -> Verdict:
    """Return a refusal with this reason."""
    return Verdict(False, reason)


def verdict(allowed: bool, reason: str) -> Verdict:
    """Return yes, or no with this reason."""
    return YES if allowed else no(reason)


Rule = Callable[["Actor", Any], Verdict]


@dataclass(frozen=True)
class Actor:
    """Who does something: a user, the holder of a secret link, a visitor, or the portal itself."""

    kind: str
    label: str
    user: "User | None" = None
    link: "SecretLink | None" = None

    @classmethod
    def of(cls, user: "User | AnonymousUser") -> "Actor":
        """Return the actor for a logged-in user, or the visitor when nobody is logged in."""
        if not user.is_authenticated:
            return cls("visitor", "Bezoeker")
        return cls("user", str(user), user=user)

    @classmethod
    def holder(cls, link: "SecretLink", label: str) -> "Actor":
        """Return the actor who came in by a secret link; `label` is a role, never a name."""
        return cls("link", label, link=link)

    def has_perm(self, permission: str) -> bool:
        """Tell whether this is an active user with the permission."""
        return self.user is not None and self.user.has_perm(permission)

    def holds(self, scope: str, dossier_id: int, part: str = "") -> bool:
        """Tell whether the actor came in by a link of this scope to this dossier (and part)."""
        link = self.link
        return (
            link is not None and link.scope == scope and link.dossier_id == dossier_id and link.part == part
        )


SYSTEM = Actor("system", "Portaal")


class NotPermitted(PermissionDenied):
    """A rule said no. The message is the reason."""


def require(answer: Verdict) -> None:
    """Raise NotPermitted with the reason unless the answer is yes."""
    if not answer:
        raise NotPermitted(answer.reason)
