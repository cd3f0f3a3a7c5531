# SPDX-License-Identifier: EUPL-1.2
"""Chromium for the journeys: the machine's own, without anything that calls home."""

import io
import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command

from tests.browser.crowd import Crowd

# Chromium takes the last such list only, so what Playwright turns off stands here too, above ours.
FEATURES_OFF = [
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "TcpPortRandomizationWin",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
    # Two pages of the browser's own under the address bar, which nobody sees: half of what a person's
    # window costs.
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
]
FLAGS = [
    "--no-sandbox",  # the tests also run as root, where Chromium's sandbox refuses to start
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    f"--disable-features={','.join(FEATURES_OFF)}",
    # axe walks through each page once and is loaded anew for the next: to compile it for speed, beside
    # it, took a third of the work and came too late to be of use. With room it clears up less often, and
    # in one thread with less ado: the processors are taken already.
    "--js-flags=--no-maglev --no-opt --min-semi-space-size=64 --single-threaded-gc",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the browser that `make test` found."""
    browser = os.environ.get("PLAYWRIGHT_CHROMIUM")
    named = {"executable_path": browser} if browser else {}
    return {**browser_type_launch_args, **named, "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Be a Dutch visitor."""
    return {**browser_context_args, "locale": "nl-NL", "timezone_id": "Europe/Amsterdam"}


@pytest.fixture
def site(live_server: Any, settings: Any) -> str:
    """Return the address of the running portal, with its first pages; links in mails lead to it too."""
    settings.BASE_URL = live_server.url
    settings.CSRF_TRUSTED_ORIGINS = [live_server.url]
    settings.WAGTAILADMIN_BASE_URL = live_server.url
    call_command("load_starter_content", stdout=io.StringIO())
    return live_server.url


@pytest.fixture
def requests_elsewhere(page: Any, site: str) -> list[str]:
    """Return the list of requests this page makes to any other host; it should stay empty."""
    elsewhere: list[str] = []

    def note(request: Any) -> None:
        if not request.url.startswith((site, "data:", "blob:")):
            elsewhere.append(request.url)

    page.on("request", note)
    return elsewhere


@pytest.fixture
def crowd(browser: Any, browser_context_args: dict[str, Any], site: str) -> Iterator[Crowd]:
    """Return who opens browsers; afterwards none of their pages may have given trouble."""
    people = Crowd(browser, browser_context_args, site)
    yield people
    people.leave()
    assert people.trouble == []
