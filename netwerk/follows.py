# SPDX-License-Identifier: EUPL-1.2
"""Following: somebody with an account hears of news about one thing, until they say stop."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet

from .access import Actor, Verdict, require, verdict
from .models import Dossier, Follow, Regulation, SearchDocument, Theme, User, Visibility

Thing = Dossier | Regulation | Theme
_FIELDS: dict[type[Thing], str] = {Dossier: "dossier", Regulation: "regulation", Theme: "theme"}
_OPEN = (Visibility.PUBLIC, Visibility.NETWORK)


def may_follow(actor: Actor) -> Verdict:
    """Whoever has an account may follow: we mail to an address that was confirmed."""
    return verdict(actor.user is not None and actor.user.is_active, "Log in om iets te volgen.")


def follow(thing: Thing, *, by: Actor, now: datetime) -> Follow:
    """Let the actor hear of news about a thing; twice is once. The caller looked whether they may see it.

    Raises:
        NotPermitted: the actor has no account.
    """
    require(may_follow(by))
    made, _ = Follow.objects.get_or_create(
        user=by.user, defaults={"created_at": now}, **{_FIELDS[type(thing)]: thing}
    )
    return made


def unfollow(thing: Thing, *, by: Actor) -> bool:
    """Stop it. Returns whether the actor followed it.

    Raises:
        NotPermitted: the actor has no account.
    """
    require(may_follow(by))
    gone, _ = Follow.objects.filter(user=by.user, **{_FIELDS[type(thing)]: thing}).delete()
    return bool(gone)


def follows(actor: Actor, thing: Thing) -> bool:
    """Tell whether the actor follows a thing."""
    return Follow.objects.filter(user=actor.user, **{_FIELDS[type(thing)]: thing}).exists()


def open_documents() -> QuerySet[SearchDocument]:
    """Return what everybody with an account may read of dossiers: the titles a follower may see.

    The title of the dossier itself is the team's own, so it is never shown here.
    """
    open_to = (SearchDocument.Audience.PUBLIC, SearchDocument.Audience.NETWORK)
    rows = SearchDocument.objects.filter(audience__in=open_to, dossier__visibility__in=_OPEN)
    return rows.select_related("dossier").order_by("-audience")


def followers_of(
    dossier: Dossier, regulations: Iterable[int] = (), themes: Iterable[int] = ()
) -> QuerySet[User]:
    """Return who follows a dossier, or one of these rules or themes, each once."""
    followed = Q(dossier=dossier.pk) | Q(regulation__in=list(regulations)) | Q(theme__in=list(themes))
    found = Follow.objects.filter(followed).values("user")
    return User.objects.filter(pk__in=found, is_active=True).order_by("pk")
