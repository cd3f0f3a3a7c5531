# SPDX-License-Identifier: EUPL-1.2
"""What the asked parties of a story do: answer, ask, pass on, or stay silent."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone

from netwerk import links
from netwerk.access import SYSTEM
from netwerk.calendar import next_working_day
from netwerk.demo import DOMAIN
from netwerk.models import Contact, SecretLink
from netwerk.timeline import part_key

from ..access import MINISTRY_SCOPE
from ..actions import contacts, threads, weighing
from ..actions import links as team_links
from ..models import PROMISING, DeskTerms, Ministry, MinistryContact, MinistryThread, PartyKind
from .patterns import FICTION
from .walk import Walk, in_days

NEXT_OWNER = "Een verzonnen opleidingsraad"


def choose(walk: Walk) -> None:
    """Which ministries are asked, and what."""
    for code in walk.pattern.ministries:
        ministry = Ministry.objects.get(code=code)
        values = {
            "ministry": ministry,
            "contact": _contact(ministry),
            "reason": f"{ministry} weet meer van: {walk.story.title}",
            "question": f"{walk.pattern.asked} {walk.story.goal} Wat ziet {ministry} als mogelijkheid?",
        }
        threads.add_thread(walk.the_case(), values, **walk.adviser)


def _contact(ministry: Ministry) -> MinistryContact:
    email = f"beleid-{ministry.code}@{DOMAIN}"
    known = MinistryContact.objects.filter(contact__email=email).first()
    if known is not None:
        return known
    person = Contact.objects.create(name="Bas Voorbeeld", email=email)
    backup = Contact.objects.create(name="Vera Voorbeeld", email=f"vervanger-{ministry.code}@{DOMAIN}")
    MinistryContact.objects.create(ministry=ministry, contact=backup, job="vervanger (demo)", is_backup=True)
    return MinistryContact.objects.create(ministry=ministry, contact=person, job="beleidsmedewerker (demo)")


def holder(thread: MinistryThread, walk: Walk) -> dict[str, Any]:
    """Return the contact of a question, now: who acts by the own link."""
    assert thread.contact is not None  # noqa: S101 - it was sent
    part = part_key(thread)
    link = links.make_link(
        MINISTRY_SCOPE, thread.case, contact=thread.contact.contact, part=part, now=walk.now
    )
    return {"by": links.actor_for(link), "now": walk.now}


def send_questions(walk: Walk) -> None:
    """The questions go out."""
    threads.send_threads(walk.the_case(), list(walk.the_case().threads.all()), **walk.adviser)


def acknowledge(walk: Walk) -> None:
    """The first ministry confirms that the question arrived."""
    threads.acknowledge(walk.thread(), **walk.adviser)


def investigate(walk: Walk) -> None:
    """It is looking into it."""
    threads.investigate(walk.thread(), **walk.adviser)


def ask_back(walk: Walk) -> None:
    """It has a question itself."""
    threads.ask_back(walk.thread(), f"Hoeveel plekken hebben hier last van? {FICTION}", **walk.adviser)


def extend(walk: Walk) -> None:
    """It needs more time."""
    thread = walk.thread()
    later = next_working_day((thread.due_at or timezone.localdate(walk.now)) + timedelta(days=14))
    threads.extend(thread, f"We wachten op een collega. {FICTION}", later, **walk.adviser)


def answer(walk: Walk) -> None:
    """Everybody who was asked answers by the own link; the last one of several by telephone."""
    asked = list(walk.the_case().threads.select_related("ministry", "contact__contact", "case"))
    waiting = [thread for thread in asked if thread.state != "not_competent"]
    for thread in waiting:
        values = _answer(walk, thread)
        if len(waiting) > 1 and thread is waiting[-1]:
            threads.answer(thread, {**values, "channel": "phone"}, **walk.adviser)
        else:
            threads.answer(thread, values, **holder(thread, walk))


def _answer(walk: Walk, thread: MinistryThread) -> Mapping[str, Any]:
    text = f"{walk.pattern.reasoning} {FICTION}"
    return {
        "stance": walk.pattern.stance,
        "kind": walk.pattern.answer,
        "reasoning": f"{walk.story.goal} {text}",
        "public_text": f"{thread.ministry}: {text}",
        "rule_purpose": walk.pattern.purpose,
        "commitment_date": in_days(walk, 28) if walk.pattern.answer in PROMISING else None,
    }


def pass_on(walk: Walk) -> None:
    """The second one does not own the rule, and names who does: the team looks at that party and asks it."""
    passed = threads.pass_on(walk.thread(1), NEXT_OWNER, "Zij maken deze regel. " + FICTION, **walk.adviser)
    following = passed.subject.next_thread
    party = following.ministry
    values = {"kind": PartyKind.BRANCH, "abbreviation": party.abbreviation, "name": party.name}
    contacts.change_party(party, values, by=walk.cast.adviser)
    question = f"Jullie maken deze regel, zegt {passed.subject.ministry}. {following.question}"
    given = {"contact": _contact(party), "reason": following.reason, "question": question}
    threads.change_thread(following, given, **walk.adviser)
    threads.send_threads(walk.the_case(), [following], **walk.adviser)


def forward(walk: Walk) -> None:
    """The contact passes the question to a colleague; first to a wrong one, whose link the team closes."""
    thread = MinistryThread.objects.select_related("case", "ministry", "contact__contact").get(
        pk=walk.thread().pk
    )
    wrong = threads.Colleague(f"Nina Voorbeeld ({thread.ministry})", f"verkeerd@{DOMAIN}", "inkoper (demo)")
    team_links.withdraw_link(thread, _forwarded(thread, wrong, walk), "vergissing", **walk.adviser)
    to = threads.Colleague(f"Joris Voorbeeld ({thread.ministry})", f"collega@{DOMAIN}", "jurist (demo)")
    _forwarded(thread, to, walk)


def _forwarded(thread: MinistryThread, to: threads.Colleague, walk: Walk) -> SecretLink:
    held = threads.forward(thread, to, **holder(thread, walk))
    part = part_key(thread)
    return links.make_link(MINISTRY_SCOPE, thread.case, contact=held.contact, part=part, now=walk.now)


def ask_again(walk: Walk) -> None:
    """The first answer does not satisfy: the same party is asked again, with a day of its own."""
    first = walk.thread()
    values = {
        "reason": f"Uit jullie antwoord halen we niet wie mag beslissen. {FICTION}",
        "question": f"Wie mag beslissen als twee werkgevers samen roosteren? {walk.story.goal}",
        "until": in_days(walk, 20),
    }
    threads.send_threads(walk.the_case(), [threads.again(first, values, **walk.adviser)], **walk.adviser)


def answer_again(walk: Walk) -> None:
    """The second round brings the answer."""
    rounds = walk.the_case().threads.select_related("ministry", "contact__contact", "case")
    second = rounds.get(round=2)
    text = f"De twee werkgevers beslissen samen, en zetten dat op papier. {FICTION}"
    values = {**_answer(walk, second), "stance": "follows", "reasoning": text, "public_text": text}
    threads.answer(second, values, **holder(second, walk))


def ask_jointly(walk: Walk) -> None:
    """The answers differ: all who were asked get one question, read each other's replies, and one replied."""
    case = walk.the_case()
    weighing.mark_difference(
        case, {"aspect": "stance", "note": f"De een wil meer papier dan de ander. {FICTION}"}, **walk.adviser
    )
    newest = {thread.ministry_id: thread for thread in case.threads.asked().order_by("round")}
    question = f"Wie van jullie zet op de site wat twee werkgevers samen mogen? {FICTION}"
    new = weighing.NewJointQuestion(question, in_days(walk, 15), list(newest.values()))
    joint = weighing.ask_jointly(case, new, **walk.adviser)
    first = joint.replies.select_related("thread__ministry", "thread__contact__contact").order_by("pk")[0]
    text = f"Wij schrijven de uitleg. Jullie lezen mee. {FICTION}"
    weighing.reply_jointly(first, text, **holder(first.thread, walk))


def chase(walk: Walk) -> None:
    """No answer came yet: the portal makes the step of its calendar."""
    for thread in walk.the_case().threads.select_related("ministry", "case", "contact"):
        step = threads.next_step(thread, timezone.localdate(walk.now), DeskTerms.current())
        if step:
            threads.chase(thread, step, by=SYSTEM, now=walk.now)


def expire(walk: Walk) -> None:
    """No answer came in time."""
    for thread in walk.the_case().threads.select_related("ministry"):
        threads.expire(thread, by=SYSTEM, now=walk.now)
    chase(walk)
