# SPDX-License-Identifier: EUPL-1.2
"""What a secret link of this desk opens."""

from datetime import timedelta

from django.urls import reverse

from netwerk import scopes
from netwerk.models import SecretLink

from .access import ADDRESS_SCOPE, ALSO_SCOPE, DRAFT_SCOPE, MINISTRY_SCOPE, MY_REPORTS_SCOPE, REPORTER_SCOPE
from .actions.drafts import LIFETIME


def _report_url(link: SecretLink) -> str:
    return reverse("ruimte_in_de_regels:report_status", args=[link.public_id])


def _thread_url(link: SecretLink) -> str:
    return reverse("ruimte_in_de_regels:thread_sheet", args=[link.public_id])


def _draft_url(link: SecretLink) -> str:
    return reverse("ruimte_in_de_regels:report_resume", args=[link.public_id])


def _address_url(link: SecretLink) -> str:
    return reverse("ruimte_in_de_regels:confirm_address", args=[link.public_id])


def _also_url(link: SecretLink) -> str:
    return reverse("ruimte_in_de_regels:also_mine", args=[link.public_id])


def _mine_url(link: SecretLink) -> str:
    return reverse("ruimte_in_de_regels:my_reports", args=[link.public_id])


scopes.register(
    scopes.Scope(
        code=REPORTER_SCOPE,
        title="Volg je melding",
        explanation="Met deze knop zie je hoe het met je melding staat.",
        actor_label="Melder",
        url=_report_url,
        lifetime=timedelta(days=730),
        with_code=True,
    ),
    scopes.Scope(
        code=DRAFT_SCOPE,
        title="Ga verder met je melding",
        explanation="Met deze knop ga je verder waar je stopte.",
        actor_label="Melder",
        url=_draft_url,
        lifetime=LIFETIME,
    ),
    scopes.Scope(
        code=ADDRESS_SCOPE,
        title="Bevestig je e-mailadres",
        explanation="Met deze knop ga je naar de pagina waar je het adres bevestigt.",
        actor_label="Melder",
        url=_address_url,
        lifetime=timedelta(days=3),
    ),
    scopes.Scope(
        code=MY_REPORTS_SCOPE,
        title="Jouw meldingen",
        explanation="Met deze knop zie je alle meldingen die je met je e-mailadres deed.",
        actor_label="Melder",
        url=_mine_url,
        lifetime=timedelta(hours=2),
    ),
    scopes.Scope(
        code=ALSO_SCOPE,
        title="Horen wat eruit komt",
        explanation="Met deze knop bevestig je je e-mailadres, of stop je met onze mails.",
        actor_label="Iemand bij wie het ook speelt",
        url=_also_url,
        lifetime=timedelta(days=730),
    ),
    scopes.Scope(
        code=MINISTRY_SCOPE,
        title="Een vraag aan jullie organisatie",
        explanation="Met deze knop lees je de vraag. Je kunt meteen antwoorden. Je hebt geen account nodig.",
        actor_label="Ministerie",
        url=_thread_url,
        lifetime=timedelta(days=365),
    ),
)
