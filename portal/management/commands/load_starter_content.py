# SPDX-License-Identifier: EUPL-1.2
"""Give a new portal its first pages and its address. Safe to run again: it never overwrites."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Page, Site

from portal.pages.models import DeskLandingPage, HomePage, StandardPage
from portal.pages.starter_legal import ACCESSIBILITY, PRIVACY
from portal.pages.starter_texts import ABOUT, DESK_LEAD, DESK_QUESTIONS, HOME_LEAD, StarterPage


class Command(BaseCommand):
    """Makes what is missing: the front page, the desk, three texts, and the site's address."""

    help = "Zet de eerste pagina’s klaar. Wat er al staat, blijft zoals het is."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the missing pages in one transaction, so that there is never half a site."""
        with transaction.atomic():
            home = HomePage.objects.first() or self._make_home()
            self._set_address(home)
            made = [self._make(home, page) for page in (ABOUT, PRIVACY, ACCESSIBILITY)]
            made.append(self._make_desk(home))
        self.stdout.write(f"Startpagina’s: {sum(made)} nieuw.")

    def _make_home(self) -> HomePage:
        home = HomePage(title="Home", slug="start", lead=HOME_LEAD)
        root = Page.get_first_root_node()
        root.add_child(instance=home)
        Site.objects.filter(is_default_site=True).update(root_page=home)
        # The welcome page of Wagtail's own migrations; deleted after the site lets go of it.
        for welcome in root.get_children().exclude(pk=home.pk).filter(content_type__model="page"):
            welcome.delete()
        home.refresh_from_db()
        return home

    def _set_address(self, home: HomePage) -> None:
        address = urlsplit(settings.BASE_URL)
        Site.objects.update_or_create(
            is_default_site=True,
            defaults={
                "hostname": address.hostname or "localhost",
                "port": address.port or (443 if address.scheme == "https" else 80),
                "site_name": "Actie Leer Netwerk",
                "root_page": home,
            },
        )

    def _make(self, home: HomePage, text: StarterPage) -> bool:
        if home.get_children().filter(slug=text.slug).exists():
            return False
        page = StandardPage(title=text.title, slug=text.slug, lead=text.lead)
        page.body = StandardPage._meta.get_field("body").stream_block.to_python(_raw(text.body))
        home.add_child(instance=page)
        return True

    def _make_desk(self, home: HomePage) -> bool:
        if DeskLandingPage.objects.exists():
            return False
        desk = DeskLandingPage(title="Ruimte in de Regels", slug="ruimte-in-de-regels", lead=DESK_LEAD)
        field = DeskLandingPage._meta.get_field("questions")
        desk.questions = field.stream_block.to_python(_raw(DESK_QUESTIONS))
        home.add_child(instance=desk)
        return True


def _raw(body: list[tuple[str, Any]]) -> list[dict[str, Any]]:
    return [{"type": name, "value": value} for name, value in body]
