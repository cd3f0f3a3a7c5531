# SPDX-License-Identifier: EUPL-1.2
"""People with a browser: each in a context of their own, all of them watched for trouble."""

import os
import re
from pathlib import Path
from typing import Any

from django.core import mail
from django.test import Client
from PIL import Image

from netwerk.deliveries import deliver_due

PHONE, DESK = 390, 1280
HEIGHTS = {PHONE: 844, DESK: 800}
PICTURES = Path(__file__).resolve().parents[2] / "docs" / "handboek" / "img"
# A page that refuses by its status is no trouble; something on a page that does not load is.
_STATUS_OF_THE_PAGE = "Failed to load resource: the server responded with a status of"
_TELL_VIOLATIONS = """document.addEventListener("securitypolicyviolation",
  (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));"""

# At once, and in the admin too, where the page scrolls in a part of its own, slowly.
_TO_THE_TOP = """for (const part of [document.scrollingElement, ...document.querySelectorAll("main")])
  part.scrollTo({top: 0, behavior: "instant"});"""


class Crowd:
    """Opens browsers, and keeps what no page may do: ask other hosts, break its policy, or fail in script."""

    def __init__(self, browser: Any, arguments: dict[str, Any], site: str) -> None:
        self.browser, self.arguments, self.site = browser, arguments, site
        self.trouble: list[str] = []
        self.contexts: list[Any] = []

    def enter(self, width: int = DESK, who: Client | None = None, **options: Any) -> Any:
        """Return a page in a new context; `who` is somebody whose session comes along."""
        height = options.pop("height", HEIGHTS.get(width, 800))
        size = {"width": width, "height": height}
        context = self.browser.new_context(
            **{**self.arguments, "viewport": size, "base_url": self.site, **options}
        )
        self.contexts.append(context)
        if who is not None:
            cookie = {"name": "sessionid", "value": who.cookies["sessionid"].value, "url": self.site}
            context.add_cookies([cookie])
        context.add_init_script(_TELL_VIOLATIONS)
        page = context.new_page()
        page.set_default_timeout(10_000)
        self._watch(page)
        return page

    def _watch(self, page: Any) -> None:
        def on_console(line: Any) -> None:
            if line.type == "error" and not line.text.startswith(_STATUS_OF_THE_PAGE):
                self.trouble.append(f"{page.url}: {line.text}")

        def on_request(request: Any) -> None:
            if not request.url.startswith((self.site, "data:", "blob:")):
                self.trouble.append(f"{page.url} asks {request.url}")

        def on_response(response: Any) -> None:
            if response.status >= 400 and response.request.resource_type != "document":
                self.trouble.append(f"{page.url} misses {response.url} ({response.status})")

        page.on("console", on_console)
        page.on("request", on_request)
        page.on("response", on_response)
        page.on("pageerror", lambda error: self.trouble.append(f"{page.url}: {error}"))

    def leave(self) -> None:
        """Close every browser."""
        for context in self.contexts:
            context.close()


def letters() -> list[Any]:
    """Let the worker deliver, and return what is in everybody's post, oldest first."""
    deliver_due()
    return mail.outbox


def link_in(letter: Any) -> str:
    """Return the secret link of a letter."""
    return re.search(r"https?://\S+/l/[\w-]+/", letter.body).group()


def open_link(page: Any, address: str) -> None:
    """Open a secret link as its holder does."""
    page.goto(address)
    page.get_by_role("button", name="Open").click()


def shoot(page: Any, name: str, from_top: bool = True) -> None:
    """Take a picture for the handbook, when one is asked for: the window as it is, in few colours."""
    if os.environ.get("HANDBOOK_SCREENSHOTS") != "1":
        return
    if from_top:
        page.evaluate(_TO_THE_TOP)
    PICTURES.mkdir(parents=True, exist_ok=True)
    path = PICTURES / f"{name}.png"
    page.screenshot(path=path, animations="disabled", caret="hide")
    Image.open(path).convert("RGB").quantize(96).save(path, optimize=True)
