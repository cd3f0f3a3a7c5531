# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from netwerk import demo
from portal.secrets import load_or_create_secrets


class Command(BaseCommand):
    """Loads, lists or removes the fictional demo content. Never in production."""

    help = "Laadt de demo: verzonnen accounts en dossiers. Met --remove gaat alles weer weg."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        parser.add_argument("--accounts", action="store_true", help="toon de demo-accounts")
        parser.add_argument("--remove", action="store_true", help="verwijder de demo")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run it. Raises CommandError outside demo mode."""
        if options["accounts"]:
            for role, email in demo.accounts():
                self.stdout.write(f"{role}\t{email}")
            return
        if options["remove"]:
            self.stdout.write(f"{demo.remove()} demodossiers verwijderd.")
            return
        if settings.PRODUCTION or not settings.DEMO_MODE:
            raise CommandError("Demo data is only for demo mode.")
        password = load_or_create_secrets(settings.DATA_DIR)["DEMO_PASSWORD"]
        self.stdout.write(f"{demo.load(password, timezone.now())} demodossiers gemaakt.")
