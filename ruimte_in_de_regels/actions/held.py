# SPDX-License-Identifier: EUPL-1.2
"""Everything that is held about a reporter, in the words of the form and in Dutch time: to take along."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from netwerk.models import Delivery, SecretLink
from netwerk.timeline import REPORTER, codes_for, sentence

from .. import access
from ..models import ObstacleReport, ReporterIdentity

TOLD = (
    "story", "goal", "effect", "domain", "differs", "rule_kind", "rule_text", "rule_source", "tried", "idea",
    "frequency", "people", "others_know", "initiative", "reporter_role",
)  # fmt: skip
"""What was asked in the form about the obstacle."""
SENT = (*TOLD, "employer_may_know", "publish_consent", "ministry_may_contact")
"""What was asked in the form."""
ANSWERS = (*SENT, "channel", "source", "works_now")


def answers(report: ObstacleReport, names: Iterable[str]) -> list[tuple[str, str]]:
    """Return questions of the form with what was answered, in words; empty ones are left out."""
    rows = []
    for name in names:
        shown = getattr(report, f"get_{name}_display", None)
        value = shown() if shown else getattr(report, name)
        if isinstance(value, bool):
            value = "Ja" if value else "Nee"
        if value not in ("", None):
            label = getattr(ObstacleReport._meta.get_field(name), "verbose_name", name)
            rows.append((str(label), str(value)))
    return rows


def held_about(report: ObstacleReport) -> dict[str, Any]:
    """Return all that is held about a reporter: answers, identity, what was said, mails and links."""
    known = report.also_hits
    return {
        "kenmerk": report.reference,
        "gemeld_op": _at(report.created_at),
        "akkoord_met_de_privacyverklaring_op": _at(report.privacy_accepted_at),
        "status": report.state_info.label,
        "melding": dict(answers(report, ANSWERS)),
        "speelt_ook_in": known.reference if known is not None else None,
        "sectoren": [str(sector) for sector in report.sectors.all()],
        "regios": [str(region) for region in report.regions.all()],
        "themas": [str(theme) for theme in report.themes.all()],
        "melder": _identity(report),
        **_said(report),
        "bestanden": [
            {"naam": file.name, "grootte": file.size, "op": _at(file.created_at)}
            for file in report.attachments.filter(audience="reporter")
        ],
        "verloop": [
            {"op": _at(entry.at), "wat": sentence(entry)}
            for entry in report.timeline.filter(type__in=codes_for(REPORTER)).order_by("at", "id")
        ],
        "keer_dat_iemand_je_naam_bekeek": report.timeline.filter(type="melding.identity_opened").count(),
        **_sent(report),
    }


def _at(moment: datetime | None) -> str | None:
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment is not None else None


def _identity(report: ObstacleReport) -> dict[str, str] | None:
    identity = ReporterIdentity.objects.select_related("contact").filter(report=report).first()
    if identity is None:
        return None
    return {
        "naam": identity.contact.name,
        "e-mailadres": identity.contact.email,
        "telefoon": identity.contact.phone,
        "organisatie": identity.organisation_name,
    }


def _said(report: ObstacleReport) -> dict[str, Any]:
    """Return the messages, and what the reporter said of our words."""
    return {
        "berichten": [
            {"van": message.author_label, "op": _at(message.created_at), "tekst": message.text}
            for message in report.messages.all()
        ],
        "herken_je_dit": [
            {
                "over": "het probleem" if one.statement_id else "de uitkomst",
                "op": _at(one.created_at),
                "antwoord": one.get_recognises_display(),
                "tekst": one.explanation,
            }
            for one in report.reactions.all()
        ],
        "openbare_tekst": [
            {"op": _at(one.created_at), "antwoord": one.get_answer_display(), "tekst": one.wish}
            for one in report.text_reactions.all()
        ],
    }


def _sent(report: ObstacleReport) -> dict[str, Any]:
    """Return which mails went to the reporter, and the links that open the report; never what opens it."""
    mails = Delivery.objects.filter(
        contact__isnull=False, channel=Delivery.Channel.MAIL, event__entry__dossier=report.pk
    )
    links = SecretLink.objects.filter(dossier=report.pk, scope=access.REPORTER_SCOPE)
    return {
        "mails": [
            {"op": _at(mail.sent_at or mail.created_at), "status": mail.get_state_display()}
            for mail in mails.order_by("pk")
        ],
        "links": [
            {
                "gemaakt_op": _at(link.created_at),
                "werkt_tot": _at(link.revoked_at or link.expires_at),
                "keer_geopend": link.opened,
                "laatst_geopend_op": _at(link.last_opened_at),
            }
            for link in links.order_by("pk")
        ],
    }
