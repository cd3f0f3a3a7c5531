# SPDX-License-Identifier: EUPL-1.2
"""What a reporter does after sending: find it back, add, choose anew, say whether it works now."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from netwerk import links
from netwerk.access import SYSTEM, Actor
from netwerk.casework.tasks import NewTask, open_task
from netwerk.models import Contact, Message, SecretLink
from netwerk.notifications import Letter, as_mail
from netwerk.perform import Act, Done, NotNow, perform
from netwerk.uploads import Enclosure

from .. import access, workflow
from ..models import ObstacleReport, ReporterIdentity, WorksNow
from .reading import objected
from .reports import enclosed, say

CHOICES = ("employer_may_know", "publish_consent", "ministry_may_contact")
"""What a reporter decides about who may know, each by itself."""


def mail_my_reports_link(email: str, now: datetime) -> None:
    """Mail a link to all reports that were made with an address; nothing happens when there are none.

    The asker hears the same in both cases: an address tells nothing about who reported.
    """
    contact = Contact.objects.filter(
        reporter_identity__isnull=False, email__iexact=email, forgotten_at__isnull=True
    ).first()
    if contact is None:
        return
    link = links.new_link(access.MY_REPORTS_SCOPE, None, contact=contact, now=now)
    letter = Letter(
        subject="Jouw meldingen",
        lines=("Je vroeg om een link naar je meldingen. Met de knop zie je ze allemaal.",),
        button_label="Bekijk mijn meldingen",
        button_url=links.url_for(link),
        what_next="De link werkt twee uur. Daarna vraag je gewoon een nieuwe.",
        reason="Je krijgt deze mail omdat iemand dit adres invulde. Deed jij dat niet? Doe dan niets.",
    )
    as_mail(letter, contact.email).send()


def reports_of(link: SecretLink) -> list[ReporterIdentity]:
    """Return the reports that the holder of a link to all of them made, newest first."""
    if link.contact is None or not link.contact.email:
        return []
    return list(
        ReporterIdentity.objects.filter(contact__email__iexact=link.contact.email)
        .select_related("report__case", "contact")
        .order_by("-report__created_at")
    )


def add_information(
    report: ObstacleReport, text: str, files: Sequence[Enclosure] = (), *, by: Actor, now: datetime
) -> Done:
    """Add something to a report, also after it was closed; whoever works on it hears that there is news.

    Raises:
        NotNow: the report was withdrawn, or the very same was just sent (a double click).
    """

    def keep(fresh: ObstacleReport) -> None:
        if fresh.state == "withdrawn":
            raise NotNow("Je trok deze melding in. Je kunt altijd een nieuwe doen.")
        last = fresh.messages.filter(side=Message.Side.OTHER).last()
        if last is not None and last.text == text:
            raise NotNow("Dit kan niet meer: dit bericht is al binnen.")
        say(fresh, text, Message.Side.OTHER, now, files)

    act = Act("melding.added", access.reporter_or_team, then=keep, data=enclosed(files))
    return perform(report, act, by=by, now=now)


def choose(report: ObstacleReport, choices: Mapping[str, Any], *, by: Actor, now: datetime) -> Done:
    """Change who may know of a report: the names of `CHOICES`, each by itself."""

    def set_choices(fresh: ObstacleReport) -> None:
        for name in CHOICES:
            setattr(fresh, name, choices[name])

    act = Act("melding.choices", access.reporter_or_team, then=set_choices)
    with transaction.atomic():
        done = perform(report, act, by=by, now=now)
        objected(done.subject, now)
    return done


def why_no_reopening(report: ObstacleReport) -> str:
    """Return why a reporter cannot ask to look again now, or nothing when that can be asked."""
    if report.state not in workflow.REPORT.sets["told"]:
        return "Je melding loopt nog. Stuur ons gerust een bericht."
    return "Je vroeg dit al. Je hoort van ons." if report.reopen_asked_at is not None else ""


def ask_reopening(report: ObstacleReport, reason: str, *, by: Actor, now: datetime) -> Done:
    """Ask to look again at a report that is done; the coordinator decides, so it becomes a task.

    Raises:
        NotNow: the report is still open, or this was asked before.
    """

    def ask(fresh: ObstacleReport) -> None:
        if why_not := why_no_reopening(fresh):
            raise NotNow(why_not)
        fresh.reopen_asked_at = now
        say(fresh, reason, Message.Side.OTHER, now)

    with transaction.atomic():
        done = perform(report, Act("melding.reopen_asked", access.reporter, then=ask), by=by, now=now)
        _put_ready(done.subject, "Melder vraagt om heropenen. Beslis en laat het weten.", now)
    return done


def ask_whether_it_works(report: ObstacleReport, *, by: Actor, now: datetime) -> Done:
    """Ask a reporter, weeks after the outcome, whether it works in practice. Asked once.

    Raises:
        NotNow: it was asked before.
    """

    def ask(fresh: ObstacleReport) -> None:
        if fresh.aftercare_asked_at is not None:
            raise NotNow("Dit is al gevraagd.")
        fresh.aftercare_asked_at = now

    return perform(report, Act("melding.aftercare", access.portal, then=ask), by=by, now=now)


def why_not_working_yet(report: ObstacleReport) -> str:
    """Return why a reporter cannot say whether it works now, or nothing; who said so can say it again."""
    if report.state not in workflow.REPORT.sets["told"]:
        return "Er is nog geen uitkomst."
    return "" if report.aftercare_asked_at is not None else "We vragen je dit later, als je het weet."


def say_whether_it_works(report: ObstacleReport, works: str, text: str, *, by: Actor, now: datetime) -> Done:
    """Tell whether the outcome works in practice; "no" becomes a task, not a reopening by itself."""

    def keep(fresh: ObstacleReport) -> None:
        if fresh.state not in workflow.REPORT.sets["told"]:
            raise NotNow("Er is nog geen uitkomst.")
        fresh.works_now = works
        if text:
            say(fresh, text, Message.Side.OTHER, now)

    act = Act("melding.works_now", access.reporter, then=keep, data={"answer": WorksNow(works).label.lower()})
    with transaction.atomic():
        done = perform(report, act, by=by, now=now)
        if works == WorksNow.NO:
            _put_ready(done.subject, "Het werkt niet in de praktijk. Bel of schrijf de melder.", now)
    return done


def _put_ready(report: ObstacleReport, title: str, now: datetime) -> None:
    """Make a task for whoever works on the report, or for the whole team."""
    open_task(report, NewTask(title, assignee=report.assignee), by=SYSTEM, now=now)
