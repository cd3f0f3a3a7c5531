# SPDX-License-Identifier: EUPL-1.2
"""The public text of a case."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.text import slugify

from netwerk import cache_tags
from netwerk.access import Actor
from netwerk.models import Visibility
from netwerk.perform import Act, Done, Move, NotNow, perform

from .. import access, workflow
from ..models import ObstacleCase, Publication
from . import promises, regulations


def save_text(case: ObstacleCase, values: Mapping[str, Any], *, by: Actor, now: datetime) -> Publication:
    """Write the public text; every change undoes the check, so who changes it is its author.

    Raises:
        NotNow: the text is approved or published; revise it first.
    """
    publication = Publication.objects.filter(case=case).first() or Publication(case=case)

    def write(_fresh: ObstacleCase) -> None:
        if publication.pk:
            publication.refresh_from_db()
        if publication.state not in workflow.PUBLICATION.sets["editable"]:
            raise NotNow("De tekst is goedgekeurd. Kies eerst \u2018Pas aan\u2019.")
        for name, value in values.items():
            setattr(publication, name, value)
        publication.author, publication.checked_by, publication.checklist = by.user, None, []
        publication.slug = publication.slug or _free_slug(publication.title, case)
        publication.save()

    perform(case, Act("publicatie.saved", access.handles_cases, then=write), by=by, now=now)
    return publication


def _free_slug(title: str, case: ObstacleCase) -> str:
    """Return an address for the text: from its title, with the reference when that is taken."""
    slug = slugify(title)[:60] or "casus"
    taken = Publication.objects.filter(slug=slug).exclude(case=case).exists()
    return f"{slug}-{case.reference.lower()}" if taken else slug


def show_reporter(publication: Publication, *, by: Actor, now: datetime) -> Done:
    """Let the reporters read the text before it appears."""
    return perform(publication, Move("show_reporter"), by=by, now=now)


def take_back(publication: Publication, *, by: Actor, now: datetime) -> Done:
    """Go on writing a text that the reporters could read."""
    return perform(publication, Move("take_back"), by=by, now=now)


def approve(publication: Publication, checklist: Sequence[str], *, by: Actor, now: datetime) -> Done:
    """Approve the text as a second person, with every point of the check on recognisability ticked.

    Raises:
        NotPermitted: the actor wrote it.
        NotNow: a point is open, the text is not complete, or a reporter objects.
    """

    def sign(fresh: Publication) -> None:
        fresh.checklist, fresh.checked_by = list(checklist), by.user

    return perform(publication, Move("approve", fill=sign), by=by, now=now)


def revise(publication: Publication, *, by: Actor, now: datetime) -> Done:
    """Open an approved or retracted text for changes."""
    return perform(publication, Move("revise"), by=by, now=now)


def publish(publication: Publication, *, by: Actor, now: datetime) -> Done:
    """Put the case on the site."""

    def appear(fresh: Publication) -> None:
        fresh.published_at = now
        _list(fresh, now, Visibility.PUBLIC)

    return perform(publication, Move("publish", then=appear), by=by, now=now)


def retract(publication: Publication, reason: str, *, by: Actor, now: datetime) -> Done:
    """Take the case off the site, with the reason."""

    def vanish(fresh: Publication) -> None:
        _list(fresh, None, Visibility.TEAM)

    return perform(publication, Move("retract", {"reason": reason}, then=vanish), by=by, now=now)


def _list(publication: Publication, listed_at: datetime | None, visibility: str) -> None:
    """Keep the copy that public lists look at; the case's row is locked by `perform`."""
    case = publication.case
    case.listed_at, case.visibility = listed_at, visibility
    case.save(update_fields=["listed_at", "visibility"])
    cache_tags.bump_on_commit(cache_tags.dossier(case.pk), cache_tags.listing(case.kind))
    promises.touched()
    regulations.touched(case.regulations.values_list("pk", flat=True))
