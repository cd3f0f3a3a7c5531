# SPDX-License-Identifier: EUPL-1.2
"""The sprite, the list of names and the templates agree."""

import re
from pathlib import Path

from django.conf import settings
from wagtail.admin.icons import get_icons

from netwerk.icons import ICONS
from netwerk.templatetags.netwerk import TONES

SPRITE = Path(settings.BASE_DIR, "static", "img", "icons.svg")
# The name in {% icon "x" %}, and in icon_name="x" or submit_icon="x" given to a component.
USED = re.compile(r"""\{%\s*icon\s+["']([\w-]+)["']|\b(?:icon_name|submit_icon)=["']([\w-]+)["']""")


def test_list_and_sprite_hold_the_same_names():
    """Proves that a name in the list has a picture, and that the sprite carries no unlisted ones."""
    assert set(re.findall(r'<symbol id="([\w-]+)"', SPRITE.read_text())) == ICONS


def test_every_icon_in_a_template_exists():
    """Proves that no template asks for a picture that is not there."""
    missing = {
        f"{path.name}: {name}"
        for path in Path(settings.BASE_DIR, "templates").rglob("*.html")
        for match in USED.finditer(path.read_text())
        for name in match.groups()
        if name and name not in ICONS
    }
    assert missing == set()


def test_every_icon_of_a_label_exists():
    """Proves that no label of a state stands there without its picture, wherever its look is written down."""
    look = re.compile(r'"(?:neutral|progress|info|success|warning|danger)", "([a-z-]+)"[,)]')
    apps = ("netwerk", "ruimte_in_de_regels", "koplopers", "actieleren", "portal")
    sources = [path for app in apps for path in Path(settings.BASE_DIR, app).rglob("*.py")]
    used = {name for path in sources for name in look.findall(path.read_text())}
    assert len(used) > 40
    assert used - ICONS - TONES == set()


def test_every_icon_in_the_menu_of_the_admin_exists():
    """Proves that no line of the team's menu stands there without a picture: the admin has its own set."""
    there = set(re.findall(r'id="icon-([\w-]+)"', get_icons()))
    hooks = Path(settings.BASE_DIR).glob("*/wagtail_hooks.py")
    used = [name for path in hooks for name in re.findall(r'icon_name="([\w-]+)"', path.read_text())]
    assert len(used) > 10
    assert set(used) - there == set()


def test_symbols_carry_no_colour_of_their_own():
    """Proves that an icon takes the colour of its text everywhere."""
    assert not re.search(r"\s(?:fill|stroke|style)=", SPRITE.read_text())
