# SPDX-License-Identifier: EUPL-1.2
"""What a reporter hears. A letter says that there is news and where to read it, nothing more."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.formats import date_format

from netwerk import notifications
from netwerk.dates import date_text
from netwerk.models import TimelineEntry
from netwerk.notifications import Notice, Recipient

from .. import terms
from ..models import ObstacleReport, ReportChannel, ReporterIdentity
from .letters import ReporterLetters


def _reporter(entry: TimelineEntry) -> Iterable[Recipient]:
    """The reporter, when an address was left."""
    identity = (
        ReporterIdentity.objects.select_related("contact")
        .filter(report_id=entry.dossier_id)
        .exclude(contact__email="")
        .first()
    )
    return [Recipient(contact=identity.contact, label="De melder")] if identity is not None else []


def _facts(entry: TimelineEntry) -> dict[str, str]:
    due = entry.dossier.due_at
    return {
        "due": date_format(due, "j F Y") if due else "binnenkort",
        "wanted": _wanted(entry),
        "received": _received(entry),
        "enclosed": _enclosed(entry.data.get("files", 0)),
    }


def _received(entry: TimelineEntry) -> str:
    """What happened: who called or was visited filled in nothing, and may not expect this mail."""
    if entry.type != "melding.sent":
        return ""
    if ObstacleReport.objects.filter(pk=entry.dossier_id, channel=ReportChannel.WEB).exists():
        return "Dank je wel. Je melding is goed aangekomen."
    return "Je vertelde ons over een knelpunt. We schreven het op. Kijk gerust na of het klopt."


def _wanted(entry: TimelineEntry) -> str:
    """The day before which we hope for an answer; nothing when the entry asks nothing."""
    if entry.type != "melding.ask":
        return ""
    return date_text(terms.answer_wanted(timezone.localdate(entry.at)))


def _enclosed(files: int) -> str:
    """The line about the files at a message; they never go along in the mail itself."""
    if not files:
        return ""
    if files == 1:
        return "Er is een bestand bij. Je opent het op de pagina."
    return f"Er zijn {files} bestanden bij. Je opent ze op de pagina."


_reporter_letter = ReporterLetters(lambda entry, delivery: entry.dossier, _facts)
_NEXT_NEWS = "Je leest op de pagina wat er nu gebeurt, en wanneer."

notifications.register(
    Notice(
        "report-received", "melding.sent", _reporter,
        _reporter_letter(
            "We hebben je melding {reference}",
            "{received}",
            "Met de knop zie je altijd hoe het ermee staat. De link is alleen voor jou.",
            what_next="Uiterlijk {due} hoor je van een adviseur.",
        ),
    ),
    Notice(
        "report-new-link", "melding.link_renewed", _reporter,
        _reporter_letter(
            "De nieuwe link van je melding {reference}",
            "Je eerdere link werkt niet meer. Met de knop kom je weer bij je melding.",
            "De link is alleen voor jou. Stuur deze mail niet door.",
        ),
    ),
    Notice(
        "report-question", "melding.ask", _reporter,
        _reporter_letter(
            "We hebben een vraag over je melding {reference}",
            "We willen je melding goed begrijpen. Daarom hebben we een vraag.",
            "{enclosed}",
            what_next="Antwoord graag uiterlijk {wanted}. Zonder antwoord ligt je melding stil.",
        ),
    ),
    Notice(
        "report-still-busy", "melding.still_busy", _reporter,
        _reporter_letter(
            "We zijn nog bezig met je melding {reference}",
            "We zijn je melding niet vergeten. Op de pagina lees je hoe het ermee staat.",
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
        "report-told", "melding.told", _reporter,
        _reporter_letter(
            "Er is een bericht over je melding {reference}",
            "We hebben nieuws over je melding.",
            "{enclosed}",
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
        "report-problem-stated", "melding.problem_stated", _reporter,
        _reporter_letter(
            "Herken je dit? Over je melding {reference}",
            "We zochten uit wat er speelt. Op de pagina lees je hoe wij het probleem zien.",
            what_next="Laat weten of je het herkent. Klopt er iets niet? Dan passen we het aan.",
        ),
    ),
    Notice(
        "report-asked-others", "melding.asked_others", _reporter,
        _reporter_letter(
            "We zijn een stap verder met je melding {reference}",
            "We stelden een vraag aan wie over de regel gaat.",
            "Je naam staat er niet bij, behalve als jij dat goed vond.",
            what_next="Op de pagina lees je wanneer we antwoord verwachten.",
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
        "report-aftercare", "melding.aftercare", _reporter,
        _reporter_letter(
            "Werkt het nu? {reference}",
            "Een tijd geleden kreeg je van ons een uitkomst. We horen graag of je er iets aan hebt.",
            what_next="Antwoorden kost een minuut. Werkt het niet? Dan kijken we wat we nog kunnen doen.",
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
        "report-taken-up-again", "melding.take_up_again", _reporter,
        _reporter_letter(
            "We kijken opnieuw naar je melding {reference}",
            "Je kreeg van ons een uitkomst. We kijken er nu opnieuw naar.",
            what_next="Je hoort het als er een nieuwe uitkomst is.",
        ),
    ),
)  # fmt: skip
