# SPDX-License-Identifier: EUPL-1.2
"""What the site's search can find of a learning project, per audience."""

from django.urls import reverse

from netwerk.kinds import Entry
from netwerk.models import Visibility
from netwerk.search import NETWORK, PUBLIC, TEAM

from .models import LearningProject

WITH = ("organisation", "themes", "regions", "lessons")
"""What `of_project` asks of a project, for many at once."""
_LEVELS = {
    Visibility.PUBLIC: (PUBLIC, (Visibility.PUBLIC,)),
    Visibility.NETWORK: (NETWORK, (Visibility.PUBLIC, Visibility.NETWORK)),
}
"""Who may read the page of a project, and which lessons stand on it for all of them."""


def of_project(project: LearningProject) -> list[Entry]:
    """A project is found by the team, without the group's words; by others as far as it was shared."""
    themes = [theme.slug for theme in project.themes.all()]
    found = [
        Entry(
            title=project.title,
            url=reverse("act_desk:project", args=[project.pk]),
            summary=project.state_info.label,
            body=" ".join((project.reference, project.carrier)),
            audience=TEAM,
            themes=themes,
        )
    ]
    level = _LEVELS.get(Visibility(project.visibility))
    if level is not None and project.slug:
        audience, lessons = level
        found.append(
            Entry(
                title=project.title,
                url=project.get_absolute_url(),
                summary=project.summary,
                body=_body(project, lessons),
                audience=audience,
                themes=themes,
            )
        )
    return found


def _body(project: LearningProject, levels: tuple[str, ...]) -> str:
    """Everything that stands on the page, so that any word of it is found."""
    texts = [project.carrier, project.place, *(str(region) for region in project.regions.all())]
    if project.state == "shared":
        texts += [
            project.story,
            project.changed,
            project.improvement_for,
            project.remains,
            project.stop_reason,
        ]
    for lesson in project.lessons.all():
        if lesson.visibility in levels:
            texts += [lesson.title, lesson.happened, lesson.context, lesson.advice]
    return " ".join(texts)
