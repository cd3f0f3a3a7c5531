# SPDX-License-Identifier: EUPL-1.2
"""The questions of a case on its screen, one column each: a fixed number of queries, however many."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone

from netwerk.access import Actor
from netwerk.desk import case_screen
from netwerk.desk.case_screen import Moves, Term
from netwerk.models import Attachment, Delivery, Message, SecretLink
from netwerk.notifications import notice
from netwerk.timeline import part_key
from netwerk.workflow import State, Transition

from .. import access, workflow
from ..actions.threads import why_no_reminder
from ..figures import days
from ..models import MinistryThread, ObstacleCase
from .terms import thread_term

OF_THE_MINISTRY = ("acknowledge", "investigate", "ask_back", "extend", "answer", "pass_on")
_FATES = {
    Delivery.State.PENDING: ("neutral", "clock"),
    Delivery.State.SENDING: ("progress", "send"),
    Delivery.State.SENT: ("success", "check"),
    Delivery.State.DEAD: ("danger", "alert-triangle"),
    Delivery.State.SKIPPED: ("neutral", "circle-minus"),
}
_KINDS = {
    "ministerievraag.send": "De vraag",
    "ministerievraag.answer_back": "Ons antwoord",
    "ministerievraag.forwarded": "De link voor een collega",
    "ministerievraag.reminded": "De herinnering",
    "ministerievraag.nudged": "De herinnering van het team",
    "ministerievraag.pressed": "De herinnering op de dag zelf",
    "ministerievraag.backup_asked": "De vraag aan de vervanger",
}
"""What a message was about, by what happened."""


@dataclass(frozen=True)
class Holder:
    """Somebody with a link to a question, and whether they used it."""

    name: str
    job: str
    kind: str
    link: SecretLink | None = None
    """The link as it is; None when none was mailed yet."""

    @property
    def works(self) -> bool:
        """Whether there is a link that was not closed."""
        return self.link is not None and self.link.revoked_at is None


@dataclass(frozen=True)
class Post:
    """One message to who is asked, with its fate."""

    day: datetime
    what: str
    whom: str
    fate: State


@dataclass(frozen=True)
class Column:
    """One question on the screen: what was said, who holds a link, what was mailed, and what can be done."""

    thread: MinistryThread
    term: Term | None
    moves: Moves
    on_behalf: Moves
    asked_again: bool
    may_forward: bool
    may_remind: bool
    messages: list[Message]
    files: list[Attachment]
    holders: list[Holder]
    posts: list[Post]

    @property
    def said_before(self) -> list[Message]:
        """What was said before the answer came, or all of it while there is none."""
        return [message for message in self.messages if not self._after_answer(message)]

    @property
    def said_after(self) -> list[Message]:
        """What was said after the answer, such as a reply to a joint question."""
        return [message for message in self.messages if self._after_answer(message)]

    def _after_answer(self, message: Message) -> bool:
        settled = self.thread.settled_at
        return self.thread.state == "answered" and settled is not None and message.created_at > settled

    @property
    def failed(self) -> int:
        """How many messages did not arrive."""
        return sum(post.fate.code == Delivery.State.DEAD for post in self.posts)


Address = Callable[[MinistryThread, Transition, bool], str]
"""Where a move of a question is made; the last says whether it is one of who is asked."""


def columns(case: ObstacleCase, actor: Actor, now: datetime, address: Address) -> dict[str, Any]:
    """Return what the panel of questions shows."""
    threads = list(
        case.threads.select_related(
            "ministry", "contact__contact", "contact__ministry", "answer__entered_by"
        ).prefetch_related("holders__contact")
    )
    beside = _Beside(case) if threads else None
    again = {thread.previous_id for thread in threads if thread.state != "withdrawn"}
    shown = []
    for thread in threads:
        thread.case = case  # the same row: its rules need not fetch it again
        own, theirs = (_moves(thread, actor, address, side) for side in (False, True))
        assert beside is not None  # noqa: S101 - there is a thread
        shown.append(
            Column(
                thread,
                thread_term(thread, now),
                own,
                theirs,
                asked_again=thread.pk in again,
                may_remind=not why_no_reminder(thread, timezone.localdate(now)),
                may_forward=thread.state in workflow.THREAD.sets["running"],
                **beside.of(thread),
            )
        )
    return {
        "columns": shown,
        "drafts": [column for column in shown if column.thread.state == "draft"],
        "answered": sum(column.thread.state == "answered" for column in shown),
        "may_ask": case.state in workflow.CASE.sets["escalatable"],
        "may_ask_again": case.state in workflow.CASE.sets["asks_again"],
        "course": days.course(case.pk, threads, _today(case, now)) if threads else None,
    }


def _today(case: ObstacleCase, now: datetime) -> Any:
    """Return the day until which is counted: nothing lies with anybody once a case is closed."""
    return timezone.localdate(case.last_news_at if case.state == "closed" else now)


def _moves(thread: MinistryThread, actor: Actor, address: Address, theirs: bool) -> Moves:
    own_form = frozenset({"answer"}) if theirs else frozenset[str]()
    return case_screen.moves(thread, actor, lambda move: address(thread, move, theirs), own_form)


class _Beside:
    """Everything that lies beside the questions of a case, fetched at once and handed out per question."""

    def __init__(self, case: ObstacleCase) -> None:
        self.messages = _by_part(Message.objects.filter(Q(dossier_id=case.pk), ~Q(part="")))
        self.files = _by_part(Attachment.objects.filter(dossier_id=case.pk, audience="ministry"))
        kept = Q(revoked_at__isnull=True) | ~Q(withdrawn_by="")
        links = SecretLink.objects.filter(kept, dossier_id=case.pk, scope=access.MINISTRY_SCOPE)
        self.links = {(link.part, link.contact_id): link for link in links}
        posts = Delivery.objects.filter(event__entry__dossier=case.pk, contact__isnull=False)
        self.posts = _by_part(posts.exclude(part="").select_related("contact").order_by("created_at", "id"))

    def of(self, thread: MinistryThread) -> dict[str, Any]:
        """Return what belongs to one question."""
        part = part_key(thread)
        return {
            "messages": self.messages[part],
            "files": self.files[part],
            "holders": list(self._holders(thread, part)),
            "posts": [_post(delivery) for delivery in self.posts[part]],
        }

    def _holders(self, thread: MinistryThread, part: str) -> Iterable[Holder]:
        people = []
        if thread.contact is not None and thread.sent_at is not None:
            people.append((thread.contact.contact, thread.contact.job, ""))
        people += [(one.contact, one.job, one.get_kind_display().lower()) for one in thread.holders.all()]
        for contact, job, kind in people:
            yield Holder(str(contact), job, kind, self.links.get((part, contact.pk)))


def _post(delivery: Delivery) -> Post:
    kind = notice(delivery.notice).entry_type
    label = str(delivery.get_state_display())
    return Post(
        delivery.sent_at or delivery.created_at,
        _KINDS.get(kind, "Een bericht"),
        str(delivery.contact),
        State(delivery.state, label, *_FATES[Delivery.State(delivery.state)]),
    )


def _by_part(rows: Iterable[Any]) -> defaultdict[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.part].append(row)
    return found
