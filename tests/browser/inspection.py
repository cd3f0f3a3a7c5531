# SPDX-License-Identifier: EUPL-1.2
"""Looks at a page as an auditor does: axe at two widths, reflow, and the reader's own text spacing."""

from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_FILE_PATH

from tests.browser.crowd import DESK, HEIGHTS, PHONE

SMALLEST = 320
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCRIPT = Path(__file__).with_name("inspect.js").read_text(encoding="utf-8")
AXE = AXE_FILE_PATH.read_text(encoding="utf-8")


def inspect(page: Any, scope: str = "") -> list[str]:
    """Return what is wrong with the page that is open; within `scope` when somebody else made the rest."""
    page.evaluate(AXE)
    page.evaluate(SCRIPT)
    found: list[str] = []
    for width in (DESK, PHONE):
        page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
        found += [f"{width}: {line}" for line in _axe(page, scope)]
    found += _spaced(page, scope)
    page.set_viewport_size({"width": SMALLEST, "height": 640})
    found += page.evaluate("(scope) => inspectPage.sideways(scope)", scope)
    page.set_viewport_size({"width": DESK, "height": HEIGHTS[DESK]})
    return found


def _spaced(page: Any, scope: str) -> list[str]:
    page.evaluate("inspectPage.space()")
    found = page.evaluate("(scope) => [...inspectPage.sideways(scope), ...inspectPage.clipped(scope)]", scope)
    page.evaluate("inspectPage.unspace()")
    return [f"with more space: {line}" for line in found]


def _axe(page: Any, scope: str) -> list[str]:
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    result = page.evaluate("([scope, options]) => axe.run(scope || document, options)", [scope, options])
    return [
        f"{rule['id']}: {node['target']} {node['html'][:120]}"
        for rule in result["violations"]
        for node in rule["nodes"][:3]
    ]
