# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django.core.management.base import BaseCommand

from netwerk import roles


class Command(BaseCommand):
    """Makes the groups and their permissions equal to the roles that the apps declare."""

    help = "Zet de rollen en hun rechten gelijk aan wat de code zegt."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run it."""
        roles.sync()
        self.stdout.write(f"{len(roles.ROLES)} rollen bijgewerkt.")
