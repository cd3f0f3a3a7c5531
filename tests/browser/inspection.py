# SPDX-License-Identifier: EUPL-1.2
"""Looks at a page as an auditor does: axe at two widths, reflow, and the reader's own text spacing."""

from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_FILE_PATH

from tests.browser.crowd import DESK, HEIGHTS, PHONE

SMALLEST = 320
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCRIPT = Path(__file__).with_name("inspect.js").read_text(encoding="utf-8")
PARTS = (AXE_FILE_PATH, Path(__file__).with_name("axe_colours.js"))
AXE = "\n".join(path.read_text(encoding="utf-8") for path in PARTS)
TOOLS = f"window.bringTools = () => {{{AXE}\n{SCRIPT}}};"


def inspect(page: Any, scope: str = "") -> list[str]:
    """Return what is wrong with the page that is open; within `scope` when somebody else made the rest."""
    bring_tools(page)
    found: list[str] = []
    for width in (DESK, PHONE):
        page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
        found += [f"{width}: {line}" for line in _axe(page, scope)]
    found += _spaced(page, scope)
    page.set_viewport_size({"width": SMALLEST, "height": 640})
    found += page.evaluate("(scope) => inspectPage.sideways(scope)", scope)
    page.set_viewport_size({"width": DESK, "height": HEIGHTS[DESK]})
    return found


def violations(page: Any) -> list[tuple[str, str]]:
    """Return every violation in the whole page that is open, the admin around our part too."""
    bring_tools(page)
    result = page.evaluate("() => axe.run({resultTypes: ['violations']})")
    return [(rule["id"], rule["nodes"][0]["html"]) for rule in result["violations"]]


def bring_tools(page: Any) -> None:
    """Put axe and our own script in the page that is open.

    They are half a megabyte: sent once, and taken up when asked. Axe before the page finds other things.
    """
    if not page.evaluate("() => 'bringTools' in window"):
        page.add_init_script(TOOLS)
        page.evaluate(TOOLS)
    page.evaluate("() => bringTools()")


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
