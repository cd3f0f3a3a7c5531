# SPDX-License-Identifier: EUPL-1.2
"""What a secret link of this desk opens."""

from datetime import timedelta

from django.urls import reverse

from netwerk import scopes
from netwerk.models import SecretLink

from .access import MINISTRY_SCOPE, REPORTER_SCOPE


def _report_url(link: SecretLink) -> str:
    return reverse("ruimte_in_de_regels:report_status", args=[link.public_id])


def _thread_url(link: SecretLink) -> str:
    return reverse("ruimte_in_de_regels:thread_sheet", args=[link.public_id])


scopes.register(
    scopes.Scope(
        code=REPORTER_SCOPE,
        title="Volg je melding",
        explanation="Met deze knop zie je hoe het met je melding staat.",
        actor_label="Melder",
        url=_report_url,
        lifetime=timedelta(days=730),
    ),
    scopes.Scope(
        code=MINISTRY_SCOPE,
        title="Een vraag aan jullie ministerie",
        explanation="Met deze knop lees je de vraag. Je kunt meteen antwoorden. Je hebt geen account nodig.",
        actor_label="Ministerie",
        url=_thread_url,
        lifetime=timedelta(days=365),
    ),
)
