# SPDX-License-Identifier: EUPL-1.2
"""Another e-mail address for a reporter: confirmed by the new one, told to the old one."""

from datetime import datetime

from django.db import transaction

from netwerk import links
from netwerk.access import Actor
from netwerk.models import Contact, SecretLink
from netwerk.notifications import Letter, as_mail
from netwerk.perform import Act, NotNow, perform

from .. import access
from ..models import ObstacleReport, ReporterIdentity

_REASON = "Je krijgt deze mail omdat iemand dit adres invulde bij een melding."


def ask_new_address(report: ObstacleReport, email: str, *, by: Actor, now: datetime) -> SecretLink:
    """Mail a link to the new address; nothing changes before it was opened and confirmed there."""
    with transaction.atomic():
        perform(report, Act("melding.address_asked", access.reporter), by=by, now=now)
        contact = _contact(report)
        contact.new_email = email
        contact.save(update_fields=["new_email"])
        # A link that went to an address typed before confirms nothing any more.
        for earlier in contact.secret_links.filter(scope=access.ADDRESS_SCOPE, revoked_at__isnull=True):
            links.revoke(earlier, now)
        link = links.new_link(access.ADDRESS_SCOPE, report, contact=contact, now=now)
        letter = Letter(
            subject="Bevestig je e-mailadres",
            lines=("Met de knop bevestig je dat we berichten over je melding naar dit adres sturen.",),
            button_label="Bevestig dit adres",
            button_url=links.url_for(link),
            what_next="Daarna mailen we je als er nieuws is. In de mail staat nooit wat je meldde.",
            reason=_REASON,
        )
        as_mail(letter, email).send()
    return link


def _contact(report: ObstacleReport) -> Contact:
    """Return the reporter's contact; somebody who was anonymous becomes reachable by it."""
    identity = ReporterIdentity.objects.select_related("contact").filter(report=report).first()
    if identity is not None:
        return identity.contact
    contact = Contact.objects.create()
    ReporterIdentity.objects.create(report=report, contact=contact)
    return contact


def confirm_address(report: ObstacleReport, link: SecretLink, *, by: Actor, now: datetime) -> None:
    """Take the new address from now on, and tell the old one.

    Raises:
        NotNow: there is no address to confirm (any more).
    """
    contact = link.contact

    def confirm(_fresh: ObstacleReport) -> None:
        if contact is None or not contact.new_email:
            raise NotNow("Dit adres is al bevestigd, of er is een ander adres gevraagd.")

    with transaction.atomic():
        perform(report, Act("melding.address_changed", access.confirms_address, then=confirm), by=by, now=now)
        if contact is None:
            return
        old = contact.email
        contact.email, contact.new_email = contact.new_email, ""
        contact.save(update_fields=["email", "new_email"])
        links.revoke(link, now)
        if old and old.lower() != contact.email.lower():
            as_mail(_to_the_old_one(), old).send()


def _to_the_old_one() -> Letter:
    return Letter(
        subject="Je e-mailadres is gewijzigd",
        lines=(
            "Berichten over je melding gaan voortaan naar een ander adres.",
            "Deed jij dat niet? Laat het ons dan weten.",
        ),
        button_label="Neem contact op",
        button_url="",
        reason="Je krijgt deze mail omdat dit adres bij een melding hoorde.",
    )
