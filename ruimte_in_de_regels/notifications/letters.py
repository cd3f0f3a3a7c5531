# SPDX-License-Identifier: EUPL-1.2
"""What the letters of this desk have in common: there is news, and where to read it, nothing more."""

from collections.abc import Callable, Mapping

from django.utils import timezone

from netwerk import links
from netwerk.models import Delivery, Dossier, TimelineEntry
from netwerk.notifications import Letter

from ..access import REPORTER_SCOPE

Writer = Callable[[TimelineEntry, Delivery], Letter | None]
Facts = Callable[[TimelineEntry], Mapping[str, str]]
Report = Callable[[TimelineEntry, Delivery], Dossier | None]


class ReporterLetters:
    """Letters to reporters with a link to their own report.

    Args:
        report: finds the report of who gets the letter.
        facts: the dates, and what else its words may name; a line of which nothing is left is left out.
    """

    def __init__(self, report: Report, facts: Facts) -> None:
        self.report = report
        self.facts = facts

    def __call__(self, subject: str, *lines: str, what_next: str = "") -> Writer:
        """Return who writes this letter; `{reference}` and the facts are filled in."""

        def letter(entry: TimelineEntry, delivery: Delivery) -> Letter | None:
            report = self.report(entry, delivery)
            if delivery.contact is None or report is None:
                return None
            link = links.make_link(REPORTER_SCOPE, report, contact=delivery.contact, now=timezone.now())
            filled = {"reference": report.reference, **self.facts(entry)}
            return Letter(
                subject=subject.format(**filled),
                lines=tuple(said for line in lines if (said := line.format(**filled))),
                button_label="Bekijk je melding",
                button_url=links.url_for(link),
                what_next=what_next.format(**filled),
                reason="Je krijgt dit bericht omdat je bij ons een knelpunt meldde.",
            )

        return letter
