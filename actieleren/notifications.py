# SPDX-License-Identifier: EUPL-1.2
"""Who hears of what about a learning project. A letter says that there is news and where to read it."""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse

from netwerk import notifications
from netwerk.models import Delivery, TimelineEntry
from netwerk.notifications import Letter, Notice, Recipient

from .models import Participant, ParticipantRole


def _newcomer(entry: TimelineEntry) -> Iterable[Recipient]:
    """Whoever was added, as long as they take part; not somebody who added themselves."""
    ties = Participant.objects.filter(
        project_id=entry.dossier_id, user=entry.data.get("user"), user__is_active=True
    ).exclude(user=entry.actor_id)
    return [Recipient(user=tie.user) for tie in ties.select_related("user")]


def _leads(entry: TimelineEntry) -> Iterable[Recipient]:
    """Every lead, but not of what they did themselves."""
    ties = Participant.objects.filter(
        project_id=entry.dossier_id, role=ParticipantRole.LEAD, user__is_active=True
    ).exclude(user=entry.actor_id)
    return [Recipient(user=tie.user) for tie in ties.select_related("user")]


def _letter(entry: TimelineEntry, subject: str, line: str, what_next: str) -> Letter:
    return Letter(
        subject=f"{subject} ({entry.dossier.reference})",
        lines=(line,),
        button_label="Bekijk het leertraject",
        button_url=settings.BASE_URL + reverse("actieleren:own", args=[entry.dossier_id]),
        what_next=what_next,
        reason="Je krijgt dit bericht omdat je meedoet aan dit leertraject.",
    )


def _welcome(entry: TimelineEntry, _delivery: Delivery) -> Letter | None:
    return _letter(
        entry,
        "Je doet mee aan een leertraject",
        "Iemand voegde je toe aan een leertraject. Je kunt nu alles lezen en meeschrijven.",
        "Klopt dit niet? Laat het de trekker weten.",
    )


def _retracted(entry: TimelineEntry, _delivery: Delivery) -> Letter | None:
    return _letter(
        entry,
        "Jullie verhaal staat niet meer op de site",
        "We haalden het verhaal van jullie leertraject van de site.",
        "Op de pagina van het traject lees je waarom. Je kunt het aanpassen en opnieuw delen.",
    )


notifications.register(
    Notice("project-welcome", "leertraject.participant_added", _newcomer, _welcome),
    Notice("project-retracted", "leertraject.retract", _leads, _retracted),
)
