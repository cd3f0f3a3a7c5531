# SPDX-License-Identifier: EUPL-1.2
"""What ministries say of their own promises: proposed by them, taken over by the team or answered."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from netwerk.access import Actor
from netwerk.perform import Act, Done, NotNow, perform

from .. import access, workflow
from ..models import Promise, PromiseNews, PromiseSaid
from .promises import check_new_date, told


@dataclass(frozen=True)
class News:
    """How a promise stands: one of `PromiseSaid`, in words for everybody, and a new day when it is later."""

    said: str
    text: str
    new_date: date | None = None


def say_how_it_stands(promise: Promise, news: News, *, by: Actor, now: datetime) -> Done:
    """Let the ministry say how its promise stands. What waited for the team before, is replaced.

    Raises:
        NotNow: nothing runs any more, or the new date is not after today and after the old one.
    """

    def keep_news(fresh: Promise) -> None:
        if fresh.state not in workflow.PROMISE.sets["running"]:
            raise NotNow("Deze toezegging is al afgerond.")
        later = news.said == PromiseSaid.LATER
        if later:
            check_new_date(fresh, news.new_date, timezone.localdate(now))
        fresh.news.waiting().update(handled_at=now)
        fresh.news.create(
            said=news.said, text=news.text, new_date=news.new_date if later else None, said_at=now
        )

    said = PromiseSaid(news.said).label
    act = Act("toezegging.told", access.promised, then=keep_news, data={**told(promise), "said": said})
    return perform(promise, act, by=by, now=now)


def leave_news(news: PromiseNews, reason: str, *, by: Actor, now: datetime) -> Done:
    """Do not take over what a ministry said, with a reason that it reads.

    Raises:
        NotNow: somebody handled it meanwhile, or the ministry said something else.
    """

    def leave(fresh: Promise) -> None:
        if not fresh.news.waiting().filter(pk=news.pk).update(handled_at=now, not_taken=reason):
            raise NotNow("Dit bericht is al bekeken, of er kwam een nieuw bericht.")

    data = {**told(news.promise), "reason": reason}
    return perform(
        news.promise,
        Act("toezegging.not_taken", access.handles_cases, then=leave, data=data),
        by=by,
        now=now,
    )
