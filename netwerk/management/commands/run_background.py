# SPDX-License-Identifier: EUPL-1.2
"""The background process of the embedded default: the beat table and the tasks, without a broker."""

import logging
import signal
import threading
import time
from collections.abc import Callable
from typing import Any

from celery import current_app
from celery.schedules import BaseSchedule, maybe_schedule
from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

logger = logging.getLogger(__name__)


class BeatTable:
    """Runs the tasks of the beat table in turn, each when it is due, in this process."""

    def __init__(self, entries: dict[str, dict[str, Any]], clock: Callable[[], Any] = timezone.now) -> None:
        self.clock = clock
        self.entries: dict[str, tuple[str, BaseSchedule]] = {
            name: (entry["task"], maybe_schedule(entry["schedule"], app=current_app))
            for name, entry in entries.items()
        }
        self.last_run = dict.fromkeys(self.entries, None)

    def run_due(self) -> list[str]:
        """Run every task that is due; a failing one is logged and does not stop the rest."""
        ran = []
        for name, (task, schedule) in self.entries.items():
            last: Any = self.last_run[name]
            if last is not None and not schedule.is_due(last).is_due:
                continue
            self.last_run[name] = self.clock()
            close_old_connections()
            try:
                current_app.tasks[task].run()
            except Exception:  # one broken task must not end the others
                logger.exception("Task %s failed", task)
            ran.append(name)
        return ran


class Command(BaseCommand):
    """Never needed with Redis: there the Celery worker and beat run the same table."""

    help = "Draait de taken op de achtergrond, zonder Redis."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run until SIGTERM or SIGINT; the task at hand is finished first."""
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        current_app.loader.import_default_modules()
        table = BeatTable(settings.CELERY_BEAT_SCHEDULE)
        logger.info("Background process runs %d tasks", len(table.entries))
        while not stop.is_set():
            started = time.monotonic()
            table.run_due()
            stop.wait(max(0.1, 1.0 - (time.monotonic() - started)))
