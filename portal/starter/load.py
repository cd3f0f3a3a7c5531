# SPDX-License-Identifier: EUPL-1.2
"""Puts the starting pages in the tree. What was made once is never made or changed again."""

from functools import partial
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from netwerk.models import Theme
from portal.pages.models import HomePage, StarterRecord
from portal.starter import tree
from portal.starter.pages import StarterPage

OLD_ADDRESSES = {"/koplopernetwerk": "/koplopers/"}
STREAM_FIELD = {"DeskLandingPage": "questions"}  # the others keep their blocks in "body"


class Loader:
    """Makes the pages that were never made before."""

    def __init__(self) -> None:
        self.now = timezone.now()
        self.known = dict(StarterRecord.objects.values_list("key", "page_id"))
        self.pages: dict[str, Page] = {}
        self.home = HomePage.objects.first() or self._make_home()
        self.pages["/"] = self.home

    def load(self) -> int:
        """Make what is missing and return how many pages that were."""
        self._set_address()
        made = sum(self._make(page) for page in tree.PAGES)
        for old, path in OLD_ADDRESSES.items():
            self._redirect(old, path)
        return made

    def _make_home(self) -> HomePage:
        text = tree.HOME
        home = HomePage(title=text.title, slug="start", **text.fields)
        root = Page.get_first_root_node()
        root.add_child(instance=home)
        Site.objects.filter(is_default_site=True).update(root_page=home)
        # The welcome page of Wagtail's own migrations; deleted after the site lets go of it.
        for welcome in root.get_children().exclude(pk=home.pk).filter(content_type__model="page"):
            welcome.delete()
        home.refresh_from_db()
        return home

    def _set_address(self) -> None:
        address = urlsplit(settings.BASE_URL)
        Site.objects.update_or_create(
            is_default_site=True,
            defaults={
                "hostname": address.hostname or "localhost",
                "port": address.port or (443 if address.scheme == "https" else 80),
                "site_name": "Actie Leer Netwerk",
                "root_page": self.home,
            },
        )

    def page_at(self, path: str) -> Page | None:
        """Return the page that was made for a path, wherever an editor moved it to since."""
        if path not in self.pages:
            key = self.known.get(path)
            found = Page.objects.filter(pk=key).first() if key else None
            if found:
                self.pages[path] = found
        return self.pages.get(path)

    def _make(self, text: StarterPage) -> bool:
        if text.path in self.known:
            return False
        parent = self.page_at(text.parent_path)
        if parent is None:
            return False  # an editor removed the page above
        page = parent.get_children().filter(slug=text.slug).first()
        is_new = page is None
        if page is None:
            page = parent.add_child(instance=_without_ceremony(self._built(text)))
        StarterRecord.objects.create(key=text.path, page_id=page.pk)
        self.known[text.path], self.pages[text.path] = page.pk, page
        return is_new

    def _built(self, text: StarterPage) -> Page:
        model: Any = apps.get_model("pages", text.kind)
        fields = dict(text.fields)
        if "theme" in fields:
            fields["theme"] = Theme.objects.get(slug=fields["theme"])
        page = model(title=text.title, draft_title=text.title, slug=text.slug, **fields)
        page.locale = self.home.locale
        page.first_published_at = page.last_published_at = self.now
        for name, path in text.links.items():
            target = self.page_at(path)
            setattr(page, f"{name}_id", target.pk if target else None)
        if text.body:
            name = STREAM_FIELD.get(text.kind, "body")
            raw = [{"type": kind, "value": value} for kind, value in text.body]
            setattr(page, name, model._meta.get_field(name).stream_block.to_python(raw))
        return page

    def _redirect(self, old: str, path: str) -> None:
        key, target = f"redirect:{old}", self.page_at(path)
        if key in self.known or target is None:
            return
        Redirect.objects.get_or_create(old_path=old, site=None, defaults={"redirect_page": target})
        StarterRecord.objects.create(key=key, page_id=target.pk)


def _without_ceremony(page: Page) -> Page:
    """Return a page that is saved without checks and without a line in the log: a test checks our texts.

    It halves the time of a first start, and nobody made these pages.
    """
    page.save = partial(page.save, clean=False, log_action=None)
    return page
