# SPDX-License-Identifier: EUPL-1.2
"""What the site's search can find of an initiative, per audience."""

from django.urls import reverse

from netwerk.kinds import Entry
from netwerk.search import PUBLIC, TEAM

from .models import Initiative

WITH = ("organisation", "themes", "sectors", "regions")
"""What is loaded for many at once."""


def of_initiative(initiative: Initiative) -> list[Entry]:
    """An initiative is found by the team; by everybody once it stands on the site."""
    themes = [theme.slug for theme in initiative.themes.all()]
    found = [
        Entry(
            title=initiative.title,
            url=reverse("kop_desk:initiative", args=[initiative.pk]),
            summary=initiative.state_info.label,
            body=" ".join((initiative.reference, initiative.summary, initiative.initiator)),
            audience=TEAM,
            themes=themes,
        )
    ]
    if initiative.listed_at is not None:
        found.append(
            Entry(
                title=initiative.title,
                url=initiative.get_absolute_url(),
                summary=initiative.summary,
                body=_body(initiative),
                audience=PUBLIC,
                themes=themes,
            )
        )
    return found


def _body(initiative: Initiative) -> str:
    """Everything that stands on the public page, so that any word of it is found."""
    related = [*initiative.sectors.all(), *initiative.regions.all()]
    texts = (
        initiative.problem, initiative.approach, initiative.for_whom, initiative.by_whom,
        initiative.results, initiative.what_did_not_work, initiative.transfer, initiative.initiator,
        initiative.place, *(str(thing) for thing in related),
    )  # fmt: skip
    return " ".join(texts)
