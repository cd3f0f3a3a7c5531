# SPDX-License-Identifier: EUPL-1.2
"""Health checks for whatever keeps the portal running.

`live` says that this process answers: restart it when it does not. `ready` says that what it
needs works too: send no visitors here when it does not. Neither tells a stranger why something is
wrong; the reason is in the log.
"""

import logging
from collections.abc import Callable
from datetime import timedelta

import redis
from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netwerk.models import Delivery

logger = logging.getLogger(__name__)

OUTBOX_PATIENCE = timedelta(minutes=10)
UNDELIVERED = ("pending", "sending")
BROKER_SECONDS = 2

# Once applied, migrations stay applied for the life of this process: building the graph for every
# probe would make this public address an expensive one.
_migrated = False


class NotReadyError(Exception):
    """A check that ran and found something wrong; its text is for the log only."""


@never_cache
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """Answer "ok" without touching the database or the broker."""
    return HttpResponse("ok", content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Answer 200 when every part this process needs works, else 503; one word for each part."""
    results = {name: _outcome(name, check) for name, check in _checks().items()}
    healthy = all(result == "ok" for result in results.values())
    return JsonResponse(
        {"status": "ok" if healthy else "fout", "checks": results}, status=200 if healthy else 503
    )


def _checks() -> dict[str, Callable[[], None]]:
    checks = {
        "database": check_database,
        "migrations": check_migrations,
        "outbox": check_outbox,
    }
    if settings.REDIS_URL:
        checks["broker"] = check_broker
    return checks


def _outcome(name: str, check: Callable[[], None]) -> str:
    try:
        check()
    except Exception:  # whatever it is, the answer is "fout" and the log has the reason
        logger.exception("Health check failed: %s", name)
        return "fout"
    return "ok"


def check_database() -> None:
    """Ask the database for one row."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


def check_migrations() -> None:
    """Compare the migrations in the code with those in the database.

    Raises:
        NotReadyError: the database is behind.
    """
    global _migrated
    if _migrated:
        return
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        raise NotReadyError(f"{len(plan)} migrations are not applied")
    _migrated = True


def check_outbox() -> None:
    """Look whether the worker keeps up.

    Raises:
        NotReadyError: a message has been due for longer than ten minutes.
    """
    late = timezone.now() - OUTBOX_PATIENCE
    if Delivery.objects.filter(state__in=UNDELIVERED, next_attempt_at__lt=late).exists():
        raise NotReadyError(f"A message has been due since before {late:%H:%M}")


def check_broker() -> None:
    """Greet the broker, and wait no longer than two seconds for its answer."""
    client = redis.Redis.from_url(
        settings.REDIS_URL, socket_connect_timeout=BROKER_SECONDS, socket_timeout=BROKER_SECONDS
    )
    try:
        client.ping()
    finally:
        client.close()
