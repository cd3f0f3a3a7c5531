# SPDX-License-Identifier: EUPL-1.2
"""`/mijn/`: the start of everybody with an account."""

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from netwerk import kinds
from netwerk.access import Actor
from netwerk.kinds import Mine
from netwerk.models import User
from portal.follow import followed_by


def own_dossiers(user: User) -> list[Mine]:
    """What this user has of each kind; a kind of which they have nothing is left out."""
    actor = Actor.of(user)
    found = [kind.mine(actor) for kind in kinds.all_kinds() if kind.mine is not None]
    return [mine for mine in found if mine.cards]


STARTS = (
    {
        "title": "Meld een knelpunt",
        "text": "Zit een regel in de weg? Wij zoeken uit welke ruimte er is.",
        "url": "/ruimte-in-de-regels/",
        "icon": "message-report",
    },
    {
        "title": "Meld een initiatief aan",
        "text": "Doen jullie iets dat werkt? Dan leren anderen er graag van.",
        "url": "/koplopers/aanmelden/",
        "icon": "award",
    },
    {
        "title": "Begin een leertraject",
        "text": "Kijk eerst of actieleren bij jullie vraag past.",
        "url": "/actieleren/geschiktheid/",
        "icon": "refresh",
    },
)
"""What everybody with an account can begin."""


def links_for(user: User) -> list[dict[str, str]]:
    """Where this user can go from here, by what they may do."""
    links = [*STARTS]
    links.append(
        {
            "title": "Mijn organisaties",
            "text": "Uitnodigingen, en waar je lid bent.",
            "url": reverse("invitations"),
            "icon": "users-group",
        }
    )
    if user.has_perm("wagtailadmin.access_admin"):
        links.insert(
            0,
            {
                "title": "Naar het beheer",
                "text": "Meldingen en casussen behandelen, en pagina’s schrijven.",
                "url": reverse("wagtailadmin_home"),
                "icon": "folder-check",
            },
        )
    return links


@require_safe
@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """Show what asks something of this user, what is theirs, and what they can do."""
    user = cast(User, request.user)  # login_required let nobody else in
    initials = f"{user.first_name[:1]}{user.last_name[:1]}".upper() or user.email[:1].upper()
    own = own_dossiers(user)
    context = {
        "tasks": [card for mine in own for card in mine.cards if card.asks],
        "own": own,
        "followed": followed_by(user),
        "links": links_for(user),
        "initials": initials,
    }
    return render(request, "portal/overview.html", context)
