# SPDX-License-Identifier: EUPL-1.2
"""`/mijn/volgen/`: follow a theme, a rule or a dossier, or stop. A page apart: kept pages hold no token."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from netwerk import follows, kinds
from netwerk.access import Actor
from netwerk.follows import Thing
from netwerk.models import Theme, User
from portal.pages.addresses import address_of
from ruimte_in_de_regels import public as desk

STEPS = {
    "thema": "Je krijgt een mail als er een casus over dit thema op de site komt.",
    "regel": "Je krijgt een mail bij een nieuwe casus, een antwoord, een uitkomst of een toezegging.",
    "dossier": "Je krijgt een mail als er nieuws is dat iedereen mag weten.",
}
"""What a follower hears, by the kind of thing in the address."""


@dataclass(frozen=True)
class Followed:
    """One thing that can be followed, as its followers see it."""

    kind: str
    key: str
    title: str
    url: str
    icon: str
    thing: Thing

    @property
    def text(self) -> str:
        """What stands below its title in a list."""
        return {"thema": "Thema", "regel": "Wet of regel"}.get(self.kind, "")

    @property
    def follow_url(self) -> str:
        """Address of the page on which one follows it, or stops."""
        return reverse("follow", args=[self.kind, self.key])


def _themes(keys: list[str] | None = None, pks: list[int] | None = None) -> list[Followed]:
    rows = Theme.objects.select_related("theme_page").filter(theme_page__live=True)
    rows = rows.filter(slug__in=keys) if keys is not None else rows.filter(pk__in=pks or [])
    return [
        Followed("thema", theme.slug, theme.name, address_of(theme.theme_page), theme.icon, theme)
        for theme in rows
    ]


def _regulations(keys: list[str] | None = None, pks: list[int] | None = None) -> list[Followed]:
    rows = desk.shown_regulations()
    rows = rows.filter(slug__in=keys) if keys is not None else rows.filter(pk__in=pks or [])
    return [Followed("regel", row.slug, str(row), row.get_absolute_url(), "gavel", row) for row in rows]


def _dossiers(keys: list[str] | None = None, pks: list[int] | None = None) -> list[Followed]:
    rows = follows.open_documents()
    rows = (
        rows.filter(dossier__reference__in=keys) if keys is not None else rows.filter(dossier__in=pks or [])
    )
    icons = {kind.code: kind.icon for kind in kinds.all_kinds()}
    found = {row.dossier_id: row for row in rows if row.dossier is not None}
    return [
        Followed(
            "dossier", row.dossier.reference, row.title, row.url, icons.get(row.kind, "bulb"), row.dossier
        )
        for row in found.values()
        if row.dossier is not None
    ]


_Finder = Callable[[list[str] | None, list[int] | None], list[Followed]]
_FINDERS: dict[str, tuple[str, _Finder]] = {
    "thema": ("theme_id", _themes),
    "regel": ("regulation_id", _regulations),
    "dossier": ("dossier_id", _dossiers),
}
"""By the kind in the address: the field of a follow, and what finds those that its followers may see."""


def followed_by(user: User) -> list[Followed]:
    """Return what somebody follows and may (still) see, in a fixed number of queries."""
    rows = list(user.follows.values(*(field for field, _ in _FINDERS.values())))
    found: list[Followed] = []
    for field, finder in _FINDERS.values():
        pks = [row[field] for row in rows if row[field] is not None]
        found += finder(None, pks) if pks else []
    return found


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Follow one thing, or stop. What this reader may not see is a 404."""
    if kind not in _FINDERS or "\x00" in key:
        raise Http404
    found = _FINDERS[kind][1]([key], None)
    if not found:
        raise Http404
    one, actor = found[0], Actor.of(cast(User, request.user))
    if request.method == "POST":
        if request.POST.get("do") == "follow":
            follows.follow(one.thing, by=actor, now=timezone.now())
            messages.success(request, "Je volgt dit nu.")
        elif request.POST.get("do") == "stop" and follows.unfollow(one.thing, by=actor):
            messages.success(request, "Je volgt dit niet meer.")
        return redirect(one.follow_url)
    context = {"one": one, "steps": STEPS[kind], "following": follows.follows(actor, one.thing)}
    return render(request, "portal/follow.html", context)
