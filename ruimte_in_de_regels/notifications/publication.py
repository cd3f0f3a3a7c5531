# SPDX-License-Identifier: EUPL-1.2
"""Who hears of the public text: reporters may read it along, and both sides know its day."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from netwerk import links, notifications
from netwerk.dates import date_text
from netwerk.models import Delivery, TimelineEntry, Visibility
from netwerk.notifications import Letter, Notice, Recipient, assignee_of
from netwerk.timeline import part_key

from ..access import ALSO_SCOPE, MINISTRY_SCOPE
from ..models import AlsoUs, MinistryThread, ObstacleReport, Publication, ReporterIdentity
from .letters import ReporterLetters, Writer
from .team import team_letter


def reporters_of_case(entry: TimelineEntry) -> Iterable[Recipient]:
    """Every reporter of the case who left an address; `part` names whose report it is."""
    identities = (
        ReporterIdentity.objects.select_related("contact", "report")
        .filter(report__case=entry.dossier_id)
        .exclude(contact__email="")
        .exclude(report__state="withdrawn")
    )
    return [
        Recipient(contact=one.contact, part=part_key(one.report), label="De melder") for one in identities
    ]


def _ministries(entry: TimelineEntry) -> Iterable[Recipient]:
    """Every ministry that was asked something in this case."""
    threads = MinistryThread.objects.asked().filter(case=entry.dossier_id, contact__isnull=False)
    rows = threads.select_related("contact__contact")
    return [Recipient(contact=one.contact.contact, part=part_key(one)) for one in rows if one.contact]


def _author(entry: TimelineEntry) -> Iterable[Recipient]:
    """Who wrote the text as it is now."""
    text = Publication.objects.filter(case=entry.dossier_id).select_related("author").first()
    return [Recipient(user=text.author)] if text is not None and text.author is not None else []


def _facts(entry: TimelineEntry) -> dict[str, str]:
    """Return what a letter names: the last day to answer, the day of appearing, and who can read the text."""
    text = Publication.objects.filter(case=entry.dossier_id).first()
    before = text.read_before if text else None
    day = entry.data.get("publish_on")
    return {
        "before": date_text(before) if before else "",
        "day": date_text(date.fromisoformat(day)) if day else "",
        "readers": _READERS.get(entry.dossier.visibility, ""),
    }


def _report_of(entry: TimelineEntry, delivery: Delivery) -> ObstacleReport | None:
    return ObstacleReport.objects.filter(pk=delivery.part.rpartition(":")[2] or 0).first()


_READERS: dict[str, str] = {
    Visibility.NETWORK: "Alleen leden van het netwerk kunnen het lezen, met hun account.",
    Visibility.PUBLIC: "Iedereen kan het lezen.",
}
_reporter_letter = ReporterLetters(_report_of, _facts)


def _ministry_letter(subject: str, line: str) -> Writer:
    def letter(entry: TimelineEntry, delivery: Delivery) -> Letter | None:
        if delivery.contact is None:
            return None
        link = links.make_link(
            MINISTRY_SCOPE, entry.dossier, contact=delivery.contact, part=delivery.part, now=timezone.now()
        )
        filled = {"reference": entry.dossier.reference, **_facts(entry)}
        return Letter(
            subject=subject.format(**filled),
            lines=(line.format(**filled),),
            button_label="Bekijk de vraag en je antwoord",
            button_url=links.url_for(link),
            reason="Je krijgt dit bericht omdat je contactpersoon bent voor Ruimte in de Regels.",
        )

    return letter


def _also(entry: TimelineEntry) -> Iterable[Recipient]:
    """Whoever said that it plays there too, and confirmed an address."""
    rows = AlsoUs.objects.filter(case=entry.dossier_id, confirmed_at__isnull=False, contact__isnull=False)
    return [
        Recipient(contact=row.contact, part=part_key(row), label="Iemand bij wie het ook speelt")
        for row in rows.select_related("contact")
    ]


def _also_while_public(entry: TimelineEntry) -> Iterable[Recipient]:
    """The same, as long as everybody can read the case: of what nobody reads there is no news."""
    shown = Publication.objects.filter(case=entry.dossier_id, state="published")
    return _also(entry) if shown.filter(case__visibility=Visibility.PUBLIC).exists() else []


def _also_letter(entry: TimelineEntry, delivery: Delivery) -> Letter | None:
    if delivery.contact is None or not delivery.contact.email:
        return None
    link = links.make_link(
        ALSO_SCOPE, entry.dossier, contact=delivery.contact, part=delivery.part, now=timezone.now()
    )
    return Letter(
        subject="Er is nieuws over een knelpunt dat ook bij jullie speelt",
        lines=("Je vroeg ons om te laten weten wat eruit komt. Er is een nieuwe stap gezet.",),
        button_label="Bekijk het nieuws",
        button_url=links.url_for(link),
        what_next="Op dezelfde pagina kun je ook stoppen met deze mails.",
        reason="Je krijgt dit bericht omdat je vertelde dat dit ook bij jullie speelt.",
    )


_ON_THE_SITE = _reporter_letter(
    "De tekst over je melding staat op de site ({reference})",
    "Op de site staat nu wat er speelde en wat eruit kwam. Er staan geen namen in.",
    "{readers}",
    what_next="Klopt er iets niet? Schrijf het ons op de pagina van je melding.",
)

notifications.register(
    Notice(
        "text-to-read", "publicatie.show_reporter", reporters_of_case,
        _reporter_letter(
            "Lees mee met de tekst voor de site ({reference})",
            "We willen op de site vertellen wat er speelde, zonder namen. Jij leest de tekst als eerste.",
            "Je kunt zeggen dat het goed is, dat je iets anders wilt, of dat je het liever niet hebt.",
            what_next="Dat kan tot en met {before}. Horen we niets? Dan kan de tekst op de site komen.",
        ),
    ),
    Notice(
        "text-given-back", "publicatie.give_back", _author,
        team_letter("Terug met een reden: {reference}", "Een collega gaf de openbare tekst terug."),
    ),
    Notice(
        "text-reading-closed", "publicatie.reading_closed", assignee_of,
        team_letter("De tijd om mee te lezen is voorbij: {reference}", "Een collega kan hem nu nalezen."),
    ),
    *(
        Notice(f"text-{code}-{who}", f"publicatie.{move}", recipients, writer)
        for code, move, verb in (("held", "hold", "komt"), ("moved", "move_date", "komt nu"))
        for who, recipients, writer in (
            (
                "reporter", reporters_of_case,
                _reporter_letter(
                    "De tekst over je melding komt op {day} op de site ({reference})",
                    f"De tekst {verb} op {{day}} op de site. Er staan geen namen in.",
                    what_next="Wil je dat niet? Zeg het voor die dag, op de pagina van je melding.",
                ),
            ),
            (
                "ministry", _ministries,
                _ministry_letter(
                    "Een casus met jullie antwoord komt op {day} op de site ({reference})",
                    f"De openbare tekst {verb} op {{day}} op de site, met jullie antwoord voor lezers.",
                ),
            ),
            (
                "team", assignee_of,
                team_letter("De openbare tekst heeft een datum: {reference}", "Die staat bij de casus."),
            ),
        )
    ),
    *(
        Notice(f"text-lifted-{who}", "publicatie.lift", recipients, writer)
        for who, recipients, writer in (
            (
                "reporter", reporters_of_case,
                _reporter_letter(
                    "De datum voor de tekst op de site vervalt ({reference})",
                    "De datum die we noemden, vervalt. De tekst kan eerder of later op de site komen.",
                    what_next="Je hoort het als de tekst op de site staat.",
                ),
            ),
            (
                "ministry", _ministries,
                _ministry_letter(
                    "De datum voor een casus op de site vervalt ({reference})",
                    "De datum die we noemden, vervalt. De tekst kan eerder of later op de site komen.",
                ),
            ),
        )
    ),
    *(
        Notice(f"also-{move.partition('.')[2].replace('_', '-')}", move, _also, _also_letter)
        for move in (
            *("casus.give_feedback", "publicatie.publish", "publicatie.appear", "publicatie.widen"),
            "publicatie.retract",
        )
    ),
    # They said so on the site: most of what is told to reporters lies behind them by then.
    *(
        Notice(f"also-{name}", entry, _also_while_public, _also_letter)
        for name, entry in (
            ("reopened", "casus.reopen"),
            ("outcome", "casus.set_outcome"),
            ("answer", "ministerievraag.answer"),
            ("promise-kept", "toezegging.keep"),
            ("promise-late", "toezegging.lapse"),
            ("promise-moved", "toezegging.move_date"),
            ("promise-dropped", "toezegging.drop"),
        )
    ),
    *(
        Notice(
            f"text-{name}-ministry", entry, _ministries,
            _ministry_letter(
                "Een casus met jullie antwoord staat op de site ({reference})",
                "De openbare tekst staat op de site, met jullie antwoord voor lezers. {readers}",
            ),
        )
        for name, entry in (
            ("published", "publicatie.publish"),
            ("appeared", "publicatie.appear"),
            ("widened", "publicatie.widen"),
        )
    ),
    Notice(
        "text-retracted", "publicatie.retract", reporters_of_case,
        _reporter_letter(
            "De tekst over je melding staat niet meer op de site ({reference})",
            "We hebben de tekst van de site gehaald. Je melding en de uitkomst veranderen daar niet door.",
            what_next="Komt er een nieuwe tekst? Dan lees je hem eerst zelf.",
        ),
    ),
    Notice(
        "text-retracted-ministry", "publicatie.retract", _ministries,
        _ministry_letter(
            "Een casus met jullie antwoord staat niet meer op de site ({reference})",
            "We hebben de openbare tekst van de site gehaald. Jullie antwoord blijft bij de casus bewaard.",
        ),
    ),
    Notice("text-published", "publicatie.publish", reporters_of_case, _ON_THE_SITE),
    Notice("text-appeared", "publicatie.appear", reporters_of_case, _ON_THE_SITE),
    Notice("text-widened", "publicatie.widen", reporters_of_case, _ON_THE_SITE),
    Notice(
        "text-appeared-team", "publicatie.appear", assignee_of,
        team_letter("De casus staat op de site: {reference}", "De gekozen dag is gekomen."),
    ),
)  # fmt: skip
