# SPDX-License-Identifier: EUPL-1.2
"""What does not stay for ever at this desk. The text of reports and cases stays: it names nobody."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from netwerk import links, uploads
from netwerk.models import Attachment, Contact, Dossier, Message, TimelineEntry, TimelinePersonal
from netwerk.retention import Period, Rule, Unit, delete_rows, ended, register, register_over

from . import workflow
from .actions import also, drafts
from .models import (
    AlsoUs,
    MinistryAnswer,
    MinistryContact,
    MinistryThread,
    ObstacleCase,
    ObstacleReport,
    ReportDraft,
    ReporterIdentity,
    ThreadHolder,
)

REPORT_ENDS = ("melding.answer", "melding.refer", "melding.close", "melding.withdraw")
CASE_ENDS = ("casus.close", "casus.drop_signal", "casus.merge_into")
_REPORT_DONE = workflow.REPORT.sets["told"] | {"withdrawn"}
_LAW = "AVG: niet langer dan nodig is."


def _reports(before: datetime) -> QuerySet[Dossier]:
    """The reports that were answered, referred, withdrawn or closed before a moment, and are so still."""
    return ended(ObstacleReport.objects.filter(state__in=_REPORT_DONE), REPORT_ENDS, before)


def _cases(before: datetime) -> QuerySet[Dossier]:
    """The cases that were closed before a moment, and are so still."""
    return ended(ObstacleCase.objects.filter(state="closed"), CASE_ENDS, before)


def _happened(kind: str) -> Exists:
    """Whether something is on the timeline of a report."""
    return Exists(TimelineEntry.objects.filter(dossier=OuterRef("report"), type=kind))


_WITHDRAWN = Q(report__state="withdrawn")
_REFERRED = Q(report__state="referred") | (
    Q(report__state="closed") & _happened("melding.refer") & ~_happened("melding.answer")
)
"""How a report ended, for as far as it matters how long we know who reported it."""


def _identities(how: Q) -> Callable[[datetime], QuerySet[ReporterIdentity]]:
    """Return what finds who reported something, of the reports that ended in this way."""
    nothing = Q(contact__name="", contact__email="", contact__new_email="", contact__phone="")

    def due(before: datetime) -> QuerySet[ReporterIdentity]:
        known = ReporterIdentity.objects.exclude(nothing & Q(organisation_name=""))
        return known.filter(how, report__in=_reports(before).values("pk")).select_related("contact")

    return due


def _forget_identities(rows: Sequence[ReporterIdentity], now: datetime) -> None:
    for identity in rows:
        identity.contact.forget(now)
        identity.organisation_name = ""
        identity.save(update_fields=["organisation_name"])


def _files(before: datetime) -> QuerySet[Attachment]:
    return Attachment.objects.filter(audience="reporter", dossier__in=_reports(before).values("pk"))


def _discard(rows: Sequence[Attachment], _now: datetime) -> None:
    uploads.discard(list(rows))


def _unsent_files(before: datetime) -> QuerySet[Attachment]:
    """What was put ready for a message that nobody sent; the files of a draft go with the draft."""
    draft = ReportDraft.objects.filter(pk=OuterRef("staged_for"))
    return Attachment.objects.filter(~Exists(draft), staged_for__isnull=False, created_at__lt=before)


def _messages(before: datetime) -> QuerySet[Message]:
    return Message.objects.filter(dossier__in=_reports(before).values("pk"))


def _also_addresses(before: datetime) -> QuerySet[AlsoUs]:
    addressed = Q(contact__isnull=False, confirmed_at__isnull=False)
    told = AlsoUs.objects.filter(addressed | ~Q(organisation_name=""))
    return told.filter(case__in=_cases(before).values("pk")).select_related("contact")


def _unconfirmed(before: datetime) -> QuerySet[AlsoUs]:
    waiting = AlsoUs.objects.filter(contact__isnull=False, confirmed_at__isnull=True, created_at__lt=before)
    return waiting.select_related("contact")


def _forget_also(rows: Sequence[AlsoUs], now: datetime) -> None:
    for row in rows:
        if row.confirmed_at is not None:  # what was not confirmed has a rule of its own
            also.forget_address(row, now)
        row.organisation_name = ""
        row.save(update_fields=["organisation_name"])


def _forget_unconfirmed(rows: Sequence[AlsoUs], now: datetime) -> None:
    for row in rows:
        also.forget_address(row, now)


def _lapsed(before: datetime) -> Exists:
    """Whether a contact holds, or was asked, a question of a case that is not over yet."""
    live = MinistryThread.objects.exclude(case__in=_cases(before).values("pk"))
    mine = Q(contact__contact=OuterRef("contact")) | Q(holders__contact=OuterRef("contact"))
    return Exists(live.filter(mine))


def _colleagues(before: datetime) -> QuerySet[ThreadHolder]:
    """Who got a question by a colleague; whom the team keeps as a contact stays."""
    known = Q(contact__forgotten_at__isnull=True) | ~Q(job="")
    passing = ThreadHolder.objects.filter(known, ~_lapsed(before), contact__ministry_contact__isnull=True)
    return passing.filter(thread__case__in=_cases(before).values("pk")).select_related("contact")


def _forget_colleagues(rows: Sequence[ThreadHolder], now: datetime) -> None:
    for holder in rows:
        _forget_person(holder.contact, now)
        holder.job = ""
        holder.save(update_fields=["job"])


def _forget_person(contact: Contact, now: datetime) -> None:
    for link in contact.secret_links.all():
        links.revoke(link, now)
    contact.forget(now)


def _names_on_timeline(before: datetime) -> QuerySet[TimelinePersonal]:
    ended = Q(entry__dossier__in=_cases(before).values("pk"))
    ended |= Q(entry__dossier__in=_reports(before).values("pk"))
    return TimelinePersonal.objects.filter(ended, forgotten_at__isnull=True)


def _forget_names(rows: Sequence[TimelinePersonal], now: datetime) -> None:
    """The entry itself stays: the database refuses to change it."""
    keys = [row.pk for row in rows]
    TimelinePersonal.objects.filter(pk__in=keys).update(data={}, forgotten_at=now)


def _former_contacts(before: datetime) -> QuerySet[MinistryContact]:
    """Who does not work on our questions any more. Whoever was never asked has no moment to count from."""
    gone = MinistryContact.objects.filter(active=False, contact__forgotten_at__isnull=True)
    return gone.filter(~_lapsed(before), threads__isnull=False).select_related("contact").distinct()


def _never_asked(before: datetime) -> QuerySet[MinistryContact]:
    """Who is not active any more and got no question of their own, at most one of somebody else."""
    gone = MinistryContact.objects.filter(inactive_since__lt=before, contact__forgotten_at__isnull=True)
    return gone.filter(~_lapsed(before), threads__isnull=True).select_related("contact")


def _forget_contacts(rows: Sequence[MinistryContact], now: datetime) -> None:
    for person in rows:
        _forget_person(person.contact, now)
        person.job = ""
        person.save(update_fields=["job"])


def _left_drafts(before: datetime) -> QuerySet[ReportDraft]:
    return ReportDraft.objects.filter(updated_at__lt=before)


def _unsent_answers(before: datetime) -> QuerySet[MinistryAnswer]:
    begun = MinistryAnswer.objects.exclude(thread__state="answered")
    return begun.filter(thread__case__in=_cases(before).values("pk"))


_YEAR = Period(12, 1, 24)
_DRAFT_DAYS = drafts.LIFETIME.days + 1
"""Whoever goes on later was promised seven times 24 hours; a period ends with a whole day."""
_REPORT_OVER, _CASE_OVER = "nadat de melding klaar is", "nadat de casus is gesloten"
_ASK_BACK = f"{_LAW} Een jaar lang kan er nog een vraag of een vervolg komen."

register_over(_reports, _cases)
register(
    Rule(
        "melding.concept",
        "meldingen die niemand verstuurde, met hun bestanden",
        "nadat iemand er het laatst in schreef",
        "AVG: wie niets verstuurt, meldt niets. Deze termijn staat in de mail aan wie later verdergaat.",
        Period(_DRAFT_DAYS, _DRAFT_DAYS, _DRAFT_DAYS, Unit.DAYS),
        _left_drafts,
        drafts.remove,
    ),
    Rule(
        "melding.melder",
        "naam, adres en organisatie van de melder",
        _REPORT_OVER,
        f"{_ASK_BACK} De tekst van de melding blijft.",
        _YEAR,
        _identities(~_WITHDRAWN & ~_REFERRED),
        _forget_identities,
        "report",
    ),
    Rule(
        "melding.ingetrokken",
        "naam, adres en organisatie van wie een melding introk",
        "nadat de melding is ingetrokken",
        f"{_LAW} Wie intrekt, wil er niets meer van horen.",
        Period(1, 1, 12),
        _identities(_WITHDRAWN),
        _forget_identities,
        "report",
    ),
    Rule(
        "melding.doorverwezen",
        "naam, adres en organisatie van wie we doorverwezen",
        _REPORT_OVER,
        f"{_LAW} Een half jaar lang kan iemand terugkomen als het andere loket niet hielp.",
        Period(6, 1, 24),
        _identities(_REFERRED),
        _forget_identities,
        "report",
    ),
    Rule(
        "melding.bestanden",
        "bestanden van en voor de melder",
        _REPORT_OVER,
        f"{_LAW} In een bestand staat vaak meer dan we vroegen.",
        Period(30, 7, 180, Unit.DAYS),
        _files,
        _discard,
        "dossier",
    ),
    Rule(
        "melding.klaargezet",
        "bestanden die klaarstonden bij een bericht dat niemand verstuurde",
        "nadat iemand het bestand koos",
        "AVG: wat niet is verstuurd, hoeft niet te blijven.",
        Period(7, 1, 30, Unit.DAYS),
        _unsent_files,
        _discard,
    ),
    Rule(
        "melding.berichten",
        "berichten tussen de melder en het team",
        _REPORT_OVER,
        "Eigen beleid: zo lang de link van de melder werkt, kan die teruglezen wat we zeiden.",
        Period(24, 12, 36),
        _messages,
        delete_rows,
        "dossier",
    ),
    group="Meldingen",
)
register(
    Rule(
        "casus.ook_bij_ons",
        "adressen en organisaties bij ‘dit speelt ook bij ons’",
        _CASE_OVER,
        f"{_LAW} Hoe vaak en hoe zwaar het speelt, blijft.",
        _YEAR,
        _also_addresses,
        _forget_also,
        "case",
    ),
    Rule(
        "casus.niet_bevestigd",
        "niet bevestigde adressen bij ‘dit speelt ook bij ons’",
        "nadat iemand het adres invulde",
        f"{_LAW} Misschien vulde iemand anders het adres in.",
        Period(30, 7, 90, Unit.DAYS),
        _unconfirmed,
        _forget_unconfirmed,
        "case",
    ),
    Rule(
        "casus.collega",
        "namen en adressen van collega’s bij een ministerie",
        _CASE_OVER,
        f"{_ASK_BACK} Wie het team als contactpersoon bewaart, blijft.",
        _YEAR,
        _colleagues,
        _forget_colleagues,
        "thread__case",
    ),
    Rule(
        "casus.concept_antwoord",
        "antwoorden van een ministerie die nooit zijn verstuurd",
        _CASE_OVER,
        "Eigen beleid: een concept is nog geen antwoord, en niemand rekent erop dat het blijft.",
        Period(3, 1, 12),
        _unsent_answers,
        delete_rows,
        "thread__case",
    ),
    Rule(
        "dossier.namen",
        "namen bij het tijdpad",
        "nadat de melding of casus klaar is",
        f"{_ASK_BACK} Wat er gebeurde, blijft staan.",
        _YEAR,
        _names_on_timeline,
        _forget_names,
        "entry__dossier",
    ),
    group="Casussen",
)
register(
    Rule(
        "partij.contactpersoon",
        "contactpersonen bij ministeries die niet meer actief zijn",
        "nadat hun laatste casus is gesloten",
        _ASK_BACK,
        _YEAR,
        _former_contacts,
        _forget_contacts,
        "threads__case",
        silent=True,
    ),
    Rule(
        "partij.niet_gevraagd",
        "contactpersonen die niet meer actief zijn en nooit een eigen vraag kregen",
        "nadat ze niet meer actief zijn",
        _LAW,
        Period(6, 1, 24),
        _never_asked,
        _forget_contacts,
    ),
    group="Ministeries en andere partijen",
)
