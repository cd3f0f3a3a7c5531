# SPDX-License-Identifier: EUPL-1.2
"""What an owner does: write, submit, answer, consent, try again, withdraw."""

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from netwerk import search
from netwerk.access import Actor, require
from netwerk.casework.clock import due_after_waiting
from netwerk.models import Message, User, Visibility
from netwerk.perform import Act, Done, Move, NotNow, next_reference, open_dossier, perform
from netwerk.timeline import Happening

from .. import access, terms
from ..models import Initiative, InitiativeOwner
from .talk import say

FIELDS = (
    "title", "organisation", "organisation_name", "summary", "problem", "approach", "for_whom", "by_whom",
    "phase", "started_on", "goal_enough", "goal_equipped", "goal_satisfied", "results", "evidence",
    "what_did_not_work", "transfer",
)  # fmt: skip
"""What can be written about an initiative, by name of the field."""
RELATED = ("themes", "sectors", "regions")


def start(values: Mapping[str, Any], *, by: Actor, now: datetime, key: uuid.UUID | None = None) -> Initiative:
    """Begin an initiative as its owner: once, however often the same form is sent.

    Args:
        values: what was filled in so far, by names of `FIELDS` and `RELATED`.
        by: the owner to be.
        now: the moment.
        key: of the form; a second sending with it finds the first.

    Raises:
        NotPermitted: nobody is logged in.
        NotNow: somebody else's form had this key.
    """
    require(access.starts(by))
    key = key or uuid.uuid4()
    try:
        with transaction.atomic():
            initiative = Initiative(reference=next_reference("KI", now), submission_key=key)
            _fill(initiative, values)
            open_dossier(initiative, Happening("initiatief.started"), by=by, now=now)
            _relate(initiative, values)
            InitiativeOwner.objects.create(initiative=initiative, user=_user(by), added_at=now)
    except IntegrityError:
        # The same form was sent twice: the first one counts, when it was this person's.
        known = Initiative.objects.brought_by(by).filter(submission_key=key).first()
        if known is None:
            raise NotNow("Dit formulier werkt niet meer. Open het opnieuw.") from None
        return known
    return initiative


def save(
    initiative: Initiative, values: Mapping[str, Any], *, by: Actor, now: datetime, seen: int | None = None
) -> Done:
    """Keep what was written, complete or not.

    Raises:
        Stale: somebody else changed it since `seen`.
    """

    def write(fresh: Initiative) -> None:
        _fill(fresh, values)
        _relate(fresh, values)

    act = Act("initiatief.saved", access.edits, then=write, seen=seen)
    return perform(initiative, act, by=by, now=now)


def _fill(initiative: Initiative, values: Mapping[str, Any]) -> None:
    for name in FIELDS:
        if name in values:
            setattr(initiative, name, values[name])


def _relate(initiative: Initiative, values: Mapping[str, Any]) -> None:
    for name in RELATED:
        if name in values:
            getattr(initiative, name).set(values[name])


def _user(by: Actor) -> User:
    """Return who acts; the rule made sure that there is somebody."""
    assert by.user is not None  # noqa: S101
    return by.user


def submit(initiative: Initiative, *, by: Actor, now: datetime) -> Done:
    """Hand an initiative to the team; the clock starts."""
    return perform(initiative, Move("submit", then=_clock(now)), by=by, now=now)


def retry(initiative: Initiative, *, by: Actor, now: datetime) -> Done:
    """Submit a declined initiative once more."""
    return perform(initiative, Move("retry", then=_clock(now)), by=by, now=now)


def _clock(now: datetime) -> Any:
    def begin(fresh: Initiative) -> None:
        fresh.submitted_at = now
        fresh.due_at = terms.first_reaction_due(timezone.localdate(now))

    return begin


def consent(initiative: Initiative, *, by: Actor, now: datetime) -> Done:
    """Agree, as the owner, that somebody put the own initiative forward."""

    def agree(fresh: Initiative) -> None:
        fresh.consented_at = now
        fresh.due_at = due_after_waiting(fresh, "initiatief.ask_consent", now)

    return perform(initiative, Move("consent", then=agree), by=by, now=now)


def reply(initiative: Initiative, text: str, *, by: Actor, now: datetime) -> Done:
    """Answer the team's question, as the owner or for the owner; the days of waiting are given back."""

    def give_time_back(fresh: Initiative) -> None:
        fresh.due_at = due_after_waiting(fresh, "initiatief.ask", now)

    with transaction.atomic():
        done = perform(initiative, Move("reply", {"reply": text}, then=give_time_back), by=by, now=now)
        say(done.subject, text, Message.Side.OTHER, now)
    return done


def withdraw(initiative: Initiative, reason: str, *, by: Actor, now: datetime) -> Done:
    """Take an initiative back; a reason is welcome, not needed. Refusing consent is this too."""
    with transaction.atomic():
        done = perform(initiative, Move("withdraw", then=unlist), by=by, now=now)
        if reason:
            say(done.subject, reason, Message.Side.OTHER, now)
    return done


def unlist(fresh: Initiative) -> None:
    """Take an initiative off the site and stop its clock; its address stays its own."""
    fresh.listed_at, fresh.visibility, fresh.due_at = None, Visibility.TEAM, None
    search.hide(fresh.pk)
