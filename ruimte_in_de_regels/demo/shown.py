# SPDX-License-Identifier: EUPL-1.2
"""What happens around a text on the site: taken out before, in three lines, hit by others, spread."""

import uuid

from django.utils import timezone

from netwerk.access import Actor
from netwerk.models import Region, Sector

from ..actions import also, distribution, redactions, summaries
from ..models import Redaction
from .patterns import FICTION
from .walk import Walk

VISITOR = Actor("visitor", "Bezoeker")
TAKEN_OUT = (
    ("Verzonnenstad", "een stad", Redaction.Reason.PLACE),
    ("nachtcoach", "leidinggevende", Redaction.Reason.FUNCTION),
)
SAID_ALSO = (
    (2, 1, "ouderenzorg-verpleging-en-verzorging", "twente"),
    (2, 2, "ouderenzorg-verpleging-en-verzorging", "zeeland"),
    (3, 2, "gehandicaptenzorg", "flevoland"),
    (3, 2, "geestelijke-gezondheidszorg", "drenthe"),
    (3, 3, "ziekenhuizen-en-umcs", "rijnmond"),
    (2, 2, "jeugdzorg", "friesland"),
    (4, 3, "gehandicaptenzorg", "west-brabant"),
)
"""Hours and people as bands, with sector and region: more than the least number that is shown."""
SPREAD = (
    ("Een verzonnen bijeenkomst van nachtteams", "meeting"),
    ("De nieuwsbrief van een verzonnen regio", "newsletter"),
    ("Vijf verzonnen huizen met een nachtteam", "mail"),
)


def take_out(walk: Walk) -> None:
    """The adviser takes out a place and a rare function, each with its reason."""
    for found, instead, reason in TAKEN_OUT:
        values = {"found": found, "instead": instead, "reason": reason}
        redactions.redact(walk.the_case().publication, values, **walk.adviser)


def three_lines(walk: Walk) -> None:
    """The case in three lines, for letters."""
    story = walk.story
    lines = {
        "problem": f"{story.who} lopen vast {walk.pattern.effect}.",
        "question": walk.pattern.asked,
        "answer": f"{story.result} {FICTION}",
    }
    summaries.write_summary(walk.the_case(), lines, **walk.adviser)


def reach_others(walk: Walk) -> None:
    """Others say that it plays there too, and the network spreads what came of it."""
    publication = walk.the_case().publication
    for hours, people, sector, region in SAID_ALSO:
        place = Region.objects.get(slug=region)
        values = {
            "hours": hours,
            "people": people,
            "organisation_name": f"Voorbeeldorganisatie in {place} (verzonnen)",
            "sector": Sector.objects.get(slug=sector),
            "region": place,
        }
        also.say_also(publication, uuid.uuid4(), values, by=VISITOR, now=walk.now)
    for to_whom, how in SPREAD:
        values = {"day": timezone.localdate(walk.now), "to_whom": to_whom, "how": how}
        distribution.spread(walk.the_case(), values, **walk.adviser)
