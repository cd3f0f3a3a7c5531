# SPDX-License-Identifier: EUPL-1.2
"""Who hears of what at this desk. A letter says that there is news and where to read it, nothing more."""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.contrib.auth.models import Permission
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format

from netwerk import links, notifications
from netwerk.kinds import url_of
from netwerk.models import Delivery, TimelineEntry, User
from netwerk.notifications import Letter, Notice, Recipient, assignee_of

from .access import MINISTRY_SCOPE, REPORTER_SCOPE
from .models import MinistryThread, ReporterIdentity

Writer = Callable[[TimelineEntry, Delivery], Letter | None]

# --- The reporter ----------------------------------------------------------------------------------


def _reporter(entry: TimelineEntry) -> Iterable[Recipient]:
    """The reporter, when an address was left."""
    identity = (
        ReporterIdentity.objects.select_related("contact")
        .filter(report_id=entry.dossier_id)
        .exclude(contact__email="")
        .first()
    )
    return [Recipient(contact=identity.contact, label="De melder")] if identity is not None else []


def _reporter_letter(subject: str, *lines: str, what_next: str) -> Writer:
    def letter(entry: TimelineEntry, delivery: Delivery) -> Letter | None:
        if delivery.contact is None:
            return None
        link = links.make_link(REPORTER_SCOPE, entry.dossier, contact=delivery.contact, now=timezone.now())
        filled = {"reference": entry.dossier.reference, **_dates(entry)}
        return Letter(
            subject=subject.format(**filled),
            lines=tuple(line.format(**filled) for line in lines),
            button_label="Bekijk je melding",
            button_url=links.url_for(link),
            what_next=what_next.format(**filled),
            reason="Je krijgt dit bericht omdat je bij ons een knelpunt meldde.",
        )

    return letter


def _dates(entry: TimelineEntry) -> dict[str, str]:
    due = entry.dossier.due_at
    return {"due": date_format(due, "j F Y") if due else "binnenkort"}


# --- The team ----------------------------------------------------------------------------------------


def _colleagues(entry: TimelineEntry) -> Iterable[Recipient]:
    """Everybody who handles cases: one of them is the second person."""
    permission = Permission.objects.get(content_type__app_label="ruimte_in_de_regels", codename="handle_case")
    users = User.objects.filter(
        Q(groups__permissions=permission) | Q(user_permissions=permission), is_active=True
    ).distinct()
    return [Recipient(user=user) for user in users]


def _team_letter(subject: str, line: str) -> Writer:
    def letter(entry: TimelineEntry, _delivery: Delivery) -> Letter | None:
        filled = {"reference": entry.dossier.reference, "ministry": entry.data.get("ministry", "")}
        return Letter(
            subject=subject.format(**filled),
            lines=(line.format(**filled),),
            button_label="Open de zaak",
            button_url=settings.BASE_URL + url_of(entry.dossier),
            reason="Je krijgt dit bericht omdat je in het netwerkteam werkt.",
        )

    return letter


# --- The ministry ------------------------------------------------------------------------------------


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


def _ministry_letter(subject: str, *lines: str) -> Writer:
    def letter(entry: TimelineEntry, delivery: Delivery) -> Letter | None:
        thread = _thread_of(delivery.part)
        if thread is None or delivery.contact is None or thread.state in ("withdrawn", "draft"):
            return None
        link = links.make_link(
            MINISTRY_SCOPE, thread.case, contact=delivery.contact, part=delivery.part, now=timezone.now()
        )
        due = date_format(thread.due_at, "j F Y") if thread.due_at else "binnenkort"
        return Letter(
            subject=subject.format(reference=thread.case.reference),
            lines=tuple(line.format(reference=thread.case.reference) for line in lines),
            button_label="Lees de vraag en antwoord",
            button_url=links.url_for(link),
            what_next=f"We horen graag uiterlijk {due} van je. Lukt dat niet? Dan kun je om uitstel vragen.",
            reason="Je krijgt dit bericht omdat je contactpersoon bent voor Ruimte in de Regels.",
        )

    return letter


_NEXT_NEWS = "Je leest op de pagina wat er nu gebeurt, en wanneer."

notifications.register(
    Notice(
        "report-received", "melding.sent", _reporter,
        _reporter_letter(
            "We hebben je melding {reference}",
            "Dank je wel. Je melding is goed aangekomen.",
            "Met de knop zie je altijd hoe het ermee staat. De link is alleen voor jou.",
            what_next="Uiterlijk {due} hoor je van een adviseur.",
        ),
    ),
    Notice(
        "report-question", "melding.ask", _reporter,
        _reporter_letter(
            "We hebben een vraag over je melding {reference}",
            "We willen je melding goed begrijpen. Daarom hebben we een vraag.",
            what_next="Met je antwoord kunnen we verder. Zonder antwoord ligt je melding stil.",
        ),
    ),
    Notice(
        "report-routed", "melding.sent", assignee_of,
        _team_letter("Een nieuwe melding voor jou: {reference}", "Deze melding kwam net binnen."),
    ),
    Notice(
        "report-still-busy", "melding.still_busy", _reporter,
        _reporter_letter(
            "We zijn nog bezig met je melding {reference}",
            "Er is nog geen uitkomst. We zijn je melding niet vergeten.",
            what_next="Je hoort het als er nieuws is.",
        ),
    ),
    Notice(
        "report-reminded", "melding.reminded", _reporter,
        _reporter_letter(
            "Onze vraag over je melding {reference}",
            "We stelden je een vraag. We hebben nog geen antwoord.",
            what_next="Met je antwoord kunnen we verder. Zonder antwoord ligt je melding stil.",
        ),
    ),
    Notice(
        "report-moved", "melding.moved", _reporter,
        _reporter_letter(
            "We pakken je melding {reference} anders op",
            "Je melding past beter bij een andere zaak. Daarom gaan we daar verder met jouw knelpunt.",
            what_next=_NEXT_NEWS,
        ),
    ),
    Notice(
        "case-grew", "casus.merged_in", assignee_of,
        _team_letter("Er kwam een casus bij: {reference}", "Een andere casus ging op in deze casus."),
    ),
    Notice(
        "report-told", "melding.told", _reporter,
        _reporter_letter(
            "Er is een bericht over je melding {reference}",
            "We hebben nieuws over je melding.",
            what_next=_NEXT_NEWS,
        ),
    ),
    Notice(
        "report-accepted", "melding.accept", _reporter,
        _reporter_letter(
            "We gaan aan de slag met je melding {reference}",
            "Een adviseur las je melding. We zoeken het voor je uit.",
            what_next=_NEXT_NEWS,
        ),
    ),
    Notice(
        "report-merged", "melding.merge", _reporter,
        _reporter_letter(
            "Anderen meldden dit ook: {reference}",
            "Meer mensen lopen hiertegenaan. We pakken de meldingen samen op.",
            what_next=_NEXT_NEWS,
        ),
    ),
    Notice(
        "report-referred", "melding.refer", _reporter,
        _reporter_letter(
            "Een ander loket kan je beter helpen: {reference}",
            "We lazen je melding. Een ander loket kan hier meer aan doen dan wij.",
            what_next="Op de pagina lees je welk loket dat is, en waarom.",
        ),
    ),
    Notice(
        "report-answered", "melding.answer", _reporter,
        _reporter_letter(
            "Er is een uitkomst voor je melding {reference}",
            "We hebben je melding uitgezocht. Er is een uitkomst.",
            what_next="Op de pagina lees je wat het voor jou betekent.",
        ),
    ),
    Notice(
        "report-replied", "melding.reply", assignee_of,
        _team_letter("Antwoord op je vraag bij {reference}", "De melder heeft je vraag beantwoord."),
    ),
    Notice(
        "report-aftercare", "melding.aftercare", _reporter,
        _reporter_letter(
            "Werkt het nu? {reference}",
            "Een tijd geleden kreeg je van ons een uitkomst. We horen graag of je er iets aan hebt.",
            what_next="Je antwoord is één klik. Werkt het niet? Dan kijken we wat we nog kunnen doen.",
        ),
    ),
    Notice(
        "report-reopened", "melding.reopen", _reporter,
        _reporter_letter(
            "We kijken opnieuw naar je melding {reference}",
            "We kijken opnieuw naar je melding.",
            what_next="Uiterlijk {due} hoor je hoe het verdergaat.",
        ),
    ),
    Notice(
        "report-added", "melding.added", assignee_of,
        _team_letter("Nieuwe informatie bij {reference}", "De melder stuurde nieuwe informatie."),
    ),
    Notice(
        "report-withdrawn", "melding.withdraw", assignee_of,
        _team_letter("Melding {reference} is ingetrokken", "De melder heeft de melding ingetrokken."),
    ),
    Notice(
        "statement-to-check", "casus.statement_completed", _colleagues,
        _team_letter("Wil je meelezen? {reference}", "Een probleemstelling wacht op een tweede lezer."),
    ),
    Notice(
        "statement-approved", "casus.statement_approved", assignee_of,
        _team_letter("Goedgekeurd: {reference}", "Een collega keurde de probleemstelling goed."),
    ),
    Notice(
        "statement-returned", "casus.statement_returned", assignee_of,
        _team_letter("Terug met een reden: {reference}", "Een collega gaf de probleemstelling terug."),
    ),
    Notice(
        "ministry-asked", "ministerievraag.send", _ministry,
        _ministry_letter(
            "Een vraag van het Actie Leer Netwerk ({reference})",
            "Mensen in zorg en welzijn lopen vast op een regel. We vragen jullie ernaar te kijken.",
            "Met de knop lees je de vraag. Je kunt meteen antwoorden. Je hebt geen account nodig.",
        ),
    ),
    Notice(
        "ministry-answered-back", "ministerievraag.answer_back", _ministry,
        _ministry_letter("Antwoord op je vraag ({reference})", "We hebben je vraag beantwoord."),
    ),
    *(
        Notice(
            f"thread-{name}", f"ministerievraag.{move}", assignee_of,
            _team_letter(f"{{ministry}} {what}: {{reference}}", f"{{ministry}} {what}."),
        )
        for name, move, what in (
            ("answered", "answer", "antwoordde op de vraag"),
            ("asked-back", "ask_back", "stelde een vraag terug"),
            ("extended", "extend", "vroeg uitstel"),
            ("passed-on", "pass_on", "gaat hier niet over"),
            ("expired", "expire", "antwoordde niet op tijd"),
        )
    ),
)  # fmt: skip
