# SPDX-License-Identifier: EUPL-1.2
"""The first thing that must work in a real browser."""

import pytest

pytestmark = pytest.mark.browser


def test_home_opens_without_errors_or_other_hosts(page, site, requests_elsewhere):
    """The home page loads its own style and script, nothing from elsewhere, and sets no cookie."""
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    answer = page.goto(site)
    assert answer.status == 200
    assert page.locator("h1").count() == 1
    assert (errors, requests_elsewhere) == ([], [])
    assert page.context.cookies() == []
