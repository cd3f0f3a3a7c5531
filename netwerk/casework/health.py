# SPDX-License-Identifier: EUPL-1.2
"""The daily health mail: what needs somebody's hand. One check that fails does not stop the rest."""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from netwerk import kinds, virus
from netwerk.models import Delivery, Dossier, HealthReport, OutboxEvent, SecretLink, User

from .silence import STUCK, open_q

logger = logging.getLogger(__name__)

Check = Callable[[datetime], str]
"""Returns what is wrong, in one line without anybody's data; nothing when all is well."""
READERS = ("beheerder", "coordinator")


def _counted(number: int, one: str, more: str) -> str:
    """Return the sentence for one or for more; nothing for none."""
    return (one if number == 1 else more.format(number)) if number else ""


def _failed_mail(now: datetime) -> str:
    number = Delivery.objects.filter(state=Delivery.State.DEAD).count()
    after = "ook niet na alle pogingen."
    return _counted(number, f"1 bericht kwam niet aan, {after}", "{} berichten kwamen niet aan, " + after)


def _waiting_mail(now: datetime) -> str:
    old = now - timedelta(hours=1)
    late = Q(state=Delivery.State.PENDING, attempts=0, next_attempt_at__lt=old)
    number = Delivery.objects.filter(late).count()
    number += OutboxEvent.objects.filter(expanded_at__isnull=True, entry__at__lt=old).count()
    after = "langer dan een uur. Draait het achtergrondproces?"
    return _counted(number, f"1 bericht wacht {after}", "{} berichten wachten " + after)


def _stuck(now: datetime) -> str:
    codes = [kind.code for kind in kinds.all_kinds() if kind.team_permission]
    number = Dossier.objects.filter(open_q(codes), last_news_at__lt=now - STUCK).count()
    after = "gebeurde zes weken niets."
    return _counted(number, f"In 1 open dossier {after}", "In {} open dossiers " + after)


def _expiring_links(now: datetime) -> str:
    soon = Q(expires_at__gt=now, expires_at__lt=now + timedelta(days=7), revoked_at__isnull=True)
    codes = [kind.code for kind in kinds.all_kinds()]
    number = SecretLink.objects.filter(soon, dossier__in=Dossier.objects.filter(open_q(codes))).count()
    after = "binnen een week."
    return _counted(
        number,
        f"1 link van een open dossier verloopt {after}",
        "{} links van open dossiers verlopen " + after,
    )


def _unindexed(now: datetime) -> str:
    stale = Q(indexed_version__isnull=True) | Q(indexed_version__lt=F("version"))
    number = Dossier.objects.filter(stale, last_news_at__lt=now - timedelta(hours=1)).count()
    after = "nog niet te vinden in de zoekmachine."
    return _counted(number, f"1 dossier is {after}", "{} dossiers zijn " + after)


def _settings(now: datetime) -> str:
    missing = [name for name in ("CONTACT_EMAIL", "SECURITY_CONTACT") if not getattr(settings, name)]
    return f"Nog niet ingesteld: {', '.join(missing)}." if missing else ""


def _scanner(now: datetime) -> str:
    if not settings.CLAMAV_URL:
        return ""
    try:
        virus.check(settings.CLAMAV_URL)
    except virus.ScannerAwayError:
        return "De virusscanner antwoordt niet: bestanden worden geweigerd."
    return ""


CHECKS: dict[str, Check] = {
    "mislukte berichten": _failed_mail,
    "wachtende berichten": _waiting_mail,
    "stilliggende dossiers": _stuck,
    "verlopende links": _expiring_links,
    "zoekmachine": _unindexed,
    "instellingen": _settings,
    "virusscanner": _scanner,
}


def problems(now: datetime, checks: dict[str, Check] | None = None) -> list[str]:
    """Return what every check found; a check that breaks is itself a finding."""
    found = []
    for name, check in (checks or CHECKS).items():
        try:
            with transaction.atomic():
                line = check(now)
        except Exception as error:  # whatever breaks, the other checks are still worth reading
            logger.exception("Health check %s failed", name)
            line = f"De controle ‘{name}’ lukte niet ({type(error).__name__})."
        if line:
            found.append(line)
    return found


def send_daily(now: datetime) -> HealthReport | None:
    """Look, keep what was found, and mail it: once a day, whoever asks how often.

    Returns:
        The report, or None when today's was made before.
    """
    today = timezone.localdate(now)
    lines = problems(now)
    with transaction.atomic():
        report, made = HealthReport.objects.get_or_create(
            day=today, defaults={"lines": lines, "created_at": now}
        )
        if not made:
            return None
        readers = User.objects.filter(groups__name__in=READERS, is_active=True).distinct()
        for reader in readers.order_by("pk"):
            send_mail(_subject(lines, today), _body(lines), None, [reader.email])
    return report


def _subject(lines: list[str], today: date) -> str:
    if not lines:
        return "Het portaal: alles in orde"
    return (
        "Het portaal: 1 punt vraagt aandacht"
        if len(lines) == 1
        else f"Het portaal: {len(lines)} punten vragen aandacht"
    )


def _body(lines: list[str]) -> str:
    told = "\n".join(f"- {line}" for line in lines) or "Alle controles zijn in orde."
    return f"Dag,\n\n{told}\n\nBekijk het overzicht: {settings.BASE_URL}/beheer/overzicht/\n"
