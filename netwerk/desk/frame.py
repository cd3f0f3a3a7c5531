# SPDX-License-Identifier: EUPL-1.2
"""The frame of the admin: drawn once for somebody with these rights, and kept for minutes.

Drawing the menu asks every item whether it shows and every right that Wagtail knows: a quarter of what a
page of the desk costs, for the same outcome every time. A menu decides nothing: each screen checks its own
permission. So a menu that is minutes old can show too much or too little, and can open nothing.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from typing import Any

from django.core.cache import caches
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from wagtail.admin.templatetags import wagtailadmin_tags

KEPT_FOR = 300
"""Seconds. Rights over pages and collections are not in the key; a change of those shows after this."""
_MAC = re.compile(r"Mac|iPod|iPhone|iPad")
"""Wagtail names other keys on these."""


def reader_key(request: HttpRequest) -> str:
    """Return what the frame depends on: who reads, with which rights, profile, language and keyboard."""
    user: Any = request.user
    profile = getattr(user, "wagtail_userprofile", None)
    told = (
        user.pk,
        user.get_short_name(),
        user.email,
        user.is_superuser,
        sorted(user.get_all_permissions()),
        profile and (profile.avatar.name, sorted(profile.dismissibles.items()), profile.keyboard_shortcuts),
        get_language(),
        bool(_MAC.search(request.headers.get("User-Agent", ""))),
    )
    return hashlib.sha256(repr(told).encode()).hexdigest()


def kept(name: str, draw: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return a template tag that draws once for a reader, and then gives what it drew."""

    def tag(context: Any) -> Any:
        key = f"frame:{name}:{reader_key(context['request'])}"
        found = caches["process"].get(key)
        if found is None:
            found = draw(context)
            caches["process"].set(key, found, KEPT_FOR)
        return found

    return tag


def keep_frame() -> None:
    """Let Wagtail's own tags for menu, keys and settings keep what they draw; it has no hook for this."""
    shortcuts = wagtailadmin_tags.keyboard_shortcuts_dialog
    own_config = wagtailadmin_tags.wagtail_config
    kept_config = kept("wagtail_config", own_config)

    def dialog(context: Mapping[str, Any]) -> SafeString:
        template = "wagtailadmin/shared/keyboard_shortcuts_dialog.html"
        return mark_safe(render_to_string(template, shortcuts(context)))  # noqa: S308 (a template escaped it)

    def config(context: Mapping[str, Any]) -> dict[str, Any]:
        if context.get("locale"):  # a page in one language: its settings name that
            return own_config(context)
        return {**kept_config(context), "CSRF_TOKEN": get_token(context["request"])}

    tags = {
        "sidebar_props": kept("sidebar_props", wagtailadmin_tags.sidebar_props),
        "keyboard_shortcuts_dialog": kept("keyboard_shortcuts_dialog", dialog),
        "wagtail_config": config,
    }
    for name, tag in tags.items():
        wagtailadmin_tags.register.simple_tag(tag, takes_context=True, name=name)
