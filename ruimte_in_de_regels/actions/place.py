# SPDX-License-Identifier: EUPL-1.2
"""What a report or a case is about: themes, sectors, regions. Reporters may skip them; the team adds them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from netwerk.access import Actor
from netwerk.models import Dossier, Region, Sector, Theme
from netwerk.perform import Act, Done, NotNow, perform

from .. import access, workflow
from ..models import ObstacleCase, ObstacleReport, Publication
from . import routing


@dataclass(frozen=True)
class Place:
    """Where something belongs: on the site, in the figures, with its followers."""

    themes: Sequence[Theme] = ()
    sectors: Sequence[Sector] = ()
    regions: Sequence[Region] = ()

    @classmethod
    def of(cls, dossier: Dossier) -> "Place":
        """Return where a dossier stands now."""
        return cls(list(dossier.themes.all()), list(dossier.sectors.all()), list(dossier.regions.all()))

    def put_on(self, dossier: Dossier) -> None:
        """Let a dossier belong here, and nowhere else."""
        dossier.themes.set(self.themes)
        dossier.sectors.set(self.sectors)
        dossier.regions.set(self.regions)

    def words(self) -> str:
        """Return it in a line for the timeline."""
        return ", ".join(map(str, (*self.themes, *self.sectors, *self.regions))) or "niets"

    def narrows_as(self, dossier: Dossier) -> bool:
        """Whether it tells a reader as much of sector and region as the dossier does now."""
        now = Place.of(dossier)
        return set(self.sectors) == set(now.sectors) and set(self.regions) == set(now.regions)


def place_report(report: ObstacleReport, place: Place, *, by: Actor, now: datetime) -> Done:
    """Say what a report is about. Without a handler it goes to whom the intake rules name.

    Raises:
        NotPermitted: only the team works on reports.
    """
    data = {"place": place.words()}
    with transaction.atomic():
        act = Act("melding.placed", access.handles_reports, then=place.put_on, data=data)
        done = perform(report, act, by=by, now=now)
        routing.route_report(done.subject, by=by, now=now)
    return done


@dataclass(frozen=True)
class Description:
    """A case in the team's words, and what it is about."""

    title: str
    summary: str
    place: Place


def describe_case(case: ObstacleCase, new: Description, *, by: Actor, now: datetime) -> Done:
    """Give a case another title or summary, or say what it is about.

    Raises:
        NotPermitted: only the team works on cases.
        NotNow: sector and region are part of the public text that a second person approved.
    """

    def describe(fresh: ObstacleCase) -> None:
        checked = workflow.PUBLICATION.sets["checked"]
        if (
            not new.place.narrows_as(fresh)
            and Publication.objects.filter(case=fresh, state__in=checked).exists()
        ):
            raise NotNow(
                "De openbare tekst is nagekeken met deze sectoren en regio's. Neem de tekst eerst terug."
            )
        fresh.title, fresh.summary = new.title, new.summary
        new.place.put_on(fresh)

    act = Act("casus.described", access.handles_cases, then=describe, data={"place": new.place.words()})
    return perform(case, act, by=by, now=now)
