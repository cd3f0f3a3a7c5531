# SPDX-License-Identifier: EUPL-1.2
"""Initiatives in tests, in any state.

These are put in place directly, without walking there: what a test is about, it does through an action.
"""

from datetime import UTC, date, datetime
from itertools import count

from koplopers.models import Initiative, InitiativeOwner
from koplopers.workflow import INITIATIVE
from netwerk.models import Organisation, Region, Sector, Theme, User

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
"""A Monday."""
_numbers = count(1)

TEXTS = {
    "summary": "Collega's ruilen losse uren. Wie meer wil werken, vindt zelf de ruimte.",
    "problem": "Elke week stonden er diensten open.",
    "approach": "Elk team heeft een potje met losse uren.",
    "for_whom": "Voor mensen met een klein contract.",
    "by_whom": "Twee teams en een school.",
    "phase": "in-gebruik",
    "results": "Open diensten zijn binnen een dag gevuld.",
    "evidence": "eigen-meting",
    "what_did_not_work": "Zes teams tegelijk was te veel.",
    "transfer": "Een trekker, vier uur per week.",
}


def organisation(name: str = "Voorbeeldorganisatie De Linde") -> Organisation:
    """Return an organisation by its name."""
    slug = name.lower().replace(" ", "-")
    return Organisation.objects.get_or_create(slug=slug, defaults={"name": name, "kind": "care"})[0]


def owned_by(initiative: Initiative, user: User, role: str = "owner") -> Initiative:
    """Tie somebody to an initiative."""
    InitiativeOwner.objects.create(initiative=initiative, user=user, role=role, added_at=NOW)
    return initiative


def initiative(
    state: str = "draft", owner: User | None = None, *, theme: str = "meer-uren-werken", **fields: object
) -> Initiative:
    """Make an initiative in a state, with everything told; one whose state is shown is on the site."""
    number = next(_numbers)
    made = Initiative(
        kind="initiatief",
        reference=f"KI-2026-{number:04d}T",
        state=state,
        created_at=NOW,
        last_news_at=NOW,
        **{
            "title": f"Ruilrooster {number}",
            "organisation": organisation(),
            **TEXTS,
            **_shown(state, number),
            **fields,
        },
    )
    made.save(force_insert=True)
    made.themes.add(Theme.objects.get(slug=theme))
    made.sectors.add(Sector.objects.get(slug="ouderenzorg-verpleging-en-verzorging"))
    made.regions.add(Region.objects.filter(province="overijssel")[0])
    return owned_by(made, owner) if owner is not None else made


def _shown(state: str, number: int) -> dict[str, object]:
    if state not in INITIATIVE.sets["shown"]:
        return {}
    shown = {"listed_at": NOW, "visibility": "public", "slug": f"ruilrooster-{number}"}
    if state in ("recognised", "alumni"):
        shown |= {"recognised_at": date(2026, 11, 2), "recognised_by": "VWS"}
    return shown
