# SPDX-License-Identifier: EUPL-1.2
"""What is decided about an initiative: on the site or not, a Koploper or not, and the end of it."""

from datetime import date, datetime

from django.db import transaction
from django.utils.text import slugify

from netwerk.access import Actor
from netwerk.models import Message, Visibility
from netwerk.perform import Done, Move, perform

from ..models import Initiative
from .owner import unlist
from .talk import say


def publish(initiative: Initiative, *, by: Actor, now: datetime) -> Done:
    """Put an initiative on the site as a good example."""

    def appear(fresh: Initiative) -> None:
        fresh.listed_at = fresh.listed_at or now
        fresh.visibility, fresh.due_at = Visibility.PUBLIC, None
        fresh.slug = fresh.slug or _free_slug(fresh)

    return perform(initiative, Move("publish", then=appear), by=by, now=now)


def _free_slug(initiative: Initiative) -> str:
    """Return an address: from its title, with the reference when that is taken."""
    slug = slugify(initiative.title)[:60].strip("-") or "initiatief"
    taken = Initiative.objects.filter(slug=slug).exclude(pk=initiative.pk).exists()
    return f"{slug}-{initiative.reference.lower()}" if taken else slug


def nominate(initiative: Initiative, *, by: Actor, now: datetime) -> Done:
    """Put a good example forward for appointment as Koploper."""
    return perform(initiative, Move("nominate"), by=by, now=now)


def recognise(
    initiative: Initiative, appointed_by: str, appointed_on: date, *, by: Actor, now: datetime
) -> Done:
    """Record that the appointing body made it a Koploper, and on which day."""

    def honour(fresh: Initiative) -> None:
        fresh.recognised_by, fresh.recognised_at = appointed_by, appointed_on

    given = {"appointed_by": appointed_by, "appointed_on": appointed_on}
    return perform(initiative, Move("recognise", given, then=honour), by=by, now=now)


def decline(initiative: Initiative, reason: str, what_helps: str, *, by: Actor, now: datetime) -> Done:
    """Say no to a nomination, with why and with what would help. What is on the site stays there."""

    def stop_clock(fresh: Initiative) -> None:
        fresh.due_at = None

    given = {"reason": reason, "what_helps": what_helps}
    with transaction.atomic():
        done = perform(initiative, Move("decline", given, then=stop_clock), by=by, now=now)
        say(done.subject, f"{reason}\n\nWat zou helpen: {what_helps}", Message.Side.TEAM, now)
    return done


def retire(initiative: Initiative, reason: str, *, by: Actor, now: datetime) -> Done:
    """End a recognition with honour; the page stays, with the date."""

    def honour(fresh: Initiative) -> None:
        fresh.retired_at = now

    return perform(initiative, Move("retire", {"reason": reason}, then=honour), by=by, now=now)


def archive(initiative: Initiative, reason: str, *, by: Actor, now: datetime) -> Done:
    """Put an initiative away; it leaves the site."""
    return perform(initiative, Move("archive", {"reason": reason}, then=unlist), by=by, now=now)
