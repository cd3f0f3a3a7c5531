# SPDX-License-Identifier: EUPL-1.2
"""What every template may know of the site: menus, contact and mode. Asks the database next to nothing."""

from email.utils import parseaddr
from typing import Any, TypedDict

from django.conf import settings
from django.http import HttpRequest

from netwerk import demo


class Item(TypedDict):
    """One entry of a menu."""

    label: str
    url: str


THEMES: Item = {"label": "Thema’s", "url": "/themas/"}
LEARNING: Item = {"label": "Actieleren", "url": "/actieleren/"}
FRONTRUNNERS: Item = {"label": "Koplopers", "url": "/koplopers/"}
DESK: Item = {"label": "Ruimte in de Regels", "url": "/ruimte-in-de-regels/"}
ABOUT: Item = {"label": "Over het netwerk", "url": "/over-het-netwerk/"}
CASES: Item = {"label": "Uitkomsten", "url": "/ruimte-in-de-regels/casussen/"}
TOOLBOX: Item = {"label": "Toolbox", "url": "/gereedschap/"}
QUESTIONS: Item = {"label": "Veelgestelde vragen", "url": "/vragen/"}
ARTICLES: Item = {"label": "Artikelen", "url": "/artikelen/"}
FIGURES: Item = {"label": "Cijfers", "url": "/cijfers/"}
PROMISES: Item = {"label": "Toezeggingen", "url": "/ruimte-in-de-regels/toezeggingen/"}
RULES: Item = {"label": "Wetten en regels", "url": "/ruimte-in-de-regels/regels/"}
OPEN_DATA: Item = {"label": "Feeds en open data", "url": "/open-data/"}
ACCESSIBILITY: Item = {"label": "Toegankelijkheid", "url": "/toegankelijkheid/"}
PRIVACY: Item = {"label": "Privacy", "url": "/privacy/"}
SECURITY: Item = {"label": "Kwetsbaarheid melden", "url": "/.well-known/security.txt"}

# Only what exists: the pages behind these have a fixed address and cannot be taken away by editors
# (portal.pages.models.base.FixedPage), or stand in the starting content.
NAV = [THEMES, LEARNING, FRONTRUNNERS, DESK, ABOUT]
FOOTER_MAIN = [FRONTRUNNERS, DESK, CASES, LEARNING, TOOLBOX, ARTICLES, QUESTIONS]
FOOTER_FOLLOW = [FIGURES, PROMISES, RULES, OPEN_DATA]
FOOTER_ABOUT = [ABOUT, ACCESSIBILITY, PRIVACY, SECURITY]
FOOTER_SLIM = [ACCESSIBILITY, PRIVACY]


def contact() -> dict[str, str]:
    """How to reach the team; a part that is not set is left out on the page."""
    phone = getattr(settings, "CONTACT_PHONE", "")
    email = getattr(settings, "CONTACT_EMAIL", "") or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    return {
        "phone": phone,
        "phone_url": "tel:" + "".join(sign for sign in phone if sign in "+0123456789"),
        "email": email,
        "hours": getattr(settings, "CONTACT_HOURS", "Maandag tot en met donderdag, 9.00 tot 16.00 uur."),
    }


def site(request: HttpRequest) -> dict[str, Any]:
    """The variable `portal` of every template (`site` is taken: libraries use it)."""
    return {
        "portal": {
            "nav": _nav_with_current(request.path),
            "footer_main": FOOTER_MAIN,
            "footer_follow": FOOTER_FOLLOW,
            "footer_about": FOOTER_ABOUT,
            "footer_slim": FOOTER_SLIM,
            "contact": contact(),
            "base_url": settings.BASE_URL,
            "demo": settings.DEMO_MODE,
            "fiction": demo.is_there(),
        }
    }


def _nav_with_current(path: str) -> list[dict[str, str]]:
    """The main menu; the entry with the longest address that fits is where the reader is."""
    fitting = [item["url"] for item in NAV if path.startswith(item["url"])]
    here = max(fitting, key=len, default="")
    mark = "page" if path == here else "true"
    return [
        {"label": item["label"], "url": item["url"], "current": mark if item["url"] == here else ""}
        for item in NAV
    ]
