# SPDX-License-Identifier: EUPL-1.2
"""What does not stay for ever of an initiative. What stands on the site stays."""

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from netwerk.models import Dossier, Message, TimelineEntry
from netwerk.retention import Period, Rule, delete_rows, ended, lapsing, register, register_over

from .actions import forgetting
from .models import Initiative, InitiativeOwner

ENDS = ("initiatief.decline", "initiatief.archive", "initiatief.withdraw", "initiatief.retire")
REVIEWED = (*ENDS, "initiatief.publish", "initiatief.recognise")
SETTLED = ("good_example", "recognised", "declined", "archived", "alumni")
_LAW = "AVG: niet langer dan nodig is."


def _left_drafts(before: datetime) -> QuerySet[Initiative]:
    return Initiative.objects.filter(state="draft", last_news_at__lt=before)


def _over(before: datetime) -> QuerySet[Dossier]:
    """The initiatives that were declined, archived or retired before a moment, and are so still."""
    return ended(Initiative.objects.filter(state__in=("declined", "archived", "alumni")), ENDS, before)


def _owners(before: datetime, *, shown: bool) -> QuerySet[InitiativeOwner]:
    """Who stood behind what is not on the site: it was there once, or never."""
    gone = _over(before).filter(listed_at__isnull=True)  # type: ignore[misc]
    published = TimelineEntry.objects.filter(dossier=OuterRef("pk"), type="initiatief.publish")
    once = gone.filter(Exists(published)) if shown else gone.filter(~Exists(published))
    return InitiativeOwner.objects.filter(initiative__in=once.values("pk"))


def _never_shown(before: datetime) -> QuerySet[InitiativeOwner]:
    return _owners(before, shown=False)


def _once_shown(before: datetime) -> QuerySet[InitiativeOwner]:
    return _owners(before, shown=True)


def _messages(before: datetime) -> QuerySet[Message]:
    """What was said about what waits for nothing any more."""
    settled = Initiative.objects.filter(state__in=SETTLED)
    return Message.objects.filter(dossier__in=ended(settled, REVIEWED, before).values("pk"))


register_over(_over)
register(
    Rule(
        "initiatief.concept",
        "concepten van initiatieven die niemand instuurde",
        "nadat er het laatst iets in veranderde",
        f"{_LAW} Alleen wie het schreef, kon het lezen.",
        Period(12, 6, 24),
        _left_drafts,
        lapsing(forgetting.lapse),
        "pk",
        silent=True,
    ),
    Rule(
        "initiatief.niet_door",
        "wie een initiatief aandroeg dat niet op de site kwam",
        "nadat het is afgewezen, ingetrokken of gearchiveerd",
        f"{_LAW} Een jaar lang kan iemand het opnieuw proberen.",
        Period(12, 3, 24),
        _never_shown,
        delete_rows,
        "initiative",
    ),
    Rule(
        "initiatief.van_de_site",
        "wie de eigenaar was van een initiatief dat op de site stond",
        "nadat het is gearchiveerd",
        "Eigen beleid: zo lang kan iemand nog vragen wie erachter zat.",
        Period(24, 12, 60),
        _once_shown,
        delete_rows,
        "initiative",
    ),
    Rule(
        "initiatief.berichten",
        "berichten tussen de eigenaar en het team",
        "nadat er over het initiatief is besloten",
        "Eigen beleid: net zo lang als berichten van een melder.",
        Period(24, 12, 36),
        _messages,
        delete_rows,
        "dossier",
    ),
    group="Initiatieven",
)
