# SPDX-License-Identifier: EUPL-1.2
"""What became of what ministries promised in a story, and who follows it."""

from netwerk import follows
from netwerk.access import SYSTEM
from netwerk.models import Dossier

from ..actions import promise_news, promises
from ..models import Ministry, Promise, PromiseSaid
from . import ministries
from .patterns import FICTION
from .walk import Walk, in_days


def keep_word(walk: Walk) -> None:
    """The promise of the answer gets better words than the portal's own, and is kept."""
    promise = walk.the_case().promises.select_related("ministry", "owner").get()
    words = f"{promise.ministry} maakt ruimte. {walk.story.result} {FICTION}"
    promises.change_promise(promise, words, promise.owner, **walk.adviser)
    promises.keep(promise, f"De teams mogen beginnen. {FICTION}", **walk.adviser)


def watch(walk: Walk) -> None:
    """What became of the promises: kept, not kept, late, and one still to come. A member follows it all."""
    case = walk.the_case()
    followed: list[follows.Thing] = [Dossier.objects.get(pk=case.pk)]
    followed += [*case.regulations.all(), *case.themes.all()]
    for thing in followed:
        follows.follow(thing, by=walk.cast.member, now=walk.now)
    kept, dropped, *_ = case.promises.select_related("ministry").order_by("pk")
    promises.keep(kept, f"De nieuwe regeling geldt. {FICTION}", **walk.adviser)
    promises.drop(dropped, f"Het geld gaat naar iets anders. {FICTION}", **walk.adviser)
    _promise(walk, kept.ministry, "telt hoeveel groepen samen aanvragen", 240)
    late = _promise(walk, dropped.ministry, "legt uit wie er mee kan doen", -6)
    late = promises.lapse(late, by=SYSTEM, now=walk.now).subject
    _say_later(walk, late)


def _say_later(walk: Walk, promise: Promise) -> None:
    """Let the ministry itself say that it comes later: the team still has to take that over."""
    asked = walk.the_case().threads.select_related("case", "ministry", "contact__contact")
    news = promise_news.News(
        PromiseSaid.LATER, f"De uitleg moet nog langs een collega. {FICTION}", in_days(walk, 300)
    )
    who = ministries.holder(asked.get(ministry=promise.ministry), walk)
    promise_news.say_how_it_stands(promise, news, **who)


def _promise(walk: Walk, ministry: Ministry, what: str, days: int) -> Promise:
    """Write down a promise that is due so many days from now."""
    values = {"ministry": ministry, "text": f"{ministry} {what}. {FICTION}", "due_on": in_days(walk, days)}
    return promises.make_promise(walk.the_case(), values, **walk.adviser)
