# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from netwerk import retention


class Command(BaseCommand):
    """Forgets what is kept long enough, or tells what that would be."""

    help = "Verwijdert gegevens volgens de bewaartermijnen, of vertelt met --dry-run wat er weg zou gaan."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        parser.add_argument("--dry-run", action="store_true", help="verander niets, vertel alleen")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run it, or only tell: no names, only numbers and references."""
        now = timezone.now()
        if not options["dry_run"]:
            for line in retention.run(now):
                done = f"{line.rule}: {line.went} weg, {line.held} vastgehouden"
                self.stdout.write(f"{done}, {line.failed} mislukt")
            return
        for plan in retention.plan(now):
            counts = f"{plan.count} nu, {plan.soon} binnen 30 dagen, {plan.held} vastgehouden"
            self.stdout.write(f"{plan.rule.code} ({plan.period} {plan.rule.since}): {counts}")
            if plan.references:
                self.stdout.write("  " + ", ".join(plan.references))
