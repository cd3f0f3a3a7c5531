# SPDX-License-Identifier: EUPL-1.2
"""Who may write where: one group for each theme, and the editors everywhere.

A group gets its rights when it is made, and not again: what a manager takes away stays away. A
group of a theme opens no door by itself: who is in it also needs the role of ambassador, which
brings the admin and the second factor.
"""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from portal.pages.models import HomePage, ThemePage

EDITORS = "redacteur"
ON_PAGES = ("add_page", "change_page", "publish_page")
ON_FILES = (
    "add_image",
    "change_image",
    "choose_image",
    "add_document",
    "change_document",
    "choose_document",
)


def group_name(slug: str) -> str:
    """Return the name of the group of a theme."""
    return f"thema-{slug}"


def make_rights() -> None:
    """Give the editors the whole site, and each theme a group with its own pages and files."""
    root = Collection.get_first_root_node()
    editors, _ = Group.objects.get_or_create(name=EDITORS)
    home = HomePage.objects.get()
    if not GroupPagePermission.objects.filter(group=editors).exists():
        _grant(editors, home, root)
    for page in ThemePage.objects.select_related("theme"):
        group, is_new = Group.objects.get_or_create(name=group_name(page.theme.slug))
        if is_new:
            _grant(group, page, _collection(root, page.theme.name))


def _collection(root: Collection, name: str) -> Collection:
    found = root.get_children().filter(name=name).first()
    if found is None:
        found = root.add_child(name=name)
        # The instance counts its children; a second one in a row needs that number.
        root.refresh_from_db()
    return found


def _grant(group: Group, page: Page, collection: Collection) -> None:
    by_name = {permission.codename: permission for permission in _permissions()}
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page=page, permission=by_name[name]) for name in ON_PAGES
    )
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=collection, permission=by_name[name])
        for name in ON_FILES
    )


def _permissions() -> list[Permission]:
    apps = ("wagtailcore", "wagtailimages", "wagtaildocs")
    wanted = Permission.objects.filter(content_type__app_label__in=apps, codename__in=(*ON_PAGES, *ON_FILES))
    return list(wanted)
