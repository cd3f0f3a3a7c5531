# SPDX-License-Identifier: EUPL-1.2
"""Give a new portal its pages, its address and the rights of its editors. Never overwrites."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Page

from netwerk import cache_tags
from portal.pages.following import index_tree
from portal.starter.load import Loader
from portal.starter.rights import make_rights


class Command(BaseCommand):
    """Makes what was never made before. What an editor changed or removed stays so."""

    help = "Zet de eerste pagina’s klaar. Wat er al was, blijft zoals het is."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it in one transaction, so that there is never half a site."""
        with transaction.atomic():
            made = Loader().load()
            make_rights()
            if made:
                # These pages came without an editor who published them, so nobody told the search,
                # nor the lists of which a copy is kept.
                index_tree(Page.get_first_root_node())
                cache_tags.bump_on_commit(cache_tags.TREE)
        self.stdout.write(f"Startpagina’s: {made} nieuw.")
