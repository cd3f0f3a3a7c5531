# SPDX-License-Identifier: EUPL-1.2
"""Celery shells: nothing but a call. Each may run twice, or next to itself, without harm."""

from datetime import datetime

from celery import shared_task
from django.utils import timezone

from . import deliveries, retention, search
from .casework import health


@shared_task
def deliver_outbox() -> int:
    """Send what is due: started by a kick after a commit, and by the beat table as sweep."""
    return deliveries.deliver_due()


@shared_task
def index_dossiers() -> int:
    """Bring the search index up to date with what changed. Returns how many dossiers that were."""
    count = 0
    while batch := search.index_stale():
        count += batch
    return count


@shared_task
def forget_by_retention(now: datetime | None = None) -> int:
    """Forget what is kept long enough. Returns how many things went."""
    return sum(line.went for line in retention.run(now or timezone.now()))


@shared_task
def send_health_mail() -> bool:
    """Look at the portal once a day and mail what was found. Returns whether it was done now."""
    return health.send_daily(timezone.now()) is not None
