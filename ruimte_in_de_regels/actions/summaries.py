# SPDX-License-Identifier: EUPL-1.2
"""A case in three lines: written for readers outside, so held against what was taken out of its text."""

from collections.abc import Mapping
from datetime import datetime

from netwerk.access import Actor
from netwerk.hints import recognisable
from netwerk.perform import Act, NotNow, perform

from .. import access
from ..models import CaseSummary, ObstacleCase, Publication


def write_summary(case: ObstacleCase, lines: Mapping[str, str], *, by: Actor, now: datetime) -> None:
    """Keep the three lines (`problem`, `question`, `answer`) of a case.

    Raises:
        NotNow: the case is not on the site, or a line holds what was taken out of its public text.
    """

    def keep(fresh: ObstacleCase) -> None:
        text = Publication.objects.filter(case=fresh, state="published").first()
        if text is None or fresh.listed_at is None:
            raise NotNow("Deze casus staat niet op de site. Zet eerst de openbare tekst erop.")
        whole = "\n".join(lines.values())
        found = text.redactions.values_list("found", flat=True)
        if any(recognisable.whole_words(words).search(whole) for words in found):
            raise NotNow("Hier staat iets dat uit de openbare tekst is weggehaald. Schrijf het anders.")
        values = {**lines, "author": by.user, "updated_at": now}
        CaseSummary.objects.update_or_create(case=fresh, defaults=values)

    perform(case, Act("casus.summed_up", access.handles_cases, then=keep), by=by, now=now)
