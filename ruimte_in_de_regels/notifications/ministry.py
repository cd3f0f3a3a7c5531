# SPDX-License-Identifier: EUPL-1.2
"""What a ministry hears: a mail with its own link, never the question itself."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.formats import date_format

from netwerk import links, notifications
from netwerk.models import Contact, Delivery, TimelineEntry
from netwerk.notifications import Letter, Notice, Recipient

from ..access import MINISTRY_SCOPE
from ..models import MinistryThread
from .letters import Writer

_DONE = ("answered", "not_competent", "withdrawn")


def _thread_of(part: str) -> MinistryThread | None:
    """Return the thread that a part key names."""
    return (
        MinistryThread.objects.select_related("ministry", "contact__contact", "case")
        .filter(pk=part.rpartition(":")[2])
        .first()
    )


def _ministry(entry: TimelineEntry) -> Iterable[Recipient]:
    """The contact to whom the question was put."""
    thread = _thread_of(entry.part)
    if thread is None or thread.contact is None:
        return []
    return [Recipient(contact=thread.contact.contact, part=entry.part)]


def everybody(entry: TimelineEntry) -> Iterable[Recipient]:
    """All who hold a link to the thread: the contact, and who joined later."""
    thread = _thread_of(entry.part)
    if thread is None:
        return []
    found = {holder.contact_id: holder.contact for holder in thread.holders.select_related("contact")}
    if thread.contact is not None:
        found[thread.contact.contact_id] = thread.contact.contact
    return [Recipient(contact=contact, part=entry.part) for _pk, contact in sorted(found.items())]


def colleague(entry: TimelineEntry) -> Iterable[Recipient]:
    """The one whom the entry names: whoever was just given a link."""
    contact = Contact.objects.filter(pk=entry.data.get("contact")).first()
    return [Recipient(contact=contact, part=entry.part)] if contact is not None else []


def _until(thread: MinistryThread) -> str:
    """Say before which day the answer is asked, or that it is late and still welcome; nothing after it."""
    if thread.state in _DONE:
        return ""
    if thread.due_at is not None and thread.due_at < timezone.localdate():
        day = date_format(thread.due_at, "j F Y")
        return f"De termijn liep tot en met {day}. Een antwoord is nog steeds welkom."
    day = date_format(thread.due_at, "j F Y") if thread.due_at else "binnenkort"
    asked = f"We horen graag uiterlijk {day} van je."
    return asked if thread.extended_to else f"{asked} Lukt dat niet? Dan kun je om uitstel vragen."


def _ministry_letter(subject: str, *lines: str) -> Writer:
    def letter(entry: TimelineEntry, delivery: Delivery) -> Letter | None:
        thread = _thread_of(delivery.part)
        if thread is None or delivery.contact is None or thread.state in ("withdrawn", "draft"):
            return None
        link = links.make_link(
            MINISTRY_SCOPE, thread.case, contact=delivery.contact, part=delivery.part, now=timezone.now()
        )
        return Letter(
            subject=subject.format(reference=thread.case.reference),
            lines=tuple(line.format(reference=thread.case.reference) for line in lines),
            button_label="Lees de vraag en antwoord",
            button_url=links.url_for(link),
            what_next=_until(thread),
            reason="Je krijgt dit bericht omdat je contactpersoon bent voor Ruimte in de Regels.",
        )

    return letter


notifications.register(
    Notice(
        "ministry-asked", "ministerievraag.send", _ministry,
        _ministry_letter(
            "Een vraag van het Actie Leer Netwerk ({reference})",
            "Mensen in zorg en welzijn lopen vast op een regel. We vragen jullie ernaar te kijken.",
            "Met de knop lees je de vraag. Je kunt meteen antwoorden. Je hebt geen account nodig.",
        ),
    ),
    Notice(
        "ministry-answered-back", "ministerievraag.answer_back", everybody,
        _ministry_letter("Antwoord op je vraag ({reference})", "We hebben je vraag beantwoord."),
    ),
    Notice(
        "ministry-reminded", "ministerievraag.reminded", everybody,
        _ministry_letter(
            "Herinnering: een vraag van het Actie Leer Netwerk ({reference})",
            "Een tijd geleden stelden we jullie een vraag. We hebben nog geen antwoord.",
        ),
    ),
    Notice(
        "ministry-nudged", "ministerievraag.nudged", everybody,
        _ministry_letter(
            "Nog een herinnering aan onze vraag ({reference})",
            "We wachten nog op een antwoord van jullie. Mensen in zorg en welzijn wachten daar ook op.",
            "Zit je ergens op vast? Stel ons dan een vraag, of stuur de vraag door aan een collega.",
        ),
    ),
    Notice(
        "ministry-pressed", "ministerievraag.pressed", everybody,
        _ministry_letter(
            "Vandaag loopt de termijn af ({reference})",
            "Vandaag is de laatste dag om te antwoorden op onze vraag.",
            "Daarna staat op de site dat er nog geen antwoord is.",
        ),
    ),
    Notice(
        "ministry-backup", "ministerievraag.backup_asked", colleague,
        _ministry_letter(
            "Een vraag aan jullie die bleef liggen ({reference})",
            "We stelden een collega van je een vraag. Er kwam geen antwoord. Jij bent de vervanger.",
            "Met de knop lees je de vraag. De link is van jou. Je hebt geen account nodig.",
        ),
    ),
    Notice(
        "ministry-forwarded", "ministerievraag.forwarded", colleague,
        _ministry_letter(
            "Een collega vraagt je mee te kijken ({reference})",
            "Mensen in zorg en welzijn lopen vast op een regel. Een collega vraagt jou te kijken.",
            "Met de knop lees je de vraag. De link is van jou. Je hebt geen account nodig.",
        ),
    ),
    Notice(
        "ministry-new-link", "ministerievraag.link_renewed", colleague,
        _ministry_letter(
            "Je nieuwe link ({reference})",
            "Je eerdere link werkt niet meer. Met de knop kom je weer bij onze vraag.",
            "De link is alleen voor jou. Stuur deze mail niet door.",
        ),
    ),
)  # fmt: skip
