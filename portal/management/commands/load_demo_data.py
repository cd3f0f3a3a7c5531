# SPDX-License-Identifier: EUPL-1.2
import io
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from netwerk import demo, scale
from netwerk.models import SearchWord
from netwerk.tasks import index_dossiers
from portal.secrets import load_or_create_secrets


class Command(BaseCommand):
    """Loads, lists or removes the fictional demo content. Never in production."""

    help = "Laadt de demo: verzonnen accounts en dossiers. Met --remove gaat alles weer weg."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        parser.add_argument("--accounts", action="store_true", help="toon de demo-accounts")
        parser.add_argument("--seed", type=int, default=1, help="andere datums bij een ander getal")
        parser.add_argument(
            "--schaal",
            type=int,
            metavar="N",
            help="kopieer de demo tot minstens N dossiers, ook in de zoekindex",
        )
        parser.add_argument("--remove", action="store_true", help="verwijder de demo")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run it. Raises CommandError outside demo mode."""
        if options["accounts"]:
            for role, email in demo.accounts():
                self.stdout.write(f"{role}\t{email}")
            return
        if options["remove"]:
            self.stdout.write(f"{demo.remove()} demodossiers verwijderd.")
            # What only the demo said is no longer a word that somebody may have meant.
            SearchWord.objects.all().delete()
            call_command("rebuild_search", stdout=io.StringIO())
            return
        if settings.PRODUCTION or not settings.DEMO_MODE:
            raise CommandError("Demo data is only for demo mode.")
        password = load_or_create_secrets(settings.DATA_DIR)["DEMO_PASSWORD"]
        made = demo.load(password, timezone.now(), options["seed"])
        self.stdout.write(f"{made} demodossiers gemaakt.")
        if options["schaal"]:
            self._grow(options["schaal"])

    def _grow(self, wanted: int) -> None:
        """Copy the demo, then index the copies; broken off, both go on where they were."""
        for there in scale.grow(wanted):
            self.stdout.write(f"\r{there} dossiers", ending="")
            self.stdout.flush()
        indexed = index_dossiers()
        self.stdout.write(f"\n{indexed} dossiers in de zoekindex gezet.")
