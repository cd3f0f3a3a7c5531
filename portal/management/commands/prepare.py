# SPDX-License-Identifier: EUPL-1.2
"""Everything that must be done before the portal can serve, in one start of Django."""

import io
import time
from argparse import ArgumentParser
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, OutputWrapper

from netwerk import cache_tags
from portal import fingerprint

ACCOUNTS = "demo-accounts.tsv"
TICK_SECONDS = 3


class MigrationProgress(io.StringIO):
    """Takes the many lines of `migrate` and passes on one every few seconds."""

    def __init__(self, output: OutputWrapper) -> None:
        super().__init__()
        self.output, self.count, self.last = output, 0, time.monotonic()

    def write(self, text: str) -> int:
        """Count the migrations that go by."""
        self.count += text.count("Applying ")
        if time.monotonic() - self.last > TICK_SECONDS:
            self.last = time.monotonic()
            self.output.write(f"  … {self.count} migrations done")
            self.output.flush()
        return len(text)


class Command(BaseCommand):
    """`manage.py prepare`: migrate, cache table, roles, starter content and, once, demo data."""

    help = "Migrate, make the cache table, sync roles, load starter content and (demo mode, once) demo data."
    # The checks need tables that may not be there yet; `migrate` runs its own.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare `--always`."""
        parser.add_argument(
            "--always", action="store_true", help="also what was done before for the same code (production)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what is needed and remember it in the data folder."""
        # Only the embedded database lives in the data folder; for another the stamp means nothing.
        embedded = "sqlite3" in settings.DATABASES["default"]["ENGINE"] and not options["always"]
        before = fingerprint.read(settings.DATA_DIR) if embedded else fingerprint.Prepared()
        now = fingerprint.current(settings.BASE_URL)
        now.demo = before.demo
        if before.migrations != now.migrations:
            self._say("Preparing the database (the first time takes about half a minute) …")
            call_command("migrate", interactive=False, verbosity=1, stdout=MigrationProgress(self.stdout))
            call_command("createcachetable", verbosity=0)
        if before != replace(now, applied=before.applied):
            self._say("Loading roles and starter content …")
            call_command("sync_roles", stdout=io.StringIO())
            call_command("load_starter_content", stdout=io.StringIO())
            cache_tags.bump(cache_tags.EVERYWHERE)  # no page as the version before this one drew it
        if settings.DEMO_MODE:
            self._load_demo(now)
        if embedded:
            fingerprint.write(settings.DATA_DIR, now)

    def _load_demo(self, now: fingerprint.Prepared) -> None:
        if not now.demo:
            self._say("Loading demo data …")
            call_command("load_demo_data", stdout=io.StringIO())
            now.demo = True
        accounts = io.StringIO()
        call_command("load_demo_data", "--accounts", stdout=accounts)
        (settings.DATA_DIR / ACCOUNTS).write_text(accounts.getvalue())

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()
