# SPDX-License-Identifier: EUPL-1.2
"""What the site's search can find of reports and cases, per audience."""

from django.urls import reverse

from netwerk.kinds import Entry
from netwerk.models import Visibility
from netwerk.search import NETWORK, PUBLIC, TEAM

from .models import ObstacleCase, ObstacleReport, Publication

REPORT_WITH = ("themes",)
CASE_WITH = ("themes", "statements", "publication")
"""What is loaded for many at once."""
_AUDIENCES = {Visibility.PUBLIC: PUBLIC, Visibility.NETWORK: NETWORK}
"""Who finds the text of a case, by whom it is shown to."""


def of_report(report: ObstacleReport) -> list[Entry]:
    """A report is found by the team only, by its own words; who reported it is not in there."""
    return [
        Entry(
            title=report.title,
            url=reverse("rir_desk:report", args=[report.pk]),
            summary=report.state_info.label,
            body=" ".join((report.reference, report.story, report.goal, report.rule_text)),
            audience=TEAM,
            themes=_themes(report),
        )
    ]


def of_case(case: ObstacleCase) -> list[Entry]:
    """A case is found by the team; by others only as its published text."""
    statement = next(iter(case.statements.all()), None)
    found = [
        Entry(
            title=case.title,
            url=reverse("rir_desk:case", args=[case.pk]),
            summary=case.state_info.label,
            body=" ".join((case.reference, case.summary, statement.sentence if statement else "")),
            audience=TEAM,
            themes=_themes(case),
        )
    ]
    text: Publication | None = getattr(case, "publication", None)
    audience = _AUDIENCES.get(Visibility(case.visibility))
    if text is not None and text.state == "published" and audience is not None:
        found.append(
            Entry(
                title=text.title,
                url=text.get_absolute_url(),
                summary=text.problem[:300],
                body=" ".join((text.situation, text.obstacle, text.outcome, text.what_you_can_do)),
                audience=audience,
                themes=_themes(case),
            )
        )
    return found


def _themes(dossier: ObstacleReport | ObstacleCase) -> list[str]:
    return [theme.slug for theme in dossier.themes.all()]
