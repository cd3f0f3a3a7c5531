# SPDX-License-Identifier: EUPL-1.2
"""The public text of a case: written, read along, checked, on the site at once or on a day, taken back."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from netwerk import cache_tags, search
from netwerk.access import Actor
from netwerk.models import Visibility
from netwerk.perform import Act, Done, Move, NotNow, perform

from .. import access, small_groups, terms, workflow
from ..models import ApprovedText, ObstacleCase, Publication
from . import promises, regulations

LISTED = {Visibility.PUBLIC: True, Visibility.NETWORK: False}
"""Whether a text for these readers stands in the lists that everybody sees."""


def save_text(case: ObstacleCase, values: Mapping[str, Any], *, by: Actor, now: datetime) -> Publication:
    """Write the public text; every change undoes the check, so who changes it is its author.

    Raises:
        NotNow: reporters read it, or it is approved or published; open it for writing first.
    """
    publication = Publication.objects.filter(case=case).first() or Publication(case=case)

    def write(_fresh: ObstacleCase) -> None:
        if publication.pk:
            publication.refresh_from_db()
        if publication.state not in workflow.PUBLICATION.sets["editable"]:
            raise NotNow(_LOCKED.get(publication.state, "Kies eerst \u2018Pas aan\u2019."))
        before = publication.texts() if publication.pk else {}
        for name, value in values.items():
            setattr(publication, name, value)
        publication.version += publication.texts() != before
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


_LOCKED = {
    "with_reporter": "De melders lezen deze tekst nu. Kies eerst \u2018Schrijf verder\u2019.",
    "approved": "De tekst is goedgekeurd. Kies eerst \u2018Pas aan\u2019.",
    "held": "De tekst wacht op een datum. Kies eerst \u2018Wacht niet op de datum\u2019.",
    "published": "De tekst staat op de site. Haal hem eerst terug.",
}
"""Why a text cannot be written now."""


def show_reporter(publication: Publication, *, by: Actor, now: datetime) -> Done:
    """Let the reporters read the text before it appears; they hear it, with the last day to answer."""

    def show(fresh: Publication) -> None:
        fresh.shown_at, fresh.reading_closed_at = now, None
        fresh.read_before = terms.reading_due(timezone.localdate(now))

    return perform(publication, Move("show_reporter", then=show), by=by, now=now)


def take_back(publication: Publication, *, by: Actor, now: datetime) -> Done:
    """Go on writing a text that the reporters could read; they read the next version again."""
    return perform(publication, Move("take_back", then=_unread), by=by, now=now)


def give_back(publication: Publication, reason: str, *, by: Actor, now: datetime) -> Done:
    """Give the text back to its author, as a second person who cannot approve it; the reason says why.

    Raises:
        NotPermitted: the actor wrote it.
    """
    return perform(publication, Move("give_back", {"reason": reason}, then=_unread), by=by, now=now)


def _unread(fresh: Publication) -> None:
    fresh.shown_at = fresh.read_before = fresh.reading_closed_at = None


def close_reading(publication: Publication, *, by: Actor, now: datetime) -> Done:
    """Let the days for reading along pass: who did not answer by now does not object.

    Raises:
        NotNow: there is still time, or nobody reads along (any more).
    """

    def close(fresh: Publication) -> None:
        today = timezone.localdate(now)
        if fresh.state != "with_reporter" or fresh.reading_closed_at or not _before(fresh.read_before, today):
            raise NotNow("De melders kunnen nog meelezen.")
        fresh.reading_closed_at = now

    return perform(publication, Act("publicatie.reading_closed", access.portal, then=close), by=by, now=now)


def _before(day: date | None, today: date) -> bool:
    return day is not None and day < today


def approve(publication: Publication, checklist: Sequence[str], *, by: Actor, now: datetime) -> Done:
    """Approve the text as a second person, with every point of the check on recognisability ticked.

    What was approved is kept, so that a later text can be held against it.

    Raises:
        NotPermitted: the actor wrote it.
        NotNow: a point is open, the text is not complete, or a reporter objects or is still reading.
    """

    def sign(fresh: Publication) -> None:
        fresh.checklist, fresh.checked_by = list(checklist), by.user

    def keep(fresh: Publication) -> None:
        ApprovedText.objects.create(
            publication=fresh,
            texts=fresh.texts(),
            author=fresh.author,
            checked_by=by.user,
            approved_at=now,
        )

    return perform(publication, Move("approve", fill=sign, then=keep), by=by, now=now)


def revise(publication: Publication, *, by: Actor, now: datetime) -> Done:
    """Open an approved or retracted text for changes."""
    return perform(publication, Move("revise", then=_unread), by=by, now=now)


def publish(publication: Publication, audience: str = Visibility.PUBLIC, *, by: Actor, now: datetime) -> Done:
    """Put the case on the site: for the network, or for everybody."""

    def appear(fresh: Publication) -> None:
        fresh.audience = audience
        _appear(fresh, now)

    return perform(publication, Move("publish", data={"audience": audience}, then=appear), by=by, now=now)


def hold(
    publication: Publication, given: Mapping[str, Any], audience: str, *, by: Actor, now: datetime
) -> Done:
    """Let an approved text wait for a day; reporters and ministries hear which.

    Args:
        publication: the text.
        given: `reason`, and `publish_on`: a day after today.
        audience: for whom it will appear.
        by: who decides.
        now: the moment.

    Raises:
        NotNow: the day has come or passed already.
    """

    def wait(fresh: Publication) -> None:
        fresh.audience = audience
        _set_day(fresh, given["publish_on"], now)

    return perform(publication, Move("hold", given, then=wait), by=by, now=now)


def move_date(publication: Publication, given: Mapping[str, Any], *, by: Actor, now: datetime) -> Done:
    """Choose another day (`publish_on`), with the `reason`; whoever knew the first hears it.

    Raises:
        NotNow: the day has come or passed already.
    """

    def wait(fresh: Publication) -> None:
        _set_day(fresh, given["publish_on"], now)

    return perform(publication, Move("move_date", given, then=wait), by=by, now=now)


def _set_day(fresh: Publication, day: date, now: datetime) -> None:
    if day <= timezone.localdate(now):
        raise NotNow("Kies een dag na vandaag.")
    fresh.publish_on = day


def lift(publication: Publication, reason: str, *, by: Actor, now: datetime) -> Done:
    """Wait no longer for the day; the text is approved as before, and can be published or changed."""

    def free(fresh: Publication) -> None:
        fresh.publish_on = None

    return perform(publication, Move("lift", {"reason": reason}, then=free), by=by, now=now)


def appear(publication: Publication, *, by: Actor, now: datetime) -> Done:
    """Publish a text whose day has come.

    Raises:
        NotNow: it has not come, the outcome is open, or a reporter objects by now.
    """

    def check(fresh: Publication) -> None:
        if fresh.publish_on is None or fresh.publish_on > timezone.localdate(now):
            raise NotNow("De datum is nog niet bereikt.")
        _appear(fresh, now)

    return perform(publication, Move("appear", then=check), by=by, now=now)


def widen(publication: Publication, *, by: Actor, now: datetime) -> Done:
    """Let everybody read what only the network could."""

    def open_up(fresh: Publication) -> None:
        fresh.audience = Visibility.PUBLIC
        _show(fresh, now)

    return perform(publication, Move("widen", then=open_up), by=by, now=now)


def retract(publication: Publication, reason: str, public_reason: str, *, by: Actor, now: datetime) -> Done:
    """Take the case off the site. The team keeps the reason; the address tells the public one."""

    def vanish(fresh: Publication) -> None:
        fresh.public_reason = public_reason
        _list(fresh, None, Visibility.TEAM)
        search.hide(fresh.case_id)

    given = {"reason": reason, "public_reason": public_reason}
    return perform(publication, Move("retract", given, then=vanish), by=by, now=now)


def _appear(fresh: Publication, now: datetime) -> None:
    fresh.published_at, fresh.publish_on, fresh.public_reason = now, None, ""
    fresh.place = small_groups.place(fresh.case)
    _show(fresh, now)


def _show(fresh: Publication, now: datetime) -> None:
    """Let the readers in for whom it is; only what everybody may read is listed."""
    public = LISTED[Visibility(fresh.audience)]
    if public:
        fresh.first_public_at = fresh.first_public_at or now
    _list(fresh, now if public else None, fresh.audience)


def _list(publication: Publication, listed_at: datetime | None, visibility: str) -> None:
    """Keep the copy that public lists look at; the case's row is locked by `perform`."""
    case = publication.case
    case.listed_at, case.visibility = listed_at, visibility
    case.save(update_fields=["listed_at", "visibility"])
    cache_tags.bump_on_commit(cache_tags.dossier(case.pk), cache_tags.listing(case.kind))
    promises.touched()
    regulations.touched(case.regulations.values_list("pk", flat=True))
