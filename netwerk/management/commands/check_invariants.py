# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from netwerk import invariants
from netwerk.models import Dossier

SHOWN = 50
"""So many breaches are printed; the number tells the rest."""


class Command(BaseCommand):
    """Compares what is stored with what must be true. Changes nothing."""

    help = "Kijkt na of de opgeslagen gegevens kloppen. Verandert niets."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        parser.add_argument("references", nargs="*", metavar="KENMERK", help="alleen deze dossiers")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run it. Raises CommandError, and so ends with 1, when something is wrong or unknown."""
        keys = self._keys(options["references"]) if options["references"] else None
        breaches = invariants.check(keys)
        for breach in breaches[:SHOWN]:
            self.stdout.write(str(breach))
        if breaches:
            raise CommandError(f"{len(breaches)} dingen kloppen niet.")
        self.stdout.write(f"{len(invariants.names())} regels nagekeken. Alles klopt.")

    @staticmethod
    def _keys(references: list[str]) -> list[int]:
        found = dict(Dossier.objects.filter(reference__in=references).values_list("reference", "pk"))
        unknown = set(references) - found.keys()
        if unknown:
            raise CommandError(f"Onbekend: {', '.join(sorted(unknown))}")
        return list(found.values())
