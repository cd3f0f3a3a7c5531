# SPDX-License-Identifier: EUPL-1.2
"""What the site may ask of Actieleren beyond kinds. Filter and slice; never write."""

from netwerk import cache_tags
from netwerk.access import Actor

from .models import Lesson
from .models.project import LearningProject
from .querysets import LearningProjectQuerySet, LessonQuerySet

__all__ = ["listed_projects", "public_lessons"]

_ANYBODY = Actor("visitor", "Bezoeker")


def listed_projects() -> LearningProjectQuerySet:
    """Return the projects on the site, newest first, with what a card shows; a kept page is told.

    Their themes come from `netwerk.cards`, for all cards of a page at once.

    For one theme: `listed_projects().about_themes(["gezond-werken"])`.
    """
    cache_tags.note(cache_tags.listing("leertraject"))
    return LearningProject.objects.listed().for_cards()


def public_lessons() -> LessonQuerySet:
    """Return the lessons that everybody may read, newest first; a kept page is told."""
    cache_tags.note(cache_tags.listing("leertraject"))
    return Lesson.objects.readable_by(_ANYBODY).select_related("project")
