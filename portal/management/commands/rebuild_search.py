# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django.core.management.base import BaseCommand
from wagtail.models import Page

from netwerk.models import Dossier
from netwerk.tasks import index_dossiers
from portal.pages.following import index_tree


class Command(BaseCommand):
    """Builds the search index anew, for instance after a change in how words are stemmed."""

    help = "Maakt de zoekindex opnieuw: pagina's en dossiers."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run it; searching goes on meanwhile."""
        for root in Page.objects.filter(depth=1):
            index_tree(root)
        Dossier.objects.update(indexed_version=None)
        self.stdout.write(f"{index_dossiers()} dossiers en alle pagina's geïndexeerd.")
